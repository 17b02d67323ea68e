"""Shows tickets in the operators' supergroup: a topic each, with a card and what the person writes.

A group takes about 20 messages a minute for everything together (Bots FAQ), so rows that wait
together are sent together: one edit of the card, one message for several lines.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import MessageLimit
from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter, TimedOut

from bot import cards
from bot.delivery import Later
from bot.desk.group import DeskGroup
from bot.desk.stubs import StubTopics, delete_topic
from bot.ports import Clock
from bot.store import Loaded, Store
from bot.store.rows import Audience, DeskKind, DeskPlace, DeskRow
from flows.status import Status
from flows.urgency import Urgency

logger = logging.getLogger(__name__)

TRY_AGAIN_SECONDS = 2.0
_ROOM = int(MessageLimit.MAX_TEXT_LENGTH) - 96


@dataclass(frozen=True, slots=True)
class Waiting:
    """One row of the outbox with what is needed to take it out."""

    raw: bytes
    row: DeskRow
    words: str


class DeskChannel:
    """The operators' group."""

    def __init__(
        self, bot: Bot, group: DeskGroup, store: Store, clock: Clock, stubs: StubTopics
    ) -> None:
        self._bot = bot
        self._group = group
        self._store = store
        self._clock = clock
        self._stubs = stubs

    async def deliver(self, conversation: str) -> None:
        """Show all that waits. Raises `Later`."""
        rows = [Waiting(*found) for found in await self._store.outbox.for_desk(conversation)]
        if not rows:
            return
        try:
            rows = await self._close(conversation, rows)
            if rows:
                await self._show(conversation, rows)
        except RetryAfter as error:
            raise Later(_seconds(error), everyone=True) from None
        except ChatMigrated as error:
            await self._group.move(error.new_chat_id)
            raise Later(0.1) from None
        except BadRequest as error:
            if "thread not found" not in str(error).lower():
                raise
            await self._forget_place(conversation)  # somebody deleted the topic: make it again
            raise Later(0.1) from None
        except (TimedOut, NetworkError) as error:  # it may have arrived; rather repeat than lose
            logger.warning("send_failed", extra={"kind": type(error).__name__})
            raise Later(TRY_AGAIN_SECONDS) from None

    async def _close(self, conversation: str, rows: list[Waiting]) -> list[Waiting]:
        """The last ticket that ended takes its topic and all that waited for it along."""
        ends = [n for n, waiting in enumerate(rows) if waiting.row.kind is DeskKind.CLOSED]
        if not ends:
            return rows
        place = await self._group.place(conversation)
        if place is not None:
            await delete_topic(self._bot, place)
            await self._store.topics.forget(conversation, place)
        for waiting in rows[: ends[-1] + 1]:
            if waiting.row.stub:
                await self._stubs.show(waiting.row.stub)
        await self._take_out(conversation, rows[: ends[-1] + 1])
        return rows[ends[-1] + 1 :]

    async def _show(self, conversation: str, rows: list[Waiting]) -> None:
        read = await self._store.conversations.load(conversation)
        if read.ticket is None:  # closed in the meantime; its CLOSED row is on its way
            await self._take_out(conversation, rows)
            return
        place = await self._group.place(conversation)
        if place is None:
            place = await self._open(conversation, read)
        elif any(waiting.row.kind in _ON_CARD for waiting in rows):
            await self._edit_card(conversation, place, read)
        if any(waiting.row.kind is DeskKind.CLAIMED for waiting in rows):
            await self._hand_over(conversation, place)
        for group in _gathered(rows):
            if group.text:
                await self._say(place, group.text)
            await self._take_out(conversation, group.rows)

    async def _open(self, conversation: str, read: Loaded) -> DeskPlace:
        assert read.ticket is not None  # noqa: S101 - `_show` has looked
        topic = await self._bot.create_forum_topic(self._group.id, cards.title(read.ticket))
        place = DeskPlace(self._group.id, topic.message_thread_id, 0)
        await self._store.topics.remember(conversation, place)
        return await self._post_card(conversation, place, read)

    async def _post_card(self, conversation: str, place: DeskPlace, read: Loaded) -> DeskPlace:
        assert read.ticket is not None  # noqa: S101 - `_show` has looked
        message = await self._bot.send_message(
            place.chat,
            cards.card(read.ticket, read.conversation.status, self._clock.now()),
            message_thread_id=place.thread,
            reply_markup=buttons(read.conversation.status),
            disable_notification=read.ticket.urgency is Urgency.NORMAL,
        )
        carded = DeskPlace(place.chat, place.thread, message.message_id)
        await self._store.topics.remember(conversation, carded)
        return carded

    async def _edit_card(self, conversation: str, place: DeskPlace, read: Loaded) -> None:
        assert read.ticket is not None  # noqa: S101 - `_show` has looked
        try:
            await self._bot.edit_message_text(
                cards.card(read.ticket, read.conversation.status, self._clock.now()),
                place.chat,
                place.card,
                reply_markup=buttons(read.conversation.status),
            )
        except BadRequest as error:
            if "not found" in str(error).lower():  # somebody deleted it, alone or with its topic
                await self._post_card(conversation, place, read)
            elif "not modified" not in str(error).lower():
                raise

    async def _hand_over(self, conversation: str, place: DeskPlace) -> None:
        """The assignee reads what was written while the ticket waited."""
        said = await self._store.outbox.transcript(conversation)
        for piece in _pieces(said):
            await self._say(place, piece)
        await self._store.outbox.shown(conversation, len(said))

    async def _say(self, place: DeskPlace, text: str) -> None:
        await self._bot.send_message(place.chat, text, message_thread_id=place.thread)

    async def _take_out(self, conversation: str, rows: Sequence[Waiting]) -> None:
        for waiting in rows:
            await self._store.outbox.sent(conversation, Audience.DESK, waiting.raw)

    async def _forget_place(self, conversation: str) -> None:
        place = await self._group.place(conversation)
        if place is not None:
            await self._store.topics.forget(conversation, place)


def buttons(status: Status) -> InlineKeyboardMarkup | None:
    """The buttons of a card."""
    row = [
        InlineKeyboardButton(cards.BUTTONS[action], callback_data=action.value)
        for action in cards.OFFERED.get(status, ())
    ]
    return InlineKeyboardMarkup([row]) if row else None


_ON_CARD = frozenset({DeskKind.CHANGED, DeskKind.CLAIMED, DeskKind.NOTICE})


@dataclass(frozen=True, slots=True)
class _Group:
    text: str
    rows: tuple[Waiting, ...]


def _gathered(rows: Sequence[Waiting]) -> Iterator[_Group]:
    """Lines that wait together become one message, as far as there is room."""
    text, kept = "", list[Waiting]()
    for waiting in rows:
        line = cards.line(waiting.row.kind, waiting.row.detail, waiting.words)
        if text and line and len(text) + len(line) + 1 > _ROOM:
            yield _Group(text, tuple(kept))
            text, kept = "", []
        text = f"{text}\n{line}" if text and line else text or line
        kept.append(waiting)
    if kept:
        yield _Group(text, tuple(kept))


def _pieces(lines: Sequence[str]) -> Iterator[str]:
    text = ""
    for line in lines:
        if text and len(text) + len(line) + 1 > _ROOM:
            yield text
            text = ""
        text = f"{text}\n{line}" if text else line
    if text:
        yield text


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return float(wait) if isinstance(wait, int | float) else wait.total_seconds()
