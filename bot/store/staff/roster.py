"""Operators, and the codes that enrol them. Of Telegram accounts only keyed hashes are known."""

from dataclasses import replace

from bot.clock import Clock
from bot.errors import Sealed
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors
from bot.store.rows import decode, encode
from bot.store.staff.accounts import Accounts, entry_key
from bot.tickets.operator import Invitation, Operator

_ALL = "operators"
_LIFE = Retention.OPERATOR.milliseconds


class Roster:
    """Who the operators are."""

    def __init__(self, redis: Redis, vault: Vault, clock: Clock) -> None:
        self._redis = redis
        self._vault = vault
        self._clock = clock
        self._accounts = Accounts(redis, vault)

    async def with_account(self, account: str) -> Operator | None:
        """The operator whom an account leads to. One who was enrolled while the account's hash was
        still the id is found by that, and linked."""
        owner = await self._accounts.owner(account)
        found = await self.get(owner or account)
        if found is None:
            return None
        if owner is None:
            await self._accounts.link(account, found.id)
        return replace(found, account=account)

    async def id_for(self, account: str, fresh: str) -> str:
        """The id of an account's operator; `fresh`, to which it leads from now on, where there is
        none. Of two who enrol the same account at once, both get the same."""
        found = await self.with_account(account)
        return found.id if found else await self._accounts.link(account, fresh)

    async def get(self, operator: str) -> Operator | None:
        """The operator with this id."""
        with redis_errors():
            sealed = await self._redis.get(f"operator:{operator}")
        return self._open(operator, sealed) if sealed else None

    async def put(self, operator: Operator) -> None:
        """Enrol or change one. Repeats do no harm."""
        sealed = self._vault.seal_ticket(operator.id, "operator", encode(operator))
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            pipe.set(f"operator:{operator.id}", sealed, px=_LIFE)
            pipe.zadd(_ALL, {operator.id: self._clock.now().timestamp()})
            pipe.pexpire(_ALL, _LIFE)
            await pipe.execute()

    async def change(self, operator: Operator) -> bool:
        """Change one who is enrolled; False if they were removed in the meantime."""
        sealed = self._vault.seal_ticket(operator.id, "operator", encode(operator))
        with redis_errors():
            name = f"operator:{operator.id}"
            return bool(await self._redis.set(name, sealed, px=_LIFE, xx=True))

    async def renew(self, operator: Operator) -> None:
        """They act, so they are still there."""
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            pipe.pexpire(f"operator:{operator.id}", _LIFE)
            pipe.pexpire(entry_key(operator.account), _LIFE)
            pipe.pexpire(_ALL, _LIFE)
            await pipe.execute()

    async def remove(self, operator: Operator) -> None:
        """From this moment on they may do nothing. The account's entry last: without the record it
        leads to nobody."""
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            pipe.delete(f"operator:{operator.id}")
            pipe.zrem(_ALL, operator.id)
            await pipe.execute()
        # Who was enrolled by the hash and hasn't changed since bears it as id alone.
        await self._accounts.unlink(operator.account or operator.id)

    async def all(self) -> list[Operator]:
        """Everyone, in the order of their enrolment; whose row has lapsed is left out."""
        with redis_errors():
            members = [member.decode() for member in await self._redis.zrange(_ALL, 0, -1)]
            pipe = self._redis.pipeline(transaction=False)
            for member in members:
                pipe.get(f"operator:{member}")
            found = await pipe.execute() if members else []
        opened = (
            self._open(member, sealed)
            for member, sealed in zip(members, found, strict=True)
            if sealed
        )
        return [operator for operator in opened if operator]

    def _open(self, operator: str, sealed: bytes) -> Operator | None:
        try:
            return decode(Operator, self._vault.open_ticket(operator, "operator", sealed))
        except Sealed:
            return None

    # -- enrolment -----------------------------------------------------------------------------

    async def invite(self, code: str, invitation: Invitation) -> None:
        """Keep what a code stands for; of the code itself only a keyed hash."""
        name = self._vault.hashed("invitation", code)
        sealed = self._vault.seal_ticket(name, "invitation", encode(invitation))
        with redis_errors():
            life = Retention.INVITATION.milliseconds
            await self._redis.set(f"invitation:{name}", sealed, px=life)

    async def is_invited(self, code: str) -> bool:
        """Whether a code stands for anything yet; it isn't used up by that."""
        name = self._vault.hashed("invitation", code)
        with redis_errors():
            return bool(await self._redis.exists(f"invitation:{name}"))

    async def redeem(self, code: str) -> Invitation | None:
        """What a code stands for, once: of two who give the same code one gets it.

        A crash after this loses the code (another is quickly made); twice used it would be worse.
        """
        name = self._vault.hashed("invitation", code)
        with redis_errors():
            sealed = await self._redis.getdel(f"invitation:{name}")
        if sealed is None:
            return None
        try:
            return decode(Invitation, self._vault.open_ticket(name, "invitation", sealed))
        except Sealed:
            return None

    async def tries(self, account: str) -> int:
        """Count a wrong code; how many there were."""
        name = f"tries:{account}"
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            pipe.incr(name)
            pipe.pexpire(name, Retention.ENROLMENT_TRIES.milliseconds)
            count, _ = await pipe.execute()
        return int(count)

    async def tried(self, account: str) -> int:
        """How many wrong codes an account gave lately."""
        with redis_errors():
            found = await self._redis.get(f"tries:{account}")
        return int(found or 0)

    async def first_seen(self, stranger: str) -> bool:
        """Whether this account in the group wasn't seen today."""
        with redis_errors():
            life = Retention.STRANGER.milliseconds
            return bool(await self._redis.set(f"stranger:{stranger}", b"1", nx=True, px=life))
