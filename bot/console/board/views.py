"""The board as a supervisor sees it. No word of a person's is in it."""

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.compose import Parts
from bot.console.board.ended import ENDS, EndedTickets
from bot.console.board.pictures import Bar, Picture
from bot.console.desk.queue_view import answer_due
from bot.helpline import cards
from bot.helpline.health import measure
from bot.helpline.shifts import SHIFT
from bot.message import wording
from bot.reports.recent import recent
from bot.reports.report import Shown
from bot.reports.withholding import shown, shown_total
from bot.store import LoadedConversation
from bot.store.staff.board import BlockReview
from bot.store.staff.closure import DeskClosure
from bot.texts.voices import Voice
from bot.tickets.hours import KAZAKHSTAN, day_and_time
from bot.tickets.operator import Operator
from bot.tickets.permissions import AT_THE_DESK
from bot.tickets.queue_health import BREACHES, SHOWN, QueueHealth
from bot.tickets.queue_order import order
from bot.tickets.ticket import Action, Ticket
from flows.urgency import Urgency

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A ticket among those that an operator has. `late`: the person has waited for too long."""

    urgency: str
    name: str
    language: str
    turn: str
    late: bool


@dataclass(frozen=True, slots=True)
class Load:
    """An operator with the tickets that they have. `shift`: since when they are on shift, or that
    they aren't and have tickets still, in words."""

    name: str
    supervisor: bool
    shift: str
    capacity: int
    tickets: Sequence[Waiting]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at the board's top. `tone`: late, busy or calm."""

    text_id: str
    value: str
    hint: str
    tone: str


@dataclass(frozen=True, slots=True)
class BoardView:
    """Everything that the board shows. `tone`: as a figure's, of the sentence above all; `ended`:
    of the last 24 hours; `ends`: those of whom the audit tells more, with their names; `by_day`:
    of yesterday and today."""

    tone: str
    headline: str
    figures: Sequence[Figure]
    first: Sequence[Waiting]
    more: int
    late: int
    queue: Picture
    loads: Sequence[Load]
    load: Picture
    ended: Picture
    ends: Sequence[tuple[str, str]]
    by_day: Sequence[Picture]
    closure: DeskClosure | None
    closed: str
    blocks: Sequence[BlockReview]
    clock: str


class BoardViews:
    """Makes the board's view from what the store holds at this moment."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._ended = EndedTickets(parts.store.audit, parts.clock)

    async def of(self, operator: Operator, voice: Voice, *, supervises: bool) -> BoardView:
        """The board at this moment. `supervises`: blocks to review are shown as well, and small
        numbers of what the audit tells them anyway. Raises `StoreUnavailable`."""
        parts, store = self._parts, self._parts.store
        health, claimed, operators, closure, ends, by_day = await asyncio.gather(
            measure(store.queue, store.roster, parts.clock),
            store.queue.claimed(),
            store.roster.all(),
            parts.helpline.closures.now(),
            self._ended.counts(),
            self._by_day(),
        )
        read = await asyncio.gather(*map(store.conversations.load, claimed))
        loads = _loads(claimed, dict(zip(claimed, read, strict=True)), operators, voice, health.now)
        blocks = await parts.helpline.reviews.waiting(operator) if supervises else []
        tone, headline = _headline(health, voice)
        shown_first = health.first[:SHOWN]
        return BoardView(
            tone,
            headline,
            _figures(health, voice),
            [_waiting(ticket, voice, health.now) for ticket in shown_first],
            max(0, health.waiting - len(shown_first)),
            health.breaches() + sum(one.late for load in loads for one in load.tickets),
            _queue(health, voice),
            loads,
            _load(loads, voice),
            _ended(_lately(ends, withheld=not supervises), voice),
            [(end, _end(end, voice)) for end in ENDS if end in ends] if supervises else [],
            [_ended(table, voice) for table in by_day],
            closure,
            _closed(closure, voice),
            blocks,
            cards.clock(health.now),
        )

    async def _by_day(self) -> list[Shown]:
        today = self._parts.clock.now().astimezone(KAZAKHSTAN).date()
        days = [(today - _DAY).isoformat(), today.isoformat()]
        return recent(await self._parts.store.statistics.days(days))


def _headline(health: QueueHealth, voice: Voice) -> tuple[str, str]:
    """What is to be known in two seconds."""
    late = health.breaches()
    if late:
        worst = next(one for one in reversed(Urgency) if health.line(one).late)
        span = cards.waited(health.line(worst).oldest)
        urgency = wording(f"urgency-{worst.word}")
        return "late", voice("console-board-late", count=late, urgency=urgency, span=span)
    if health.waiting:
        return "busy", voice("console-board-waiting", count=health.waiting)
    return "calm", voice("console-board-nobody")


def _figures(health: QueueHealth, voice: Voice) -> list[Figure]:
    late, on_shift = health.breaches(), len(health.on_shift)
    emergency = health.line(Urgency.EMERGENCY)
    oldest = voice.say(cards.waited(emergency.oldest)) if emergency.count else ""
    each = f"{health.open / on_shift:.1f}" if on_shift else "–"
    hint = voice("console-board-open", count=health.open, operators=on_shift)
    supervisors = health.supervisors_on_shift
    return [
        Figure("console-board-figure-late", str(late), "", "late" if late else "calm"),
        Figure(
            "console-board-figure-emergencies",
            str(emergency.count),
            oldest,
            "late" if emergency.late else "busy" if emergency.count else "calm",
        ),
        Figure(
            "console-board-figure-each",
            each,
            hint,
            "late" if health.open and not on_shift else "calm",
        ),
        Figure(
            "console-board-figure-supervisors",
            str(supervisors),
            "",
            "calm" if supervisors else "busy",
        ),
    ]


def _waiting(ticket: Ticket, voice: Voice, now: datetime) -> Waiting:
    waited = now - ticket.opened_at
    return Waiting(
        ticket.urgency.word,
        ticket.name,
        _language(ticket, voice),
        voice("console-since", span=cards.waited(waited)),
        waited > BREACHES[ticket.urgency],
    )


def _language(ticket: Ticket, voice: Voice) -> str:
    return voice.find(f"language-{ticket.locale}") or ticket.locale


def _loads(
    claimed: Mapping[str, Ticket],
    read: Mapping[str, LoadedConversation],
    operators: Sequence[Operator],
    voice: Voice,
    now: datetime,
) -> list[Load]:
    """Each operator on shift, and who has tickets still; the fullest first."""
    of: dict[str, list[Waiting]] = defaultdict(list)
    for conversation, ticket in sorted(claimed.items(), key=lambda one: order(one[1])):
        of[ticket.assignee or ""].append(_held(ticket, read[conversation], voice, now))
    loads = [
        Load(
            one.name,
            one.role == "supervisor",
            _shift(one, voice),
            one.capacity,
            of[one.id],
        )
        for one in operators
        if one.role in AT_THE_DESK and (one.on_shift or one.id in of)
    ]
    return sorted(loads, key=lambda one: (-len(one.tickets), one.name))


def _shift(operator: Operator, voice: Voice) -> str:
    if not operator.on_shift:
        return voice("console-board-off")
    if operator.shift_ends is None:
        return voice("shift-on")
    return voice("console-board-on-since", time=cards.clock(operator.shift_ends - SHIFT))


def _held(ticket: Ticket, read: LoadedConversation, voice: Voice, now: datetime) -> Waiting:
    """A claimed ticket, whose turn it is and since when."""
    due, heard = answer_due(read), read.conversation.heard_at
    if due is None:
        turn = voice("console-board-answered")
    else:
        span = cards.waited(now - heard) if heard else wording("span-moment")
        turn = voice("console-board-owed", span=span)
    late = due is not None and due <= now
    return Waiting(ticket.urgency.word, ticket.name, _language(ticket, voice), turn, late)


def _queue(health: QueueHealth, voice: Voice) -> Picture:
    """Of each urgency how long the first has waited, beside how long they may."""
    bars = []
    for urgency in reversed(Urgency):
        line, limit = health.line(urgency), BREACHES[urgency]
        share = line.oldest / limit if line.count else 0.0
        told = (
            voice("console-board-line", count=line.count, span=cards.waited(line.oldest))
            if line.count
            else voice("office-nobody-waits")
        )
        tone = "late" if line.late else urgency.word
        bars.append(Bar(voice(f"urgency-{urgency.word}"), told, share / 2, tone))
    limits = ", ".join(
        f"{voice(f'urgency-{one.word}')} {BREACHES[one] // timedelta(minutes=1)}"
        for one in reversed(Urgency)
    )
    return Picture(
        "queue",
        voice("console-board-queue"),
        voice("console-board-limits", limits=limits),
        bars,
        0.5,
    )


def _load(loads: Sequence[Load], voice: Voice) -> Picture:
    """How many tickets each operator has, of as many as they take."""
    bars = [
        Bar(
            one.name,
            voice("console-board-load", count=len(one.tickets), capacity=one.capacity),
            len(one.tickets) / one.capacity,
            "late" if any(ticket.late for ticket in one.tickets) else "plain",
        )
        for one in loads
    ]
    return Picture("load", voice("console-board-loads"), "", bars)


def _lately(ends: Mapping[str, int], *, withheld: bool) -> Shown:
    """Of the last 24 hours. Operators see small numbers as little as in a report."""
    if withheld:
        may = shown(ends)
        return Shown("ticket", "lately", {one: may.get(one) for one in ENDS}, shown_total(ends))
    return Shown("ticket", "lately", {one: ends.get(one, 0) for one in ENDS}, sum(ends.values()))


def _end(end: str, voice: Voice) -> str:
    """The words of a close's button without its verb, or of another end."""
    if end == Action.RELEASE:
        return voice("console-board-ended-released")
    if end == Action.BLOCK:
        return voice("console-board-ended-blocked")
    return voice(f"button-close-{end}").partition(": ")[2]


def _cell(table: Shown, name: str, voice: Voice) -> str:
    if table.by == "lately":
        return _end(name, voice)
    return voice(f"console-board-{'waited' if table.by == 'waiting' else 'ended'}-{_id(name)}")


def _ended(table: Shown, voice: Voice) -> Picture:
    most = max((count for count in table.cells.values() if count), default=1)
    bars = [
        Bar(
            _cell(table, name, voice),
            "–" if count is None else str(count),
            (count or 0) / most,
            "plain",
        )
        for name, count in table.cells.items()
    ]
    total = "–" if table.total is None else str(table.total)
    told = voice("console-board-total", total=total)
    return Picture(f"by-{table.by}", voice(f"console-board-by-{table.by}"), told, bars)


def _id(name: str) -> str:
    return name.replace(" ", "-")


def _closed(closure: DeskClosure | None, voice: Voice) -> str:
    if closure is None:
        return ""
    return voice("console-board-closed", time=day_and_time(closure.until), name=closure.by)
