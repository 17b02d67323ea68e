"""What was said in open tickets, as the console shows it. Turns write it (`TurnBatch`)."""

import asyncio
from dataclasses import dataclass

from bot.privacy.vault import Vault
from bot.store import log_lines
from bot.store.client.connection import Redis, redis_errors
from bot.store.conversations.batch import Batch
from bot.store.conversations.writer import BatchWriter
from bot.store.keyring.keyring import Keyring
from bot.store.log_lines import LOG, Delivery, LogLine
from bot.store.names import row_key


@dataclass(frozen=True, slots=True)
class Log:
    """The lines of what was said in a ticket. `lost`: how many lines from before there was no room
    for."""

    lines: tuple[LogLine, ...] = ()
    lost: int = 0


class TicketLog:
    """Reads what was said, and notes what became of messages."""

    def __init__(self, redis: Redis, keyring: Keyring, vault: Vault) -> None:
        self._redis = redis
        self._keyring = keyring
        self._vault = vault
        self._writer = BatchWriter(redis)

    async def read(self, conversation: str) -> Log:
        """All that is kept of it; nothing where this process can't open the ticket. Who may read
        it, whoever asks must know. Raises `StoreUnavailable`."""
        with redis_errors():
            row, held = await asyncio.gather(
                self._redis.hgetall(row_key(conversation, LOG)), self._keyring.look(conversation)
            )
        if held.key is None:
            return Log()
        lines = log_lines.opened(self._vault, held.key, conversation, row)
        return Log(tuple(lines), log_lines.lost(row))

    async def mark(self, conversation: str, line: int, delivery: Delivery) -> None:
        """Note what became of one message; nothing happens where its line isn't there."""
        batch = Batch(conversation)
        batch.delivered(delivery, line)
        await self._writer.write(batch)
