"""Telegram's limit for a group, spent on what matters most.

A group takes about 20 messages a minute from a bot, edits and new topics included (Bots FAQ). One
bucket of tokens keeps below that in every minute: `burst` at once and the rest evenly. Only
emergencies may use its last tokens, so an emergency waits for one token at most, a few seconds,
however much else is going on.
"""

import asyncio
import heapq
import itertools
from collections.abc import Awaitable, Callable
from enum import IntEnum

from bot.processes.cancellation import ending

BURST_SHARE = 0.3
RESERVE_SHARE = 0.5
"""Of a minute's messages, what may go at once; and of that, what is kept for emergencies."""

_NEARLY = 1e-6
"""A token that lacks less than this is one: sums of floats are never quite whole."""


class Lane(IntEnum):
    """Lanes in which messages wait for a group's budget; the smaller goes first."""

    ALERT = 0
    EMERGENCY = 1
    TALK = 2
    QUEUE = 3
    BOARD = 4


class Budget:
    """Tokens of one group. `per_minute` 0: no limit, as with a Bot API server without one."""

    def __init__(
        self,
        per_minute: int,
        monotonic: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._per_minute = per_minute
        self._unlimited = per_minute <= 0
        self._set(per_minute)
        self._monotonic = monotonic
        self._sleep = sleep
        self._level = float(self._burst)
        self._at = monotonic()
        self._line: list[tuple[Lane, int, asyncio.Future[None]]] = []
        self._numbers = itertools.count()
        self._waiting = asyncio.Event()

    def share(self, processes: int) -> None:
        """So many processes, this one included, spend what the group takes; each its part."""
        self._fill()
        self._set(self._per_minute / processes)
        self._level = min(self._level, float(self._burst))

    def _set(self, per_minute: float) -> None:
        self._burst = max(2, round(per_minute * BURST_SHARE))
        self._reserve = max(1, round(self._burst * RESERVE_SHARE))
        self._rate = max(per_minute - self._burst, 1) / 60.0

    @property
    def seconds_a_token(self) -> float:
        """The longest that an emergency waits."""
        return 1.0 / self._rate

    def ahead(self, lane: Lane) -> int:
        """How many wait in this lane or before it."""
        return sum(one <= lane and not turn.done() for one, _, turn in self._line)

    async def take(self, lane: Lane) -> None:
        """Wait for the turn to send one message. A task that was told to end doesn't wait: whoever
        serves may have ended before it."""
        if ending():
            raise asyncio.CancelledError
        if self._unlimited:
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._line, (lane, next(self._numbers), turn))
        self._serve()
        self._waiting.set()
        await turn

    def take_if_free(self, lane: Lane) -> bool:
        """Take a token if nobody waits and the lane would be served now; whether it was taken."""
        if self._unlimited:
            return True
        self._fill()
        if any(not turn.done() for _, _, turn in self._line) or self._level < self._needed(lane):
            return False
        self._level -= 1
        return True

    def _needed(self, lane: Lane) -> float:
        """How full the bucket must be for a lane."""
        kept = 0 if lane <= Lane.EMERGENCY else self._reserve
        return kept + 1 - _NEARLY

    @property
    def level(self) -> float:
        """How many messages may go at once now."""
        self._fill()
        return self._level

    def empty(self, seconds: float = 0.0) -> None:
        """Telegram says that it was too much after all: nothing goes for so long."""
        self._fill()
        self._level = min(0.0, 1.0 - seconds * self._rate)

    async def run(self) -> None:
        """Serve those who wait as tokens come in, for ever."""
        while True:
            await self._waiting.wait()
            self._serve()
            if not self._line:
                self._waiting.clear()
                continue
            missing = 1.0 - self._level % 1.0
            await self._sleep((missing if missing > _NEARLY else 1.0) / self._rate)

    def _fill(self) -> None:
        now = self._monotonic()
        self._level = min(float(self._burst), self._level + (now - self._at) * self._rate)
        self._at = now

    def _serve(self) -> None:
        self._fill()
        while self._line:
            lane, _, turn = self._line[0]
            if not turn.done() and self._level < self._needed(lane):
                return
            heapq.heappop(self._line)
            if not turn.done():  # else whoever waited is gone
                self._level -= 1
                turn.set_result(None)
