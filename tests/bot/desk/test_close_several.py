"""A supervisor closes a crowd of equal cries at once, and nobody whose words weren't read."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.clock import SettableClock
from bot.desk.ticket_commands import TicketCommands
from bot.errors import NotAllowed
from bot.texts.voices import voices
from bot.tickets.operator import Operator, Role
from bot.tickets.ticket import Action
from tests.kit.constants import DANGER, NOW
from tests.kit.helpline import Helpline, open_helpline

LIE = f"{DANGER} мы все сидим в одном подвале у вокзала"


@pytest.fixture
async def helpline() -> AsyncIterator[Helpline]:
    async with open_helpline(SettableClock(NOW)) as built:
        yield built


def commands_of(helpline: Helpline) -> TicketCommands:
    unused: Any = None
    parts = helpline.parts
    store = parts.store
    return TicketCommands(
        parts.helpline,
        store.topics,
        parts.helpline.reviews,
        store.roster,
        parts.vault,
        helpline.clock,
        parts.live,
        unused,
        unused,
        voices("en"),
        unused,
        unused,
        store.outbox,
    )


async def cries(helpline: Helpline, *people: int, words: str = LIE) -> list[str]:
    """Their tickets' names."""
    for person in people:
        await helpline.writes(person, words)
    return [(await helpline.ticket(person)).name for person in people]


async def left(helpline: Helpline, *people: int) -> list[int]:
    """Whose tickets are open still."""
    return [one for one in people if (await helpline.loaded(one)).ticket is not None]


async def test_a_crowd_is_closed_beside_one_that_was_read(helpline: Helpline) -> None:
    heron = await helpline.admits(900, "Heron", Role.SUPERVISOR)
    names = await cries(helpline, *range(1, 6))
    [true] = await cries(helpline, 9, words=f"{DANGER} мы далеко в степи за старым складом")
    await helpline.acts(Action.CLAIM, heron, 1)
    said = await commands_of(helpline).close_several(f"other {' '.join(names)} {true}", heron, "m")
    assert await left(helpline, *range(1, 6), 9) == [9], "whose words are others, and nobody read"
    assert said.args["left"] == true


async def test_without_one_that_was_read_none_is_closed(helpline: Helpline) -> None:
    heron = await helpline.admits(900, "Heron", Role.SUPERVISOR)
    names = await cries(helpline, 1, 2, 3)
    await commands_of(helpline).close_several(f"other {' '.join(names)} Nobody-1", heron, "m")
    assert await left(helpline, 1, 2, 3) == [1, 2, 3]


async def test_short_words_make_nobody_equal(helpline: Helpline) -> None:
    heron = await helpline.admits(900, "Heron", Role.SUPERVISOR)
    names = await cries(helpline, 1, 2, words="помогите")
    await helpline.acts(Action.CLAIM, heron, 1)
    await commands_of(helpline).close_several(f"other {' '.join(names)}", heron, "m")
    assert await left(helpline, 1, 2) == [2]


async def test_plain_requests_are_closed_as_one_by_one(helpline: Helpline) -> None:
    heron = await helpline.admits(900, "Heron", Role.SUPERVISOR)
    for person in (1, 2):
        await helpline.asks(person)
    names = [(await helpline.ticket(person)).name for person in (1, 2)]
    await commands_of(helpline).close_several(f"informed {' '.join(names)}", heron, "m")
    assert await left(helpline, 1, 2) == []


async def test_only_a_supervisor_may(helpline: Helpline) -> None:
    robin = Operator("r", Role.OPERATOR, "Robin")
    with pytest.raises(NotAllowed):
        await commands_of(helpline).close_several("other Oak-1", robin, "m")
