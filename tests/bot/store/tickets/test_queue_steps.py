"""A ticket is always named where it belongs and nowhere else, however the steps of turns and of
readers fall, and who dies.

A turn is: read, begin (keyring), commit (store), confirm. A reader: look, take out. All are taken
one at a time here, by several at once, in an order that Hypothesis chooses; any of them may be the
last of its process. Rows may lapse: then an entry may stand until a reader comes, and never longer.
"""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from bot.attempt import Result
from bot.clock import SettableClock
from bot.privacy.vault import Keys, Vault
from bot.store import Changes, LoadedConversation, connect, open_store
from bot.store.conversations import recovery
from bot.store.conversations.index_entries import index_of
from bot.store.keyring.keyring import Keyring
from bot.store.names import Index, index_key, partition, row_key
from bot.tickets.operator import Operator
from bot.tickets.queue_order import order
from bot.tickets.ticket import Ticket, claimed, unclaimed
from flows.conversation import Conversation
from flows.status import Status
from flows.urgency import Urgency
from tests.bot.store.conftest import NOW
from tests.kit.empty_servers import empty_servers
from tests.kit.machine import AsyncMachine

SHE = "5e" * 16
ROBIN = Operator("r", name="Robin")
OPENED = Ticket("Amber-417", "danger", Urgency.NORMAL, "ru", NOW)
PROCESSES = st.integers(0, 1)
WANTED = st.sampled_from(["move", "move", "move", "raise", "close"])
"""Mostly claims, and tickets that are put back: only what moves can be lost."""
PLACES = (Index.QUEUE, Index.CLAIMED)


class Steps(AsyncMachine):
    """Two processes that take turns, and two readers."""

    def __init__(self) -> None:
        super().__init__()
        self.turns: dict[int, tuple[LoadedConversation, Changes]] = {}
        self.looks: dict[int, LoadedConversation] = {}
        self.lapsed = False

    @initialize()
    def begin(self) -> None:
        self.does(self._begin())

    async def _begin(self) -> None:
        servers = await self.stack.enter_async_context(empty_servers())
        self.redis = connect(servers.store, "HELPLINE_REDIS_URL")
        keys = connect(servers.keyring, "HELPLINE_KEYRING_URL")
        for client in (self.redis, keys):
            self.stack.push_async_callback(client.aclose)
        self.vault, self.keyring_redis = Vault(Keys.read(Keys.new_master())), keys
        self.keyring = Keyring(keys, self.vault)
        self.store = open_store(self.redis, keys, self.vault, SettableClock(NOW))

    @rule(process=PROCESSES, wanted=WANTED, begun=st.booleans())
    def a_turn_begins(self, process: int, wanted: str, begun: bool) -> None:
        """In place of the one that this process was at: it died there. `begun`: the keyring was
        told already."""
        read = self.does(self.store.conversations.load(SHE))
        self.turns[process] = read, _changes(read.ticket, wanted)
        if begun:
            self.does(self._told(*self.turns[process]))

    async def _told(self, read: LoadedConversation, changes: Changes) -> None:
        own = read.own or await self.keyring.for_turn(SHE, is_open=True)
        assert own is not None
        snapshot, turn = None, read.turn + 1
        if changes.ticket is not None:
            snapshot = recovery.sealed(
                self.vault, own.key, SHE, turn, changes.conversation, changes.ticket
            )
        await self.keyring.begin(SHE, own, turn, snapshot, is_open=changes.is_open)

    @rule(process=PROCESSES)
    def a_turn_is_written(self, process: int) -> None:
        """Unless another process has written first."""
        turn = self.turns.pop(process, None)
        if turn is not None:
            result = self.does(self.store.conversations.commit(SHE, *turn))
            if result is Result.DONE:
                self.lapsed = False

    @rule(reader=PROCESSES)
    def a_reader_looks(self, reader: int) -> None:
        self.looks[reader] = self.does(self.store.conversations.load(SHE))

    @rule(reader=PROCESSES)
    def a_reader_puts_right_what_it_saw(self, reader: int) -> None:
        if reader in self.looks:
            self.does(self.store.conversations.enter(SHE, self.looks.pop(reader)))

    @rule()
    def a_reader_takes_out_what_has_no_ticket(self) -> None:
        self.does(self.store.conversations.take_out(SHE))

    @rule()
    def its_rows_lapse(self) -> None:
        """All of them, the keys' as well."""
        self.does(self._lapse())
        self.lapsed = True

    async def _lapse(self) -> None:
        await self.redis.delete(row_key(SHE, "state"), row_key(SHE, "ticket"))
        rows = ("key", "ticket-key", "turn", recovery.ROW)
        await self.keyring_redis.delete(*(row_key(SHE, row) for row in rows))

    @rule()
    def the_queue_is_read(self) -> None:
        self.does(self.store.queue.waiting(0, 9))
        self.does(self.store.queue.claimed())
        self.lapsed = False

    @invariant()
    def it_is_named_where_it_belongs_and_nowhere_else(self) -> None:
        if hasattr(self, "store"):
            self.does(self._checked())

    async def _checked(self) -> None:
        read = await self.store.conversations.load(SHE)
        if read.set_back:
            return  # the keyring alone knows of it: whoever looks enters it
        ticket = read.ticket
        place = index_of(ticket)
        right = {} if ticket is None or place is None else {place: order(ticket)}
        found = await self._named()
        assert found == right or (self.lapsed and ticket is None)

    async def _named(self) -> dict[Index, float]:
        scores = {
            place: await self.redis.zscore(index_key(partition(SHE), place), SHE)
            for place in PLACES
        }
        return {place: score for place, score in scores.items() if score is not None}


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


TestSteps = pytest.mark.slow(Steps.TestCase)
TestSteps.settings = settings(
    max_examples=60,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
