"""A supervisor closes the desk for now: whoever asks is told the truth, and emergencies ring."""

from datetime import timedelta

import pytest

from bot.errors import NotAllowed
from bot.store.rows import DeskKind
from bot.store.staff.closure import Closure
from bot.tickets.operator import Role
from tests.kit.constants import DANGER
from tests.kit.helpline import Helpline

HOURS = timedelta(hours=2)


async def told(helpline: Helpline, person: int) -> list[str]:
    return [row.text_id for row in await helpline.to_person(person)]


async def test_whoever_asks_meanwhile_is_told_when_operators_answer(helpline: Helpline) -> None:
    osprey = await helpline.admits(12, "Osprey", Role.SUPERVISOR)
    closures = helpline.parts.helpline.closures
    await closures.close(osprey, helpline.clock.now() + HOURS)
    await helpline.asks(1)
    (said,) = [
        row.text for row in await helpline.to_person(1) if row.text_id == "utter_closed_hours"
    ]
    opening = (helpline.clock.now() + HOURS + timedelta(hours=5)).strftime("%H:%M")
    assert opening in said, "in Kazakhstan's time"

    helpline.clock.advance(HOURS.total_seconds())
    await helpline.asks(2)
    assert "utter_closed_hours" not in await told(helpline, 2)


async def test_an_emergency_rings_all_the_same(helpline: Helpline) -> None:
    osprey = await helpline.admits(12, "Osprey", Role.SUPERVISOR)
    await helpline.parts.helpline.closures.close(osprey, helpline.clock.now() + HOURS)
    await helpline.writes(1, "Русский")
    await helpline.writes(1, DANGER)

    assert DeskKind.ALERT in {row.kind for row in await helpline.to_desk(1)}
    said = await told(helpline, 1)
    assert {"utter_emergency", "utter_closed_hours"} <= set(said)


async def test_it_is_over_at_a_supervisors_word(helpline: Helpline) -> None:
    osprey = await helpline.admits(12, "Osprey", Role.SUPERVISOR)
    closures = helpline.parts.helpline.closures
    await closures.close(osprey, helpline.clock.now() + HOURS)

    await closures.reopen(osprey)

    await helpline.asks(1)
    assert "utter_closed_hours" not in await told(helpline, 1)
    found = await helpline.parts.store.audit.about("Osprey", helpline.clock.now())
    assert [one.action for one in found.entries][:2] == ["close-for-now"] * 2


@pytest.mark.parametrize("hours", [None, 0, -1, 13])
async def test_not_for_a_time_that_nobody_can_answer_for(
    helpline: Helpline, hours: int | None
) -> None:
    osprey = await helpline.admits(12, "Osprey", Role.SUPERVISOR)
    until = None if hours is None else helpline.clock.now() + timedelta(hours=hours)
    with pytest.raises(NotAllowed):
        await helpline.parts.helpline.closures.close(osprey, until)
    assert await helpline.parts.helpline.closures.now() is None


async def test_no_operator_closes_the_desk(helpline: Helpline) -> None:
    heron = await helpline.admits(11, "Heron")
    closures = helpline.parts.helpline.closures
    with pytest.raises(NotAllowed):
        await closures.close(heron, helpline.clock.now() + HOURS)
    with pytest.raises(NotAllowed):
        await closures.reopen(heron)


async def test_whoever_writes_to_redis_alone_closes_nothing(helpline: Helpline) -> None:
    store = helpline.parts.store
    await store.redis.set("closure", b"until tomorrow")
    assert await Closure(store.redis, helpline.parts.vault, helpline.clock).until() is None
    await helpline.asks(1)
    assert "utter_closed_hours" not in await told(helpline, 1)
