"""Published texts: the last versions, which of them is live, and the word to the running bots.

Nothing here is sealed, since texts are public, and nothing of it is believed: what lies here is
shown only with the signatures of enough publishers (`bot.texts.publishers.approval`). A version is
named by its digest.

A crash in the middle of a publication leaves everything as it was (MULTI). The word to the bots
may get lost; they look for themselves every `LOOK_SECONDS`.
"""

import zlib
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress

import msgspec
from redis.exceptions import WatchError

from bot.errors import Conflict
from bot.privacy.retention import Retention
from bot.store.client.connection import Redis, redis_errors

KEPT = 5
"""Versions that can be gone back to, the live one among them."""

MOST_BYTES = 16 * 1024 * 1024
"""Of a version's files, unpacked: many times as much as all texts are. Whoever can write to the
store could otherwise fill a bot's memory with a few kilobytes."""

LOOK_SECONDS = 30.0

CHANGED = "{texts}:changed"
"""The channel on which bots are told that other texts may be live."""

_TRIES = 5

_LIFE = Retention.PUBLICATION.milliseconds
_LIVE = "{texts}:live"
_HISTORY = "{texts}:history"
_SHOWN = "{texts}:shown"


class Publications:
    """Versions of the texts, newest first."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def live(self) -> bytes | None:
        """The signed statement about what is to be shown, as it was written; None if nothing was
        ever published, or it lapsed."""
        with redis_errors():
            found: bytes | None = await self._redis.get(_LIVE)
        return found

    async def history(self) -> list[str]:
        """The digests of all versions that are kept, newest first."""
        with redis_errors():
            found = await self._redis.lrange(_HISTORY, 0, -1)
        return [one.decode(errors="replace") for one in found]

    async def signed(self, digest: str) -> bytes | None:
        """The statement by which a version was published; None if it is gone."""
        with redis_errors():
            found: bytes | None = await self._redis.get(_signed(digest))
        return found

    async def files(self, digest: str) -> Mapping[str, str] | None:
        """Files under a digest, which need not be theirs; None if they are gone or unreadable."""
        with redis_errors():
            return unpacked(await self._redis.get(_files(digest)))

    async def publish(
        self,
        written: bytes,
        digest: str,
        files: Mapping[str, str],
        *,
        instead: bytes | None,
        before: str,
    ) -> int:
        """Make a version live; returns how many running bots were told.

        `instead`: what `live` gave; `before`: the digest that is live, which can be gone back to.
        Raises `Conflict` if somebody else published meanwhile; then nothing was changed.
        """
        kept_files = packed(files)

        def write(pipe: Redis, history: list[str]) -> None:
            earlier = history[history.index(before) :] if before in history else []
            kept = [digest, *(one for one in earlier if one != digest)][:KEPT]
            pipe.set(_files(digest), kept_files, px=_LIFE)
            pipe.set(_signed(digest), written, px=_LIFE)
            for one in history:
                if one not in kept:
                    pipe.delete(_files(one), _signed(one))
            pipe.delete(_HISTORY)
            pipe.rpush(_HISTORY, *kept)
            _point(pipe, written)

        return await self._switch(write, instead)

    async def back(self, written: bytes, *, instead: bytes | None) -> int:
        """Make a version live whose texts are here already, or came with the program; returns how
        many running bots were told. Raises `Conflict`."""
        return await self._switch(lambda pipe, _: _point(pipe, written), instead)

    async def keep(self) -> None:
        """Let everything live on: called by the bots that may."""
        with redis_errors():
            for digest in await self.history():
                await self._redis.pexpire(_files(digest), _LIFE)
                await self._redis.pexpire(_signed(digest), _LIFE)
            await self._redis.pexpire(_HISTORY, _LIFE)
            await self._redis.pexpire(_LIVE, _LIFE)

    async def listen(self) -> AsyncIterator[None]:
        """Once at the beginning, then whenever another version may be live."""
        with redis_errors():
            async with self._redis.pubsub() as channel:
                await channel.subscribe(CHANGED)
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
        """The versions that bots say they show, one by one, from now on."""
        with redis_errors():
            await self._redis.ping()  # a cluster's client knows its nodes only after a command
            async with self._redis.pubsub() as channel:
                await channel.subscribe(_SHOWN)
                await channel.get_message(timeout=LOOK_SECONDS)  # the subscription stands
                yield _versions(channel)

    async def _switch(
        self, write: Callable[[Redis, list[str]], None], instead: bytes | None
    ) -> int:
        """Write at once what `write` adds to a transaction, and tell the bots."""
        with redis_errors():
            for _ in range(_TRIES):
                async with self._redis.pipeline(transaction=True) as pipe:
                    await pipe.watch(_LIVE, _HISTORY)
                    if await pipe.get(_LIVE) != instead:
                        break
                    history = await pipe.lrange(_HISTORY, 0, -1)
                    pipe.multi()
                    write(pipe, [one.decode(errors="replace") for one in history])
                    with suppress(WatchError):  # a bot may only have renewed them
                        await pipe.execute()
                        return await self._tell()
        raise Conflict("somebody else published at the same moment; propose anew")

    async def _tell(self) -> int:
        """Wake the bots that listen; returns how many they are. After the write, since a cluster's
        transaction takes no PUBLISH; whoever misses it looks again before long."""
        return int(await self._redis.publish(CHANGED, b"1"))


def packed(files: Mapping[str, str]) -> bytes:
    """A version's files as they are kept."""
    return zlib.compress(msgspec.msgpack.encode(dict(files)))


def unpacked(found: bytes | None) -> Mapping[str, str] | None:
    """The files back; None for what is gone, unreadable or too large."""
    if found is None:
        return None
    reader = zlib.decompressobj()
    try:
        whole = reader.decompress(found, MOST_BYTES)
        if not reader.eof:
            return None
        return msgspec.msgpack.decode(whole, type=dict[str, str])
    except (zlib.error, ValueError):  # msgspec's errors are ValueErrors
        return None


def _point(pipe: Redis, written: bytes) -> None:
    pipe.pexpire(_HISTORY, _LIFE)
    pipe.set(_LIVE, written, px=_LIFE)


async def _versions(channel: Redis) -> AsyncIterator[str]:
    async for message in channel.listen():
        if message["type"] == "message":
            yield message["data"].decode(errors="replace")


def _files(digest: str) -> str:
    return f"{{texts}}:files:{digest}"


def _signed(digest: str) -> str:
    return f"{{texts}}:signed:{digest}"
