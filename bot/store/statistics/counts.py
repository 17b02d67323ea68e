"""What turns count: gathered in the keyring's memory, and moved to the store from time to time.

Not in the turn's write: the store's file keeps each command with its time, and a topic beside a
conversation's name would tell what somebody asked about. A move brings the counts of an hour, those
of all conversations together.

Each move is made once. Its number is drawn with the first count that it will take, and the store
remembers it at each day that it brings counts to. Where something breaks, a figure is rather lost
than counted twice, since a small one that grows can be seen in two reports:

- between a turn and its counts: they are lost;
- while they are added: what a broken connection repeats may count twice, by one;
- the keyring's memory is lost: so is what wasn't moved, an hour's counts at most;
- anywhere in a move: the next one finishes it, and adds to no day twice;
- the keyring falls back to a replica that lagged: what was counted beside an old number is lost;
- the store falls back to a replica that lagged: what a move brought last is lost, mark and counts.
"""

import logging
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.clock import Clock
from bot.errors import StoreUnavailable
from bot.privacy.retention import Retention
from bot.reports.counting import Count
from bot.store.client.connection import Redis, redis_errors
from bot.store.names import statistics_key
from bot.store.rows import new_id
from bot.store.scripts import source
from bot.store.statistics.statistics import MOVED

logger = logging.getLogger(__name__)

OPEN = "{counts}:open"
MOVING = "{counts}:moving"
LEASE = "{counts}:lease"

_NUMBER = b"move"
_FIELD = re.compile(r"(\d{4}-\d\d-\d\d) ([^|]*(?:\|[^|]*){5})")
"""A day and `Count.field`."""

ROUNDS = 3
"""What an earlier move has left, what is open, and what was counted meanwhile."""


class Counts:
    """Gathers counts in the keyring's memory, and moves them to the store."""

    def __init__(self, redis: Redis, keyring: Redis, clock: Clock) -> None:
        self._redis = redis
        self._keyring = keyring
        self._clock = clock
        self._count = keyring.register_script(source("count"))
        self._take = keyring.register_script(source("take_counts"))
        self._drop = keyring.register_script(source("drop_counts"))
        self._add = redis.register_script(source("add_counts"))

    async def add(self, counts: Sequence[Count]) -> None:
        """Add one to each of these counts. Never raises `StoreUnavailable`: their turn is written,
        and isn't to be repeated for a figure."""
        if not counts:
            return
        fields = [f"{count.day} {count.field}" for count in counts]
        try:
            with redis_errors():
                life = Retention.COUNTS.milliseconds
                await self._count(keys=[OPEN], args=[new_id(), life, *fields])
        except StoreUnavailable:
            logger.warning("counts_lost")

    async def move(self) -> None:
        """Bring to the store what has been counted until now. Several may do so at once. Raises
        `StoreUnavailable`: then the next move goes on with it."""
        began = self._clock.now()
        for _ in range(ROUNDS):
            with redis_errors():
                flat = await self._take(keys=[OPEN, MOVING])
            if not flat:
                break
            found = dict(zip(flat[::2], flat[1::2], strict=True))
            number = found.pop(_NUMBER, b"").decode()
            await self._bring(number, found)
            with redis_errors():
                await self._drop(keys=[MOVING], args=[number])
        life = Retention.STATISTICS.milliseconds
        with redis_errors():
            await self._redis.set(MOVED, began.isoformat(), px=life)

    async def _bring(self, number: str, found: Mapping[bytes, bytes]) -> None:
        days: dict[str, list[str]] = defaultdict(list)
        for name, count in found.items():
            field = _FIELD.fullmatch(name.decode(errors="replace"))
            if field is not None and count.isdigit():  # anything else isn't ours
                days[field[1]] += [field[2], count.decode()]
        lives = [Retention.STATISTICS.milliseconds, Retention.COUNTS.milliseconds]
        for day, more in sorted(days.items()):
            key = statistics_key(day)
            with redis_errors():
                await self._add(keys=[key, f"{{{key}}}:move:{number}"], args=[*lives, *more])

    async def move_since(self, hour: datetime) -> bool:
        """Move, if nobody has since the beginning of an hour. False: somebody else is at it, and
        whoever asks looks again. Raises `StoreUnavailable`.

        A lease that lapses in the middle does no harm: a move is made once, by however many.
        """
        with redis_errors():
            life = Retention.LEASE.milliseconds
            if not await self._keyring.set(LEASE, b"1", nx=True, px=life):
                return False
        try:
            moved = await self.moved_at()
            if moved is None or moved < hour:
                await self.move()
        finally:
            with redis_errors():
                await self._keyring.delete(LEASE)
        return True

    async def moved_at(self) -> datetime | None:
        """Whatever was counted before this time is in the store; None if that isn't known."""
        with redis_errors():
            found = await self._redis.get(MOVED)
        try:
            return datetime.fromisoformat(found.decode()) if found else None
        except ValueError:
            return None
