"""However long a chat is, emptying it costs its length, and holds up nobody else."""

import asyncio
import gc
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.clock import SettableClock
from bot.intake.message_deletion import DELETE_AT_ONCE, MessageDeletion
from bot.privacy.chat_deletion import MOST, PAGE, WALL, Author, ChatMessage, ChatPlan
from bot.privacy.vault import Vault
from bot.store.keyring.keyring import Keyring
from bot.store.names import row_key
from bot.store.rows import encode_number
from flows.conversation import WipeAfter
from tests.bot.store.turns import SHE
from tests.kit.constants import NIGHT
from tests.kit.stored import Stored, stored

pytestmark = pytest.mark.alone

CHAT = 77
NOW = 1_000_000.0
SMALL, LONG = 1_000, 50_000


@dataclass
class Telegram:
    """Deletes whatever it is asked to."""

    deleted: list[int] = field(default_factory=list)
    calls: int = 0

    async def delete_messages(self, chat: int, numbers: list[int]) -> bool:
        assert chat == CHAT
        assert len(numbers) <= DELETE_AT_ONCE
        self.calls += 1
        self.deleted += numbers
        return True


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the processor: in all, and the longest that the event loop stood still."""

    all: float
    longest: float


@dataclass
class Emptier:
    """A store with one chat, and who empties it."""

    own: Stored
    telegram: Telegram
    deleting: MessageDeletion

    async def knows(self, count: int, *, age: float = 100.0) -> None:
        """So many numbers, as they lie there after many turns."""
        redis, vault = self.own.redis, Vault(self.own.keys)
        key, _ = await Keyring(self.own.keyring, vault).make_address_key(SHE)
        rows = [
            vault.seal(key, SHE, "messages", encode_number(message))
            for message in (ChatMessage(n, Author.PERSON, NOW - age) for n in range(1, count + 1))
        ]
        name = row_key(SHE, "messages")
        for start in range(0, count, PAGE):
            await redis.rpush(name, *rows[start : start + PAGE])
        await redis.pexpire(name, 1_000_000)

    async def left(self) -> list[int]:
        found = await self.own.store.people.messages(SHE)
        return [message.number for _, message in found]


@asynccontextmanager
async def emptier() -> AsyncIterator[Emptier]:
    async with stored(SettableClock(NIGHT)) as own:
        telegram = Telegram()
        bot: Any = telegram
        yield Emptier(own, telegram, MessageDeletion(bot, own.store.people))


@asynccontextmanager
async def without_collector() -> AsyncIterator[None]:
    """Its pauses grow with what other tests have left behind."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


async def cost(work: Awaitable[object]) -> Cost:
    """Of a piece of work, which runs beside somebody who wants to come to word again and again."""
    longest, ended = 0.0, False

    async def beat() -> None:
        nonlocal longest
        while not ended:
            before = time.process_time()
            await asyncio.sleep(0)
            longest = max(longest, time.process_time() - before)

    async with without_collector():
        beside = asyncio.ensure_future(beat())
        before = time.process_time()
        await work
        spent = time.process_time() - before
        ended = True
        await beside
    return Cost(spent, longest)


Work = Callable[[Emptier], Awaitable[object]]


def _everything(one: Emptier) -> Awaitable[object]:
    return one.deleting.everything(SHE, CHAT, NOW)


def _due(one: Emptier) -> Awaitable[object]:
    return one.deleting.due(SHE, ChatPlan(CHAT, WipeAfter.DAY), NOW, held=False)


def _given_up(one: Emptier) -> Awaitable[object]:
    return one.deleting.given_up(SHE, NOW)


@pytest.mark.parametrize(
    ("work", "age"),
    [(_everything, 100.0), (_due, 30 * 3600.0), (_given_up, WALL.total_seconds())],
    ids=["everything", "due", "given up"],
)
async def test_a_long_chat_costs_its_length_and_holds_up_nobody(work: Work, age: float) -> None:
    async with emptier() as one:
        await one.knows(SMALL, age=age)
        small = await cost(work(one))
        assert await one.left() == []
        await one.knows(LONG, age=age)
        long = await cost(work(one))
        assert await one.left() == []
    times = LONG / SMALL
    assert long.all < 2 * times * small.all, "a square would cost fifty times that"
    assert long.longest < 8 * small.longest, "as long as a page takes, not as the chat"


async def test_it_goes_oldest_first_and_nothing_is_asked_twice() -> None:
    async with emptier() as one:
        await one.knows(2 * PAGE + 1)
        await _everything(one)
        assert one.telegram.deleted == list(range(1, 2 * PAGE + 2))
        assert one.telegram.calls == 2 * PAGE // DELETE_AT_ONCE + 1


async def test_what_isnt_due_stays_over_all_pages() -> None:
    plan = ChatPlan(CHAT, WipeAfter.DAY)
    async with emptier() as one:
        await one.knows(MOST)
        again = await one.deleting.due(SHE, plan, NOW, held=False)
        assert (again, one.telegram.calls) == (NOW - 100 + 24 * 3600, 0)
        assert await one.left() == list(range(1, MOST + 1))


@pytest.mark.parametrize("held", [False, True])
async def test_of_too_many_the_oldest_go_early(held: bool) -> None:
    plan = ChatPlan(CHAT, WipeAfter.LATE)
    async with emptier() as one:
        await one.knows(MOST + 10)
        assert await one.deleting.due(SHE, plan, NOW, held=held) is not None
        assert one.telegram.deleted == list(range(1, PAGE + 11))
        assert await one.left() == list(range(PAGE + 11, MOST + 11))


async def test_many_that_nobody_can_open_any_more_stop_nothing() -> None:
    """More than a page of them, sealed by a key that is gone, before those that can be."""
    async with emptier() as one:
        redis, name = one.own.store.redis, row_key(SHE, "messages")
        await redis.rpush(name, *(b"gone %d" % n for n in range(PAGE + 1)))
        await one.knows(3)
        await _everything(one)
        assert one.telegram.deleted == [1, 2, 3]
        assert not await redis.exists(name)
