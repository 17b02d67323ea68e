"""What happens to an update once it is read, the same for polling and for the webhook."""

import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from bot.telemetry import logs
from bot.telemetry.metrics import UPDATES, Stage, Taken, timed

logger = logging.getLogger(__name__)

Raw: TypeAlias = dict[str, Any]
"""One update as Telegram sent it; it is parsed one by one, so that one bad one stops no other."""

RETRY_SECONDS = 0.5
"""Between two tries of an update, if the error doesn't ask for more."""

GIVE_UP_AFTER = 3
"""Tries of an update that fails through a fault of ours: it would stop all others."""

MOST_FAILED = 1000
"""Failing updates that are counted at a time; another process may take the rest."""


class Taker:
    """Writes turns. `handle` and `pause` are a bot library's (`bot.telegram.polling.Bot`)."""

    def __init__(
        self,
        handle: Callable[[Raw], Awaitable[None]],
        pause: Callable[[Exception, int], float | None],
    ) -> None:
        self._handle = handle
        self._pause = pause
        self._failed: OrderedDict[int, int] = OrderedDict()

    @timed(Stage.UPDATE)
    async def take(self, update: Raw) -> float | None:
        """None: the turn is written, and Telegram may be told so. Else it may be tried again in
        that many seconds: what wasn't written is repeated rather than lost."""
        update_id = int(update["update_id"])
        try:
            await self._handle(update)
        except Exception as error:  # one update must never stop the others
            seconds = self._pause(error, 1)
            if seconds is not None:
                logger.warning("update_put_off", extra={"kind": type(error).__name__})
                UPDATES.labels(Taken.PUT_OFF.value).inc()
                return seconds
            if self._fails(update_id) < GIVE_UP_AFTER:
                UPDATES.labels(Taken.PUT_OFF.value).inc()
                return RETRY_SECONDS
            logs.capture(error)
            logger.error("update_given_up", exc_info=error)
            UPDATES.labels(Taken.GIVEN_UP.value).inc()
        else:
            UPDATES.labels(Taken.WRITTEN.value).inc()
        self._failed.pop(update_id, None)
        return None

    def _fails(self, update_id: int) -> int:
        self._failed[update_id] = self._failed.get(update_id, 0) + 1
        if len(self._failed) > MOST_FAILED:
            self._failed.popitem(last=False)
        return self._failed.get(update_id, 0)
