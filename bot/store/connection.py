"""Connections to Redis, and what its failures look like to the rest of the helpline."""

from types import TracebackType
from typing import Any, TypeAlias

import redis.asyncio as aioredis
from redis.asyncio.retry import Retry
from redis.backoff import ExponentialBackoff
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import RedisError

from bot.errors import ConfigError, StoreUnavailable

Redis: TypeAlias = Any
"""An async client. redis-py types every answer as bytes or str, for both of its modes at once; here
answers are always bytes, and `rows.decode` is where they get a type."""

SOCKET_SECONDS = 5.0


def connect(url: str, variable: str) -> Redis:
    """A client with a pool. Raises `ConfigError` that names the variable, not its value."""
    try:
        return aioredis.Redis.from_url(
            url,
            socket_timeout=SOCKET_SECONDS,
            socket_connect_timeout=SOCKET_SECONDS,
            retry=Retry(ExponentialBackoff(cap=0.5, base=0.05), retries=3),
            retry_on_error=[RedisConnectionError],
            max_connections=64,
        )
    except ValueError:
        raise ConfigError(f"{variable} must be an address: redis://127.0.0.1:6379/0") from None


class answering:
    """Turns every failure of Redis into `StoreUnavailable`, without its text (it may quote)."""

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is not None and issubclass(kind, RedisError | OSError | TimeoutError):
            raise StoreUnavailable(kind.__name__) from None
