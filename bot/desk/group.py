"""The operators' groups: where tickets show, how much each still takes, and numbers that change.

One group is enough for most. Several share the load, because Telegram's limit is a group's own: a
new ticket's topic goes where there is most room. The first group is the one for everything that
concerns all: calls, the board, blocks to be looked at, strangers. All operators are in all groups.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import replace

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.attempt import Later
from bot.desk.budget import Budget, Lane
from bot.desk.errors import retry_after
from bot.errors import StoreUnavailable
from bot.store.rows import DeskPlace
from bot.store.staff.presence import Presence
from bot.store.tickets.queue import Queue
from bot.store.tickets.topics import Topics

logger = logging.getLogger(__name__)

AFTER_MOVE_SECONDS = 0.1
ASK_AGAIN_SECONDS = 5.0
COUNT_SECONDS = 5.0
"""Between two looks at how many processes there are; below the life of their signs."""


class DeskGroup:
    """A group of operators. `id`: Telegram's number of it as it is now; `budget`: what it still
    takes."""

    def __init__(self, chat: int, budget: Budget) -> None:
        self.id = chat
        self.budget = budget


class DeskGroups:
    """All groups, in the order of the settings. There is at least one."""

    def __init__(
        self, groups: Sequence[DeskGroup], queue: Queue, topics: Topics, presence: Presence
    ) -> None:
        self._groups = tuple(groups)
        self._queue = queue
        self._topics = topics
        self._presence = presence
        self._moved: dict[int, int] = {}
        self._asked = False

    def __iter__(self) -> Iterator[DeskGroup]:
        return iter(self._groups)

    @property
    def main(self) -> DeskGroup:
        """Where alerts are sent and the board is pinned."""
        return self._groups[0]

    def find(self, chat: int) -> DeskGroup | None:
        """The group with this number, if it is one of ours."""
        return next((group for group in self._groups if group.id == chat), None)

    def roomiest(self, lane: Lane) -> DeskGroup:
        """Where a message in this lane would be sent soonest; of equals the first."""
        return min(self._groups, key=lambda one: (one.budget.ahead(lane), -one.budget.level))

    async def move(self, old: int, new: int) -> None:
        """Telegram says that a group has a new number (Bot API, Message: migrate_to_chat_id).

        The topics move along; so do the ways back from them. HELPLINE_DESK_CHAT should follow.
        """
        group = self.find(old)
        if group is None or new == old:
            return
        logger.error("desk_chat_moved")
        group.id = new
        self._moved[old] = new
        async for batch in self._queue.batches():
            for conversation in batch:
                await self.place(conversation)

    async def place(self, conversation: str) -> DeskPlace | None:
        """Where the ticket shows, under the group's present number.

        With several groups a place may lie in one that was taken out of the settings; it is
        returned as it is.
        """
        return await self.settled(conversation, await self._topics.place(conversation))

    async def settled(self, conversation: str, place: DeskPlace | None) -> DeskPlace | None:
        """A ticket's place as it was read, under the group's present number, which is kept."""
        if place is None:
            return None
        moved = self.moved(place)
        if moved != place:
            await self._topics.forget(conversation, place)
            await self._topics.remember(conversation, moved)
        return moved

    def moved(self, place: DeskPlace) -> DeskPlace:
        """A place under its group's present number, as far as that is known."""
        if self.find(place.chat):
            return place
        new = self._moved.get(place.chat) or (self.main.id if len(self._groups) == 1 else None)
        return place if new is None else replace(place, chat=new)

    def knows_all(self) -> bool:
        """Whether Telegram was asked for the present number of every group. Until then a place
        with a strange number may lie in a group of ours that has moved."""
        return self._asked

    async def ask(self, bot: Bot, sleep: Callable[[float], Awaitable[None]]) -> None:
        """Find out which groups have moved while nobody looked, until Telegram has answered."""
        for group in self._groups:
            while True:
                await group.budget.take(Lane.BOARD)
                try:
                    await bot.send_chat_action(group.id, ChatAction.TYPING)
                except ChatMigrated as error:
                    await self.move(group.id, error.new_chat_id)
                except (BadRequest, Forbidden):
                    logger.error("desk_chat_unreachable")
                except TelegramError as error:
                    logger.warning("desk_chat_not_asked", extra={"kind": type(error).__name__})
                    await sleep(ASK_AGAIN_SECONDS)
                    continue
                break
        self._asked = True

    @asynccontextmanager
    async def following(self, group: DeskGroup) -> AsyncIterator[None]:
        """A block for calls to one group: if Telegram says that the group has moved or is gone,
        that is noted, and the call is put off. Raises `Later`."""
        try:
            yield
        except RetryAfter as error:
            seconds = retry_after(error) or 0.0
            group.budget.empty(seconds)
            raise Later(seconds, everyone=len(self._groups) == 1) from None
        except ChatMigrated as error:
            await self.move(group.id, error.new_chat_id)
            raise Later(AFTER_MOVE_SECONDS) from None

    async def share(self) -> None:
        """Spend of each group only this process's part. Raises `StoreUnavailable`."""
        count = await self._presence.count()
        for group in self._groups:
            group.budget.share(count)

    async def run(
        self, bot: Bot, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        """Ask for the groups' numbers, and spend the budgets, until cancelled; then the other
        processes may spend this one's part."""
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self.ask(bot, sleep))
                for group in self._groups:
                    tasks.create_task(group.budget.run())
        finally:
            with suppress(StoreUnavailable):
                await self._presence.leave()
