"""Who waits for an operator, and who is with one. Nothing here costs more when more wait.

Two indexes (`QueueIndex`): the waiting, by urgency and time, of any number; the claimed, bounded by
what operators can look after. Like all indexes they are hints, and a ticket that neither names
would be forgotten. So a turn names its ticket where it will belong *before* the write, and takes it
out of the other place *after* it; a crash in between leaves it in both, and whoever reads the wrong
one puts it right (`_mend`), at the latest the keeper.

To take a hint away is the dangerous part: another turn may be about to need it. Each announcement
therefore leaves the number of its turn (`TURNS`), and `settle.lua` takes away, in one step, only
what no later turn has announced. An announced turn that is never written (a crash, a conflict)
would keep a wrong hint for ever: after `HINT_GRACE`, longer than any write takes, it may be
overruled, if it is still the same as before the ticket was read.

    crash after the announcement   the old hint is right, the new one is ignored, mended after 30 s
    crash after the write          the new hint is right, the old one is mended by whoever reads it
    two turns at once              one is written; what the other announced is older than the
                                   written turn or the same, so it is mended like the above
    erasure                        no ticket: taken away by the turn, else by the erasure job
    a ticket that can't be opened  left alone: another process may hold the key
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.resources import files

from bot.clock import Clock
from bot.privacy.retention import Retention
from bot.store.client.connection import Redis, answering
from bot.store.conversations import revisions
from bot.store.conversations.batch import row_key
from bot.store.conversations.conversations import Conversations
from bot.store.indexes import BATCH, HINT_GRACE
from bot.store.tickets.queue_places import NAMES, TURNS, QueueIndex, place_of, time_of
from bot.tickets import ticket as tickets
from bot.tickets.queue_health import BREACHES, Line
from bot.tickets.ticket import Ticket
from flows.urgency import Urgency

_PLACES = (None, QueueIndex.WAITING, QueueIndex.CLAIMED)
"""As `settle.lua` numbers them."""

Hints = Sequence[tuple[str, float]]
"""Conversations with their scores."""


@dataclass(frozen=True, slots=True)
class Known:
    """A conversation's ticket after the turn with this number; None: it is over.

    `overruled`: what `TURNS` said before that was read, if it counts no longer; else -1.
    """

    conversation: str
    ticket: Ticket | None
    turn: int
    overruled: float = -1


class Queue:
    """Reads the hints, and puts them right."""

    def __init__(self, redis: Redis, conversations: Conversations, clock: Clock) -> None:
        self._redis = redis
        self._conversations = conversations
        self._clock = clock
        source = files("bot.store.scripts").joinpath("settle.lua").read_text(encoding="utf-8")
        self._settle = redis.register_script(source)

    async def waiting(self, start: int, count: int) -> tuple[list[Ticket], bool]:
        """Unclaimed tickets from place `start` on, the most urgent first; whether there are more.

        At most `count`, fewer if a hint was wrong. Between two calls the places may shift.
        """
        with answering():
            found = await self._redis.zrange(
                QueueIndex.WAITING, start, start + count - 1, withscores=True
            )
        checked = await self._checked(_hints(found), QueueIndex.WAITING)
        return list(checked.values()), len(found) == count

    async def claimed(self) -> dict[str, Ticket]:
        """All claimed tickets, by conversation: at most as many as operators can look after."""
        with answering():
            found = await self._redis.zrange(QueueIndex.CLAIMED, 0, -1, withscores=True)
        return await self._checked(_hints(found), QueueIndex.CLAIMED)

    async def lines(self) -> dict[Urgency, Line]:
        """How many of each urgency wait, and for how long, from ranges of scores alone.

        A hint in vain is counted until it is mended; whoever stands first is looked at.
        """
        now = self._clock.now()
        with answering():
            pipe = self._redis.pipeline(transaction=False)
            for urgency in Urgency:
                first, end = tickets.span(urgency)
                late = tickets.rank(urgency, now - BREACHES[urgency])
                pipe.zcount(QueueIndex.WAITING, first, f"({end}")
                pipe.zcount(QueueIndex.WAITING, first, f"({late}")
                pipe.zrangebyscore(
                    QueueIndex.WAITING, first, f"({end}", start=0, num=1, withscores=True
                )
            found = await pipe.execute()
        counted = dict(zip(Urgency, zip(*[iter(found)] * 3, strict=True), strict=True))
        await self._checked(
            _hints([one for *_, oldest in counted.values() for one in oldest]), QueueIndex.WAITING
        )
        return {
            urgency: Line(int(count), _waited(now, oldest), int(late))
            for urgency, (count, late, oldest) in counted.items()
        }

    async def batches(self) -> AsyncIterator[Hints]:
        """Everything that either index names, some at a time; one that moves meanwhile may come
        twice."""
        for place in QueueIndex:
            cursor = None
            while cursor != 0:
                with answering():
                    cursor, found = await self._redis.zscan(place, cursor or 0, count=BATCH)
                yield _hints(found)

    async def mend(self, batch: Hints) -> None:
        """Put right what is wrong among these."""
        names = [conversation for conversation, _ in batch]
        if not names:
            return
        found = await self._conversations.tickets(names)
        with answering():
            pipe = self._redis.pipeline(transaction=False)
            for place in QueueIndex:
                pipe.zmscore(place, names)
            scores = dict(zip(QueueIndex, await pipe.execute(), strict=True))
        for number, conversation in enumerate(names):
            at = {place: row[number] for place, row in scores.items() if row[number] is not None}
            if at != _right(found.get(conversation)):
                await self._mend(conversation)

    async def look(self, conversation: str) -> Known | None:
        """What is known of a ticket now; None for one that can't be opened here."""
        with answering():
            told = await self._redis.zscore(TURNS, conversation)
        read = await self._conversations.load(conversation)
        if read.ticket is None:
            with answering():
                if await self._redis.exists(row_key(conversation, "ticket")):
                    return None
        old = told is not None and self._clock.now().timestamp() - time_of(told) > HINT_GRACE
        # Not `read.turn`: without a state that is the number of a turn that was only announced.
        turn = revisions.number(read.revision)
        return Known(conversation, read.ticket, turn, told if old else -1)

    async def settle(self, known: Known) -> None:
        """Name a ticket where it belongs, and nowhere else, unless a later turn may move it."""
        place = place_of(known.ticket)
        score = 0.0 if known.ticket is None else tickets.order(known.ticket)
        place_number, life = _PLACES.index(place), Retention.INDEX.milliseconds
        with answering():
            await self._settle(
                keys=list(NAMES),
                args=[known.conversation, place_number, score, known.turn, known.overruled, life],
            )

    async def _checked(self, hints: Hints, place: QueueIndex) -> dict[str, Ticket]:
        """The tickets that are where they are said to be; the other hints are put right."""
        found = await self._conversations.tickets([conversation for conversation, _ in hints])
        right = {}
        for conversation, score in hints:
            ticket = found.get(conversation)
            if ticket is not None and place_of(ticket) is place:
                right[conversation] = ticket
            if _right(ticket).get(place) != score:
                await self._mend(conversation)
        return right

    async def _mend(self, conversation: str) -> None:
        known = await self.look(conversation)
        if known is not None:
            await self.settle(known)


def _right(ticket: Ticket | None) -> Mapping[QueueIndex, float]:
    """Where a ticket should be named, with which score."""
    place = place_of(ticket)
    return {} if ticket is None or place is None else {place: tickets.order(ticket)}


def _hints(found: Sequence[tuple[bytes, float]]) -> Hints:
    return [(member.decode(), float(score)) for member, score in found]


def _waited(now: datetime, oldest: Sequence[tuple[bytes, float]]) -> timedelta:
    """How long the first has waited."""
    if not oldest:
        return timedelta()
    return timedelta(seconds=now.timestamp() - tickets.since_of(oldest[0][1]))
