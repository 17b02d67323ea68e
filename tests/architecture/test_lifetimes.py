"""A whole conversation, with Redis looked through after every single step.

Every key ends by itself; no word, no chat, no operator and no message shows; and an erasure leaves
nothing of the person behind.
"""

from collections.abc import AsyncIterator

import pytest

from bot.clock import SettableClock
from bot.store import connect
from bot.store.names import row_key
from bot.tickets.ticket import Action
from flows.status import Status
from tests.architecture.inspected import ANSWER, WORDS, Inspected, inspected
from tests.kit.constants import NIGHT
from tests.kit.helpline import fresh_parts


@pytest.fixture
async def line() -> AsyncIterator[Inspected]:
    """Keywords alone understand here: the model keeps nothing, so it has no part in this."""
    clock = SettableClock(NIGHT)
    async with fresh_parts(clock=clock) as built:
        redis = connect(built.settings.redis_url, "HELPLINE_REDIS_URL")
        keyring = connect(built.settings.keyring_url, "HELPLINE_KEYRING_URL")
        yield await inspected(built, redis, keyring, clock)
        await redis.aclose()
        await keyring.aclose()


async def greeted(line: Inspected) -> None:
    """First contact: language, and whether the chat is safe."""
    await line.starts()
    await line.presses("Русский")
    await line.presses("Нет")
    assert line.buttons, "the menu"


async def claimed(line: Inspected) -> None:
    """An emergency that an operator has taken and answered."""
    await line.writes(f"нас заперли, помогите {WORDS}")
    assert await line.status() is Status.QUEUED
    await line.writes(f"мы в подвале {WORDS}")
    await line.waits(130)
    await line.acts(Action.CLAIM)
    assert await line.status() is Status.HUMAN
    await line.writes(f"мы ещё здесь {WORDS}")
    await line.acts(Action.REPLY, f"Едем к вам {ANSWER}")
    assert any(ANSWER in text for text in line.shown), "the answer went through"
    assert any(WORDS in text for text in line.shown), "and the words did"


async def erased(line: Inspected) -> None:
    """The person erases everything."""
    await line.writes("/delete")
    await line.presses("Да, стереть")


_HARMLESS = ("seen", "lease:", "erase:report", "recent")


async def nothing_is_left(line: Inspected) -> None:
    """But marks of updates, a number for the report, and what lapses within seconds: no words."""
    await line.settled()
    prefix = row_key(line.conversation, "")
    contents = await line.contents()
    own = {name.removeprefix(prefix) for name in contents if name.startswith(prefix)}
    assert {row for row in own if not row.startswith(_HARMLESS)} == set()
    member = line.conversation.encode()
    pointing = {
        name for name, values in contents.items() if any(member in value for value in values)
    }
    assert pointing == set(), "no index, topic or code name leads to the conversation"
    await line.looked_through()


@pytest.mark.slow
async def test_a_conversation_to_its_close_and_erasure(line: Inspected) -> None:
    await greeted(line)
    await claimed(line)
    await line.acts(Action.CLOSE)
    assert await line.status() is Status.CLOSED
    await erased(line)
    await nothing_is_left(line)


@pytest.mark.slow
async def test_an_erasure_while_an_operator_is_there(line: Inspected) -> None:
    await greeted(line)
    await claimed(line)
    await erased(line)
    await nothing_is_left(line)


async def test_an_erasure_while_waiting(line: Inspected) -> None:
    await greeted(line)
    await line.writes(f"нас заперли {WORDS}")
    assert await line.status() is Status.QUEUED
    await erased(line)
    await nothing_is_left(line)


async def test_an_erasure_of_what_never_became_more_than_a_greeting(line: Inspected) -> None:
    await greeted(line)
    await erased(line)
    await nothing_is_left(line)


@pytest.mark.slow
async def test_a_second_life_begins_as_a_strangers(line: Inspected) -> None:
    await greeted(line)
    await claimed(line)
    await erased(line)
    line.buttons.clear()
    await line.starts()
    assert "Русский" in line.buttons, "the language is asked for anew"
    assert await line.status() is Status.BOT
