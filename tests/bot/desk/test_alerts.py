"""Calls for help: a crowd's are one message, and whoever cries otherwise is named in it."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any, cast

from telegram import Bot

from bot.clock import SettableClock
from bot.desk.alerts import NAMED, Alerts
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
    """Takes the place of a bot: what is sent is kept, and sent."""

    sent: list[Mapping[str, Any]] = field(default_factory=list)
    base_url: str = "telegram"

    @property
    def request(self) -> "Recording":
        return self

    async def call(self, _: str, asked: Mapping[str, Any]) -> Mapping[str, Any]:
        self.sent.append(asked)
        return {"message_id": len(self.sent)}


@asynccontextmanager
async def calling(tickets: list[Ticket], level: AlertLevel) -> AsyncIterator[Recording]:
    """All of them call in the same moment."""
    telegram = Recording()
    async with open_helpline(SettableClock(NOW)) as helpline:
        store = helpline.parts.store
        group = DeskGroup(-100, Budget(0, helpline.clock.monotonic))
        groups = DeskGroups([group], store.queue, store.topics, store.presence)
        alerts = Alerts(cast("Bot", telegram), groups, store.roster, voices("en").own, 0)
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
