"""Shows tickets in the operators' supergroup: a topic each, with a card and what the person writes.

A group takes about 20 messages a minute for everything together (Bots FAQ), so rows that wait
together are sent together: one edit of the card, one message for several lines.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import MessageLimit
from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter, TimedOut

from bot import cards
from bot.delivery import Later
from bot.desk.alarm import Alarm
from bot.desk.budget import Budget, Lane
from bot.desk.group import DeskGroup
from bot.desk.stubs import StubTopics, delete_topic
from bot.live import Live
from bot.ports import Clock
from bot.store import Loaded, Store
from bot.store.rows import Audience, DeskKind, DeskPlace, DeskRow
from flows.effects import AlertLevel
from flows.status import Status
from flows.urgency import Urgency
from flows.walk import FALLBACK_LOCALE

logger = logging.getLogger(__name__)

TRY_AGAIN_SECONDS = 2.0
CROWD = 4
CROWDED_SECONDS = 10.0
"""While so many new tickets stand in line for a topic, the others are on the board alone."""

LIFT = "lift:"
"""Callback data of the button that lifts a mute, before its token."""
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
        self,
        bot: Bot,
        group: DeskGroup,
        store: Store,
        clock: Clock,
        live: Live,
        budget: Budget,
        alarm: Alarm,
        stubs: StubTopics,
    ) -> None:
        self._bot = bot
        self._group = group
        self._store = store
        self._clock = clock
        self._live = live
        self._budget = budget
        self._alarm = alarm
        self._stubs = stubs

    async def deliver(self, conversation: str) -> None:
        """Show all that waits. Raises `Later`."""
        rows = [Waiting(*found) for found in await self._store.outbox.for_desk(conversation)]
        if not rows:
            return
        try:
            rows = await self._apart(conversation, rows)
            rows = await self._close(conversation, rows)
            if rows:
                await self._show(conversation, rows)
        except RetryAfter as error:
            self._budget.empty()
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

    async def _apart(self, conversation: str, rows: list[Waiting]) -> list[Waiting]:
        """What isn't for the topic goes first, also where the ticket has ended since."""
        left: list[Waiting] = []
        for waiting in rows:
            match waiting.row.kind:
                case DeskKind.AUDIT:
                    await self._store.audit.append(waiting.row.sealed)
                case DeskKind.MUTED:
                    await self._ask_for_review(conversation, waiting.row.detail)
                case DeskKind.ALERT:
                    await self._ring(conversation, AlertLevel(waiting.row.detail))
                case _:
                    left.append(waiting)
                    continue
            await self._take_out(conversation, [waiting])
        return left

    async def _ring(self, conversation: str, level: AlertLevel) -> None:
        read = await self._store.conversations.load(conversation)
        if read.ticket is not None and read.conversation.status is Status.QUEUED:
            await self._alarm.ring(level, read.ticket)

    async def _ask_for_review(self, conversation: str, detail: str) -> None:
        """Supervisors look at every mute."""
        token = await self._store.board.review(conversation)
        await self._budget.take(Lane.TALK)
        await self._bot.send_message(
            self._group.id,
            f"🔇 {detail} An urgent message still gets through. Supervisors: please look at it.",
            reply_markup=InlineKeyboardMarkup(
                [[InlineKeyboardButton("Lift the mute", callback_data=f"{LIFT}{token}")]]
            ),
            disable_notification=True,
        )

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
                await self._budget.take(Lane.TALK)
                await self._stubs.show(waiting.row.stub)
        await self._take_out(conversation, rows[: ends[-1] + 1])
        return rows[ends[-1] + 1 :]

    async def _show(self, conversation: str, rows: list[Waiting]) -> None:
        read = await self._store.conversations.load(conversation)
        if read.ticket is None:  # closed in the meantime; its CLOSED row is on its way
            await self._take_out(conversation, rows)
            return
        lane = lane_of(read)
        place = await self._group.place(conversation)
        if place is None:
            if lane is Lane.QUEUE and self._budget.ahead(lane) >= CROWD:
                # The board names it meanwhile, and whoever claims it there moves it up.
                raise Later(CROWDED_SECONDS)
            place = await self._open(conversation, read, lane)
        elif any(waiting.row.kind in _ON_CARD for waiting in rows):
            await self._edit_card(conversation, place, read, lane)
        if any(waiting.row.kind is DeskKind.CLAIMED for waiting in rows):
            await self._hand_over(conversation, place, lane)
        shown = [await self._readable(waiting, read) for waiting in rows]
        for group in _gathered(shown):
            if group.text:
                await self._say(place, group.text, lane)
            await self._take_out(conversation, group.rows)

    async def _readable(self, waiting: Waiting, read: Loaded) -> Waiting:
        """A text that was sent is shown in the operator's own language."""
        if waiting.row.kind is not DeskKind.TEXT:
            return waiting
        assignee = read.ticket.assignee if read.ticket else None
        operator = await self._store.roster.get(assignee) if assignee else None
        languages = operator.languages if operator else ()
        locale = languages[0] if languages else FALLBACK_LOCALE
        catalogue = self._live.current.catalogue
        return replace(waiting, words=catalogue.plain(waiting.row.detail, locale))

    async def _open(self, conversation: str, read: Loaded, lane: Lane) -> DeskPlace:
        assert read.ticket is not None  # noqa: S101 - `_show` has looked
        await self._budget.take(lane)
        topic = await self._bot.create_forum_topic(self._group.id, cards.title(read.ticket))
        place = DeskPlace(self._group.id, topic.message_thread_id, 0)
        await self._store.topics.remember(conversation, place)
        return await self._post_card(conversation, place, read, lane)

    async def _post_card(
        self, conversation: str, place: DeskPlace, read: Loaded, lane: Lane
    ) -> DeskPlace:
        assert read.ticket is not None  # noqa: S101 - `_show` has looked
        await self._budget.take(lane)
        message = await self._bot.send_message(
            place.chat,
            cards.card(read.ticket, read.conversation, self._clock.now()),
            message_thread_id=place.thread,
            reply_markup=buttons(read.conversation.status),
            disable_notification=read.ticket.urgency is Urgency.NORMAL,
        )
        carded = DeskPlace(place.chat, place.thread, message.message_id)
        await self._store.topics.remember(conversation, carded)
        return carded

    async def _edit_card(
        self, conversation: str, place: DeskPlace, read: Loaded, lane: Lane
    ) -> None:
        assert read.ticket is not None  # noqa: S101 - `_show` has looked
        await self._budget.take(lane)
        try:
            await self._bot.edit_message_text(
                cards.card(read.ticket, read.conversation, self._clock.now()),
                place.chat,
                place.card,
                reply_markup=buttons(read.conversation.status),
            )
        except BadRequest as error:
            if "not found" in str(error).lower():  # somebody deleted it, alone or with its topic
                await self._post_card(conversation, place, read, lane)
            elif "not modified" not in str(error).lower():
                raise

    async def _hand_over(self, conversation: str, place: DeskPlace, lane: Lane) -> None:
        """The assignee reads what was written while the ticket waited."""
        said = await self._store.outbox.transcript(conversation)
        for piece in _pieces(said):
            await self._say(place, piece, lane)
        await self._store.outbox.shown(conversation, len(said))

    async def _say(self, place: DeskPlace, text: str, lane: Lane) -> None:
        await self._budget.take(lane)
        await self._bot.send_message(place.chat, text, message_thread_id=place.thread)

    async def _take_out(self, conversation: str, rows: Sequence[Waiting]) -> None:
        for waiting in rows:
            await self._store.outbox.sent(conversation, Audience.DESK, waiting.raw)

    async def _forget_place(self, conversation: str) -> None:
        place = await self._group.place(conversation)
        if place is not None:
            await self._store.topics.forget(conversation, place)


def lane_of(read: Loaded) -> Lane:
    """What a ticket's messages are worth: danger first, then talks, then what only waits."""
    if read.ticket is not None and read.ticket.urgency is Urgency.EMERGENCY:
        return Lane.EMERGENCY
    return Lane.TALK if read.conversation.status is Status.HUMAN else Lane.QUEUE


def buttons(status: Status) -> InlineKeyboardMarkup | None:
    """The buttons of a card: what can be done, then the ways to close."""
    acts = [
        InlineKeyboardButton(cards.BUTTONS[action], callback_data=action.value)
        for action in cards.OFFERED.get(status, ())
    ]
    if not acts:
        return None
    closings = [
        InlineKeyboardButton(label, callback_data=f"{cards.CLOSE}{outcome.value}")
        for outcome, label in cards.CLOSINGS.items()
    ]
    pairs = [closings[at : at + 2] for at in range(0, len(closings), 2)]
    return InlineKeyboardMarkup([acts, *pairs])


_ON_CARD = frozenset({DeskKind.CHANGED, DeskKind.CLAIMED, DeskKind.NOTICE, DeskKind.NOTE})


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
