"""Shows tickets in the operators' supergroup: a topic each, with a card and what the person writes.

A group takes about 20 messages a minute for everything together (Bots FAQ), so rows that wait
together are sent together: one edit of the card, one message for several lines.
"""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from telegram import Bot
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut

from bot.attempt import Later
from bot.clock import Clock
from bot.desk import card
from bot.desk.alerts import Alerts
from bot.desk.budget import Lane
from bot.desk.group import DeskGroup, DeskGroups
from bot.desk.group_notices import GroupNotices
from bot.desk.row_batches import WaitingRow, batched, pieces
from bot.desk.sending import send
from bot.desk.stubs import StubTopics, delete_topic
from bot.desk.topic_view import WAITS, TopicView
from bot.helpline import deck_rows
from bot.helpline.repeated_alerts import QUIET
from bot.store import LoadedConversation
from bot.store.conversations.conversations import Conversations
from bot.store.conversations.turn_batch import MOST_UNREAD
from bot.store.outbox.lease import Lease
from bot.store.outbox.outbox import Outbox
from bot.store.rows import Audience, DeskKind, DeskPlace
from bot.store.staff.roster import Roster
from bot.store.tickets.topics import Topics
from bot.texts.asking import asked_if_known, phrase
from bot.texts.current import LivePublication
from bot.texts.voices import Voice
from bot.tickets.ticket import Ticket
from flows.builtin import FALLBACK_LOCALE
from flows.status import Status
from flows.urgency import Urgency

logger = logging.getLogger(__name__)

TRY_AGAIN_SECONDS = 2.0
CROWD = {Lane.QUEUE: 4, Lane.EMERGENCY: 20, Lane.TALK: 100}
CROWDED_SECONDS = 10.0
"""While so many stand in line, new tickets of the lane are on the board alone, and tickets that end
keep their topics. Each in line keeps a worker, and there must be one for the next call."""

EACH = 5
"""Emergencies of one person's within an hour of which each is told; then every tenth."""

_ON_CARD = frozenset({DeskKind.CHANGED, DeskKind.CLAIMED, DeskKind.NOTICE, DeskKind.NOTE})


class DeskChannel:
    """Shows outboxes' rows to operators: in a ticket's topic, or in their group."""

    def __init__(
        self,
        bot: Bot,
        groups: DeskGroups,
        conversations: Conversations,
        topics: Topics,
        outbox: Outbox,
        roster: Roster,
        clock: Clock,
        live: LivePublication,
        voice: Voice,
        alerts: Alerts,
        group_notices: GroupNotices,
        stubs: StubTopics,
    ) -> None:
        self._bot = bot
        self._groups = groups
        self._conversations = conversations
        self._topics = topics
        self._outbox = outbox
        self._roster = roster
        self._clock = clock
        self._live = live
        self._voice = voice
        self._alerts = alerts
        self._group_notices = group_notices
        self._stubs = stubs

    async def deliver(self, conversation: str, lease: Lease) -> None:
        """Show all that waits. Raises `Later`."""
        assert lease.outbox is not None  # noqa: S101 - the desk's lease has it
        rows = [WaitingRow(*found) for found in lease.outbox.rows]
        if not rows:
            return
        read = lease.outbox.read
        place = await self._groups.settled(conversation, lease.outbox.place)
        try:
            left = await self._close(conversation, await self._apart(conversation, rows))
            if left != rows:  # that took its time, or ended the ticket
                read = await self._conversations.load(conversation)
                place = await self._groups.place(conversation)
            if left:
                await self._show(conversation, left, read, place, lease)
        except BadRequest as error:
            if "thread not found" not in str(error).lower():
                raise
            await self._forget_place(conversation)  # somebody deleted the topic: make it again
            raise Later(0.1) from None
        except (TimedOut, NetworkError) as error:  # it may have arrived; rather repeat than lose
            logger.warning("send_failed", extra={"kind": type(error).__name__})
            raise Later(TRY_AGAIN_SECONDS) from None

    def heard(self, conversation: str) -> None:
        """Something new waits there: a ticket that stands in line is looked at anew, since a plain
        request may have become an emergency, or may have been claimed."""
        for group in self._groups:
            group.budget.look_again(conversation)

    async def _apart(self, conversation: str, rows: list[WaitingRow]) -> list[WaitingRow]:
        """Show first the rows that aren't for the topic, also where the ticket has ended since."""
        left: list[WaitingRow] = []
        for waiting in rows:
            if await self._group_notices.show(conversation, waiting.row):
                await self._take_out(conversation, [waiting])
            else:
                left.append(waiting)
        return left

    async def _close(self, conversation: str, rows: list[WaitingRow]) -> list[WaitingRow]:
        """The last ticket that ended takes its topic and all that waited for it along."""
        ends = [n for n, waiting in enumerate(rows) if waiting.row.kind is DeskKind.CLOSED]
        if not ends:
            return rows
        self._alerts.answered(conversation)
        place = await self._groups.place(conversation)
        if place is not None:
            group = self._groups.find(place.chat) or self._groups.main
            _check_room(group, Lane.TALK)
            async with self._groups.following(group):
                await delete_topic(self._bot, self._groups, place)
            await self._topics.forget(conversation, place)
        for waiting in rows[: ends[-1] + 1]:
            if waiting.row.stub:
                group = self._groups.roomiest(Lane.TALK)
                _check_room(group, Lane.TALK)
                await group.budget.take(Lane.TALK)
                async with self._groups.following(group):
                    await self._stubs.show(waiting.row.stub, group)
        await self._take_out(conversation, rows[: ends[-1] + 1])
        return rows[ends[-1] + 1 :]

    async def _show(
        self,
        conversation: str,
        rows: list[WaitingRow],
        read: LoadedConversation,
        place: DeskPlace | None,
        lease: Lease,
    ) -> None:
        if read.ticket is None:  # closed in the meantime; its CLOSED row is on its way
            await self._take_out(conversation, rows)
            return
        if place is None and self._waits_quietly(read):
            await self._say_again(read.ticket, rows)
            await self._take_out(conversation, rows)
            return
        lane = _lane_of(read)
        place = await self._known(conversation, _of(read.ticket, place))
        group = self._groups.find(place.chat) if place else None
        if place is None or group is None:
            place, group = None, self._groups.roomiest(lane)
            if lane in WAITS:  # the board names it meanwhile; whoever claims it there moves it up
                _check_room(group, lane)
        async with self._groups.following(group):
            since = read.ticket.opened_at.timestamp()
            topic = TopicView(
                self._bot, self._topics, group, self._voice, conversation, lane, since
            )
            if place is None:
                await topic.open(read, self._card(read))
            else:
                topic.place = place
                if not place.card or any(waiting.row.kind in _ON_CARD for waiting in rows):
                    await topic.edit_card(read, self._card(read))
            if any(waiting.row.kind is DeskKind.CLAIMED for waiting in rows):
                self._alerts.answered(conversation, read.ticket.assigned_name)
                await self._hand_over(
                    conversation, topic, await self._locale(read, self._voice.locale)
                )
            await self._say_all(conversation, rows, read, topic, lease)

    def _waits_quietly(self, read: LoadedConversation) -> bool:
        """One of many emergencies that the same person erases: on the board alone at first."""
        ticket = read.ticket
        if ticket is None or not ticket.again or read.conversation.status is Status.HUMAN:
            return False
        return self._clock.now() - ticket.opened_at < QUIET

    async def _say_again(self, ticket: Ticket, rows: Sequence[WaitingRow]) -> None:
        """A line on the stub that an earlier erasure left; of very many, not each."""
        stub = next((waiting.row.stub for waiting in rows if waiting.row.stub), "")
        place = await self._groups.place(stub) if stub else None
        group = self._groups.find(place.chat) if place else None
        if place is None or group is None or not (ticket.again <= EACH or ticket.again % 10 == 0):
            return
        await group.budget.take(Lane.TALK)
        async with self._groups.following(group):
            words = self._voice("stub-again", name=ticket.name, count=ticket.again)
            await send(self._bot, place.chat, words, thread=place.thread)

    async def _say_all(
        self,
        conversation: str,
        rows: Sequence[WaitingRow],
        read: LoadedConversation,
        topic: TopicView,
        lease: Lease,
    ) -> None:
        shown = [await self._readable(waiting, read) for waiting in rows]
        if len(rows) >= MOST_UNREAD and await self._outbox.left_out(conversation):
            await topic.say(self._voice("words-not-kept"))
        messages = list(batched(self._voice, shown))
        for message in messages:
            if message.text:
                await topic.say(message.text, said=message.said)
            last = message is messages[-1]
            await self._take_out(conversation, message.rows, lease if last else None)

    def _card(self, read: LoadedConversation) -> str:
        assert read.ticket is not None  # noqa: S101 - `_show` has looked
        catalogue = self._live.current.catalogue
        told = card.reminders(catalogue, read.conversation.said, self._voice.locale)
        now = self._clock.now()
        answered = partial(phrase, catalogue, locale=self._voice.locale)
        return card.card(self._voice, read.ticket, read.conversation, now, told, answered)

    async def _readable(self, waiting: WaitingRow, read: LoadedConversation) -> WaitingRow:
        """What was sent, asked or answered is shown in the operator's own language."""
        kind, detail, catalogue = waiting.row.kind, waiting.row.detail, self._live.current.catalogue
        if kind is DeskKind.TEXT:
            words = catalogue.plain(detail, await self._locale(read, FALLBACK_LOCALE))
        elif kind is DeskKind.ASKED:
            words = asked_if_known(catalogue, detail, await self._locale(read, self._voice.locale))
        elif kind is DeskKind.ANSWERED:
            words = self._in_words(waiting.words, await self._locale(read, self._voice.locale))
        else:
            return waiting
        return replace(waiting, words=words)

    async def _locale(self, read: LoadedConversation, without: str) -> str:
        """What the assignee reads best; `without`: for one who has named no language."""
        assignee = read.ticket.assignee if read.ticket else None
        operator = await self._roster.get(assignee) if assignee else None
        languages = operator.languages if operator else ()
        return languages[0] if languages else without

    def _in_words(self, said: str, locale: str) -> str:
        """What the person said; an answer to a question of the deck together with the question."""
        answer = deck_rows.read(said)
        return said if answer is None else phrase(self._live.current.catalogue, answer, locale)

    async def _hand_over(self, conversation: str, topic: TopicView, locale: str) -> None:
        """The assignee reads what was written while the ticket waited. What is shown goes at once:
        a pause that Telegram wants doesn't begin it anew."""
        written = await self._outbox.transcript(conversation)
        said = [self._in_words(words, locale) for words in written]
        if await self._outbox.left_out(conversation):
            await topic.say(self._voice("words-left-out"))
        for piece in pieces(said):
            await topic.say(piece.text, said=True)
            await self._outbox.shown(conversation, piece.lines)

    async def _known(self, conversation: str, place: DeskPlace | None) -> DeskPlace | None:
        """Where it shows. One in a group that was taken out of the settings is given up: nobody's
        words are heard there any more."""
        if place is None or self._groups.find(place.chat):
            return place
        if not self._groups.knows_all():
            raise Later(TRY_AGAIN_SECONDS)
        try:
            await delete_topic(self._bot, self._groups, place)
        except (TelegramError, Later) as error:
            logger.error("topic_left_behind", extra={"kind": type(error).__name__})
        await self._topics.forget(conversation, place)
        return None

    async def _take_out(
        self, conversation: str, rows: Sequence[WaitingRow], lease: Lease | None = None
    ) -> None:
        """`lease`: given back with the last row; in a cluster the others must have gone by then."""
        sent = self._outbox.sent
        *others, last = rows
        await asyncio.gather(*(sent(conversation, Audience.DESK, one.raw) for one in others))
        await sent(conversation, Audience.DESK, last.raw, lease)

    async def _forget_place(self, conversation: str) -> None:
        place = await self._groups.place(conversation)
        if place is not None:
            await self._topics.forget(conversation, place)


def _of(ticket: Ticket, place: DeskPlace | None) -> DeskPlace | None:
    """Where this ticket shows. A topic of an earlier one of the same person's, which was lost
    without an end, isn't written into: its card tells of somebody else's claim, and `LostTopics`
    deletes it."""
    is_earlier = place is not None and place.title and ticket.name not in place.title.split()
    return None if is_earlier else place


def _check_room(group: DeskGroup, lane: Lane) -> None:
    """Raises `Later` where too many stand in line."""
    if group.budget.ahead(lane) >= CROWD[lane]:
        raise Later(CROWDED_SECONDS, until_heard=True)


def _lane_of(read: LoadedConversation) -> Lane:
    """The lane of a ticket's messages: danger first, and there whom an operator talks to."""
    is_claimed = read.conversation.status is Status.HUMAN
    if read.ticket is not None and read.ticket.urgency is Urgency.EMERGENCY:
        return Lane.CLAIMED if is_claimed else Lane.EMERGENCY
    return Lane.TALK if is_claimed else Lane.QUEUE
