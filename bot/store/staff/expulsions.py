"""Who was taken off the roster and is yet to be put out of the operators' groups.

Whoever takes them off (a supervisor, or a command on the server) may be another process than the
one that can talk to the group; so their Telegram number waits here, sealed, until it is done.
"""

from bot.errors import Sealed
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors

ROW = "expelled"


class Expulsions:
    """Telegram numbers that wait to be put out of the groups."""

    def __init__(self, redis: Redis, vault: Vault) -> None:
        self._redis = redis
        self._vault = vault

    async def add(self, telegram_id: int) -> None:
        """Let them be put out. Repeats do no harm."""
        sealed = self._vault.seal_ticket(ROW, ROW, str(telegram_id).encode())
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            pipe.rpush(ROW, sealed)
            pipe.pexpire(ROW, Retention.EXPULSION.milliseconds)
            await pipe.execute()

    async def waiting(self) -> list[tuple[bytes, int]]:
        """Each as it lies there, and the number; what can't be opened isn't ours and goes."""
        with redis_errors():
            found = await self._redis.lrange(ROW, 0, -1)
        opened: list[tuple[bytes, int]] = []
        for raw in found:
            try:
                opened.append((raw, int(self._vault.open_ticket(ROW, ROW, raw))))
            except Sealed:
                await self.done(raw)
        return opened

    async def done(self, raw: bytes) -> None:
        """Take out the number of somebody who was put out."""
        with redis_errors():
            await self._redis.lrem(ROW, 0, raw)
