"""Who is signed in to the console: a row for each browser, named by a keyed hash of its token.

The token itself is in the browser's cookie alone. A session isn't renewed: it ends eight hours
after the sign-in at the latest (bot/privacy/retention.py).

Beside it a row says for a few minutes that somebody sits there. Without that row the session is
locked. So nothing need arrive for it to lock: not from a computer that sleeps, nor from one that
was taken away.
"""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec

from bot.clock import Clock
from bot.errors import Sealed
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors
from bot.store.rows import decode, encode

_ROW = "console_session"
_AWAKE = "console_awake"
_BYTES = 32


@dataclass(frozen=True, slots=True)
class ConsoleSession:
    """A browser that is signed in. `operator`: their id; what they may do, the roster says at each
    request; `proved_at`: when a passkey last showed that it is they."""

    operator: str
    began_at: datetime
    proved_at: datetime | None = None


class ConsoleSessions:
    """Begins, finds and ends sessions."""

    def __init__(self, redis: Redis, vault: Vault, clock: Clock) -> None:
        self._redis = redis
        self._vault = vault
        self._clock = clock

    async def begin(self, operator: str, *, proved: bool = False) -> str:
        """Sign an operator in; the token, which is kept nowhere. `proved`: by a passkey. Raises
        `StoreUnavailable`, as all here do."""
        token, now = secrets.token_urlsafe(_BYTES), self._clock.now()
        name, all_of = self._name(token), _index(operator)
        session = ConsoleSession(operator, now, now if proved else None)
        life = Retention.CONSOLE_SESSION.milliseconds
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            pipe.zadd(all_of, {name: now.timestamp()})
            pipe.pexpire(all_of, life)
            pipe.set(f"{_ROW}:{name}", self._sealed(name, session), px=life)
            await pipe.execute()
        await self.unlock(token)
        return token

    async def prove(self, token: str) -> None:
        """A passkey has shown in this browser that it is they. The session lasts no longer by
        that, and one that has ended stays so."""
        await self._set_proved(token, self._clock.now())

    async def _set_proved(self, token: str, at: datetime | None) -> None:
        session, name = await self.find(token), self._name(token)
        if session is None:
            return
        sealed = self._sealed(name, replace(session, proved_at=at))
        with redis_errors():
            await self._redis.set(f"{_ROW}:{name}", sealed, xx=True, keepttl=True)

    async def find(self, token: str) -> ConsoleSession | None:
        """The session of a token; None if it has ended, or never began."""
        name = self._name(token)
        with redis_errors():
            sealed = await self._redis.get(f"{_ROW}:{name}")
        if sealed is None:
            return None
        try:
            session = decode(ConsoleSession, self._vault.open_ticket(name, _ROW, sealed))
        except (Sealed, msgspec.DecodeError):
            return None
        # Also of a row that was put back: it can't outlive what was promised.
        over = self._clock.now() - session.began_at > Retention.CONSOLE_SESSION.lifetime
        return None if over else session

    async def end(self, token: str) -> None:
        """Sign the browser out."""
        with redis_errors():
            await self._redis.delete(f"{_ROW}:{self._name(token)}")
        await self.lock(token)

    async def is_locked(self, token: str) -> bool:
        """Whether a session is locked. Raises `StoreUnavailable`."""
        with redis_errors():
            return not await self._redis.exists(self._awake(token))

    async def lock(self, token: str) -> None:
        """Lock a session. What a passkey has shown before counts no more. Raises
        `StoreUnavailable`."""
        await self._set_proved(token, None)
        with redis_errors():
            await self._redis.delete(self._awake(token))

    async def unlock(self, token: str) -> None:
        """Let a session read and write again. Raises `StoreUnavailable`."""
        with redis_errors():
            life = Retention.CONSOLE_AWAKE.milliseconds
            await self._redis.set(self._awake(token), b"1", px=life)

    async def stay_awake(self, token: str) -> bool:
        """Somebody still sits there. False if the session is locked: this unlocks nothing. Raises
        `StoreUnavailable`."""
        with redis_errors():
            life = Retention.CONSOLE_AWAKE.milliseconds
            return bool(await self._redis.set(self._awake(token), b"1", px=life, xx=True))

    def _awake(self, token: str) -> str:
        return f"{_AWAKE}:{self._name(token)}"

    async def end_all(self, operator: str) -> int:
        """Sign an operator out of every browser; of how many."""
        all_of = _index(operator)
        with redis_errors():
            names = [one.decode() for one in await self._redis.zrange(all_of, 0, -1)]
            pipe = self._redis.pipeline(transaction=False)
            for name in names:
                pipe.delete(f"{_ROW}:{name}")
                pipe.zrem(all_of, name)
            done = await pipe.execute() if names else []
        return sum(done[::2])

    def _sealed(self, name: str, session: ConsoleSession) -> bytes:
        return self._vault.seal_ticket(name, _ROW, encode(session))

    def _name(self, token: str) -> str:
        return self._vault.hashed("console session", token)


def _index(operator: str) -> str:
    return f"console_sessions:{operator}"
