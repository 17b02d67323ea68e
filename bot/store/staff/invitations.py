"""One-time codes that enrol operators: what each stands for, under the code's keyed hash."""

from bot.clock import Clock
from bot.errors import Sealed
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors
from bot.store.rows import decode, encode
from bot.tickets.operator import Invitation

_ALL = "invitations"
_ROW = "invitation"


class InvitationRows:
    """The codes that may still be redeemed."""

    def __init__(self, redis: Redis, vault: Vault, clock: Clock) -> None:
        self._redis = redis
        self._vault = vault
        self._clock = clock

    async def put(self, code: str, invitation: Invitation) -> None:
        """Keep what a code stands for; of the code itself only a keyed hash."""
        kind = Retention.DEVICE_LINK if invitation.link else Retention.INVITATION
        name, life = self._name(code), kind.milliseconds
        sealed = self._vault.seal_ticket(name, _ROW, encode(invitation))
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            pipe.set(f"{_ROW}:{name}", sealed, px=life)
            pipe.zadd(_ALL, {name: self._clock.now().timestamp()})
            pipe.pexpire(_ALL, Retention.INVITATION.milliseconds)
            await pipe.execute()

    async def get(self, code: str) -> Invitation | None:
        """The invitation with a code, which isn't used up by that."""
        return await self._read(self._name(code))

    async def redeem(self, code: str) -> Invitation | None:
        """The invitation with a code, used up by that: of two who give the same code one gets it.

        A crash after this loses the code (another is quickly made); twice used it would be worse.
        """
        name = self._name(code)
        with redis_errors():
            sealed = await self._redis.getdel(f"{_ROW}:{name}")
            await self._redis.zrem(_ALL, name)
        return self._opened(name, sealed)

    async def all(self) -> list[tuple[str, Invitation]]:
        """Every code that may be redeemed, by its hash, the oldest first."""
        with redis_errors():
            names = [one.decode() for one in await self._redis.zrange(_ALL, 0, -1)]
        found = [(name, await self._read(name)) for name in names]
        for name, invitation in found:
            if invitation is None:  # it has lapsed
                await self.revoke(name)
        return [(name, one) for name, one in found if one is not None]

    async def revoke(self, name: str) -> None:
        """From now on the code with this hash enrols nobody."""
        with redis_errors():
            await self._redis.delete(f"{_ROW}:{name}")
            await self._redis.zrem(_ALL, name)

    def _name(self, code: str) -> str:
        return self._vault.hashed(_ROW, code)

    async def _read(self, name: str) -> Invitation | None:
        with redis_errors():
            sealed = await self._redis.get(f"{_ROW}:{name}")
        return self._opened(name, sealed)

    def _opened(self, name: str, sealed: bytes | None) -> Invitation | None:
        if sealed is None:
            return None
        try:
            found = decode(Invitation, self._vault.open_ticket(name, _ROW, sealed))
        except Sealed:
            return None
        # Also of a row that was put back: a link can't outlive what was promised.
        age = self._clock.now() - found.invited_at
        return None if found.link and age > Retention.DEVICE_LINK.lifetime else found
