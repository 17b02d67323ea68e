"""A hint: a conversation's place in an index. What indexes are for, `bot.store.indexes` says.

Two things may happen to a hint at once: a turn gives it, and whoever looks at what is due takes it
away. A hint that is lost so is a cry for help that nobody escalates; so it is taken away only at
the score that was read before the conversation was (`settle_hints.lua`), and a turn moves the score
in any case (`soon.lua`).
"""

import asyncio
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from bot.privacy.retention import Retention
from bot.store.client.connection import Redis, answering
from bot.store.scripts import source


class Bound(StrEnum):
    """Which score counts where the conversation has one already: the last one, the higher one, or
    the earlier one, moved ahead by a millisecond."""

    LAST = ""
    HIGHER = "GT"
    SOONER = "soon"


class Hint(NamedTuple):
    """`name`: the index's."""

    name: str
    conversation: str
    score: float
    bound: Bound = Bound.LAST


class Looked(NamedTuple):
    """A hint that was looked at: at the score `seen`; `again`: its next one, None for no more."""

    conversation: str
    seen: float
    again: float | None = None


class Hints:
    """Gives hints on their own, and takes them away."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        alone = "soon(KEYS[1], ARGV[1], ARGV[2]) redis.call('PEXPIRE', KEYS[1], ARGV[3])"
        self._soon = redis.register_script(source("soon") + alone)
        self._settle = redis.register_script(source("settle_hints"))

    async def give(self, *hints: Hint) -> None:
        """Give hints apart from a write that can't take them along."""
        life = Retention.INDEX.milliseconds
        sooner = [hint for hint in hints if hint.bound is Bound.SOONER]
        others = [hint for hint in hints if hint.bound is not Bound.SOONER]
        with answering():
            if others:
                pipe = self._redis.pipeline(transaction=False)
                for index, conversation, score, bound in others:
                    pipe.zadd(index, {conversation: score}, gt=bound is Bound.HIGHER)
                    pipe.pexpire(index, life)
                await pipe.execute()
            await asyncio.gather(
                *(
                    self._soon(keys=[one.name], args=[repr(one.score), one.conversation, life])
                    for one in sooner
                )
            )

    async def settle(self, index: str, looked: Iterable[Looked]) -> None:
        """Put these right, but for those that a turn has moved since."""
        args: list[str] = []
        for conversation, seen, again in looked:
            args += [conversation, repr(seen), "" if again is None else repr(again)]
        if args:
            with answering():
                await self._settle(keys=[index], args=args)
