"""Leaves a model alone after a fault, so that nothing waits for one that is down."""

import logging
from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import TypeVar

RETRY_SECONDS = 5.0

_Result = TypeVar("_Result")


class Reason(StrEnum):
    """Why the model gave no usable answer."""

    DOWN = "down"
    SLOW = "slow"
    REFUSED = "refused"
    NONSENSE = "nonsense"
    RESTING = "resting"
    CROWDED = "crowded"


class ModelUnavailable(Exception):
    """The model gave no usable answer. `reason` is all that is told: never a text, never an URL."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class Breaker:
    """After a fault nothing is asked for `retry_seconds`; then one question tries again. Being
    crowded is no fault. `log`: of whoever asks; `clock`: monotonic seconds."""

    def __init__(
        self, log: logging.Logger, clock: Callable[[], float], retry_seconds: float
    ) -> None:
        self._log = log
        self._clock = clock
        self._retry = retry_seconds
        self.down = False
        self._rests_until = 0.0

    async def tried(self, ask: Callable[[], Awaitable[_Result]]) -> _Result:
        """Ask, unless the model rests; returns the answer. Raises `ModelUnavailable`: that of
        `ask`, or at once while it rests."""
        now = self._clock()
        if self.down:
            if now < self._rests_until:
                raise ModelUnavailable(Reason.RESTING)
            self._rests_until = now + self._retry  # messages at the same time don't all try
        try:
            answer = await ask()
        except ModelUnavailable as fault:
            if fault.reason is not Reason.CROWDED:
                self._fail(fault.reason)
            raise
        if self.down:
            self.down = False
            self._log.info("model_recovered")
        return answer

    def _fail(self, reason: Reason) -> None:
        self._rests_until = self._clock() + self._retry
        if not self.down:
            self.down = True
            self._log.warning("model_unavailable", extra={"reason": reason.value})
