"""What a supervisor wants done that another has to agree to."""

import secrets
from dataclasses import dataclass

from bot.clock import Clock
from bot.errors import Sealed
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors
from bot.store.rows import decode, encode
from bot.tickets.operator import DeskAction, Role

_ALL = "proposals"
_ROW = "proposal"


@dataclass(frozen=True, slots=True)
class Proposal:
    """An act on somebody, by a supervisor's id. `name`: whose code name; "" for an invitation;
    `role`: the one that is to be given; `languages`: of whoever is invited; `device`: the passkey
    that is to be taken away; `link`: the code is to be a link of the console's."""

    action: DeskAction
    by: str
    name: str = ""
    role: Role | None = None
    languages: tuple[str, ...] = ()
    device: str = ""
    link: bool = False


class Proposals:
    """Acts that wait for a second supervisor, each under a random token."""

    def __init__(self, redis: Redis, vault: Vault, clock: Clock) -> None:
        self._redis = redis
        self._vault = vault
        self._clock = clock

    async def put(self, proposal: Proposal) -> str:
        """Keep a proposal; returns its token."""
        token = secrets.token_hex(8)
        sealed = self._vault.seal_ticket(token, _ROW, encode(proposal))
        life = Retention.PROPOSAL.milliseconds
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            pipe.set(f"{_ROW}:{token}", sealed, px=life)
            pipe.zadd(_ALL, {token: self._clock.now().timestamp()})
            pipe.pexpire(_ALL, life)
            await pipe.execute()
        return token

    async def all(self) -> list[tuple[str, Proposal]]:
        """Proposals that wait, by token, the oldest first."""
        with redis_errors():
            tokens = [one.decode() for one in await self._redis.zrange(_ALL, 0, -1)]
        found = [(token, await self.get(token)) for token in tokens]
        with redis_errors():
            for token, proposal in found:
                if proposal is None:  # it has lapsed
                    await self._redis.zrem(_ALL, token)
        return [(token, one) for token, one in found if one is not None]

    async def get(self, token: str) -> Proposal | None:
        """The proposal with a token; None where it lapsed."""
        with redis_errors():
            sealed = await self._redis.get(f"{_ROW}:{token}")
        return self._opened(token, sealed)

    async def take(self, token: str) -> Proposal | None:
        """The proposal with a token, used up by that: of two who agree at once one gets it."""
        with redis_errors():
            sealed = await self._redis.getdel(f"{_ROW}:{token}")
            await self._redis.zrem(_ALL, token)
        return self._opened(token, sealed)

    def _opened(self, token: str, sealed: bytes | None) -> Proposal | None:
        if sealed is None:
            return None
        try:
            return decode(Proposal, self._vault.open_ticket(token, _ROW, sealed))
        except Sealed:
            return None
