"""Sentences for operators that nothing depends on: said when the budget allows, else not at all."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram import Bot, InlineKeyboardMarkup
from telegram.error import TelegramError

from bot.desk.budget import Lane
from bot.desk.group import DeskGroups
from bot.desk.sending import send

logger = logging.getLogger(__name__)

MOST_WAITING = 100


@dataclass(frozen=True, slots=True)
class Notification:
    """A sentence, and where it is to stand. `thread`: None for General and for a private chat."""

    chat: int
    text: str
    thread: int | None = None
    keyboard: InlineKeyboardMarkup | None = None
    silent: bool = True


class Notifier:
    """Sends notifications one after the other, so that no handler waits for Telegram's limits."""

    def __init__(self, bot: Bot, groups: DeskGroups) -> None:
        self._bot = bot
        self._groups = groups
        self._queue: asyncio.Queue[Notification] = asyncio.Queue(MOST_WAITING)

    def notify(self, notification: Notification) -> None:
        """Send it soon; where too many wait, it is dropped and that is logged."""
        try:
            self._queue.put_nowait(notification)
        except asyncio.QueueFull:
            logger.warning("notification_dropped")

    async def run(self) -> None:
        """Send what waits, until cancelled."""
        while True:
            notification = await self._queue.get()
            group = self._groups.find(notification.chat)
            if group is not None:  # private chats have a limit of their own
                await group.budget.take(Lane.TALK)
            await attempt(
                lambda notification=notification: send(  # type: ignore[misc]
                    self._bot,
                    notification.chat,
                    notification.text,
                    thread=notification.thread,
                    keyboard=notification.keyboard,
                    silent=notification.silent,
                )
            )


async def attempt(send: Callable[[], Awaitable[object]]) -> bool:
    """Try to send; a failure is noted and costs nothing."""
    try:
        await send()
    except TelegramError as error:
        logger.info("notification_failed", extra={"kind": type(error).__name__})
        return False
    return True
