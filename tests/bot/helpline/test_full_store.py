"""A store that fills up: calls for help, closes and erasures are heard until the end."""

from collections.abc import AsyncIterator

import pytest

from bot.clock import SettableClock
from bot.errors import StoreUnavailable
from bot.helpline import inputs
from bot.store import Redis, connect
from bot.store.memory import Level
from bot.tickets.operator import Operator, Role
from bot.tickets.ticket import Action, Details, Outcome
from flows.builtin import ERASE_FLOW
from flows.status import Status
from tests.kit.constants import DANGER, NOW
from tests.kit.helpline import Helpline, open_helpline

SHE, HE, OTHER = 1, 2, 3
HERON = Operator("x", Role.SUPERVISOR, "Heron", on_shift=True)
CLOSED = Details(outcome=Outcome.OTHER)


@pytest.fixture
async def helpline() -> AsyncIterator[Helpline]:
    async with open_helpline(SettableClock(NOW)) as built:
        yield built


def level(helpline: Helpline, wanted: Level) -> None:
    helpline.parts.store.memory.level = wanted


async def erases(helpline: Helpline, person: int) -> None:
    choices = helpline.parts.library.choices.values()
    yes = next(one.id for one in choices if (one.flow, one.value) == (ERASE_FLOW, "yes"))
    await helpline.writes(person, "/delete")
    await helpline.hears(person, inputs.Pressed(yes))


async def is_known(helpline: Helpline, person: int) -> bool:
    return (await helpline.loaded(person)).conversation.heard_at is not None


async def test_first_no_words_of_plain_requests_are_kept(helpline: Helpline) -> None:
    await helpline.asks(SHE)
    await helpline.writes(HE, DANGER)
    level(helpline, Level.NO_TRANSCRIPTS)
    for person in (SHE, HE):
        await helpline.writes(person, "мы у старого склада за рекой")
    outbox = helpline.parts.store.outbox
    assert len(await outbox.transcript(helpline.conversation(HE))) == 2
    assert await outbox.transcript(helpline.conversation(SHE)) == ["/operator"], "from before"


async def test_then_nobody_new_is_taken_but_in_an_emergency(helpline: Helpline) -> None:
    level(helpline, Level.NOBODY_NEW)
    await helpline.writes(SHE, "здравствуйте")
    await helpline.writes(HE, DANGER)
    assert not await is_known(helpline, SHE)
    assert await helpline.status(HE) is Status.QUEUED
    assert await helpline.parts.store.redis.keys(f"*{helpline.conversation(SHE)}*") == []


async def test_who_is_known_is_answered_but_no_plain_request_is_opened(helpline: Helpline) -> None:
    await helpline.writes(SHE, "Русский")
    await helpline.to_person(SHE)
    level(helpline, Level.NOBODY_NEW)
    names = len(await helpline.parts.store.redis.keys("name:*"))
    await helpline.writes(SHE, "/operator")
    assert [row.text_id for row in await helpline.to_person(SHE)] == ["utter_no_room"]
    assert await helpline.status(SHE) is Status.BOT
    assert len(await helpline.parts.store.redis.keys("name:*")) == names
    await helpline.writes(SHE, "/menu")
    assert await helpline.to_person(SHE)
    await helpline.writes(SHE, DANGER)
    assert await helpline.status(SHE) is Status.QUEUED


async def test_at_last_only_emergencies_closes_and_erasures(helpline: Helpline) -> None:
    for person in (SHE, HE):
        await helpline.writes(person, "Русский")
    await helpline.writes(OTHER, DANGER)
    await helpline.to_person(SHE)
    level(helpline, Level.RESERVED)
    await helpline.writes(SHE, "/menu")
    assert await helpline.to_person(SHE) == []
    await helpline.writes(SHE, DANGER)
    assert await helpline.status(SHE) is Status.QUEUED
    await erases(helpline, HE)
    assert not await is_known(helpline, HE)
    await helpline.acts(Action.CLAIM, HERON, OTHER)
    await helpline.writes(OTHER, "мы в подвале")
    assert [row.kind for row in await helpline.to_desk(OTHER)][-1] == "said"
    await helpline.acts(Action.CLOSE, HERON, OTHER, details=CLOSED)
    assert (await helpline.loaded(OTHER)).ticket is None


async def test_of_a_store_that_is_full_a_supervisor_closes_and_a_person_erases(
    helpline: Helpline,
) -> None:
    """Both give memory back, so both are written although Redis takes nothing else."""
    for person in (SHE, HE):
        await helpline.writes(person, DANGER)
    await helpline.acts(Action.CLAIM, HERON, SHE)
    await helpline.writes(HE, "/delete")
    redis = connect(helpline.parts.settings.redis_url, "X")
    await _full(redis)
    with pytest.raises(StoreUnavailable):
        await helpline.writes(OTHER, "здравствуйте")
    await helpline.acts(Action.CLOSE, HERON, SHE, details=CLOSED)
    assert (await helpline.loaded(SHE)).ticket is None
    choices = helpline.parts.library.choices.values()
    yes = next(one.id for one in choices if (one.flow, one.value) == (ERASE_FLOW, "yes"))
    # The answer counts only where the question could be written; so it was asked before.
    await helpline.hears(HE, inputs.Pressed(yes))
    assert not await is_known(helpline, HE)
    await redis.aclose()


async def _full(redis: Redis) -> None:
    await redis.config_set("maxmemory-policy", "noeviction")
    await redis.config_set("maxmemory", 1)
