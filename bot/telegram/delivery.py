"""Drains outboxes: at least once, in order within a conversation, the urgent ones first.

A turn written in this process, or Redis's publish, wakes it at once; what is missed while the
process is down is found by a sweep over the index of due conversations.
"""

import asyncio
import itertools
import logging
import math
from collections.abc import Awaitable, Callable
from typing import Protocol

from bot.attempt import DONE, Attempt, Later, Result, put_off
from bot.errors import Conflict, StoreUnavailable
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
"""While the store is away, or others write or send to the same conversation."""
FAULT_SECONDS = 30.0
"""After a fault of ours in one conversation."""
WORKERS = 16


class Channel(Protocol):
    """The side to which a delivery sends: the person's chat, or the operators' groups."""

    async def deliver(self, conversation: str, lease: Lease) -> None:
        """Send all that waits. Raises `Later`; then what wasn't sent still waits."""
        ...


def _nothing(_: str) -> None:
    """What is being sent goes on as it is."""


class Delivery:
    """Drains the outboxes of an audience into a channel, until cancelled. `heard`: told of a
    conversation that is being sent to when something new comes there."""

    def __init__(
        self,
        outbox: Outbox,
        leases: Leases,
        deliveries: LocalDeliveries,
        audience: Audience,
        channel: Channel,
        *,
        workers: int = WORKERS,
        heard: Callable[[str], None] = _nothing,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._outbox = outbox
        self._leases = leases
        self._deliveries = deliveries
        self._audience = audience
        self._channel = channel
        self._workers = workers
        self._heard_of = heard
        self._sleep = sleep
        self._queue: asyncio.PriorityQueue[tuple[float, int, str]] = asyncio.PriorityQueue()
        self._count = itertools.count()
        self._queued: dict[str, float] = {}
        self._active: set[str] = set()
        self._again: dict[str, float] = {}
        self._put_off_ones: dict[str, asyncio.Event] = {}
        self._written: dict[str, WrittenOutbox] = {}
        self._open = asyncio.Event()
        self._open.set()
        self._closed_by = 0

    async def run(self) -> None:
        """Deliver until cancelled."""
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
        """Something waits there. The smaller `rank` (bot.tickets.queue_order), the sooner it is
        sent. `written`: what waits, with its lease."""
        if written is not None:
            self._written[conversation] = written
        self._add(conversation, rank)
        if conversation in self._put_off_ones:
            self._put_off_ones[conversation].set()
        elif conversation in self._active:
            self._heard_of(conversation)

    def _add(self, conversation: str, rank: float) -> None:
        """Into the queue, or further to its front; after what is being sent there, or its pause."""
        if conversation in self._active or conversation in self._put_off_ones:
            self._again[conversation] = min(rank, self._again.get(conversation, rank))
        elif rank < self._queued.get(conversation, math.inf):
            self._queued[conversation] = rank
            self._queue.put_nowait((rank, next(self._count), conversation))

    async def _listen(self) -> None:
        async for entry in self._outbox.listen(self._audience):
            self.due(entry.conversation, entry.score)

    async def _sweep(self) -> None:
        for entry in await self._outbox.due(self._audience):
            self._add(entry.conversation, entry.score)

    async def _work(self, group: asyncio.TaskGroup) -> None:
        while True:
            conversation, rank = await self._next()
            self._active.add(conversation)
            attempt = await self._deliver(conversation)
            metrics.DELIVERIES.labels(self._audience.value, attempt.result.value).inc()
            if ending():
                return
            self._active.discard(conversation)
            if attempt.result is Result.PUT_OFF:
                self._begin_pause(conversation, attempt)  # before any other is taken up
                group.create_task(self._put_off(conversation, attempt, rank))
            elif conversation in self._again:
                self._add(conversation, self._again.pop(conversation))

    async def _next(self) -> tuple[str, float]:
        """Wait until something may be sent; returns the conversation that is most urgent then, and
        its rank."""
        while True:
            await self._open.wait()
            waiting = await self._queue.get()
            rank, _, conversation = waiting
            if not self._open.is_set():
                self._queue.put_nowait(waiting)
            elif self._queued.get(conversation) == rank:  # else it has become more urgent since
                del self._queued[conversation]
                return conversation, rank

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
        except (StoreUnavailable, Conflict):
            return put_off(STORE_SECONDS)
        except Exception as error:  # a bug in one conversation must not stop the others
            logs.capture(error)
            logger.error("delivery_failed", exc_info=error)
            return put_off(FAULT_SECONDS)
        return DONE

    async def _put_off(self, conversation: str, attempt: Attempt, rank: float) -> None:
        logger.info(
            "delivery_put_off",
            extra={"audience": self._audience.value, "seconds": round(attempt.seconds, 1)},
        )
        if attempt.until_heard:
            await self._sleep_unless(attempt.seconds, self._put_off_ones[conversation])
        else:
            await self._sleep(attempt.seconds)
        del self._put_off_ones[conversation]
        rank = min(rank, self._again.pop(conversation, rank))
        if attempt.everyone:
            self._closed_by -= 1
            if not self._closed_by:
                self._open.set()
        self._add(conversation, rank)

    async def _sleep_unless(self, seconds: float, heard: asyncio.Event) -> None:
        slept = asyncio.ensure_future(self._sleep(seconds))
        told = asyncio.ensure_future(heard.wait())
        try:
            await asyncio.wait({slept, told}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            slept.cancel()
            told.cancel()

    def _begin_pause(self, conversation: str, attempt: Attempt) -> None:
        heard = self._put_off_ones[conversation] = asyncio.Event()
        if conversation in self._again:
            heard.set()
        if attempt.everyone:
            self._closed_by += 1
            self._open.clear()
