"""Deletes messages in the person's chat, as far as Telegram lets a bot."""

from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNotFound,
)

from bot.intake.errors import later
from bot.privacy import chat_deletion
from bot.privacy.chat_deletion import PAGE, ChatMessage, ChatPlan, Count, Plan
from bot.store.chats.people import People
from bot.telemetry import undeleted

DELETE_AT_ONCE = 100
"""Bot API, deleteMessages: 1-100 messages."""

Known = list[tuple[bytes, ChatMessage]]
"""Messages as the store gives them: as they lie there, and what they say."""


class MessageDeletion:
    """Deletes, and forgets the numbers of what is deleted or can't be.

    A chat is read a page at a time, and each batch is forgotten once it is done. So a long one
    holds nobody else up, and whoever comes after a crash goes on where it stopped: one batch at
    most is deleted twice, which does no harm.
    """

    def __init__(self, bot: Bot, people: People) -> None:
        self._bot = bot
        self._people = people

    async def everything(
        self, conversation: str, chat: int, now: float, *, erasing: bool = False
    ) -> None:
        """All known messages of a chat. Raises `Later`; what is deleted by then stays so.

        `erasing`: for an erasure, which reports what became of them.
        """
        while page := await self._people.messages(conversation, most=PAGE):
            plan = chat_deletion.all_now([message for _, message in page], now)
            await self._planned(conversation, chat, plan, page, erasing=erasing)

    async def due(
        self, conversation: str, chat: ChatPlan, now: float, *, held: bool
    ) -> float | None:
        """Delete what is due by now. Returns when to look again, None if nothing is left.

        Raises `Later`.

        `held`: a human is waited for or there.
        """
        people = self._people
        early = chat_deletion.surplus(await people.known(conversation))
        last = max((one.at for _, one in await people.messages(conversation, -PAGE)), default=now)
        kept, again = 0, None
        while page := await people.messages(conversation, kept, PAGE):
            messages = [message for _, message in page]
            plan = chat_deletion.plan(messages, chat.wipe, now, held=held, last=last, early=early)
            kept += len(page) - await self._planned(conversation, chat.chat, plan, page)
            early = max(0, early - len(page))
            again = min((one for one in (again, plan.again) if one is not None), default=None)
        return again

    async def guessed(self, chat: int, numbers: range) -> None:
        """A sending broke off; delete its message, which has one of these numbers, if any.

        Other chats may have some of them: in private chats Telegram counts for the whole account.
        They can't be hit: what isn't in this chat counts as not found, and is skipped (Bot API,
        deleteMessages; the official server looks each up in the chat first). Raises `Later`.
        """
        for start in range(0, len(numbers), DELETE_AT_ONCE):
            await self._delete(chat, list(numbers[start : start + DELETE_AT_ONCE]))

    async def _planned(
        self, conversation: str, chat: int, plan: Plan, page: Known, *, erasing: bool = False
    ) -> int:
        """Delete as a plan says, oldest first, a hundred at once. Returns how many of the page are
        forgotten by then. Raises `Later`.

        What is left is counted as it is forgotten, also where Telegram stops the rest.
        """
        too_late, now = set(plan.too_late), set(plan.now)
        late = [pair for pair in page if pair[1] in too_late]
        await self._left(conversation, late, erasing=erasing)
        due = sorted((pair for pair in page if pair[1] in now), key=lambda pair: pair[1].at)
        sure = [pair for pair in due if pair[1].span is None]
        for start in range(0, len(sure), DELETE_AT_ONCE):
            batch = sure[start : start + DELETE_AT_ONCE]
            done = await self._delete(chat, [one.number for _, one in batch])
            undeleted.stay(done.left)
            report = done if erasing else None
            await self._people.forget(conversation, [raw for raw, _ in batch], report)
        for raw, message in due:
            if message.span is not None:
                await self.guessed(chat, range(message.number, message.number + message.span))
                await self._people.forget(conversation, [raw])
        return len(late) + len(due)

    async def given_up(self, conversation: str, now: float) -> None:
        """Count, without asking Telegram, what nears the wall, and forget it."""
        end = chat_deletion.given_up().total_seconds()
        erasing = await self._people.erasure(conversation) is not None
        while page := await self._people.messages(conversation, most=PAGE):
            late = [pair for pair in page if now - pair[1].at >= end]
            await self._left(conversation, late, erasing=erasing)
            if len(late) < len(page):  # what came after these is younger
                break

    async def _left(self, conversation: str, late: Known, *, erasing: bool) -> None:
        count = Count(left=sum(message.span is None for _, message in late))
        undeleted.stay(count.left)
        report = count if erasing else None
        await self._people.forget(conversation, [raw for raw, _ in late], report)

    async def _delete(self, chat: int, numbers: list[int]) -> Count:
        """One refused message refuses its whole batch, so a refused batch is halved."""
        try:
            await self._bot.delete_messages(chat, numbers)
        except (TelegramForbiddenError, TelegramNotFound):
            return Count(left=len(numbers))
        except TelegramBadRequest:
            if len(numbers) == 1:
                return Count(left=1)
            half = len(numbers) // 2
            first = await self._delete(chat, numbers[:half])
            return first.plus(await self._delete(chat, numbers[half:]))
        except TelegramAPIError as error:
            raise later(error) from None
        return Count(deleted=len(numbers))
