"""Calls for help with emergencies: one message for all that ring at the same moment.

A row of the outbox waits until the message that names it was sent, and is taken out then: a crash
repeats a call rather than losing it.
"""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import RetryAfter

from bot import cards
from bot.desk.budget import Budget, Lane
from bot.desk.group import DeskGroup
from bot.store import Store
from bot.tickets import Ticket
from flows.effects import AlertLevel

CLAIM = "claim:"
"""Callback data of a call's button: it claims a ticket by its code name."""

AT_ONCE = 8
"""Tickets in one message, so that all their buttons fit a small screen."""


@dataclass(frozen=True, slots=True)
class _Ringing:
    ticket: Ticket
    sent: "asyncio.Future[None]"


class Alarm:
    """Gathers the calls. `backup`: the second chat's number, 0 for none."""

    def __init__(
        self, bot: Bot, group: DeskGroup, store: Store, budget: Budget, backup: int
    ) -> None:
        self._bot = bot
        self._group = group
        self._store = store
        self._budget = budget
        self._backup = backup
        self._ringing: dict[AlertLevel, list[_Ringing]] = defaultdict(list)
        self._rung = asyncio.Event()

    async def ring(self, level: AlertLevel, ticket: Ticket) -> None:
        """Call, and return when the call was sent. Raises what Telegram answers."""
        sent: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._ringing[level].append(_Ringing(ticket, sent))
        self._rung.set()
        await sent

    async def run(self) -> None:
        """Call for ever."""
        while True:
            await self._rung.wait()
            self._rung.clear()
            for level in AlertLevel:
                while self._ringing[level]:
                    await self._budget.take(Lane.ALARM)  # meanwhile others may join
                    batch = self._ringing[level][:AT_ONCE]
                    del self._ringing[level][:AT_ONCE]
                    await self._send(level, [one for one in batch if not one.sent.done()])

    async def _send(self, level: AlertLevel, batch: Sequence[_Ringing]) -> None:
        tickets = [one.ticket for one in batch]
        if not tickets:
            return
        try:
            on_shift = sum(one.on_shift for one in await self._store.roster.all())
            text = cards.call(level, tickets, on_shift)
            await self._bot.send_message(self._group.id, text, reply_markup=_buttons(tickets))
            if level is AlertLevel.BACKUP and self._backup:
                await self._bot.send_message(self._backup, cards.backup_call(tickets))
        except Exception as error:  # whoever waits is told, and delivery tries them again
            if isinstance(error, RetryAfter):
                self._budget.empty()
            for one in batch:
                if not one.sent.done():
                    one.sent.set_exception(error)
            return
        for one in batch:
            if not one.sent.done():
                one.sent.set_result(None)


def _buttons(tickets: Sequence[Ticket]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(f"Claim {ticket.name}", callback_data=f"{CLAIM}{ticket.name}")]
            for ticket in tickets
        ]
    )
