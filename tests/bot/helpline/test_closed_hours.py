"""Outside the hours: the truth at once, and the night's requests are there in the morning."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.clock import SettableClock
from bot.texts.catalogue import plain
from bot.tickets.hours import Hours, Office, Shift
from bot.tickets.operator import Role
from bot.tickets.ticket import Action
from flows.urgency import Urgency
from tests.kit.constants import DANGER
from tests.kit.helpline import Helpline, open_helpline

FRIDAY_NIGHT = datetime(2026, 11, 27, 18, tzinfo=UTC)  # 23:00 in Kazakhstan
WORKDAYS = Hours((Office("desk", (*((Shift(time(9), timedelta(hours=9)),),) * 5, (), ()), {}),))
TO_MONDAY = timedelta(days=2, hours=10)


@pytest.fixture
async def closed() -> AsyncIterator[Helpline]:
    async with open_helpline(SettableClock(FRIDAY_NIGHT), WORKDAYS) as built:
        yield built


async def words(helpline: Helpline, person: int) -> list[str]:
    return [plain(row.text) for row in await helpline.to_person(person)]


async def test_a_request_is_told_the_next_opening_and_the_number(closed: Helpline) -> None:
    await closed.asks(1)
    (told,) = [one for one in await words(closed, 1) if "не работают" in one]
    assert "понедельник, 30 ноября, 09:00" in told
    assert "112" in told


async def test_what_was_asked_at_the_weekend_is_first_on_monday(closed: Helpline) -> None:
    """Also after the conversation's own lifetime: an open request keeps what it needs."""
    await closed.asks(1)
    await closed.writes(2, DANGER)
    await closed.waits((TO_MONDAY / 2).total_seconds())
    await closed.waits((TO_MONDAY / 2).total_seconds())
    await closed.asks(3)
    assert not [one for one in await words(closed, 3) if "не работают" in one]

    heron = await closed.admits(11, "Heron", Role.SUPERVISOR)
    found, _ = await closed.parts.store.queue.waiting(0, 9)

    assert found == [await closed.ticket(one) for one in (2, 1, 3)]
    assert (await closed.ticket(2)).urgency is Urgency.EMERGENCY
    claimed = await closed.acts(Action.CLAIM, heron, 2)
    assert claimed is not None
    assert claimed.assignee == heron.id


async def test_whoever_is_watched_gets_nothing_unasked(closed: Helpline) -> None:
    await closed.writes(1, "Русский")
    await closed.writes(1, "он рядом")
    await words(closed, 1)
    await closed.writes(1, "/operator")
    assert not [one for one in await words(closed, 1) if "не работают" in one]
