"""Drains outboxes: at least once, in order within a conversation, the urgent ones first.

A turn written in this process, or Redis's publish, wakes it at once; what is missed while the
process is down is found by a sweep over the index of due conversations.
"""

import asyncio
import itertools
import logging
from collections.abc import Awaitable, Callable
from typing import Protocol

from bot.attempt import DONE, Attempt, Later, Result, put_off
from bot.errors import StoreUnavailable
from bot.processes.cancellation import ending
from bot.processes.jobs import Job, every
from bot.store.outbox.lease import Lease
from bot.store.outbox.leases import Leases
from bot.store.outbox.local_delivery import LocalDeliveries, WrittenOutbox
from bot.store.outbox.outbox import Outbox
from bot.store.rows import Audience
from bot.telemetry import logs, metrics
from bot.telemetry.metrics import Stage, timed

logger = logging.getLogger(__name__)

SWEEP_SECONDS = 3.0
LISTEN_AGAIN_SECONDS = 1.0
STORE_SECONDS = 1.0
"""While the store is away, or another process sends to the same conversation."""
FAULT_SECONDS = 30.0
"""After a fault of ours in one conversation."""
WORKERS = 16


class Channel(Protocol):
    """The side to which a delivery sends: the person's chat, or the operators' groups."""

    async def deliver(self, conversation: str, lease: Lease) -> None:
        """Send all that waits. Raises `Later`; then what wasn't sent still waits."""
        ...


class Delivery:
    """Runs until cancelled."""

    def __init__(
        self,
        outbox: Outbox,
        leases: Leases,
        deliveries: LocalDeliveries,
        audience: Audience,
        channel: Channel,
        *,
        workers: int = WORKERS,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._outbox = outbox
        self._leases = leases
        self._deliveries = deliveries
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
        self._written: dict[str, WrittenOutbox] = {}
        self._open = asyncio.Event()
        self._open.set()
        self._closed_by = 0

    async def run(self) -> None:
        """Deliver for ever."""
        with self._deliveries.delivering(self._audience, self):
            await self._run()

    async def _run(self) -> None:
        async with asyncio.TaskGroup() as group:
            for job in self._jobs():
                group.create_task(every(job, self._sleep))
            for _ in range(self._workers):
                group.create_task(self._work(group))

    def _jobs(self) -> list[Job]:
        audience = self._audience.value
        return [
            Job(f"listen_{audience}", LISTEN_AGAIN_SECONDS, self._listen),
            Job(f"sweep_{audience}", SWEEP_SECONDS, self._sweep),
        ]

    def is_free(self, conversation: str) -> bool:
        """Whether nothing is to be sent there before, and nothing holds it up."""
        busy = self._queued, self._active, self._put_off_ones
        return self._open.is_set() and not any(conversation in ones for ones in busy)

    def due(
        self, conversation: str, rank: float = 0.0, written: WrittenOutbox | None = None
    ) -> None:
        """Something waits there. The smaller `rank` (bot.tickets.rank), the sooner it is sent.
        `written`: what waits, with its lease."""
        if written is not None:
            self._written[conversation] = written
        if conversation in self._put_off_ones:
            return
        if conversation in self._active:
            self._again.add(conversation)
        elif conversation not in self._queued:
            self._queued.add(conversation)
            self._queue.put_nowait((rank, next(self._count), conversation))

    async def _listen(self) -> None:
        async for conversation in self._outbox.listen(self._audience):
            await self._heard(conversation)

    async def _heard(self, conversation: str) -> None:
        """While nothing else waits, nobody asks how urgent it is."""
        if self._queue.empty() and self._open.is_set():
            self.due(conversation)
        else:
            self.due(conversation, await self._outbox.rank(self._audience, conversation))

    async def _sweep(self) -> None:
        for entry in await self._outbox.due(self._audience):
            self.due(entry.conversation, entry.score)

    async def _work(self, group: asyncio.TaskGroup) -> None:
        while True:
            conversation = await self._next()
            self._queued.discard(conversation)
            self._active.add(conversation)
            attempt = await self._deliver(conversation)
            metrics.DELIVERIES.labels(self._audience.value, attempt.result.value).inc()
            if ending():
                return
            self._active.discard(conversation)
            again = conversation in self._again
            self._again.discard(conversation)
            if attempt.result is Result.PUT_OFF:
                self._begin_pause(conversation, attempt)  # before any other is taken up
                group.create_task(self._put_off(conversation, attempt))
            elif again:
                self.due(conversation)

    async def _next(self) -> str:
        """Wait until something may be sent; returns the conversation that is most urgent then."""
        while True:
            await self._open.wait()
            waiting = await self._queue.get()
            if self._open.is_set():
                return waiting[2]
            self._queue.put_nowait(waiting)

    @timed(Stage.DELIVER)
    async def _deliver(self, conversation: str) -> Attempt:
        written = self._written.pop(conversation, None)
        try:
            async with self._leases.take(conversation, self._audience, written) as lease:
                if lease is None:
                    return put_off(STORE_SECONDS)
                await self._channel.deliver(conversation, lease)
        except Later as later:
            return later.attempt
        except StoreUnavailable:
            return put_off(STORE_SECONDS)
        except Exception as error:  # a bug in one conversation must not stop the others
            logs.capture(error)
            logger.error("delivery_failed", exc_info=error)
            return put_off(FAULT_SECONDS)
        return DONE

    async def _put_off(self, conversation: str, attempt: Attempt) -> None:
        logger.info(
            "delivery_put_off",
            extra={"audience": self._audience.value, "seconds": round(attempt.seconds, 1)},
        )
        await self._sleep(attempt.seconds)
        self._put_off_ones.discard(conversation)
        if attempt.everyone:
            self._closed_by -= 1
            if not self._closed_by:
                self._open.set()
        self.due(conversation)

    def _begin_pause(self, conversation: str, attempt: Attempt) -> None:
        self._put_off_ones.add(conversation)
        if attempt.everyone:
            self._closed_by += 1
            self._open.clear()
