"""Delivery: everything is sent, in order, the urgent first, and one fault stops no other."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from bot.attempt import Later, Result
from bot.clock import SettableClock
from bot.errors import Conflict, HelplineError, StoreUnavailable
from bot.privacy.vault import Vault
from bot.processes.redis_server import Servers
from bot.store import Changes, Contact, Store, connect, open_store
from bot.store.names import Index
from bot.store.outbox.lease import Lease
from bot.store.outbox.local_delivery import WrittenOutbox
from bot.store.rows import Audience, PersonRow
from bot.telegram.delivery import SWEEP_SECONDS, Delivery
from flows.conversation import Conversation
from flows.urgency import Urgency
from tests.kit.constants import NOW
from tests.kit.stored import Stored, connected, stored

PERSON = Audience.PERSON
Reaction = Callable[[], Awaitable[None]]


@dataclass
class World:
    """A real store, a channel that records what it sends, and a sleep that the test ends."""

    own: Stored
    sent: list[tuple[str, str]] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    reactions: dict[str, list[Reaction]] = field(default_factory=dict)
    _asleep: list[tuple[float, asyncio.Event]] = field(default_factory=list)
    _busy: set[str] = field(default_factory=set)

    @property
    def store(self) -> Store:
        return self.own.store

    async def deliver(self, conversation: str, lease: Lease) -> None:
        assert conversation not in self._busy, "one conversation is sent to by two at once"
        self._busy.add(conversation)
        try:
            self.tried.append(conversation)
            if self.reactions.get(conversation):
                await self.reactions[conversation].pop(0)()
            if lease.written is not None:
                self.unread.append(conversation)
            for raw, row in await self.store.outbox.for_person(conversation):
                await self.store.outbox.sent(conversation, PERSON, raw)
                self.sent.append((conversation, row.text))
        finally:
            self._busy.discard(conversation)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        woken = asyncio.Event()
        self._asleep.append((seconds, woken))
        await woken.wait()

    def wake(self, seconds: float) -> None:
        """End every sleep of that length."""
        for length, woken in self._asleep:
            if length == seconds:
                woken.set()
        self._asleep = [one for one in self._asleep if one[0] != seconds]

    def react(self, conversation: str, *reactions: Reaction) -> None:
        """What happens at the next tries of a conversation, instead of nothing."""
        self.reactions[conversation] = list(reactions)

    async def say(
        self,
        conversation: str,
        *texts: str,
        urgency: Urgency = Urgency.NORMAL,
        store: Store | None = None,
        contact: Contact | None = None,
    ) -> None:
        rows = tuple(PersonRow(text) for text in texts)
        conversations = (store or self.store).conversations
        read = await conversations.load(conversation)
        state = Conversation(urgency=urgency)
        changes = Changes(state, None, to_person=rows, contact=contact)
        assert await conversations.commit(conversation, read, changes) is Result.DONE

    def delivery(self, store: Store, workers: int = 4) -> Delivery:
        """Through a store to this chat."""
        parts = store.outbox, store.leases, store.deliveries
        return Delivery(*parts, PERSON, self, workers=workers, sleep=self.sleep)

    @asynccontextmanager
    async def running(self, workers: int = 4) -> AsyncIterator[Delivery]:
        delivery = self.delivery(self.store, workers)
        task = asyncio.ensure_future(delivery.run())
        try:
            yield delivery
        finally:
            assert not task.done()
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


class Silent:
    """Delivers in another process, and never does."""

    def due(self, conversation: str, rank: float, written: WrittenOutbox | None = None) -> None:
        """It dies at this moment."""

    def is_free(self, _: str) -> bool:
        return False


def failing(error: Exception) -> Reaction:
    async def fail() -> None:
        raise error

    return fail


async def until(holds: Callable[[], bool]) -> None:
    """Let the others work until something holds."""
    async with asyncio.timeout(20):
        for _ in iter(holds, True):
            await asyncio.sleep(0)


@pytest.fixture
async def world() -> AsyncIterator[World]:
    async with stored(SettableClock(NOW)) as own:
        yield World(own)


async def test_what_waited_before_the_start_is_sent_in_order(world: World) -> None:
    await world.say("a", "one", "two")
    await world.say("a", "three")
    async with world.running():
        await until(lambda: len(world.sent) == 3)
    assert world.sent == [("a", "one"), ("a", "two"), ("a", "three")]


async def test_a_turn_of_this_process_wakes_it_at_once(world: World) -> None:
    """Nobody lets the sweep wake here, and Redis wakes nobody either."""
    async with world.own.redis.pubsub() as others:
        await others.subscribe("due:person")
        await others.get_message(timeout=20)
        async with world.running():
            await until(lambda: SWEEP_SECONDS in world.slept)
            await world.say("a", "one")
            await until(lambda: bool(world.sent))
        assert await others.get_message(timeout=0) is None
    assert world.sent == [("a", "one")]
    assert world.slept.count(SWEEP_SECONDS) == 1


async def test_the_more_urgent_turn_is_sent_first(world: World) -> None:
    async with world.running(workers=0) as delivery:
        await until(lambda: SWEEP_SECONDS in world.slept)
        await world.say("calm", "one")
        await world.say("danger", "two", urgency=Urgency.EMERGENCY)
        next_ones = [await delivery._next(), await delivery._next()]
    assert [conversation for conversation, _ in next_ones] == ["danger", "calm"]


async def test_who_becomes_urgent_while_waiting_moves_to_the_front(world: World) -> None:
    async with world.running(workers=0) as delivery:
        await until(lambda: SWEEP_SECONDS in world.slept)
        await world.say("calm", "one")
        await world.say("both", "two")
        await world.say("both", "three", urgency=Urgency.EMERGENCY)
        next_ones = [await delivery._next(), await delivery._next()]
        assert delivery._queue.qsize() == 1, "its old place"
    assert [conversation for conversation, _ in next_ones] == ["both", "calm"]


async def test_a_turn_of_another_process_wakes_it_at_once(world: World) -> None:
    async with world.running():
        async with asyncio.timeout(20):
            while not dict(await world.own.redis.pubsub_numsub("due:person"))[b"due:person"]:
                pass
        await until(lambda: SWEEP_SECONDS in world.slept)
        await world.say("a", "one", store=world.own.another_process())
        await until(lambda: bool(world.sent))
    assert world.sent == [("a", "one")]
    assert world.slept.count(SWEEP_SECONDS) == 1


async def test_the_sweep_finds_what_nobody_announced(world: World) -> None:
    other = world.own.another_process()
    async with world.running():
        await until(lambda: SWEEP_SECONDS in world.slept)
        # It died before it sent, and told nobody.
        with other.deliveries.delivering(PERSON, Silent()):
            await world.say("a", "one", store=other)
        assert world.sent == []
        world.wake(SWEEP_SECONDS)
        await until(lambda: bool(world.sent))
        assert await world.store.outbox.due(PERSON) == []
    assert world.sent == [("a", "one")]


async def test_the_urgent_ones_come_first(world: World) -> None:
    await world.say("calm", "one")
    await world.say("urgent", "two", urgency=Urgency.EMERGENCY)
    await world.say("high", "three", urgency=Urgency.HIGH)
    async with world.running(workers=1):
        await until(lambda: len(world.sent) == 3)
    assert world.tried == ["urgent", "high", "calm"]


async def test_who_becomes_urgent_while_others_wait_goes_first(world: World) -> None:
    """A long queue, as when Telegram slows us down: the newest is sent next if it is urgent."""
    held = asyncio.Event()

    async def hold() -> None:
        await held.wait()

    await world.say("first", "one")
    world.react("first", hold)
    async with world.running(workers=1):
        async with asyncio.timeout(20):
            while not dict(await world.own.redis.pubsub_numsub("due:person"))[b"due:person"]:
                pass
        await until(lambda: world.tried == ["first"])
        for number in range(5):
            await world.say(f"calm {number}", "two")
        await world.say("urgent", "three", urgency=Urgency.EMERGENCY)
        world.wake(SWEEP_SECONDS)
        await until(lambda: world.slept.count(SWEEP_SECONDS) == 2)
        held.set()
        await until(lambda: len(world.sent) == 7)
    assert world.sent[1] == ("urgent", "three")


async def test_later_means_later(world: World) -> None:
    await world.say("a", "one")
    world.react("a", failing(Later(7.0)), failing(Later(9.0)))
    async with world.running() as delivery:
        await until(lambda: 7.0 in world.slept)
        delivery.due("a")
        world.wake(SWEEP_SECONDS)
        await until(lambda: world.slept.count(SWEEP_SECONDS) == 2)
        assert world.tried == ["a"]
        world.wake(7.0)
        await until(lambda: 9.0 in world.slept)
        world.wake(9.0)
        await until(lambda: bool(world.sent))
    assert world.tried == ["a", "a", "a"]
    assert world.sent == [("a", "one")]


async def test_a_pause_until_something_new_comes_is_ended_by_nothing_else(world: World) -> None:
    await world.say("a", "one")
    world.react("a", failing(Later(7.0, until_heard=True)))
    async with world.running():
        await until(lambda: 7.0 in world.slept)
        world.wake(SWEEP_SECONDS)
        await until(lambda: world.slept.count(SWEEP_SECONDS) == 2)
        assert world.tried == ["a"]
        await world.say("a", "two")
        await until(lambda: len(world.sent) == 2)
    assert world.tried == ["a", "a"]


async def test_what_comes_just_before_such_a_pause_ends_it_too(world: World) -> None:
    await world.say("a", "one")
    async with world.running() as delivery:

        async def more() -> None:
            delivery.due("a")
            raise Later(7.0, until_heard=True)

        world.react("a", more)
        await until(lambda: bool(world.sent))
    assert world.tried == ["a", "a"]


async def test_of_what_is_being_sent_something_new_is_told(world: World) -> None:
    told: list[str] = []
    parts = world.store.outbox, world.store.leases, world.store.deliveries
    delivery = Delivery(*parts, PERSON, world, heard=told.append, sleep=world.sleep)
    delivery.due("a")
    assert told == []
    delivery._active.add("a")
    delivery.due("a")
    assert told == ["a"]


async def test_one_that_waits_holds_up_nobody(world: World) -> None:
    await world.say("a", "one", urgency=Urgency.HIGH)
    await world.say("b", "two")
    world.react("a", failing(Later(7.0)))
    async with world.running(workers=1):
        await until(lambda: world.sent == [("b", "two")])


async def test_while_everyone_is_paused_nobody_is_sent_to(world: World) -> None:
    """Telegram's flood limit is for the whole bot: the very next sending would break it again."""
    await world.say("a", "one", urgency=Urgency.HIGH)
    await world.say("b", "two")
    world.react("a", failing(Later(7.0, everyone=True)))
    async with world.running(workers=1):
        await until(lambda: 7.0 in world.slept)
        world.wake(SWEEP_SECONDS)
        await until(lambda: world.slept.count(SWEEP_SECONDS) == 2)
        assert world.tried == ["a"]
        world.wake(7.0)
        await until(lambda: len(world.sent) == 2)


async def test_two_pauses_last_until_both_are_over(world: World) -> None:
    await world.say("a", "one")
    await world.say("b", "two")
    both = asyncio.Barrier(2)

    def refused(seconds: float) -> Reaction:
        async def refuse() -> None:
            await both.wait()
            raise Later(seconds, everyone=True)

        return refuse

    world.react("a", refused(7.0))
    world.react("b", refused(30.0))
    async with world.running(workers=2):
        await until(lambda: {7.0, 30.0} <= set(world.slept))
        world.wake(7.0)
        world.wake(SWEEP_SECONDS)
        await until(lambda: world.slept.count(SWEEP_SECONDS) == 2)
        assert world.sent == []
        world.wake(30.0)
        await until(lambda: len(world.sent) == 2)


async def test_a_bug_in_one_conversation_stops_no_other(world: World) -> None:
    await world.say("a", "one", urgency=Urgency.HIGH)
    await world.say("b", "two")
    world.react("a", failing(ValueError("canary")))
    async with world.running(workers=1):
        await until(lambda: world.sent == [("b", "two")] and 30.0 in world.slept)
        world.wake(30.0)
        await until(lambda: len(world.sent) == 2)


@pytest.mark.parametrize("passing", [StoreUnavailable("x"), Conflict()])
async def test_what_passes_by_itself_is_no_fault_and_is_tried_again_soon(
    world: World, passing: HelplineError, caplog: pytest.LogCaptureFixture
) -> None:
    """The store doesn't answer, or others write to the conversation all the time."""
    await world.say("a", "one")
    world.react("a", failing(passing))
    async with world.running():
        await until(lambda: 1.0 in world.slept)
        world.wake(1.0)
        await until(lambda: bool(world.sent))
    assert "delivery_failed" not in caplog.messages


async def test_what_another_process_sends_is_left_to_it(world: World) -> None:
    await world.say("a", "one")
    async with world.store.leases.take("a", PERSON) as mine:
        assert mine
        async with world.running():
            await until(lambda: 1.0 in world.slept)
            assert world.tried == []


async def test_what_this_process_writes_is_sent_without_reading_it_back(world: World) -> None:
    async with world.running():
        await until(lambda: SWEEP_SECONDS in world.slept)
        await world.say("a", "one", contact=Contact(77))
        await until(lambda: bool(world.sent))
        await world.store.people.end("a")  # which the real channel does with its last message
        await world.say("b", "two", contact=Contact(78), store=world.own.another_process())
        await until(lambda: len(world.sent) == 2)
    assert world.sent == [("a", "one"), ("b", "two")]
    assert world.unread == ["a"]


async def test_while_nobody_may_be_sent_to_no_lease_is_taken(world: World) -> None:
    await world.say("a", "one")
    world.react("a", failing(Later(7.0, everyone=True)))
    async with world.running():
        await until(lambda: 7.0 in world.slept)
        await world.say("b", "two", contact=Contact(78))
        world.wake(7.0)
        await until(lambda: len(world.sent) == 2)
    assert world.unread == []


@pytest.mark.slow
async def test_whoever_is_told_to_end_ends_at_any_moment(world: World) -> None:
    """Also while it subscribes, where redis-py may swallow that it was told."""
    for steps in 5 * tuple(range(60)):
        redis = connect(world.own.servers.store, "HELPLINE_REDIS_URL")
        store = open_store(redis, world.own.keyring, Vault(world.own.keys), world.own.clock)
        task = asyncio.ensure_future(world.delivery(store).run())
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        ended, _ = await asyncio.wait([task], timeout=20)
        assert ended
        await redis.aclose()


async def test_what_becomes_due_while_it_is_sent_is_sent_too(world: World) -> None:
    await world.say("a", "one")
    async with world.running(workers=4) as delivery:

        async def more() -> None:
            delivery.due("a")
            delivery.due("a")

        world.react("a", more)
        await until(lambda: len(world.tried) >= 2)
    assert world.tried[:2] == ["a", "a"]
    assert world.sent == [("a", "one")]


async def test_an_outbox_that_was_emptied_isnt_due_any_more(world: World) -> None:
    await world.say("a", "one")
    async with world.running():
        await until(lambda: bool(world.sent) and SWEEP_SECONDS in world.slept)
        assert await world.store.outbox.due(PERSON) == []
        assert (await world.store.partitions.sizes())[Index.TO_PERSON] == 0


@pytest.mark.slow
async def test_without_a_store_it_goes_on_trying() -> None:
    nowhere = Servers("unix:///nowhere/redis.sock", "unix:///nowhere/keyring.sock")
    async with connected(nowhere, SettableClock(NOW)) as own:
        world = World(own)
        async with world.running():
            await until(lambda: world.slept == [0.5, 0.5])  # listening, and looking
            world.wake(0.5)
            await until(lambda: world.slept[2:] == [1.0, 1.0])
