"""The queue as an operator sees it: their own tickets, who waits, what colleagues have.

No word of a person's is in it.
"""

import asyncio
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from bot.console.handles import Handles
from bot.console.together import Together
from bot.helpline import cards
from bot.helpline.stub_acts import StubActs
from bot.store import LoadedConversation
from bot.store.conversations import revisions
from bot.store.conversations.conversations import Conversations
from bot.store.rows import Stub
from bot.store.tickets.queue import Queue
from bot.texts.voices import Voice
from bot.tickets.operator import Operator
from bot.tickets.queue_health import BREACHES, WaitingCount, is_for
from bot.tickets.queue_order import order
from bot.tickets.ticket import Ticket
from flows.events import TimerKind
from flows.urgency import Urgency

SHOWN = 40
"""Tickets that wait and are shown one by one; the others are counted."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One ticket in a line. `turn`: whose turn it is and since when, or how long it waits;
    `owed`: the person waits for an answer; `late`: for too long; `heard`: when they last wrote, in
    milliseconds since 1970, by which the page knows what is new to it; `due`: until when they wait
    for an answer, in seconds since 1970, 0 where they don't; `state`: the number in its revision,
    by which the page says what it has shown."""

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
    heard: int = 0
    due: int = 0
    state: int = 0


@dataclass(frozen=True, slots=True)
class QueueView:
    """Everything that the queue shows. `mine`: whoever waits for an answer first, and whose time
    is over soonest; `count`: of all who wait; `emergencies`: of these; `stubs`: emergencies that
    were erased, and can be written to once."""

    mine: Sequence[Entry]
    waiting: Sequence[Entry]
    others: Sequence[Entry]
    stubs: Sequence[Entry]
    count: int
    emergencies: int

    @property
    def more(self) -> int:
        """How many wait and aren't shown."""
        return max(0, self.count - len(self.waiting))


QueueRead: TypeAlias = tuple[dict[str, Ticket], dict[str, Ticket], dict[Urgency, WaitingCount]]
"""Who waits and is shown, who is with an operator, and how many wait."""


async def read_queue(queue: Queue) -> QueueRead:
    """The queue, as it is for everybody. Raises `StoreUnavailable`."""
    (waiting, _), claimed, lines = await asyncio.gather(
        queue.waiting_by_conversation(0, SHOWN), queue.claimed(), queue.lines()
    )
    return waiting, claimed, lines


class QueueViews:
    """Makes the view."""

    def __init__(self, queue: Queue, conversations: Conversations, stubs: StubActs) -> None:
        self._queue = Together(lambda: read_queue(queue))
        self._conversations = conversations
        self._stubs = stubs

    async def of(
        self, operator: Operator, handles: Handles, voice: Voice, now: datetime
    ) -> QueueView:
        """The queue at this moment. Raises `StoreUnavailable`."""
        (waiting, claimed, counts), stubs = await asyncio.gather(
            self._queue.ask(), self._stubs.standing()
        )
        own = {one: ticket for one, ticket in claimed.items() if ticket.assignee == operator.id}
        others = {one: ticket for one, ticket in claimed.items() if one not in own}
        read = await self._read([*own, *waiting])

        def place(one: str, ticket: Ticket) -> tuple[float, int, bool, float]:
            due = answer_due(read[one]) if one in own else None
            soonest = due.timestamp() if due else math.inf
            return soonest, -ticket.urgency, not is_for(ticket, operator), order(ticket)

        def entries(found: Mapping[str, Ticket]) -> list[Entry]:
            return [
                _entry(handles.of(one), ticket, read.get(one), voice, now)
                for one, ticket in sorted(found.items(), key=lambda pair: place(*pair))
            ]

        return QueueView(
            entries(own),
            entries(waiting),
            entries(others),
            [_stub(handles.of(one), stub, voice) for one, stub in stubs],
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
    standing = tuple(cards.for_whom(voice, ticket))
    if ticket.assignee is not None:
        turn = ticket.assigned_name
    heard = answer_by = 0
    if read is not None:
        if read.conversation.heard_at is not None:
            heard = int(read.conversation.heard_at.timestamp() * 1000)
        notices = cards.warnings(ticket, read.conversation)
        standing += tuple(voice(f"notice-{one.value}") for one in notices)
        if ticket.assignee is not None:
            due = answer_due(read)
            owed, late = due is not None, due is not None and due <= now
            answer_by = int(due.timestamp()) if due else 0
            turn = whose_turn(voice, read)
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
        heard,
        answer_by,
        revisions.number(read.revision) if read is not None else 0,
    )


def _stub(handle: str, stub: Stub, voice: Voice) -> Entry:
    return Entry(
        handle,
        stub.urgency.word,
        cards.MARKS[stub.urgency],
        stub.name,
        voice("stub-title"),
        voice.named("language", stub.locale),
        voice("console-stub-once"),
        (),
    )


def answer_due(read: LoadedConversation) -> datetime | None:
    """Until when the person waits for their operator's answer; None if it isn't owed."""
    due = (one.due for one in read.conversation.timers if one.kind is TimerKind.OPERATOR_SILENT)
    return next(due, None)


def whose_turn(voice: Voice, read: LoadedConversation) -> str:
    """Whether the operator or the person is to write next, and since when."""
    due, conversation = answer_due(read), read.conversation
    if conversation.heard_at is None:
        return voice("office-mine-answered")
    if due is not None:
        since = cards.clock(conversation.heard_at)
        return voice("console-turn-yours", time=cards.clock(due), since=since)
    return voice("console-turn-theirs", time=cards.clock(conversation.heard_at))
