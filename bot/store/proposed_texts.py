"""Texts that are proposed in the console: one at a time, its files, the signatures under it,
and what enough publishers have signed, for intake to make live.

Nothing here is believed, as nothing of what is published is (`bot.store.publications`): whoever
reads it judges the signatures. So that the console can publish nothing, it may write these rows
and not those.
"""

from collections.abc import Mapping

from bot.privacy.retention import Retention
from bot.store.client.connection import Redis, redis_errors
from bot.store.publications import CHANGED, packed, unpacked

_NOW = "{proposed}:now"
_DUE = "{proposed}:due"
_LIFE = Retention.PROPOSED_TEXTS.milliseconds
_WITHDRAW = """
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1], KEYS[2])
"""


class ProposedTexts:
    """The proposal of texts, of which there may be one. `name`: of a statement, by which signatures
    under another one are told apart."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._withdraw = redis.register_script(_WITHDRAW)

    async def propose(self, written: bytes, digest: str, files: Mapping[str, str]) -> bool:
        """Write a proposal down; False if there is one already. Raises `StoreUnavailable`."""
        with redis_errors():
            await self._redis.set(_files(digest), packed(files), px=_LIFE)
            return bool(await self._redis.set(_NOW, written, px=_LIFE, nx=True))

    async def now(self) -> bytes | None:
        """The proposal as it was written; None if there is none."""
        with redis_errors():
            found: bytes | None = await self._redis.get(_NOW)
        return found

    async def files(self, digest: str) -> Mapping[str, str] | None:
        """Files under a digest, which need not be theirs; None if they are gone or unreadable."""
        with redis_errors():
            return unpacked(await self._redis.get(_files(digest)))

    async def withdraw(self, written: bytes, name: str) -> bool:
        """Take a proposal back, with the signatures under it; False if another one is there by
        now."""
        with redis_errors():
            return bool(await self._withdraw(keys=[_NOW, _signatures(name)], args=[written]))

    async def sign(self, name: str, publisher: str, signature: bytes) -> bool:
        """Add a publisher's signature; False if theirs is there already."""
        with redis_errors():
            pipe = self._redis.pipeline(transaction=True)
            pipe.hsetnx(_signatures(name), publisher, signature)
            pipe.pexpire(_signatures(name), _LIFE)
            added, _ = await pipe.execute()
        return bool(added)

    async def signatures(self, name: str) -> dict[str, bytes]:
        """Publisher → signature."""
        with redis_errors():
            found = await self._redis.hgetall(_signatures(name))
        return {publisher.decode(errors="replace"): value for publisher, value in found.items()}

    async def ask(self, written: bytes) -> None:
        """Ask intake to make live what was signed."""
        with redis_errors():
            await self._redis.set(_DUE, written, px=_LIFE)
            await self._redis.publish(CHANGED, b"1")

    async def due(self) -> bytes | None:
        """Read which statement intake was asked last to make live; None if none."""
        with redis_errors():
            found: bytes | None = await self._redis.get(_DUE)
        return found


def _files(digest: str) -> str:
    return f"{{proposed}}:files:{digest}"


def _signatures(name: str) -> str:
    return f"{{proposed}}:signatures:{name}"
