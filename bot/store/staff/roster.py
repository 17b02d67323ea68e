"""Operators. By name only keyed hashes of their Telegram accounts are known (see `Accounts`)."""

from dataclasses import replace

from bot.clock import Clock
from bot.errors import Conflict, Sealed
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors
from bot.store.rows import decode, encode
from bot.store.scripts import source
from bot.store.staff.accounts import Accounts, entry_key
from bot.store.staff.factors import factor_key
from bot.tickets.operator import Operator

_ALL = "operators"
_ATTEMPTS = 5
"""Of a change, where others change the same operator at the same moment."""


class Roster:
    """The operators, by id and by account."""

    def __init__(self, redis: Redis, vault: Vault, clock: Clock) -> None:
        self._redis = redis
        self._vault = vault
        self._clock = clock
        self._accounts = Accounts(redis, vault)
        self._swap = redis.register_script(source("swap"))

    async def with_account(self, account: str, telegram_id: int = 0) -> Operator | None:
        """The operator whom an account leads to. One who was enrolled while the account's hash was
        still the id is found by that, and linked. `telegram_id`: the account's number, which is
        kept from now on."""
        entry = await self._accounts.entry(account)
        found = await self.get(entry.operator if entry else account)
        if found is None:
            return None
        if entry is None:
            await self._accounts.link(account, found.id, telegram_id)
        elif telegram_id and not entry.telegram_id:
            await self._accounts.number(account, found.id, telegram_id)
        return replace(found, account=account)

    async def id_for(self, account: str, fresh: str, telegram_id: int = 0) -> str:
        """The id of an account's operator; `fresh`, to which it leads from now on, where there is
        none. Of two who enrol the same account at once, both get the same."""
        found = await self.with_account(account, telegram_id)
        return found.id if found else await self._accounts.link(account, fresh, telegram_id)

    async def telegram_id(self, operator: Operator) -> int:
        """The number of an operator's account; 0 for somebody without one, or of whom it isn't
        known yet."""
        entry = await self._accounts.entry(operator.account or operator.id)
        return entry.telegram_id if entry else 0

    async def get(self, operator: str) -> Operator | None:
        """The operator with this id."""
        with redis_errors():
            sealed = await self._redis.get(f"operator:{operator}")
        return self._open(operator, sealed) if sealed else None

    async def put(self, operator: Operator) -> None:
        """Enrol one. Repeats do no harm."""
        sealed = self._vault.seal_ticket(operator.id, "operator", encode(operator))
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            pipe.set(f"operator:{operator.id}", sealed, px=_life())
            pipe.zadd(_ALL, {operator.id: self._clock.now().timestamp()})
            pipe.pexpire(_ALL, _life())
            await pipe.execute()

    async def change(self, operator: Operator, **fields: object) -> Operator | None:
        """Change these fields of one who is enrolled, and no others: what else has changed since
        they were read stays as it is, such as that they were suspended. Returns them as they are
        now; None if they were removed in the meantime. Raises `Conflict`."""
        name = f"operator:{operator.id}"
        for _ in range(_ATTEMPTS):
            with redis_errors():
                before = await self._redis.get(name)
            found = self._open(operator.id, before) if before else None
            if before is None or found is None:
                return None
            account = operator.account or found.account
            changed = replace(found, account=account, **fields)  # type: ignore[arg-type]
            sealed = self._vault.seal_ticket(operator.id, "operator", encode(changed))
            with redis_errors():
                if await self._swap(keys=[name], args=[before, sealed, _life()]):
                    return changed
        raise Conflict

    async def renew(self, operator: Operator) -> None:
        """Keep an operator's rows for their time from now: they act, so they are still there."""
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            pipe.pexpire(f"operator:{operator.id}", _life())
            pipe.pexpire(entry_key(operator.account), _life())
            pipe.pexpire(factor_key(operator.id), Retention.SECOND_FACTOR.milliseconds)
            pipe.pexpire(_ALL, _life())
            await pipe.execute()

    async def remove(self, operator: Operator) -> None:
        """From this moment on they may do nothing. The account's entry last: without the record it
        leads to nobody."""
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            pipe.delete(f"operator:{operator.id}")
            pipe.delete(factor_key(operator.id))
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
            found = decode(Operator, self._vault.open_ticket(operator, "operator", sealed))
        except Sealed:
            return None
        return replace(found, on_shift=found.on_shift and self._proved(found))

    def _proved(self, operator: Operator) -> bool:
        """Whether they showed lately enough who they are. Before there was a second factor a shift
        had no end: none of those goes on."""
        ends = operator.shift_ends
        return operator.waived or (ends is not None and self._clock.now() < ends)

    # -- strangers ---------------------------------------------------------------------------------

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


def _life() -> int:
    """Looked up at each write: in practice it is shorter."""
    return Retention.OPERATOR.milliseconds
