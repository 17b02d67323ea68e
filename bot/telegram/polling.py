"""The long poll, the same for both bots: an update is confirmed only after its turn is written.

Telegram repeats what wasn't confirmed (Bot API, getUpdates: offset), and a repeat does nothing,
because its turn left a mark. So a crash at any moment loses no message.

What is asked for is everything from the first update that isn't written. So Telegram also hands out
what is in work here, which is passed over, and what came since: nobody waits until a whole batch is
written, and the next cry is heard while the model still reads the messages before it.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeAlias

from bot.attempt import Attempt, Result
from bot.errors import ConfigError
from bot.processes.cancellation import ending
from bot.telegram.update_handler import RETRY_SECONDS, Raw, UpdateHandler
from bot.telemetry import logs

logger = logging.getLogger(__name__)

POLL_SECONDS = 25
LIMIT = 100
AGAIN_SECONDS = 0.1
"""After this Telegram is asked again, even if nothing of what is in work was written."""

POLL_AFTER_SHARE = 8
"""Telegram is asked again once one in so many of the updates in work is written. Later, and the
model would wait for new messages; sooner, and the rest is repeated, and read, too often."""

UNKNOWN_SECONDS = 1.0
"""After an error of the poll that no library's rule knows."""

MethodCall: TypeAlias = Mapping[str, str]
"""A call to the Bot API: under `method` its name, and its parameters, as the answer to a webhook
may carry it (Bot API, "Making requests when getting updates")."""


async def _not_called(_: MethodCall) -> None:
    """For a source whose updates end without a call."""


@dataclass(frozen=True, slots=True)
class UpdateSource:
    """A bot library as far as updates are read with it, by polling or by webhook.

    `fetch(offset)`: the next updates. `handle(update)`: write its turn. `chat(update)`: updates
    of one chat are handled in order, different chats together. `judge(error, failures)`: how long
    to wait after an error of the connection's; given up if the error is about this one update.
    `is_conflict(error)`: whether Telegram ended the poll for another one's (409).
    `last_call(update)`: what Telegram is asked for once the turn is written, and whose result
    nobody waits for: the answer to a webhook carries it, a poller has `call` make it.
    """

    fetch: Callable[[int | None], Awaitable[Sequence[Raw]]]
    handle: Callable[[Raw], Awaitable[None]]
    chat: Callable[[Raw], Hashable]
    judge: Callable[[Exception, int], Attempt]
    is_conflict: Callable[[Exception], bool] = lambda _: False
    last_call: Callable[[Raw], MethodCall | None] = lambda _: None
    call: Callable[[MethodCall], Awaitable[None]] = _not_called


class Poller:
    """Polls until cancelled.

    Updates of a chat wait for each other in its lane; lanes don't wait. No more than `LIMIT`
    updates are here at a time, since Telegram shows no more from the first unwritten one.
    `conflict`: told each time that Telegram ended our poll for another one's.
    """

    def __init__(
        self,
        source: UpdateSource,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        conflict: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self._source = source
        self._sleep = sleep
        self._conflict = conflict
        self._handler = UpdateHandler(source.handle, source.judge)
        self._lanes: dict[Hashable, deque[Raw]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._in_work: set[int] = set()
        self._written: set[int] = set()
        self._put_off: set[int] = set()
        self._put_off_seconds = 0.0
        self._next: int | None = None
        self._moved = asyncio.Event()

    async def run(self) -> None:
        """Poll for ever. Raises `ConfigError` when Telegram refuses the token."""
        failures = 0
        try:
            while not ending():
                try:
                    updates = await self._source.fetch(self._offset())
                except ConfigError:
                    raise
                except Exception as error:  # whatever the network does, go on
                    failures += 1
                    await self._wait(error, failures)
                    continue
                failures = 0
                self._take_up(updates)
                await self._until_worth_it()
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _wait(self, error: Exception, failures: int) -> None:
        attempt = self._source.judge(error, failures)
        seconds = attempt.seconds
        if attempt.result is not Result.PUT_OFF:
            logs.capture(error)
            seconds = UNKNOWN_SECONDS
        logger.warning("poll_failed", extra={"kind": type(error).__name__, "attempt": failures})
        if self._conflict is not None and self._source.is_conflict(error):
            await self._conflict()
        await self._sleep(seconds)

    def _offset(self) -> int | None:
        """The first update that isn't written: what lies below is confirmed by asking for it."""
        return min(self._in_work | self._put_off, default=self._next)

    def _take_up(self, updates: Sequence[Raw]) -> None:
        """Into their lanes; what is in work, or written above one that isn't, is known already."""
        shown = [int(update["update_id"]) for update in updates]
        self._put_off = _still_there(self._put_off, shown)
        self._written = _still_there(self._written, shown)
        for number, update in zip(shown, updates, strict=True):
            self._next = number + 1
            if number in self._in_work or number in self._written:
                continue
            self._put_off.discard(number)
            self._in_work.add(number)
            chat = self._source.chat(update)
            if chat in self._lanes:
                self._lanes[chat].append(update)
                continue
            self._lanes[chat] = deque([update])
            task = asyncio.ensure_future(self._take_in_order(chat))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _take_in_order(self, chat: Hashable) -> None:
        lane = self._lanes[chat]
        try:
            while lane and not ending():
                attempt = await self._handler.handle(lane[0])
                if attempt.result is Result.PUT_OFF:
                    wait = max(RETRY_SECONDS, attempt.seconds)
                    self._put_off_seconds = max(self._put_off_seconds, wait)
                    return
                update = lane.popleft()
                number = int(update["update_id"])
                self._in_work.discard(number)
                self._written.add(number)
                self._moved.set()
                call = self._source.last_call(update)
                if call is not None:
                    await self._source.call(call)
        finally:
            # What follows a failing update in its chat comes again with it, in order.
            left = {int(update["update_id"]) for update in lane}
            self._in_work -= left
            self._put_off |= left
            del self._lanes[chat]
            self._moved.set()

    async def _until_worth_it(self) -> None:
        """Until some of what is in work is written, or it takes long. After a failure all that is
        in work is finished first, and then waited for as long as the error asks."""
        written = max(1, len(self._in_work) // POLL_AFTER_SHARE)
        most = max(0, len(self._in_work) - written)
        with suppress(TimeoutError):
            async with asyncio.timeout(AGAIN_SECONDS):
                while len(self._in_work) > most and not self._put_off_seconds:
                    await self._progress()
        if self._put_off_seconds:
            while self._in_work:
                await self._progress()
            seconds, self._put_off_seconds = self._put_off_seconds, 0.0
            await self._sleep(seconds)

    async def _progress(self) -> None:
        self._moved.clear()
        await self._moved.wait()


def _still_there(numbers: set[int], shown: Sequence[int]) -> set[int]:
    """Those of `numbers` that Telegram still has: not what is confirmed, nor what it dropped after
    a day, which nobody must wait for. A number above all that it shows may still be there."""
    if not shown:
        return set()
    return numbers.intersection(shown) | {one for one in numbers if one > shown[-1]}
