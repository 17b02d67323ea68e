"""Telegram's limit for a group, spent on what matters most.

A group takes about 20 messages a minute from a bot, edits and new topics included (Bots FAQ). One
bucket of tokens keeps below that in every minute: `burst` at once and the rest evenly. Only
emergencies may use its last tokens, so a call for help waits for one token at most, a few seconds,
however much else is going on; for two where a call went just before.

When a crowd cries, what is most urgent never ends, and would leave nothing to anybody else. So two
calls don't go in a row while others wait, and after some messages about emergencies one goes that
is about none: an answer that was claimed, the end of a topic (docs/decisions/0052).
"""

import asyncio
import itertools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import IntEnum

from bot.attempt import Later
from bot.processes.cancellation import ending

BURST_SHARE = 0.3
RESERVE_SHARE = 0.5
"""Of a minute's messages, what may go at once; and of that, what is kept for emergencies."""

MOST_IN_A_ROW = 3
"""Messages about emergencies, while a talk waits for its turn."""

_NEARLY = 1e-6
"""A token that lacks less than this is one: sums of floats are never quite whole."""


class Lane(IntEnum):
    """Lanes in which messages wait for a group's budget; the smaller goes first.

    Calls; talks with somebody in danger, whom an operator has; cards of emergencies that wait;
    other talks, ends of topics and what operators are told; other cards; the board.
    """

    ALERT = 0
    CLAIMED = 1
    EMERGENCY = 2
    TALK = 3
    QUEUE = 4
    BOARD = 5


@dataclass(order=True, slots=True)
class _Waiting:
    """A place in line: by lane, then by `since`, then in the order of coming."""

    lane: Lane
    since: float
    number: int
    turn: "asyncio.Future[None]" = field(compare=False)
    conversation: str = field(default="", compare=False)


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
        self._line: list[_Waiting] = []
        self._numbers = itertools.count()
        self._waiting = asyncio.Event()
        self._called = False
        self._in_a_row = 0

    def share(self, processes: int) -> None:
        """Spend this process's part only: what the group takes, divided by so many processes, this
        one included."""
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
        return sum(one.lane <= lane and not one.turn.done() for one in self._line)

    async def take(self, lane: Lane, *, since: float = 0.0, conversation: str = "") -> None:
        """Wait for the turn to send one message. A task that was told to end doesn't wait: whoever
        serves may have ended before it.

        `since`: within the lane the smaller goes first; `conversation`: for which
        `look_again` may end the waiting. Raises `Later` then.
        """
        if ending():
            raise asyncio.CancelledError
        if self._unlimited:
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._line.append(_Waiting(lane, since, next(self._numbers), turn, conversation))
        self._serve()
        self._waiting.set()
        await turn

    def look_again(self, conversation: str) -> None:
        """Something new is known about a conversation: whoever waits for it in line looks at it
        anew, since it may belong into another lane by now."""
        for one in self._line:
            if one.conversation == conversation and not one.turn.done():
                one.turn.set_exception(Later(0.0))

    def take_if_free(self, lane: Lane) -> bool:
        """Take a token if nobody waits and the lane would be served now; whether it was taken."""
        if self._unlimited:
            return True
        self._fill()
        if any(not one.turn.done() for one in self._line) or self._level < self._needed(lane):
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
        while True:
            self._line = [one for one in self._line if not one.turn.done()]  # some are gone
            if not self._line:
                return
            first = min(self._line)
            one = self._next(first)
            # whoever emergencies would have passed needs no reserve
            if self._level < (self._needed(one.lane) if one is first else 1 - _NEARLY):
                return
            self._level -= 1
            self._called = one.lane is Lane.ALERT
            self._in_a_row = self._in_a_row + 1 if one.lane <= Lane.EMERGENCY else 0
            one.turn.set_result(None)

    def _next(self, first: _Waiting) -> _Waiting:
        """Whose turn it is: the first's, but after a call somebody else's, and after some messages
        about emergencies a talk's."""
        if first.lane >= Lane.TALK or (first.lane is Lane.ALERT and not self._called):
            return first
        others = [one for one in self._line if Lane.ALERT < one.lane <= Lane.TALK]
        if self._in_a_row >= MOST_IN_A_ROW:
            others = [one for one in others if one.lane is Lane.TALK] or others
        return min(others, default=first)
