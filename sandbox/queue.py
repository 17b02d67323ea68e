"""The updates of one bot: kept until confirmed, at most 24 hours (Bot API, "Getting updates")."""

import asyncio
from collections import deque
from collections.abc import Container, Hashable, Iterable
from itertools import chain

import msgspec

from bot.telegram.refusals import conflict
from sandbox.changes import Changes
from sandbox.clock import SandboxClock
from sandbox.waiting import DEFAULT_KINDS, KEPT_SECONDS, Disorder, Waiting, lane_of


class UpdateQueue:
    """First in, first out; read by offset or, for a webhook, from the front."""

    def __init__(self, clock: SandboxClock, first_id: int) -> None:
        self._clock = clock
        self._next_id = first_id
        self._items: deque[Waiting] = deque()
        self._again: deque[Waiting] = deque()
        self._disorder = Disorder()
        self._repeats = 0
        self._repeat_ids: set[int] = set()
        self._unordered = False
        self._arrived: asyncio.Future[None] | None = None
        self._polls = Changes()
        self._drained: list[asyncio.Future[None]] = []
        self.allowed: frozenset[str] = DEFAULT_KINDS
        self.chosen: frozenset[str] | None = None

    def __len__(self) -> int:
        return len(self._items)

    @property
    def is_polled(self) -> bool:
        """Whether a long poll or a webhook waits for the next update."""
        return self._arrived is not None and not self._arrived.done()

    async def polled(self, timeout: float) -> None:
        """Until a long poll or a webhook waits. Raises TimeoutError."""
        await self._polls.first(lambda: self.is_polled or None, timeout)

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Remember `allowed_updates`; None keeps the last choice, nothing means the default."""
        if kinds is not None:
            self.chosen = frozenset(kinds) or None
            self.allowed = self.chosen or DEFAULT_KINDS

    def push(self, kind: str, payload: object) -> None:
        """Add an update of `kind` unless the bot has not asked for that kind."""
        if kind not in self.allowed:
            return
        raw = b'{"update_id":%d,"%s":%s}' % (
            self._next_id,
            kind.encode(),
            msgspec.json.encode(payload),
        )
        item = Waiting(self._next_id, raw, self._clock.now(), lane_of(kind, payload))
        self._next_id += 1
        if self._repeats:
            self._repeats -= 1
            self._repeat_ids.add(item.id)
        self._enter(self._disorder.admit(item))

    def _enter(self, items: list[Waiting]) -> None:
        if len(items) > 1:
            self._unordered = True
        self._items.extend(items)
        if self._items:
            self.wake()

    def wake(self) -> None:
        """Let whoever waits look again."""
        if self._arrived is not None and not self._arrived.done():
            self._arrived.set_result(None)

    def clear(self) -> None:
        """Forget every update that waits (`drop_pending_updates`)."""
        self._items.clear()
        self._again.clear()
        self._notify_drained()

    def repeat(self, times: int) -> None:
        """Fault: deliver each of the next `times` updates once more after its confirmation."""
        self._repeats += times

    def hold(self) -> None:
        """Fault: keep new updates back until `release`."""
        self._disorder.hold()

    def release(self) -> None:
        """Deliver what `hold` or an unfinished `swap` keeps back."""
        self._enter(self._disorder.release())

    def swap(self, size: int) -> None:
        """Fault: gather the next `size` updates and deliver them last one first."""
        self._disorder.swap(size)

    def _expire(self) -> None:
        limit = self._clock.now() - KEPT_SECONDS
        while self._items and self._items[0].at < limit:
            self._items.popleft()

    def confirm(self, offset: int) -> None:
        """Bot API, getUpdates: an offset above an update's id confirms it; a negative one
        forgets all but the last so many."""
        if offset < 0:
            while len(self._items) > -offset:
                self._items.popleft()
        elif self._unordered:
            self._items = deque(item for item in self._items if self._stays(item, offset))
            ids = [item.id for item in self._items]
            self._unordered = ids != sorted(ids)
        else:
            while self._items and not self._stays(self._items[0], offset):
                self._items.popleft()
        if not self._items:
            self._notify_drained()

    def _stays(self, item: Waiting, offset: int) -> bool:
        if item.id >= offset:
            return True
        if item.id in self._repeat_ids:
            self._repeat_ids.discard(item.id)
            self._again.append(item)
        return False

    def read(self, offset: int, limit: int) -> list[bytes]:
        """Confirm by `offset` and return up to `limit` waiting updates."""
        self.confirm(offset)
        self._expire()
        if self._again:
            batch = [self._again.popleft().raw]
            if not self._again and not self._items:
                self._notify_drained()
        else:
            batch = []
        for item in self._items:
            if len(batch) >= limit:
                break
            batch.append(item.raw)
        return batch

    async def poll(self, offset: int, limit: int, timeout: float) -> list[bytes]:
        """Long poll: wait up to `timeout` real seconds for the first update.

        A newer poll of the same bot ends an older one with 409, as Telegram does.
        """
        self.interrupt(
            "terminated by other getUpdates request; make sure that only one bot instance "
            "is running"
        )
        batch = self.read(offset, limit)
        if batch or timeout <= 0:
            return batch
        arrived: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._arrived = arrived
        self._polls.notify()
        try:
            async with asyncio.timeout(timeout):
                await arrived
        except TimeoutError:
            return []
        finally:
            if self._arrived is arrived:
                self._arrived = None
        return self.read(max(offset, 0), limit)

    def end_poll(self) -> None:
        """End the waiting poll, if there is one, with no updates: the sandbox closes."""
        if self._arrived is not None and not self._arrived.done():
            self._arrived.set_result(None)
        self._arrived = None

    def interrupt(self, reason: str) -> None:
        """End the waiting poll, if there is one, with 409 and `reason`."""
        if self._arrived is not None and not self._arrived.done():
            self._arrived.set_exception(conflict(reason))
        self._arrived = None

    async def free(self, busy: Container[Hashable]) -> Waiting:
        """The first update, for a webhook, whose lane isn't busy; waits until there is one."""
        while True:
            self._expire()
            for item in chain(self._again, self._items):
                if item.lane not in busy:
                    return item
            self._arrived = asyncio.get_running_loop().create_future()
            self._polls.notify()
            await self._arrived

    def done(self, item: Waiting) -> None:
        """A webhook took `item`."""
        if item in self._again:
            self._again.remove(item)
        elif item in self._items:
            self._items.remove(item)
            if item.id in self._repeat_ids:
                self._repeat_ids.discard(item.id)
                self._again.append(item)
        if not self._items and not self._again:
            self._notify_drained()

    def _notify_drained(self) -> None:
        if self._again:
            return
        for future in self._drained:
            if not future.done():
                future.set_result(None)
        self._drained.clear()

    async def drained(self, timeout: float) -> None:
        """Until the bot has confirmed every update. Raises TimeoutError."""
        if not self._items and not self._again:
            return
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._drained.append(future)
        async with asyncio.timeout(timeout):
            await future
