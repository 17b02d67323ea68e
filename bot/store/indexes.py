"""Indexes over conversations: what is due, who waits, who wants to be woken.

They can't be part of a conversation's atomic write (in a cluster they live on other nodes), so they
are hints: added before the write, checked when read, dropped by whoever finds nothing behind them.
"""

from collections.abc import Sequence
from datetime import datetime

from bot import tickets
from bot.ports import Clock
from bot.retention import Retention
from bot.store.connection import Redis, answering
from bot.store.queue_places import NAMES, TURNS, Place, place_of, told
from bot.store.rows import Audience
from bot.tickets import Ticket
from flows.conversation import Conversation

HINT_GRACE = 30.0
"""Seconds that a hint outlives an empty outbox: the write that it announces may be under way."""

BATCH = 200


class Indexes:
    """The hints."""

    def __init__(self, redis: Redis, clock: Clock) -> None:
        self._redis = redis
        self._clock = clock

    async def announce(
        self,
        conversation: str,
        state: Conversation,
        ticket: Ticket | None,
        audiences: tuple[Audience, ...],
        turn: int,
    ) -> float:
        """Say what a write is about to make due, and return how urgent that is (the rank). A crash
        in between leaves a harmless hint.

        `turn`: the number of the turn that is to be written (`bot.store.queue` says what for).
        """
        now = self._clock.now()
        rank = tickets.rank(state.urgency, now)
        pipe = self._redis.pipeline(transaction=False)
        life = Retention.INDEX.milliseconds
        for audience in audiences:
            pipe.zadd(f"due:{audience}", {conversation: rank})
            pipe.pexpire(f"due:{audience}", life)
        if state.timers:
            due = min(timer.due for timer in state.timers).timestamp()
            pipe.zadd("timers", {conversation: due}, lt=True)
            pipe.pexpire("timers", life)
        place = place_of(ticket)
        if ticket is not None and place is not None:
            pipe.zadd(TURNS, {conversation: told(turn, now)}, gt=True)
            pipe.zadd(place, {conversation: tickets.order(ticket)})
            pipe.pexpire(TURNS, life)
            pipe.pexpire(place, life)
        if len(pipe):
            with answering():
                await pipe.execute()
        return rank

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
                conversation
                for conversation, score in zip(empty, scores, strict=True)
                if score is not None and now - tickets.since_of(score) > HINT_GRACE
            ]
            if old:
                await self._redis.zrem(name, *old)

    async def sizes(self) -> dict[str, int]:
        """How many conversations each index names: an upper bound of what is due."""
        names = {one: one for one in ("due:person", "due:desk", "timers")}
        names |= {"queue": Place.WAITING, "claimed": Place.CLAIMED}
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

    async def settle_timer(self, conversation: str, seen: float, due: datetime | None) -> None:
        """Put the hint of a woken conversation right, unless a turn has just moved it."""
        with answering():
            if await self._redis.zscore("timers", conversation) != seen:
                return
            if due is None:
                await self._redis.zrem("timers", conversation)
            else:
                await self._redis.zadd("timers", {conversation: due.timestamp()})
