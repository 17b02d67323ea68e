"""Whether somebody else uses a bot's token: a webhook that isn't ours, or a second poller.

Whoever has a token can let Telegram bring them what people write (setWebhook) or fetch it
(getUpdates), and nobody would notice: Telegram only answers the other poller with 409. The newer of
two polls ends the older one, so a process that starts anew doesn't get that answer, but the one
that was there.
"""

import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Protocol

from bot.config import Settings
from bot.errors import StoreUnavailable
from bot.store.staff.alarms import Alarm, Alarms

logger = logging.getLogger(__name__)

LOOK_SECONDS = 60.0

_ALARMS = {
    "intake": (Alarm.INTAKE_WEBHOOK, Alarm.INTAKE_POLLER),
    "desk": (Alarm.DESK_WEBHOOK, Alarm.DESK_POLLER),
}


class WebhookInfo(Protocol):
    """A bot's webhook, as far as it is needed here (Bot API, WebhookInfo)."""

    @property
    def url(self) -> str:
        """ "" where there is no webhook."""
        ...


class TokenWatch:
    """Watches one bot's token. `bot`: intake or desk; `ask`: the library's getWebhookInfo."""

    def __init__(
        self,
        bot: str,
        settings: Settings,
        alarms: Alarms,
        ask: Callable[[], Awaitable[WebhookInfo]],
    ) -> None:
        self._webhook, self._poller = _ALARMS[bot]
        self._alarms = alarms
        self._ask = ask
        self._polls = settings.webhook_listen is None
        self._own = f"{settings.webhook_url}/{bot}" if settings.webhook_url else ""

    async def look(self) -> None:
        """Ask Telegram once. Raises `StoreUnavailable` and what the library raises.

        Of a process that takes a webhook without knowing its own public address
        (HELPLINE_WEBHOOK_URL) only the lack of one is an alarm.
        """
        url = (await self._ask()).url
        ours = not url if self._polls else (url == self._own if self._own else bool(url))
        if not ours:
            logger.error("foreign_webhook")
            await self._alarms.ring(self._webhook)

    async def second_poller(self) -> None:
        """Telegram ended our poll for another one's."""
        logger.error("second_poller")
        with suppress(StoreUnavailable):
            await self._alarms.ring(self._poller)
