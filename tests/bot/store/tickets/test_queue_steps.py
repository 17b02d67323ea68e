"""No ticket is ever named nowhere, however the steps of turns and of readers fall, and who dies.

A turn is: read, announce, write, settle. A reader: look, settle. All are taken one at a time here,
by several at once, in an order that Hypothesis chooses; any of them may be the last of its process.
"""

import asyncio
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.clock import SettableClock
from bot.privacy.vault import Keys, Vault
from bot.processes.redis_server import redis_server
from bot.store import Changes, Loaded, connect, open_store
from bot.store.chats.wipes import Wipes
from bot.store.conversations.conversations import Conversations
from bot.store.hints import Hint
from bot.store.indexes import HINT_GRACE, Indexes
from bot.store.keyring.keyring import Keyring
from bot.store.outbox.nearby import Nearby
from bot.store.rows import Audience
from bot.store.tickets.queue import Known
from bot.store.tickets.queue_places import QueueIndex, place_of
from bot.tickets.operator import Operator
from bot.tickets.ticket import Ticket, claimed, order, unclaimed
from flows.conversation import Conversation
from flows.status import Status
from flows.urgency import Urgency
from tests.bot.store.conftest import NOW, give_hints

SHE = "5e" * 16
ROBIN = Operator("r", name="Robin")
OPENED = Ticket("Amber-417", "danger", Urgency.NORMAL, "ru", NOW)
PROCESSES = st.integers(0, 1)
WANTED = st.sampled_from(["move", "move", "move", "raise", "close"])
"""Mostly claims, and tickets that are put back: only what moves can be lost."""

T = TypeVar("T")


class Announced(Indexes):
    """The machine announces in a step of its own; the write must not do it again."""

    def hints(
        self,
        conversation: str,
        state: Conversation,
        ticket: Ticket | None,
        audiences: tuple[Audience, ...],
        turn: int,
    ) -> list[Hint]:
        """None."""
        return []


@dataclass(frozen=True, slots=True)
class Turn:
    """A process in the middle of one. `done`: how many of its steps."""

    read: Loaded
    changes: Changes
    done: int = 0


class Steps(RuleBasedStateMachine):
    """Two processes that take turns, and two readers."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.stack = AsyncExitStack()
        self.turns: dict[int, Turn] = {}
        self.looks: dict[int, Known] = {}

    def does(self, work: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(work)

    @initialize()
    def begin(self) -> None:
        self.does(self._begin())

    async def _begin(self) -> None:
        url = await self.stack.enter_async_context(redis_server())
        self.redis = connect(url, "HELPLINE_REDIS_URL")
        self.stack.push_async_callback(self.redis.aclose)
        vault, self.clock = Vault(Keys.read(Keys.new_master())), SettableClock(NOW)
        self.store = open_store(self.redis, self.redis, vault, self.clock)
        keyring, silent = Keyring(self.redis, vault), Announced(self.redis, self.clock)
        wipes, nearby = Wipes(self.redis), Nearby()
        self.written = Conversations(self.redis, keyring, vault, silent, wipes, nearby)

    @rule(process=PROCESSES, wanted=WANTED, steps=st.sampled_from([1, 2, 2, 3]))
    def a_turn_begins(self, process: int, wanted: str, steps: int) -> None:
        """In place of the one that this process was at: it died there."""
        read = self.does(self.store.conversations.load(SHE))
        self.turns[process] = Turn(read, _changes(read.ticket, wanted))
        self.a_turn_goes_on(process, steps)

    @rule(process=PROCESSES, steps=st.integers(1, 3))
    def a_turn_goes_on(self, process: int, steps: int) -> None:
        for _ in range(steps):
            turn = self.turns.pop(process, None)
            if turn is not None and self.does(self._step(turn)) and turn.done < 2:
                self.turns[process] = replace(turn, done=turn.done + 1)

    async def _step(self, turn: Turn) -> bool:
        """Its next step; False if another process has written first."""
        ticket, number = turn.changes.ticket, turn.read.turn + 1
        if turn.done == 0:
            await give_hints(self.store, SHE, turn.changes.conversation, ticket, (), number)
            return True
        if turn.done == 1:
            return bool(await self.written.commit(SHE, turn.read, turn.changes))
        await self.store.queue.settle(Known(SHE, ticket, number))
        return True

    @rule(reader=PROCESSES)
    def a_reader_looks(self, reader: int) -> None:
        known = self.does(self.store.queue.look(SHE))
        if known is not None:
            self.looks[reader] = known

    @rule(reader=PROCESSES)
    def a_reader_settles(self, reader: int) -> None:
        if reader in self.looks:
            self.does(self.store.queue.settle(self.looks.pop(reader)))

    @rule()
    def time_passes(self) -> None:
        """Longer than a write takes: those that were under way have failed."""
        self.clock.advance(HINT_GRACE + 1)
        self.turns = {number: turn for number, turn in self.turns.items() if turn.done == 2}

    @rule()
    def all_is_quiet_and_the_keeper_comes(self) -> None:
        self.time_passes()
        self.does(self._kept())

    async def _kept(self) -> None:
        async for batch in self.store.queue.batches():
            await self.store.queue.mend(batch)
        ticket, place = await self._right()
        assert await self._named() == ({} if ticket is None else {place: order(ticket)})

    @invariant()
    def nobody_is_forgotten(self) -> None:
        if hasattr(self, "store"):
            self.does(self._remembered())

    async def _remembered(self) -> None:
        ticket, place = await self._right()
        assert ticket is None or place in await self._named()

    async def _right(self) -> tuple[Ticket | None, QueueIndex | None]:
        ticket = (await self.store.conversations.load(SHE)).ticket
        return ticket, place_of(ticket)

    async def _named(self) -> dict[QueueIndex, float]:
        scores = {place: await self.redis.zscore(place, SHE) for place in QueueIndex}
        return {place: score for place, score in scores.items() if score is not None}

    def teardown(self) -> None:
        self.does(self.stack.aclose())
        self.runner.close()


def _changes(ticket: Ticket | None, wanted: str) -> Changes:
    """What a turn makes of a ticket; where there is none, it opens one."""
    if ticket is None:
        return Changes(Conversation(status=Status.QUEUED), OPENED)
    if wanted == "close":
        return Changes(Conversation(status=Status.CLOSED), None, closed=True)
    if wanted == "raise":
        ticket = replace(ticket, urgency=Urgency.HIGH)
    elif ticket.assignee is None:
        ticket = claimed(ticket, ROBIN, NOW)
    else:
        ticket = unclaimed(ticket)
    status = Status.QUEUED if ticket.assignee is None else Status.HUMAN
    return Changes(Conversation(status=status), ticket)


TestSteps = Steps.TestCase
TestSteps.settings = settings(
    max_examples=60,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
