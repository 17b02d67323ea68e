"""Telegram's limit is on and nothing is left of it but what is kept for emergencies."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.clock import SettableClock
from sandbox.operators import Operator
from sandbox.shown import Shown
from tests.kit.constants import NOW
from tests.kit.wire import Line, running

CRY = "нас заперли помогите"


@asynccontextmanager
async def full(waiting: int) -> AsyncIterator[Line]:
    """Time stands still, so no token comes; so many have asked for an operator."""
    async with running(limits=True, clock=SettableClock(NOW)) as line:
        for number in range(waiting):
            person = line.sandbox.person(f"p{number}")
            await person.say("Русский")
            await person.say("/operator")
            await line.sandbox.bot("intake").queue.drained(60)
        yield line


def cards(operator: Operator) -> list[str]:
    """Of tickets that are emergencies."""
    return [topic.name for topic in operator.topics if topic.messages and "🔴" in topic.name]


def calls(operator: Operator) -> list[Shown]:
    return [one for one in operator.general if "EMERGENCY" in one.text]


@pytest.mark.parametrize(
    "waiting",
    [pytest.param(3, id="in line"), pytest.param(9, id="put off, since too many are in line")],
)
async def test_whoever_waits_for_a_card_and_then_cries_is_called_for_at_once(waiting: int) -> None:
    async with full(waiting) as line:
        heron = line.sandbox.operator("o1")
        await line.sandbox.person(f"p{waiting - 1}").say(CRY)
        await heron.until(lambda: cards(heron))
        assert len(calls(heron)) == 1
