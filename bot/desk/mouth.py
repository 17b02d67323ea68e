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
class Saying:
    """One sentence. `thread`: None for General and for a private chat."""

    chat: int
    text: str
    thread: int | None = None
    keyboard: InlineKeyboardMarkup | None = None
    silent: bool = True


class Mouth:
    """Says them one after the other, so that no handler waits for Telegram's limits."""

    def __init__(self, bot: Bot, groups: DeskGroups) -> None:
        self._bot = bot
        self._groups = groups
        self._queue: asyncio.Queue[Saying] = asyncio.Queue(MOST_WAITING)

    def say(self, saying: Saying) -> None:
        """Say it soon."""
        try:
            self._queue.put_nowait(saying)
        except asyncio.QueueFull:
            logger.warning("saying_dropped")

    async def run(self) -> None:
        """Say for ever."""
        while True:
            saying = await self._queue.get()
            group = self._groups.find(saying.chat)
            if group is not None:  # private chats have a limit of their own
                await group.budget.take(Lane.TALK)
            await attempt(
                lambda saying=saying: send(  # type: ignore[misc]
                    self._bot,
                    saying.chat,
                    saying.text,
                    thread=saying.thread,
                    keyboard=saying.keyboard,
                    silent=saying.silent,
                )
            )


async def attempt(send: Callable[[], Awaitable[object]]) -> bool:
    """Try to send; a failure is noted and costs nothing."""
    try:
        await send()
    except TelegramError as error:
        logger.info("saying_failed", extra={"kind": type(error).__name__})
        return False
    return True
