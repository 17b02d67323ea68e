"""A hint: a conversation's place in an index. What indexes are for, `bot.store.indexes` says."""

from typing import NamedTuple

from bot.retention import Retention
from bot.store.connection import Redis, answering


class Hint(NamedTuple):
    """`name`: the index's. `bound`: "LT" or "GT" where a lower, or a higher, score stays; "" where
    the last one counts."""

    name: str
    conversation: str
    score: float
    bound: str = ""


async def give(redis: Redis, *hints: Hint) -> None:
    """Give hints on their own, ahead of a write that can't take them along."""
    if not hints:
        return
    with answering():
        pipe = redis.pipeline(transaction=False)
        for name, conversation, score, bound in hints:
            pipe.zadd(name, {conversation: score}, lt=bound == "LT", gt=bound == "GT")
            pipe.pexpire(name, Retention.INDEX.milliseconds)
        await pipe.execute()
