"""The long poll, the same for both bots: an update is confirmed only after its turn is written.

Telegram repeats what wasn't confirmed (Bot API, getUpdates: offset), and a repeat does nothing,
because its turn left a mark. So a crash at any moment loses no message.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import dataclass

from bot import monitoring
from bot.errors import ConfigError
from bot.taking import RETRY_SECONDS, Raw, Taker
from bot.tasks import ending

logger = logging.getLogger(__name__)

POLL_SECONDS = 25
LIMIT = 100
A_CHATS_SHARE = 10
"""Turns of one chat in one pass over a batch."""


@dataclass(frozen=True, slots=True)
class Bot:
    """What reading updates needs of a bot library, by polling or by webhook.

    `fetch(offset)`: the next updates. `handle(update)`: write its turn. `chat(update)`: updates
    of one chat are handled in order, different chats together. `pause(error)`: seconds to wait
    after an error of the connection's; None if the error is about this one update.
    """

    fetch: Callable[[int | None], Awaitable[Sequence[Raw]]]
    handle: Callable[[Raw], Awaitable[None]]
    chat: Callable[[Raw], Hashable]
    pause: Callable[[Exception, int], float | None]


class Poller:
    """Polls until cancelled."""

    def __init__(self, bot: Bot, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._bot = bot
        self._sleep = sleep
        self._taker = Taker(bot.handle, bot.pause)
        self._put_off_seconds = 0.0
        self._written: set[int] = set()

    async def run(self) -> None:
        """Poll for ever. Raises `ConfigError` when Telegram refuses the token."""
        offset: int | None = None
        failures = 0
        while not ending():
            try:
                updates = await self._bot.fetch(offset)
            except ConfigError:
                raise
            except Exception as error:  # whatever the network does, go on
                failures += 1
                await self._wait(error, failures)
                continue
            failures = 0
            unwritten = await self.take(updates)
            if unwritten is not None:
                offset = unwritten
                if self._put_off_seconds:
                    await self._sleep(self._put_off_seconds)
            elif updates:
                offset = int(updates[-1]["update_id"]) + 1

    async def _wait(self, error: Exception, failures: int) -> None:
        seconds = self._bot.pause(error, failures)
        if seconds is None:
            monitoring.capture(error)
            seconds = 1.0
        logger.warning("poll_failed", extra={"kind": type(error).__name__, "attempt": failures})
        await self._sleep(seconds)

    async def take(self, updates: Sequence[Raw]) -> int | None:
        """Write the turns of a batch; returns the first update that wasn't written.

        A chat gets `A_CHATS_SHARE` turns at most: who floods waits for the next pass, and the
        others don't wait for the flood. But where the batch is full, others may stand behind it,
        and only what is written makes room. What is written already above the first that isn't
        comes again with the next batch and is passed over.
        """
        self._put_off_seconds = 0.0
        share = A_CHATS_SHARE if len(updates) < LIMIT else LIMIT
        chats: dict[Hashable, list[Raw]] = defaultdict(list)
        for update in updates:
            if update["update_id"] not in self._written:
                chats[self._bot.chat(update)].append(update)
        left = await asyncio.gather(*(self._take_in_order(chat, share) for chat in chats.values()))
        first = min((update_id for update_id in left if update_id is not None), default=None)
        self._written = {one for one in self._written if first is not None and one > first}
        return first

    async def _take_in_order(self, updates: Sequence[Raw], share: int) -> int | None:
        for update in updates[:share]:
            seconds = await self._taker.take(update)
            if seconds is not None:
                self._put_off_seconds = max(self._put_off_seconds, RETRY_SECONDS, seconds)
                return int(update["update_id"])
            self._written.add(int(update["update_id"]))
        rest = updates[share : share + 1]
        return int(rest[0]["update_id"]) if rest else None
