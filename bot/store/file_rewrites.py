"""The store's file is rewritten each hour, and soon after an erasure.

Redis keeps each command in its append-only file until it rewrites the file from what is there by
then. Of what was erased, or has lapsed, the file tells until then under which name and when. So
intake has every server rewrite it: at least once an hour, and within a minute after an erasure. To
erase in a loop doesn't rewrite in a loop: `PAUSE` lies between two rewrites, and the erasures of a
pause are gone with the next one.

Several processes share this by three short rows, which say nothing about anybody.
"""

import logging

from bot.errors import StoreUnavailable
from bot.privacy.retention import Retention
from bot.store.client.connection import Redis, redis_errors
from bot.store.client.every_server import EveryServer
from bot.telemetry.store_metrics import FILE_REWRITTEN

logger = logging.getLogger(__name__)

LOOK_SECONDS = 30.0
PAUSE_SECONDS = 600
"""Between two rewrites: one reads all of the memory, and writes it down."""

WANTED = "rewrite:wanted"
_PAUSE = "rewrite:pause"
_LATELY = "rewrite:lately"


class FileRewriteJob:
    """Sees to it that the files don't outlive what they are of by much."""

    def __init__(self, redis: Redis, servers: EveryServer) -> None:
        self._redis = redis
        self._servers = servers

    async def look(self) -> None:
        """Rewrite if it is time. Raises `StoreUnavailable`: then it still is."""
        with redis_errors():
            if not await self._redis.exists(WANTED) and await self._redis.exists(_LATELY):
                return
            if not await self._redis.set(_PAUSE, b"1", nx=True, px=PAUSE_SECONDS * 1000):
                return
            # Before the rewrite: who erases while it runs asks for another one.
            await self._redis.delete(WANTED)
        try:
            count = await self._servers.rewrite_files()
        except StoreUnavailable:
            await want(self._redis)
            raise
        with redis_errors():
            await self._redis.set(_LATELY, b"1", px=Retention.FILE_REWRITE.milliseconds)
        FILE_REWRITTEN.set_to_current_time()
        logger.info("files_rewritten", extra={"count": count})


async def want(redis: Redis) -> None:
    """Something was erased: the files are to forget it soon. Raises `StoreUnavailable`."""
    with redis_errors():
        await redis.set(WANTED, b"1", px=Retention.FILE_REWRITE.milliseconds)
