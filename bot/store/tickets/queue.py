"""Who waits for an operator, and who is with one. Nothing here costs more when more wait.

Two indexes of each partition: the waiting, by urgency and time, of any number; the claimed, bounded
by what operators can look after. A turn enters its ticket where it belongs and takes it out of the
other place in its own write, so neither is ever wrong about a ticket that is there. Rows lapse by
themselves and entries don't: whoever finds an entry without its ticket takes it out.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.store.client.connection import Redis, redis_errors
from bot.store.conversations.conversations import Conversations
from bot.store.names import Index, index_key
from bot.store.partitions import Entry, Partitions
from bot.tickets import queue_order
from bot.tickets.queue_health import BREACHES, WaitingCount
from bot.tickets.ticket import Ticket
from flows.urgency import Urgency


@dataclass(slots=True)
class _Counted:
    """Of one urgency, over the partitions asked so far."""

    count: int = 0
    late: int = 0
    oldest: Entry | None = None


class Queue:
    """Reads the two indexes."""

    def __init__(
        self, redis: Redis, partitions: Partitions, conversations: Conversations, clock: Clock
    ) -> None:
        self._redis = redis
        self._partitions = partitions
        self._conversations = conversations
        self._clock = clock

    async def waiting(self, start: int, count: int) -> tuple[list[Ticket], bool]:
        """Unclaimed tickets from place `start` on, the most urgent first; whether there are more.

        At most `count`, fewer where a ticket has lapsed. Between two calls the places may shift.
        """
        found, more = await self.waiting_by_conversation(start, count)
        return list(found.values()), more

    async def waiting_by_conversation(
        self, start: int, count: int
    ) -> tuple[dict[str, Ticket], bool]:
        """Unclaimed tickets as `waiting` gives them, by conversation in the same order; whether
        there are more."""
        found = await self._partitions.first(Index.QUEUE, start + count)
        page = found[start:]
        return await self._there(page), len(page) == count

    async def claimed(self) -> dict[str, Ticket]:
        """All claimed tickets, by conversation: at most as many as operators can look after."""
        return await self._there(await self._partitions.all(Index.CLAIMED))

    async def lines(self) -> dict[Urgency, WaitingCount]:
        """How many of each urgency wait, and for how long, from ranges of scores alone.

        A ticket that has lapsed is counted until somebody finds it; whoever stands first is looked
        at here.
        """
        now = self._clock.now()
        counted = {urgency: _Counted() for urgency in Urgency}
        filled = await self._partitions.filled(Index.QUEUE)
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            for part in filled:
                for urgency in Urgency:
                    _ask(pipe, index_key(part, Index.QUEUE), urgency, now)
            found = iter(await pipe.execute())
        for _ in filled:
            for urgency in Urgency:
                _add(counted[urgency], int(next(found)), int(next(found)), next(found))
        await self._there([one.oldest for one in counted.values() if one.oldest is not None])
        return {
            urgency: WaitingCount(one.count, _waited(now, one.oldest), one.late)
            for urgency, one in counted.items()
        }

    def batches(self) -> AsyncIterator[list[str]]:
        """Every conversation that either index names, some at a time; one that moves meanwhile may
        come twice."""
        return self._partitions.batches(Index.QUEUE, Index.CLAIMED)

    async def _there(self, entries: Sequence[Entry]) -> dict[str, Ticket]:
        """The tickets of entries, in their order. One that isn't there any more is taken out."""
        names = [entry.conversation for entry in entries]
        found = await self._conversations.tickets(names)
        for name in names:
            if name not in found:
                await self._conversations.take_out(name)
        return {name: found[name] for name in names if name in found}


def _ask(pipe: Redis, name: str, urgency: Urgency, now: datetime) -> None:
    first, end = queue_order.span(urgency)
    late = queue_order.rank(urgency, now - BREACHES[urgency])
    pipe.zcount(name, first, f"({end}")
    pipe.zcount(name, first, f"({late}")
    pipe.zrangebyscore(name, first, f"({end}", start=0, num=1, withscores=True)


def _add(to: _Counted, count: int, late: int, oldest: Sequence[tuple[bytes, float]]) -> None:
    to.count += count
    to.late += late
    heads = [Entry(float(score), member.decode()) for member, score in oldest]
    to.oldest = min([*heads, *([to.oldest] if to.oldest else [])], default=None)


def _waited(now: datetime, oldest: Entry | None) -> timedelta:
    """How long the first has waited."""
    if oldest is None:
        return timedelta()
    return timedelta(seconds=now.timestamp() - queue_order.since_of(oldest.score))
