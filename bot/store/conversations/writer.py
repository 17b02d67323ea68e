"""The one way to write to a conversation: a batch, as one step of Redis (`commit.lua`)."""

from bot.store.client.connection import Redis, redis_errors
from bot.store.conversations.batch import Batch
from bot.store.conversations.outcome import Outcome
from bot.store.conversations.update_marks import mark_of
from bot.store.scripts import source

ANY = "*"
"""For a write that holds whatever the state is by now."""


class BatchWriter:
    """Writes a batch as one step of Redis."""

    def __init__(self, redis: Redis) -> None:
        self._script = redis.register_script(source("thin", "line", "commit"))

    async def write(self, batch: Batch, revision: str = ANY, update: str | None = None) -> Outcome:
        """Write all of it or nothing. `revision`: what was read, and must stand still; `update`:
        which mustn't have been taken before."""
        keys, args = batch.asked(revision, mark_of(update) if update else b"")
        with redis_errors():
            return Outcome.read(int(await self._script(keys=keys, args=args)))
