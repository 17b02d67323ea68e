"""Handles an update once it is read: the turn is written, put off or given up."""

import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from bot.attempt import DONE, GIVEN_UP, Attempt, Result, put_off
from bot.telemetry import logs
from bot.telemetry.metrics import UPDATES, Stage, timed

logger = logging.getLogger(__name__)

Raw: TypeAlias = dict[str, Any]
"""One update as Telegram sent it; it is parsed one by one, so that one bad one stops no other."""

RETRY_SECONDS = 0.5
"""Between two tries of an update, if the error doesn't ask for more."""

GIVE_UP_AFTER = 3
"""Tries of an update that fails through a fault of ours: it would stop all others."""

MOST_FAILED = 1000
"""Failing updates that are counted at a time; another process may take the rest."""


class UpdateHandler:
    """Writes turns. `handle` and `judge` are those of `bot.telegram.polling.UpdateSource`."""

    def __init__(
        self,
        handle: Callable[[Raw], Awaitable[None]],
        judge: Callable[[Exception, int], Attempt],
    ) -> None:
        self._handle = handle
        self._judge = judge
        self._failed: OrderedDict[int, int] = OrderedDict()

    @timed(Stage.UPDATE)
    async def handle(self, update: Raw) -> Attempt:
        """Done and given up: Telegram may be told that the update was taken. Put off: it is
        repeated rather than lost."""
        attempt = await self._try(update)
        UPDATES.labels(attempt.result.value).inc()
        if attempt.result is not Result.PUT_OFF:
            self._failed.pop(int(update["update_id"]), None)
        return attempt

    async def _try(self, update: Raw) -> Attempt:
        try:
            await self._handle(update)
        except Exception as error:  # one update must never stop the others
            attempt = self._judge(error, 1)
            if attempt.result is Result.PUT_OFF:
                logger.warning("update_put_off", extra={"kind": type(error).__name__})
                return attempt
            if self._fails(int(update["update_id"])) < GIVE_UP_AFTER:
                return put_off(RETRY_SECONDS)
            logs.capture(error)
            logger.error("update_given_up", exc_info=error)
            return GIVEN_UP
        return DONE

    def _fails(self, update_id: int) -> int:
        self._failed[update_id] = self._failed.get(update_id, 0) + 1
        if len(self._failed) > MOST_FAILED:
            self._failed.popitem(last=False)
        return self._failed.get(update_id, 0)
