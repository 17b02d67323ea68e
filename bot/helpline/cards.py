"""What a ticket's card tells, for every desk: warnings, what the person has said, times, languages.

Nothing of it reaches the person, and none of it holds a word of theirs.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import assert_never

from bot.message import Wording, wording
from bot.texts.voices import Voice
from bot.tickets import hand_over
from bot.tickets.hours import KAZAKHSTAN, day_and_time
from bot.tickets.ticket import TargetKind, Ticket, TransferTarget
from flows.builtin import DANGER_TOPIC
from flows.conversation import Conversation
from flows.effects import Notice
from flows.events import TimerKind
from flows.signals import Answer, Fact
from flows.status import Status
from flows.urgency import Urgency

MARKS = {Urgency.EMERGENCY: "🔴", Urgency.HIGH: "🟠", Urgency.NORMAL: "🟢"}

WARNINGS = (
    Notice.CHILD,
    Notice.NOT_IN_DANGER,
    Notice.SILENT_AFTER_THREAT,
    Notice.WATCHED,
    Notice.CHAT_WIPED,
    Notice.STYLE_CHANGED,
    Notice.SET_BACK,
    Notice.PERSON_LEFT,
    Notice.BLOCKED_BEFORE,
)
"""Notices that an operator must know before the first word: under the name, in this order."""

_ENDED_BY = {
    Notice.WATCHED: Notice.UNWATCHED,
    Notice.PERSON_LEFT: Notice.PERSON_RETURNED,
    Notice.NOT_IN_DANGER: Notice.DANGER_AGAIN,
}
READING_ALONG = (Notice.WATCHED, Notice.STYLE_CHANGED, Notice.CHAT_WIPED)
"""Notices after which somebody else may read what is sent."""

_WHILE_WAITING = frozenset({Notice.NOBODY_CLAIMED, Notice.STILL_UNCLAIMED})


def language(voice: Voice, locale: str) -> str:
    """A language as it is written in commands, and its name."""
    name = voice.find(f"language-{locale}")
    return f"{locale}, {name}" if name else locale


def clock(moment: datetime) -> str:
    """The time of day in Kazakhstan."""
    return f"{moment.astimezone(KAZAKHSTAN):%H:%M}"


def warnings(ticket: Ticket, conversation: Conversation) -> list[Notice]:
    """The warnings that hold now: none of somebody who is back, or writes again."""
    standing = set(ticket.notices)
    for notice, end in _ENDED_BY.items():
        if end in standing and _last(ticket, end) > _last(ticket, notice):
            standing.discard(notice)
    if TimerKind.SILENT_AFTER_THREAT in {timer.kind for timer in conversation.timers}:
        standing.discard(Notice.SILENT_AFTER_THREAT)  # it runs again since they wrote
    return [notice for notice in WARNINGS if notice in standing]


def reading_along(ticket: Ticket, conversation: Conversation) -> str:
    """Why somebody else may read what is sent, in letters that differ once there is more to think
    of; "" where nothing is known."""
    standing = [one for one in warnings(ticket, conversation) if one in READING_ALONG]
    return ",".join(f"{one.value}-{ticket.notices.count(one)}" for one in standing)


def _last(ticket: Ticket, notice: Notice) -> int:
    return max((n for n, one in enumerate(ticket.notices) if one is notice), default=-1)


def history(ticket: Ticket, conversation: Conversation) -> list[Notice]:
    """Notices of a ticket that aren't warnings: how it came to where it stands."""
    handed = ticket.wanted is not None or ticket.sheet is not None
    claimed = handed or conversation.status is Status.HUMAN
    return [
        notice
        for notice in ticket.notices
        if notice not in WARNINGS and not (claimed and notice in _WHILE_WAITING)
    ]


def why(ticket: Ticket) -> Wording:
    """Why a ticket is as urgent as it is."""
    if ticket.urgency is Urgency.EMERGENCY:
        return wording("why-danger")
    if Notice.CHILD in ticket.notices:
        return wording("why-minor")
    if ticket.urgency is Urgency.HIGH and ticket.topic == DANGER_TOPIC:
        return wording("why-signs")
    if ticket.closed_at is not None:
        return wording("why-reopened", time=clock(ticket.closed_at))
    return wording("why-asked")


def stage(voice: Voice, ticket: Ticket, conversation: Conversation, now: datetime) -> str:
    """A line on who has a ticket, or since when it waits, or until when it is snoozed."""
    if conversation.status is Status.HUMAN and ticket.claimed_at:
        span = waited(ticket.claimed_at - ticket.opened_at)
        return voice("card-claimed", name=ticket.assigned_name, span=span)
    if conversation.snoozed_until is not None:
        return voice("card-aside", until=day_and_time(conversation.snoozed_until))
    since = clock(ticket.opened_at)
    return voice("card-waiting", since=since, span=waited(now - ticket.opened_at))


def wanted(voice: Voice, target: TransferTarget) -> str:
    """The operator, language or topic that a ticket waits for, in words."""
    match target.wish:
        case TargetKind.OPERATOR:
            return target.value
        case TargetKind.LANGUAGE:
            return voice("whom-language", language=language(voice, target.value))
        case TargetKind.TOPIC:
            return voice("whom-topic", topic=voice.named("topic", target.value))
        case _:
            assert_never(target.wish)


def for_whom(voice: Voice, ticket: Ticket) -> list[str]:
    """A line that says for whom a ticket waits; none where it waits for anybody."""
    return [voice("card-for", whom=wanted(voice, ticket.wanted))] if ticket.wanted else []


def sheet(voice: Voice, ticket: Ticket) -> list[str]:
    """The hand-over sheet of the operator before, in lines; none where nobody left one."""
    left = ticket.sheet
    if left is None:
        return []
    due = day_and_time(left.due) if left.due else ""
    return [voice.say(one) for one in hand_over.described(left, clock(left.at), due)]


def waited(time: timedelta) -> Wording:
    """A span as people say it."""
    minutes = int(time.total_seconds() // 60)
    if minutes < 1:
        return wording("span-moment")
    if minutes < 60:
        return wording("span-minutes", minutes=minutes)
    return wording("span-hours", hours=minutes // 60, minutes=minutes % 60)


def facts(voice: Voice, conversation: Conversation, answered: Callable[[Answer], str]) -> list[str]:
    """The facts that the person has told of the situation, in order; inferred ones are marked.
    `answered`: a question of the deck with its answer, in words."""
    return [
        voice(
            "card-fact-inferred" if fact.inferred else "card-fact",
            time=clock(fact.at),
            what=wording(f"fact-{fact.signal.value}") if fact.signal else _words(fact, answered),
        )
        for fact in conversation.facts
    ]


def _words(fact: Fact, answered: Callable[[Answer], str]) -> str:
    return answered(fact.answer) if fact.answer else ""
