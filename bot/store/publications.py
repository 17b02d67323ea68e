"""Published texts: the last versions, which of them is current, and the word to the running bots.

Published texts are public, but not just anybody's: they are sealed, so that who can write to Redis
but has no key can't put words or phone numbers into the helpline's mouth.

A crash in the middle of a publication leaves everything as it was (MULTI). The word to the bots
may get lost; they look for themselves every `LOOK_SECONDS`.
"""

import zlib
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import msgspec
from redis.exceptions import WatchError

from bot.errors import Conflict, Sealed
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors

KEPT = 5
"""Versions that can be gone back to, the current one among them."""

LOOK_SECONDS = 30.0

_LIFE = Retention.PUBLICATION.milliseconds
_CURRENT = "{texts}:current"
_HISTORY = "{texts}:history"
_CHANGED = "{texts}:changed"
_SHOWN = "{texts}:shown"


class Publications:
    """Versions of the texts, newest first."""

    def __init__(self, redis: Redis, vault: Vault) -> None:
        self._redis = redis
        self._vault = vault

    async def current(self) -> str | None:
        """The version that is to be shown; None if nothing was ever published, or it lapsed."""
        with redis_errors():
            found = await self._redis.get(_CURRENT)
        return found.decode() if found else None

    async def history(self) -> list[str]:
        """All versions that are kept, newest first."""
        with redis_errors():
            return [one.decode() for one in await self._redis.lrange(_HISTORY, 0, -1)]

    async def files(self, version: str) -> Mapping[str, str] | None:
        """The texts of a version; None if they are gone, or nobody with our key wrote them."""
        with redis_errors():
            sealed = await self._redis.get(_tree(version))
        if sealed is None:
            return None
        try:
            packed = zlib.decompress(self._vault.open_ticket("texts", version, sealed))
        except Sealed:
            return None
        return msgspec.msgpack.decode(packed, type=dict[str, str])

    async def publish(self, version: str, files: Mapping[str, str], first: str) -> int:
        """Make a version current; returns how many running bots were told.

        `first`: what is live while nothing is published. Raises `Conflict` if somebody else
        published at the same moment; then nothing was changed.
        """
        packed = zlib.compress(msgspec.msgpack.encode(dict(files)))
        sealed = self._vault.seal_ticket("texts", version, packed)
        with redis_errors():
            async with self._transaction() as (pipe, current, history):
                before = history[history.index(current) :] if current in history else [first]
                kept = [version, *(one for one in before if one != version)][:KEPT]
                pipe.set(_tree(version), sealed, px=_LIFE)
                dropped = [_tree(one) for one in history if one not in kept]
                if dropped:
                    pipe.delete(*dropped)
                pipe.delete(_HISTORY)
                pipe.rpush(_HISTORY, *kept)
                self._point(pipe, version)
                await pipe.execute()
            return await self._tell()

    async def back(self) -> tuple[str, int] | None:
        """Make the version before the current one current: (version, bots told).

        None if there is none. Raises `Conflict`.
        """
        with redis_errors():
            async with self._transaction() as (pipe, current, history):
                after = history[history.index(current) + 1 :] if current in history else []
                if not after:
                    return None
                self._point(pipe, after[0])
                await pipe.execute()
            return after[0], await self._tell()

    async def keep(self) -> None:
        """Let everything live on: called by the bots that show it."""
        with redis_errors():
            for version in await self.history():
                await self._redis.pexpire(_tree(version), _LIFE)
            await self._redis.pexpire(_HISTORY, _LIFE)
            await self._redis.pexpire(_CURRENT, _LIFE)

    async def listen(self) -> AsyncIterator[None]:
        """Once at the beginning, then whenever the current version may have changed."""
        with redis_errors():
            async with self._redis.pubsub() as channel:
                await channel.subscribe(_CHANGED)
                await channel.get_message(timeout=LOOK_SECONDS)  # the subscription stands
                while True:
                    yield
                    await channel.get_message(ignore_subscribe_messages=True, timeout=LOOK_SECONDS)

    async def show(self, version: str) -> None:
        """Tell whoever published that this bot shows a version now."""
        with redis_errors():
            await self._redis.publish(_SHOWN, version)

    @asynccontextmanager
    async def shown(self) -> AsyncIterator[AsyncIterator[str]]:
        """What bots say that they show from now on, one version each."""
        with redis_errors():
            await self._redis.ping()  # a cluster's client knows its nodes only after a command
            async with self._redis.pubsub() as channel:
                await channel.subscribe(_SHOWN)
                await channel.get_message(timeout=LOOK_SECONDS)  # the subscription stands
                yield _versions(channel)

    @asynccontextmanager
    async def _transaction(self) -> AsyncIterator[tuple[Redis, str, list[str]]]:
        async with self._redis.pipeline(transaction=True) as pipe:
            await pipe.watch(_CURRENT, _HISTORY)
            current = (await pipe.get(_CURRENT) or b"").decode()
            history = [one.decode() for one in await pipe.lrange(_HISTORY, 0, -1)]
            pipe.multi()
            try:
                yield pipe, current, history
            except WatchError:
                raise Conflict("somebody else published at the same moment; try again") from None

    def _point(self, pipe: Redis, version: str) -> None:
        pipe.pexpire(_HISTORY, _LIFE)
        pipe.set(_CURRENT, version, px=_LIFE)

    async def _tell(self) -> int:
        """Wake the bots that listen; returns how many they are. After the write, since a cluster's
        transaction takes no PUBLISH; whoever misses it looks again before long."""
        return int(await self._redis.publish(_CHANGED, b"1"))


async def _versions(channel: Redis) -> AsyncIterator[str]:
    async for message in channel.listen():
        if message["type"] == "message":
            yield message["data"].decode()


def _tree(version: str) -> str:
    return f"{{texts}}:tree:{version}"
