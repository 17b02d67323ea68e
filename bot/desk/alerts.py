"""Alerts: calls for help with emergencies, one message for all that are due at once.

Where a crowd cries, a message names the first few, of equal first words one, and says how many more
the board has: so whoever is called for next waits for no earlier call but one.

A row of the outbox waits until the message that names it was sent, and is taken out then: a crash
repeats a call rather than losing it. Once somebody has the ticket, its calls say so and lose their
button; which messages those are is known until a restart, since an old call is only untidy.
"""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from telegram import Bot, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.attempt import Later
from bot.desk import card, keyboards
from bot.desk.budget import Lane
from bot.desk.group import DeskGroups
from bot.desk.sending import send
from bot.processes.cancellation import ending
from bot.store.staff.roster import Roster
from bot.texts.voices import Voice
from bot.tickets.first_words import together
from bot.tickets.ticket import Ticket
from flows.effects import AlertLevel

logger = logging.getLogger(__name__)

NAMED = 8
"""Tickets that a message names, so that all their buttons fit a small screen."""

_LEVELS: tuple[AlertLevel | None, ...] = (*AlertLevel, None)
"""In the order in which they are sent."""

MOST_CALLS = 200
"""Calls that are remembered, to be put right once they are answered."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    conversation: str
    ticket: Ticket
    sent: "asyncio.Future[None]"


@dataclass(slots=True, eq=False)
class _Call:
    """A call that stands in the group, itself and no other that reads the same. `answered`:
    conversation → the line that replaces it."""

    chat: int
    message: int
    level: AlertLevel | None
    on_shift: int
    tickets: dict[str, Ticket]
    answered: dict[str, str] = field(default_factory=dict)


class CallMessage(Protocol):
    """How a call reads. `level`: None for a page about what is no emergency that waits."""

    def text(
        self, voice: Voice, level: AlertLevel | None, tickets: Sequence[Ticket], on_shift: int
    ) -> str:
        """The words of a call."""
        ...

    def buttons(self, voice: Voice, tickets: Sequence[Ticket]) -> InlineKeyboardMarkup | None:
        """The buttons below a call; None for a call without any."""
        ...


class ClaimedHere:
    """Calls whose tickets are claimed by a button below them."""

    def text(
        self, voice: Voice, level: AlertLevel | None, tickets: Sequence[Ticket], on_shift: int
    ) -> str:
        """Code names and languages below what is wanted."""
        assert level is not None  # noqa: S101 - topics show what is no emergency
        return card.call(voice, level, tickets, on_shift)

    def buttons(self, voice: Voice, tickets: Sequence[Ticket]) -> InlineKeyboardMarkup | None:
        """A button to claim, for each ticket."""
        return keyboards.call(voice, tickets)


class Alerts:
    """Gathers alerts, so that one message names several tickets. `backup`: the second chat's
    number, 0 for none."""

    def __init__(
        self,
        bot: Bot,
        groups: DeskGroups,
        roster: Roster,
        voice: Voice,
        backup: int,
        message: CallMessage | None = None,
    ) -> None:
        self._bot = bot
        self._groups = groups
        self._roster = roster
        self._voice = voice
        self._backup = backup
        self._message = message or ClaimedHere()
        self._waiting: dict[AlertLevel | None, list[_Waiting]] = {one: [] for one in _LEVELS}
        self._due = asyncio.Event()
        self._calls: list[_Call] = []
        self._stale: list[_Call] = []
        self._untidy = asyncio.Event()

    async def send(self, level: AlertLevel | None, conversation: str, ticket: Ticket) -> None:
        """Call, and return when the call was sent. `level`: None for a page about what is no
        emergency that waits. Raises what Telegram answers."""
        if ending():
            raise asyncio.CancelledError  # whoever rings may have ended before this task
        sent: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[level].append(_Waiting(conversation, ticket, sent))
        self._due.set()
        await sent

    def answered(self, conversation: str, operator: str = "") -> None:
        """A ticket no longer waits: its calls should say so. `operator`: who has it."""
        for one in self._calls:
            ticket = one.tickets.get(conversation)
            if ticket is None or conversation in one.answered:
                continue
            said = "call-taken" if operator else "call-over"
            more = {"operator": operator} if operator else {}
            one.answered[conversation] = self._voice(said, name=ticket.name, **more)
            if one not in self._stale:
                self._stale.append(one)
            self._untidy.set()

    async def run(self) -> None:
        """Send alerts as they come in, and put old ones right, until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._tidy())
            while not ending():
                await self._due.wait()
                self._due.clear()
                while any(self._waiting.values()):
                    await self._groups.main.budget.take(Lane.ALERT)  # others may join
                    level = next(one for one in _LEVELS if self._waiting[one])
                    most = NAMED if level is None else len(self._waiting[level])
                    batch = self._waiting[level][:most]
                    del self._waiting[level][:most]
                    await self._send(level, [one for one in batch if not one.sent.done()])
            raise asyncio.CancelledError  # what told this task to end got lost on the way

    async def _send(self, level: AlertLevel | None, batch: Sequence[_Waiting]) -> None:
        called = {one.conversation: one.ticket for one in batch}
        if not called:
            return
        tickets = _named(called)
        try:
            on_shift = sum(one.on_shift for one in await self._roster.all())
            text = self._message.text(self._voice, level, list(tickets.values()), on_shift)
            if len(called) > len(tickets):
                more = self._voice("call-more", count=len(called) - len(tickets))
                text = f"{text}\n{more}"
            buttons = self._message.buttons(self._voice, list(tickets.values()))
            main = self._groups.main
            async with self._groups.following(main):
                number = await send(self._bot, main.id, text, keyboard=buttons)
            self._calls.append(_Call(main.id, number, level, on_shift, tickets))
            del self._calls[:-MOST_CALLS]
            if level is AlertLevel.BACKUP and self._backup:
                words = card.backup_call(self._voice, list(called.values()))
                await self._call_backup(self._backup, words)
        except Exception as error:  # whoever waits is told, and delivery tries them again
            for one in batch:
                if not one.sent.done():
                    one.sent.set_exception(error)
            return
        for one in batch:
            if not one.sent.done():
                one.sent.set_result(None)

    async def _call_backup(self, chat: int, words: str) -> None:
        """A chat that is set wrong mustn't ring the group again and again, which has heard
        already. What is only late is tried again with the whole call."""
        try:
            await send(self._bot, chat, words)
        except (BadRequest, Forbidden) as error:
            logger.error("backup_chat_refused", extra={"kind": type(error).__name__})

    async def _tidy(self) -> None:
        """Let old calls say who has the ticket, when there is room. A failure costs nothing."""
        while not ending():
            await self._untidy.wait()
            self._untidy.clear()
            while self._stale:
                await self._groups.main.budget.take(Lane.BOARD)
                call = self._stale.pop(0)
                left = [one for name, one in call.tickets.items() if name not in call.answered]
                lines = list(call.answered.values())
                if left:
                    lines.insert(
                        0, self._message.text(self._voice, call.level, left, call.on_shift)
                    )
                elif call in self._calls:  # else it was forgotten, with so many after it
                    self._calls.remove(call)
                buttons = self._message.buttons(self._voice, left) if left else None
                try:
                    async with self._groups.following(self._groups.main):
                        await self._bot.edit_message_text(
                            "\n".join(lines), call.chat, call.message, reply_markup=buttons
                        )
                except (TelegramError, Later) as error:
                    logger.info("call_not_tidied", extra={"kind": type(error).__name__})


def _named(called: Mapping[str, Ticket]) -> dict[str, Ticket]:
    """Those that a message has room for; those with equal first words stand for each other."""
    first = {group[0].name for group in together(list(called.values()))[:NAMED]}
    return {name: one for name, one in called.items() if one.name in first}
