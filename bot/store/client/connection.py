"""Connections to Redis, and what its failures look like to the rest of the helpline."""

from types import TracebackType
from typing import Any, TypeAlias

from redis.exceptions import RedisClusterException, RedisError

from bot.errors import ConfigError, StoreUnavailable
from bot.store.client import topology

Redis: TypeAlias = Any
"""An async client. redis-py types every answer as bytes or str, for both of its modes at once; here
answers are always bytes, and `rows.decode` is where they get a type."""


def connect(url: str, variable: str) -> Redis:
    """A client with a pool. Raises `ConfigError` that names the variable, not its value."""
    try:
        return topology.client(topology.parse(url))
    except ValueError:
        raise ConfigError(f"{variable} must be an address: redis://127.0.0.1:6379/0") from None


class redis_errors:
    """Turns every failure of Redis into `StoreUnavailable`, without its text (it may quote)."""

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is not None and issubclass(kind, _FAULTS):
            raise StoreUnavailable(kind.__name__) from None


_FAULTS = (RedisError, RedisClusterException, OSError, TimeoutError)
