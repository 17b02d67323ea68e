"""A part of Redis for itself: every key and channel begins with a prefix, whatever is asked for.

Practice lives in one (docs/decisions/0043). The hash tag in a key's braces stays what it is, so a
cluster keeps together what belongs together. A command that isn't listed here isn't sent: nothing
reaches a key whose place in it isn't known. The deployment's user `practice` may touch no other
keys and channels, so Redis refuses as well what a mistake in this file would let through.
"""

from collections.abc import Sequence
from typing import Any

from redis.commands.core import AsyncCoreCommands

from bot.store.client.connection import Redis, redis_errors

_ONE_KEY = frozenset(
    {
        *("GET", "SET", "GETDEL", "INCRBY", "PEXPIRE", "PTTL"),
        *("HGET", "HMGET", "HSET", "HSETNX", "HINCRBY", "HGETALL", "HKEYS", "HDEL"),
        *("LINDEX", "LLEN", "LRANGE", "LREM", "LTRIM", "LPOS", "LSET", "RPUSH"),
        *("ZADD", "ZRANGE", "ZRANGEBYSCORE", "ZREM", "ZSCORE", "ZMSCORE", "ZCARD", "ZCOUNT"),
        "ZSCAN",
    }
)
_ALL_KEYS = frozenset({"MGET", "DEL", "EXISTS"})
_TWO_KEYS = frozenset({"RENAME", "RENAMENX"})
_SCRIPTS = frozenset({"EVAL", "EVALSHA"})
_NO_KEY = frozenset({"PING", "SCRIPT LOAD"})


class UnplacedError(Exception):
    """A command whose keys aren't known, so it isn't sent. Its name is a word of Redis's."""


class ApartRedis(AsyncCoreCommands):
    """A client for what begins with the prefix. It borrows the connections of another."""

    _event_dispatcher: Any = None

    def __init__(self, redis: Redis, prefix: str) -> None:
        self._redis = redis
        self._prefix = prefix.encode()
        self._touched: set[bytes] = set()

    async def execute_command(self, *args: Any, **options: Any) -> Any:
        """Execute a command; returns its answer. Raises `UnplacedError`, `RedisError`."""
        return await self._redis.execute_command(*self.placed(args), **options)

    def pipeline(self, *, transaction: bool) -> "_ApartPipeline":
        """Commands that travel together. Raises `UnplacedError` for a transaction."""
        if transaction:
            raise UnplacedError("MULTI")
        return _ApartPipeline(self, self._redis.pipeline(transaction=False))

    def get_encoder(self) -> Any:
        """How texts become bytes; asked for by scripts."""
        return self._redis.get_encoder()

    def placed(self, args: Sequence[Any]) -> tuple[Any, ...]:
        """A command with its keys where they belong. Raises `UnplacedError`."""
        name, *words = args
        first, last = _places(str(name).upper(), words)
        for at in range(first, last):
            words[at] = self._own(words[at])
            self._touched.add(words[at])
        return (name, *words)

    async def empty(self) -> None:
        """Delete every key that was ever asked for through this client. Raises
        `StoreUnavailable`: then it lapses by itself."""
        touched, self._touched = self._touched, set()
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            for key in touched:
                pipe.delete(key)
            if touched:
                await pipe.execute()

    def _own(self, key: Any) -> bytes:
        return self._prefix + (key if isinstance(key, bytes) else str(key).encode())


def _places(name: str, words: Sequence[Any]) -> tuple[int, int]:
    """From which word on, and up to which, keys stand."""
    if name in _ONE_KEY:
        return 0, 1
    if name in _TWO_KEYS:
        return 0, 2
    if name in _ALL_KEYS:
        return 0, len(words)
    if name in _SCRIPTS:
        return 2, 2 + int(words[1])
    if name in _NO_KEY:
        return 0, 0
    raise UnplacedError(name)


class _ApartPipeline(AsyncCoreCommands):
    """A pipeline whose keys are placed."""

    _event_dispatcher: Any = None

    def __init__(self, client: ApartRedis, pipe: Any) -> None:
        self._client = client
        self._pipe = pipe

    def execute_command(self, *args: Any, **options: Any) -> Any:
        """One more command."""
        return self._pipe.execute_command(*self._client.placed(args), **options)

    async def execute(self) -> list[Any]:
        """The answers, in order. Raises `RedisError`."""
        answers: list[Any] = await self._pipe.execute()
        return answers
