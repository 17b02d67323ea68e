"""Sentences for operators that nothing depends on: said when the budget allows, else not at all."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram import Bot, InlineKeyboardMarkup
from telegram.error import RetryAfter, TelegramError

from bot.desk.budget import Lane
from bot.desk.errors import retry_after
from bot.desk.group import DeskGroups
from bot.desk.sending import send

logger = logging.getLogger(__name__)

MOST_WAITING = 100
MOST_STRANGERS = 20
"""Answers to people who aren't operators; they wait until all others are sent."""


@dataclass(frozen=True, slots=True)
class Notification:
    """A sentence, and where it is to stand. `thread`: None for General and for a private chat.
    `to_stranger`: to somebody who is no operator."""

    chat: int
    text: str
    thread: int | None = None
    keyboard: InlineKeyboardMarkup | None = None
    silent: bool = True
    to_stranger: bool = False


class Notifier:
    """Sends notifications one after the other, so that no handler waits for Telegram's limits."""

    def __init__(
        self,
        bot: Bot,
        groups: DeskGroups,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._groups = groups
        self._sleep = sleep
        self._waiting: deque[Notification] = deque()
        self._strangers: deque[Notification] = deque()
        self._due = asyncio.Event()

    def notify(self, notification: Notification) -> None:
        """Send it soon; where too many wait, it is dropped and that is logged."""
        line, most = self._waiting, MOST_WAITING
        if notification.to_stranger:
            line, most = self._strangers, MOST_STRANGERS
        if len(line) >= most:
            logger.warning("notification_dropped")
            return
        line.append(notification)
        self._due.set()

    async def run(self) -> None:
        """Send what waits, until cancelled."""
        while True:
            await self._due.wait()
            self._due.clear()
            await self.send_waiting()

    async def send_waiting(self) -> None:
        """Send all that waits by now and comes meanwhile, strangers last. Where it was too much for
        Telegram, nothing more is sent for as long as it wants."""
        while self._waiting or self._strangers:
            notification = (self._waiting or self._strangers).popleft()
            group = self._groups.find(notification.chat)
            if group is not None:  # private chats have a limit of their own
                await group.budget.take(Lane.TALK)
            try:
                await self._send(notification)
            except TelegramError as error:
                _failed(error)
                if isinstance(error, RetryAfter):
                    await self._sleep(retry_after(error) or 0.0)

    async def _send(self, notification: Notification) -> None:
        await send(
            self._bot,
            notification.chat,
            notification.text,
            thread=notification.thread,
            keyboard=notification.keyboard,
            silent=notification.silent,
        )


async def attempt(send: Callable[[], Awaitable[object]]) -> bool:
    """Try to send; a failure is noted and costs nothing."""
    try:
        await send()
    except TelegramError as error:
        _failed(error)
        return False
    return True


def _failed(error: TelegramError) -> None:
    logger.info("notification_failed", extra={"kind": type(error).__name__})
