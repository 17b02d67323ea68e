"""Secrets of operators' codes, and which codes were used."""

from dataclasses import dataclass

from bot.errors import Sealed
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors
from bot.store.rows import decode, encode

_ROW = "factor"


@dataclass(frozen=True, slots=True)
class Factor:
    """An operator's second factor (RFC 6238). `confirmed`: a code of it was given; `outside`: its
    secret was shown outside Telegram; `message`: the number of the message that shows it there."""

    secret: bytes
    confirmed: bool = False
    outside: bool = False
    message: int = 0


class Factors:
    """All of them, by operators' ids."""

    def __init__(self, redis: Redis, vault: Vault) -> None:
        self._redis = redis
        self._vault = vault

    async def get(self, operator: str) -> Factor | None:
        """The factor; None if there is none, or it isn't ours."""
        with redis_errors():
            sealed = await self._redis.get(factor_key(operator))
        if sealed is None:
            return None
        try:
            return decode(Factor, self._vault.open_ticket(operator, _ROW, sealed))
        except Sealed:
            return None

    async def put(self, operator: str, factor: Factor) -> None:
        """Keep it, in the place of an earlier one."""
        sealed = self._vault.seal_ticket(operator, _ROW, encode(factor))
        with redis_errors():
            life = Retention.SECOND_FACTOR.milliseconds
            await self._redis.set(factor_key(operator), sealed, px=life)

    async def use(self, operator: str, step: int) -> bool:
        """Use up an operator's code of this half minute; False if it was used before."""
        with redis_errors():
            life, name = Retention.CODE_USED.milliseconds, f"used-code:{operator}:{step}"
            return bool(await self._redis.set(name, b"1", nx=True, px=life))


def factor_key(operator: str) -> str:
    """The key of an operator's factor."""
    return f"{_ROW}:{operator}"
