"""The queue as an operator sees it: their own tickets, who waits, what colleagues have.

No word of a person's is in it.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.console.handles import Handles
from bot.helpline import cards
from bot.message import wording
from bot.store import LoadedConversation
from bot.store.conversations import revisions
from bot.store.conversations.conversations import Conversations
from bot.store.tickets.queue import Queue
from bot.texts.voices import Voice
from bot.tickets.operator import Operator
from bot.tickets.queue_health import BREACHES
from bot.tickets.ticket import Ticket, order
from flows.events import TimerKind
from flows.urgency import Urgency

SHOWN = 40
"""Tickets that wait and are shown one by one; the others are counted."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One ticket in a line. `turn`: whose turn it is and since when, or how long it waits;
    `owed`: the person waits for an answer; `late`: for too long; `state`: the number in
    its revision, by which the page says what it has shown."""

    handle: str
    urgency: str
    mark: str
    name: str
    topic: str
    language: str
    turn: str
    warnings: tuple[str, ...]
    owed: bool = False
    late: bool = False
    state: int = 0


@dataclass(frozen=True, slots=True)
class QueueView:
    """Everything that the queue shows. `count`: of all who wait; `emergencies`: of these."""

    mine: Sequence[Entry]
    waiting: Sequence[Entry]
    others: Sequence[Entry]
    count: int
    emergencies: int

    @property
    def more(self) -> int:
        """How many wait and aren't shown."""
        return max(0, self.count - len(self.waiting))


class QueueViews:
    """Makes the view."""

    def __init__(self, queue: Queue, conversations: Conversations) -> None:
        self._queue = queue
        self._conversations = conversations

    async def of(
        self, operator: Operator, handles: Handles, voice: Voice, now: datetime
    ) -> QueueView:
        """The queue at this moment. Raises `StoreUnavailable`."""
        (waiting, _), claimed, counts = await asyncio.gather(
            self._queue.waiting_by_conversation(0, SHOWN),
            self._queue.claimed(),
            self._queue.lines(),
        )
        own = {one: ticket for one, ticket in claimed.items() if ticket.assignee == operator.id}
        others = {one: ticket for one, ticket in claimed.items() if one not in own}
        read = await self._read([*own, *waiting])

        def entries(found: Mapping[str, Ticket]) -> list[Entry]:
            return [
                _entry(handles.of(one), ticket, read.get(one), voice, now)
                for one, ticket in sorted(found.items(), key=lambda pair: order(pair[1]))
            ]

        return QueueView(
            entries(own),
            entries(waiting),
            entries(others),
            sum(line.count for line in counts.values()),
            counts[Urgency.EMERGENCY].count,
        )

    async def _read(self, conversations: Sequence[str]) -> dict[str, LoadedConversation]:
        found = await asyncio.gather(*map(self._conversations.load, conversations))
        return dict(zip(conversations, found, strict=True))


def _entry(
    handle: str, ticket: Ticket, read: LoadedConversation | None, voice: Voice, now: datetime
) -> Entry:
    waited = now - ticket.opened_at
    turn = voice("console-since", span=cards.waited(waited))
    owed, late = False, ticket.assignee is None and waited > BREACHES[ticket.urgency]
    standing: tuple[str, ...] = ()
    if ticket.assignee is not None:
        turn = ticket.assigned_name
    if read is not None:
        notices = cards.warnings(ticket, read.conversation)
        standing = tuple(voice(f"notice-{one.value}") for one in notices)
        if ticket.assignee is not None:
            due = answer_due(read)
            owed, late = due is not None, due is not None and due <= now
            turn = whose_turn(voice, due)
        elif read.conversation.snoozed_until is not None:
            turn, late = cards.stage(voice, ticket, read.conversation, now), False
    return Entry(
        handle,
        ticket.urgency.word,
        cards.MARKS[ticket.urgency],
        ticket.name,
        voice.named("topic", ticket.topic),
        voice.find(f"language-{ticket.locale}") or ticket.locale,
        turn,
        standing,
        owed,
        late,
        revisions.number(read.revision) if read is not None else 0,
    )


def answer_due(read: LoadedConversation) -> datetime | None:
    """Until when the person waits for their operator's answer; None if it isn't owed."""
    due = (one.due for one in read.conversation.timers if one.kind is TimerKind.OPERATOR_SILENT)
    return next(due, None)


def whose_turn(voice: Voice, due: datetime | None) -> str:
    """Whether the operator or the person is to write next."""
    if due is None:
        return voice.say(wording("office-mine-answered"))
    return voice("office-mine-owed", time=cards.clock(due))
