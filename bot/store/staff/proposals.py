"""What a supervisor wants done that another has to agree to."""

import secrets
from dataclasses import dataclass

from bot.errors import Sealed
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors
from bot.store.rows import decode, encode
from bot.tickets.operator import DeskAction, Role

_ROW = "proposal"


@dataclass(frozen=True, slots=True)
class Proposal:
    """An act on somebody, by a supervisor's id. `name`: whose code name; "" for an invitation;
    `role`: the one that is to be given."""

    action: DeskAction
    by: str
    name: str = ""
    role: Role | None = None


class Proposals:
    """Those that wait, each under a random token."""

    def __init__(self, redis: Redis, vault: Vault) -> None:
        self._redis = redis
        self._vault = vault

    async def put(self, proposal: Proposal) -> str:
        """Keep it; returns its token."""
        token = secrets.token_hex(8)
        sealed = self._vault.seal_ticket(token, _ROW, encode(proposal))
        with redis_errors():
            life = Retention.PROPOSAL.milliseconds
            await self._redis.set(f"{_ROW}:{token}", sealed, px=life)
        return token

    async def get(self, token: str) -> Proposal | None:
        """What a token stands for."""
        with redis_errors():
            sealed = await self._redis.get(f"{_ROW}:{token}")
        return self._opened(token, sealed)

    async def take(self, token: str) -> Proposal | None:
        """The same, once: of two who agree at once one gets it."""
        with redis_errors():
            sealed = await self._redis.getdel(f"{_ROW}:{token}")
        return self._opened(token, sealed)

    def _opened(self, token: str, sealed: bytes | None) -> Proposal | None:
        if sealed is None:
            return None
        try:
            return decode(Proposal, self._vault.open_ticket(token, _ROW, sealed))
        except Sealed:
            return None
