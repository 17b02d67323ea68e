"""Indexes over conversations: what is due, who waits, who wants to be woken.

In a cluster they live on other nodes than a conversation, and can't be part of its atomic write. So
they are hints: added before the write or with it, checked when read, dropped by whoever finds
nothing behind them.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.clock import Clock
from bot.store.client.connection import Redis, answering
from bot.store.hints import Bound, Hint, Hints, Looked
from bot.store.rows import Audience
from bot.store.tickets.queue_places import NAMES, TURNS, QueueIndex, place_of, told
from bot.tickets import ticket as tickets
from bot.tickets.ticket import Ticket
from flows.conversation import Conversation

HINT_GRACE = 30.0
"""Seconds that a hint outlives an empty outbox: the write that it announces may be under way."""

BATCH = 200


class Indexes:
    """The hints."""

    def __init__(self, redis: Redis, clock: Clock) -> None:
        self._redis = redis
        self._clock = clock
        self._hints = Hints(redis)

    def rank(self, state: Conversation) -> float:
        """How urgent what this turn sends is (`bot.tickets.rank`)."""
        return tickets.rank(state.urgency, self._clock.now())

    def hints(
        self,
        conversation: str,
        state: Conversation,
        ticket: Ticket | None,
        audiences: tuple[Audience, ...],
        turn: int,
    ) -> list[Hint]:
        """What a write makes due. To be given before it or with it: a crash in between leaves a
        harmless hint.

        `turn`: the number of the turn that is to be written (`tickets.queue` says what for).
        """
        now = self._clock.now()
        rank = self.rank(state)
        found = [Hint(f"due:{audience}", conversation, rank) for audience in audiences]
        found += _to_wake(conversation, state)
        place = place_of(ticket)
        if ticket is not None and place is not None:
            found.append(Hint(TURNS, conversation, told(turn, now), Bound.HIGHER))
            found.append(Hint(place, conversation, tickets.order(ticket)))
        return found

    async def due(self, audience: Audience) -> list[str]:
        """Conversations with something to send, the most urgent first."""
        with answering():
            found = await self._redis.zrange(f"due:{audience}", 0, BATCH - 1)
        return [member.decode() for member in found]

    async def ranks(self, audience: Audience, conversations: Sequence[str]) -> list[float]:
        """How urgent each is (`bot.tickets.rank`); 0 for one that the index doesn't name."""
        if not conversations:
            return []
        with answering():
            found = await self._redis.zmscore(f"due:{audience}", conversations)
        return [float(score or 0.0) for score in found]

    async def settle_due(self, audience: Audience, empty: Sequence[str]) -> None:
        """These outboxes are empty: drop their hints, unless they are fresh."""
        name = f"due:{audience}"
        now = self._clock.now().timestamp()
        with answering():
            pipe = self._redis.pipeline(transaction=False)
            for conversation in empty:
                pipe.zscore(name, conversation)
            scores = await pipe.execute() if empty else []
        old = [
            Looked(conversation, score)
            for conversation, score in zip(empty, scores, strict=True)
            if score is not None and now - tickets.since_of(score) > HINT_GRACE
        ]
        await self._hints.settle(name, old)

    async def sizes(self) -> dict[str, int]:
        """How many conversations each index names: an upper bound of what is due."""
        names = {one: one for one in ("due:person", "due:desk", "timers")}
        names |= {"queue": QueueIndex.WAITING, "claimed": QueueIndex.CLAIMED}
        with answering():
            pipe = self._redis.pipeline(transaction=False)
            for name in names.values():
                pipe.zcard(name)
            found = await pipe.execute()
        return dict(zip(names, (int(count) for count in found), strict=True))

    async def forget(self, conversation: str) -> None:
        """Drop every hint of the person's side."""
        with answering():
            pipe = self._redis.pipeline(transaction=False)
            for index in ("due:person", "timers", "wipes", *NAMES):
                pipe.zrem(index, conversation)
            await pipe.execute()

    async def due_timers(self, now: datetime) -> list[tuple[str, float]]:
        """Conversations that wanted to be woken by now, with the score of the hint."""
        with answering():
            found = await self._redis.zrangebyscore(
                "timers", "-inf", now.timestamp(), start=0, num=BATCH, withscores=True
            )
        return [(member.decode(), score) for member, score in found]

    async def remind(self, conversation: str, state: Conversation) -> None:
        """Give the hint of its timers again, should it be missing."""
        await self._hints.give(*_to_wake(conversation, state))

    async def settle_timer(self, conversation: str, seen: float, due: datetime | None) -> None:
        """Put the hint of a woken conversation right, unless a turn has just moved it."""
        again = None if due is None else due.timestamp()
        await self._hints.settle("timers", [Looked(conversation, seen, again)])


def _to_wake(conversation: str, state: Conversation) -> list[Hint]:
    due = min((timer.due for timer in state.timers), default=None)
    return [] if due is None else [Hint("timers", conversation, due.timestamp(), Bound.SOONER)]
