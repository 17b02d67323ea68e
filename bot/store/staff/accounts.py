"""Which operator a Telegram account is: an entry that leads from the account to an operator's id.

An operator's id is random and says nothing; so somebody without Telegram can be one, and an account
can be exchanged. Who was enrolled before ids were random keeps theirs, which is the account's hash.
The entry holds the account's number as well, sealed: a group is asked about its members by numbers,
and whoever is taken off the roster is put out by theirs.
"""

from dataclasses import dataclass

from bot.errors import Sealed
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors


@dataclass(frozen=True, slots=True)
class AccountEntry:
    """Where an account leads. `telegram_id`: 0 until somebody acts who was enrolled before numbers
    were kept."""

    operator: str
    telegram_id: int = 0


class Accounts:
    """Finds operators' ids by the keyed hashes of accounts."""

    def __init__(self, redis: Redis, vault: Vault) -> None:
        self._redis = redis
        self._vault = vault

    async def entry(self, account: str) -> AccountEntry | None:
        """Where an account leads; None if nowhere. Sealed, so that nobody who can only write to
        Redis makes their account another operator's."""
        with redis_errors():
            sealed = await self._redis.get(entry_key(account))
        try:
            opened = sealed and self._vault.open_ticket(account, "account", sealed).decode()
        except Sealed:
            return None
        if not opened:
            return None
        operator, _, number = opened.partition(" ")
        return AccountEntry(operator, int(number or 0))

    async def owner(self, account: str) -> str | None:
        """The id that an account leads to; None if it leads nowhere."""
        found = await self.entry(account)
        return found.operator if found else None

    async def link(self, account: str, operator: str, telegram_id: int = 0) -> str:
        """Let an account lead to an operator; returns whose it is: of two who link the same account
        at once, both learn the first one's id."""
        sealed = self._sealed(account, AccountEntry(operator, telegram_id))
        with redis_errors():
            if await self._redis.set(entry_key(account), sealed, nx=True, px=_life()):
                return operator
        owner = await self.owner(account)
        if owner is None:  # it can't be opened: nobody with our key made it
            with redis_errors():
                await self._redis.set(entry_key(account), sealed, px=_life())
        return owner or operator

    async def number(self, account: str, operator: str, telegram_id: int) -> None:
        """Keep the number of an account that leads to an operator already."""
        sealed = self._sealed(account, AccountEntry(operator, telegram_id))
        with redis_errors():
            await self._redis.set(entry_key(account), sealed, xx=True, px=_life())

    async def unlink(self, account: str) -> None:
        """From now on the account leads nowhere."""
        with redis_errors():
            await self._redis.delete(entry_key(account))

    def _sealed(self, account: str, entry: AccountEntry) -> bytes:
        number = f" {entry.telegram_id}" if entry.telegram_id else ""
        return self._vault.seal_ticket(account, "account", f"{entry.operator}{number}".encode())


def entry_key(account: str) -> str:
    """The key of an account's entry."""
    return f"account:{account}"


def _life() -> int:
    """Looked up at each write: in practice it is shorter."""
    return Retention.OPERATOR.milliseconds
