"""Calls for help: a crowd's are one message, and whoever cries otherwise is named in it."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any, cast

from telegram import Bot

from bot.clock import SettableClock
from bot.desk.alerts import MOST_CALLS, NAMED, Alerts
from bot.desk.budget import Budget
from bot.desk.group import DeskGroup, DeskGroups
from bot.texts.voices import voices
from bot.tickets.ticket import Ticket
from flows.effects import AlertLevel
from flows.urgency import Urgency
from tests.kit.constants import NOW
from tests.kit.helpline import open_helpline


@dataclass
class Recording:
    """Takes the place of a bot: what is sent is kept, and sent. Edits wait until it is `fast`."""

    sent: list[Mapping[str, Any]] = field(default_factory=list)
    edited: list[int] = field(default_factory=list)
    fast: asyncio.Event = field(default_factory=asyncio.Event)
    base_url: str = "telegram"

    @property
    def request(self) -> "Recording":
        return self

    async def call(self, _: str, asked: Mapping[str, Any]) -> Mapping[str, Any]:
        self.sent.append(asked)
        return {"message_id": len(self.sent)}

    async def edit_message_text(self, _: str, __: int, message: int, **___: object) -> None:
        await self.fast.wait()
        self.edited.append(message)


@asynccontextmanager
async def opened() -> AsyncIterator[tuple[Alerts, Recording]]:
    """Alerts of one group, which nobody sends yet."""
    telegram = Recording()
    async with open_helpline(SettableClock(NOW)) as helpline:
        store = helpline.parts.store
        group = DeskGroup(-100, Budget(0, helpline.clock.monotonic))
        groups = DeskGroups([group], store.queue, store.topics, store.presence)
        yield (
            Alerts(cast("Bot", telegram), groups, store.roster, voices("en").own, 0),
            telegram,
        )


@asynccontextmanager
async def calling(tickets: list[Ticket], level: AlertLevel) -> AsyncIterator[Recording]:
    """All of them call in the same moment."""
    async with opened() as (alerts, telegram):
        calls = [asyncio.ensure_future(alerts.send(level, one.name, one)) for one in tickets]
        await asyncio.sleep(0)
        server = asyncio.ensure_future(alerts.run())
        await asyncio.gather(*calls)
        server.cancel()
        await asyncio.gather(server, return_exceptions=True)
        yield telegram


def cry(number: int, first_words: str = "") -> Ticket:
    ticket = Ticket(f"Otter-{number}", "urgent_danger", Urgency.EMERGENCY, "ru", NOW)
    return replace(ticket, first_words=first_words)


def named(asked: Mapping[str, Any]) -> list[str]:
    """Tickets that can be claimed by a button of the message."""
    rows = asked["reply_markup"]["inline_keyboard"]
    return [button["callback_data"].rpartition(":")[2] for row in rows for button in row]


async def test_a_crowd_of_equal_cries_is_one_line_and_another_cry_has_its_own() -> None:
    crowd = [cry(number, "the crowd's") for number in range(60)]
    async with calling([*crowd, cry(100, "hers")], AlertLevel.SHIFT) as telegram:
        (call,) = telegram.sent
    assert named(call) == ["Otter-0", "Otter-100"]
    assert "and 59 more: they are on the board" in call["text"]


async def test_of_a_crowd_that_varies_its_words_the_first_few_are_named_in_one_call() -> None:
    async with calling([cry(number) for number in range(60)], AlertLevel.AGAIN) as telegram:
        (call,) = telegram.sent
    assert named(call) == [f"Otter-{number}" for number in range(NAMED)]
    assert "and 52 more" in call["text"]


async def test_a_few_are_all_named() -> None:
    async with calling([cry(number) for number in range(NAMED)], AlertLevel.SHIFT) as telegram:
        (call,) = telegram.sent
    assert len(named(call)) == NAMED
    assert "more" not in call["text"]


async def test_a_call_that_was_forgotten_before_it_is_put_right_stops_no_other() -> None:
    """Telegram is slow with the first edit, and more calls come than are remembered."""
    async with opened() as (alerts, telegram):
        server = asyncio.ensure_future(alerts.run())
        for number in range(2):
            await alerts.send(AlertLevel.SHIFT, f"early-{number}", cry(number))
            alerts.answered(f"early-{number}", "Robin")
        for number in range(MOST_CALLS):
            await alerts.send(AlertLevel.SHIFT, f"late-{number}", cry(100 + number))

        telegram.fast.set()
        async with asyncio.timeout(20):
            while len(telegram.edited) < 2:
                assert not server.done(), "a forgotten call ended the sending of all"
                await asyncio.sleep(0)

        await alerts.send(AlertLevel.SHIFT, "last", cry(999))
        server.cancel()
        await asyncio.gather(server, return_exceptions=True)
    assert telegram.edited == [1, 2]
    assert named(telegram.sent[-1]) == ["Otter-999"]
