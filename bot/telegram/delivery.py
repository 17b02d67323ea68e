"""Drains outboxes: at least once, in order within a conversation, the urgent ones first.

A turn written in this process, or Redis's publish, wakes it at once; what is missed while the
process is down is found by a sweep over the index of due conversations.
"""

import asyncio
import itertools
import logging
from collections.abc import Awaitable, Callable
from typing import Protocol

from bot.errors import StoreUnavailable
from bot.processes.cancellation import ending
from bot.store import Store
from bot.store.outbox.lease import Lease
from bot.store.outbox.nearby import Ready
from bot.store.rows import Audience
from bot.telemetry import logs, metrics
from bot.telemetry.metrics import Stage, timed

logger = logging.getLogger(__name__)

SWEEP_SECONDS = 3.0
WORKERS = 16


class Later(Exception):
    """Not now. `seconds`: when to try again. `everyone`: nobody can be sent to until then."""

    def __init__(self, seconds: float, *, everyone: bool = False) -> None:
        super().__init__("later")
        self.seconds = seconds
        self.everyone = everyone


class Channel(Protocol):
    """One side of the conversation."""

    async def deliver(self, conversation: str, lease: Lease) -> None:
        """Send all that waits. Raises `Later`; then what wasn't sent still waits."""
        ...


class Delivery:
    """Runs until cancelled."""

    def __init__(
        self,
        store: Store,
        audience: Audience,
        channel: Channel,
        *,
        workers: int = WORKERS,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._store = store
        self._audience = audience
        self._channel = channel
        self._workers = workers
        self._sleep = sleep
        self._queue: asyncio.PriorityQueue[tuple[float, int, str]] = asyncio.PriorityQueue()
        self._count = itertools.count()
        self._queued: set[str] = set()
        self._active: set[str] = set()
        self._again: set[str] = set()
        self._put_off_ones: set[str] = set()
        self._ready: dict[str, Ready] = {}
        self._open = asyncio.Event()
        self._open.set()
        self._closed_by = 0

    async def run(self) -> None:
        """Deliver for ever."""
        with self._store.nearby.delivering(self._audience, self):
            await self._run()

    async def _run(self) -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(self._listen())
            group.create_task(self._sweep())
            for _ in range(self._workers):
                group.create_task(self._work(group))

    def is_free(self, conversation: str) -> bool:
        """Whether nothing is to be sent there before, and nothing holds it up."""
        busy = self._queued, self._active, self._put_off_ones
        return self._open.is_set() and not any(conversation in ones for ones in busy)

    def due(self, conversation: str, rank: float = 0.0, ready: Ready | None = None) -> None:
        """Something waits there. The smaller `rank` (bot.tickets.rank), the sooner it is sent.
        `ready`: what waits, with its lease."""
        if ready is not None:
            self._ready[conversation] = ready
        if conversation in self._put_off_ones:
            return
        if conversation in self._active:
            self._again.add(conversation)
        elif conversation not in self._queued:
            self._queued.add(conversation)
            self._queue.put_nowait((rank, next(self._count), conversation))

    async def _listen(self) -> None:
        while True:
            try:
                async for conversation in self._store.outbox.listen(self._audience):
                    await self._heard(conversation)
            except StoreUnavailable:
                logger.warning("store_unavailable", extra={"audience": self._audience.value})
            if ending():
                return
            await self._sleep(1.0)

    async def _heard(self, conversation: str) -> None:
        """While nothing else waits, nobody asks how urgent it is."""
        if self._queue.empty() and self._open.is_set():
            self.due(conversation)
        else:
            self.due(conversation, await self._store.outbox.rank(self._audience, conversation))

    async def _sweep(self) -> None:
        while True:
            try:
                for entry in await self._store.outbox.due(self._audience):
                    self.due(entry.conversation, entry.score)
            except StoreUnavailable:
                logger.warning("store_unavailable", extra={"audience": self._audience.value})
            if ending():
                return
            await self._sleep(SWEEP_SECONDS)

    async def _work(self, group: asyncio.TaskGroup) -> None:
        while True:
            conversation = await self._next()
            self._queued.discard(conversation)
            self._active.add(conversation)
            pause = await self._deliver(conversation)
            outcome = "done" if pause is None else "put_off"
            metrics.DELIVERIES.labels(self._audience.value, outcome).inc()
            if ending():
                return
            self._active.discard(conversation)
            again = conversation in self._again
            self._again.discard(conversation)
            if pause is not None:
                self._begin_pause(conversation, pause)  # before any other is taken up
                group.create_task(self._put_off(conversation, pause))
            elif again:
                self.due(conversation)

    async def _next(self) -> str:
        """What is most urgent at the moment when something may be sent."""
        while True:
            await self._open.wait()
            waiting = await self._queue.get()
            if self._open.is_set():
                return waiting[2]
            self._queue.put_nowait(waiting)

    @timed(Stage.DELIVER)
    async def _deliver(self, conversation: str) -> Later | None:
        ready = self._ready.pop(conversation, None)
        try:
            async with self._store.leases.take(conversation, self._audience, ready) as lease:
                if lease is None:
                    return Later(1.0)
                await self._channel.deliver(conversation, lease)
        except Later as later:
            return later
        except StoreUnavailable:
            return Later(1.0)
        except Exception as error:  # a bug in one conversation must not stop the others
            logs.capture(error)
            logger.error("delivery_failed", exc_info=error)
            return Later(30.0)
        return None

    async def _put_off(self, conversation: str, later: Later) -> None:
        logger.info(
            "delivery_put_off",
            extra={"audience": self._audience.value, "seconds": round(later.seconds, 1)},
        )
        await self._sleep(later.seconds)
        self._put_off_ones.discard(conversation)
        if later.everyone:
            self._closed_by -= 1
            if not self._closed_by:
                self._open.set()
        self.due(conversation)

    def _begin_pause(self, conversation: str, later: Later) -> None:
        self._put_off_ones.add(conversation)
        if later.everyone:
            self._closed_by += 1
            self._open.clear()
