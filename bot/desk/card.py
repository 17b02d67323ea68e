"""Texts for operators. Nothing of them reaches the person. The words are in `content/desk/`."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import assert_never

from bot.errors import ContentError
from bot.message import Wording, wording
from bot.store.rows import DeskKind
from bot.texts.catalogue import Catalogue
from bot.texts.voices import Voice
from bot.tickets.hours import KAZAKHSTAN
from bot.tickets.ticket import Action, Outcome, TargetKind, Ticket, TransferTarget
from flows.builtin import DANGER_TOPIC
from flows.conversation import Conversation
from flows.effects import AlertLevel, Notice
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
_WHILE_WAITING = frozenset({Notice.NOBODY_CLAIMED, Notice.STILL_UNCLAIMED})

BUTTONS = (Action.CLAIM, Action.RELEASE, Action.REQUEUE)
CLOSE = "close:"
"""Callback data of a closing button, before the outcome."""

OFFERED = {
    Status.QUEUED: (Action.CLAIM,),
    Status.HUMAN: (Action.RELEASE, Action.REQUEUE),
}
DONE = frozenset({*BUTTONS, Action.CLOSE})
"""Acts whose button is answered with a sentence."""

BRIEF = 32
"""Characters of a text that remind an operator of it."""


def title(voice: Voice, ticket: Ticket) -> str:
    """The topic's name (Bot API, createForumTopic: 1-128 characters)."""
    topic = voice.named("topic", ticket.topic)
    return f"{MARKS[ticket.urgency]} {ticket.name} · {topic} · {ticket.locale}"


def card(
    voice: Voice,
    ticket: Ticket,
    conversation: Conversation,
    now: datetime,
    told: Sequence[str],
    answered: Callable[[Answer], str],
) -> str:
    """The ticket at a glance, as plain text. None of the person's words, and nobody's name.

    `told`: what the person has been told, each text in a few words (`reminders`); `answered`: a
    question of the deck with its answer, in words. A card is
    written when something changes, not every minute, so it says of which time it is.
    """
    urgency = wording(f"urgency-{ticket.urgency.word}")
    standing = warnings(ticket, conversation)
    lines = [
        f"{MARKS[ticket.urgency]} {ticket.name}",
        *(voice(f"notice-{notice.value}") for notice in standing),
        voice("card-urgency", urgency=urgency, why=_why(ticket)),
        voice("card-topic", topic=voice.named("topic", ticket.topic)),
        voice("card-language", language=language(voice, ticket.locale)),
        _stage(voice, ticket, conversation, now),
    ]
    if conversation.heard_at is not None:
        lines.append(voice("card-last-word", span=waited(now - conversation.heard_at)))
    lines += _facts(voice, conversation, answered)
    if told:
        lines.append(voice("card-told", texts=", ".join(told)))
    if ticket.wanted is not None:
        lines.append(voice("card-for", whom=wanted(voice, ticket.wanted)))
    lines += [voice(f"notice-{notice.value}") for notice in _history(ticket, conversation)]
    return "\n".join([*lines, voice("card-as-of", time=clock(now))])


def _facts(
    voice: Voice, conversation: Conversation, answered: Callable[[Answer], str]
) -> list[str]:
    """What the person has said of the situation, in order; what was inferred is marked."""
    if not conversation.facts:
        return []
    lines = [
        voice(
            "card-fact-inferred" if fact.inferred else "card-fact",
            time=clock(fact.at),
            what=wording(f"fact-{fact.signal.value}") if fact.signal else _words(fact, answered),
        )
        for fact in conversation.facts
    ]
    return [voice("card-facts"), *lines]


def _words(fact: Fact, answered: Callable[[Answer], str]) -> str:
    return answered(fact.answer) if fact.answer else ""


def reminders(catalogue: Catalogue, said: Iterable[str], locale: str) -> list[str]:
    """Each of these texts in a few words of its own. A date that it names isn't known here, so
    such a text is called by its id."""
    found = []
    for text_id in said:
        try:
            text = catalogue.plain(text_id, locale)
        except ContentError:
            text = text_id.removeprefix("utter_").replace("_", " ")
        found.append(f"«{brief(text)}»")
    return found


def brief(text: str) -> str:
    """The beginning of a text."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return line if len(line) <= BRIEF else f"{line[: BRIEF - 1].rstrip()}…"


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


def _last(ticket: Ticket, notice: Notice) -> int:
    return max((n for n, one in enumerate(ticket.notices) if one is notice), default=-1)


def _history(ticket: Ticket, conversation: Conversation) -> list[Notice]:
    claimed = conversation.status is Status.HUMAN
    return [
        notice
        for notice in ticket.notices
        if notice not in WARNINGS and not (claimed and notice in _WHILE_WAITING)
    ]


def _why(ticket: Ticket) -> Wording:
    if ticket.urgency is Urgency.EMERGENCY:
        return wording("why-danger")
    if Notice.CHILD in ticket.notices:
        return wording("why-minor")
    if ticket.urgency is Urgency.HIGH and ticket.topic == DANGER_TOPIC:
        return wording("why-signs")
    return wording("why-reopened" if ticket.reopened else "why-asked")


def _stage(voice: Voice, ticket: Ticket, conversation: Conversation, now: datetime) -> str:
    if conversation.status is Status.HUMAN and ticket.claimed_at:
        span = waited(ticket.claimed_at - ticket.opened_at)
        return voice("card-claimed", name=ticket.assigned_name, span=span)
    if conversation.snoozed_until is not None:
        until = conversation.snoozed_until.astimezone(KAZAKHSTAN)
        return voice("card-aside", until=f"{until:%d.%m %H:%M}")
    since = clock(ticket.opened_at)
    return voice("card-waiting", since=since, span=waited(now - ticket.opened_at))


def wanted(voice: Voice, target: TransferTarget) -> str:
    """For whom a ticket waits."""
    match target.wish:
        case TargetKind.OPERATOR:
            return target.value
        case TargetKind.LANGUAGE:
            return voice("whom-language", language=language(voice, target.value))
        case TargetKind.TOPIC:
            return voice("whom-topic", topic=voice.named("topic", target.value))
        case _:
            assert_never(target.wish)


def call(voice: Voice, level: AlertLevel, tickets: Sequence[Ticket], on_shift: int) -> str:
    """A call for help with emergencies."""
    lines = [voice(f"call-{level.value}", count=on_shift)]
    if not on_shift and level in {AlertLevel.SHIFT, AlertLevel.AGAIN}:
        lines.append(voice("call-nobody-on-shift"))
    return "\n".join([*lines, *(f"{ticket.name} · {ticket.locale}" for ticket in tickets)])


def backup_call(voice: Voice, tickets: Sequence[Ticket]) -> str:
    """A call for the backup, who is in another chat: no code name, nothing to press."""
    return voice("backup-call", count=len(tickets))


def block_review(voice: Voice, detail: str) -> str:
    """Ask supervisors to look at a block. `detail`: operator, ticket and end, a line each."""
    operator, ticket, until = [*detail.split("\n"), "?", "?"][:3]
    return voice("mute-review", operator=operator, ticket=ticket, until=until)


def line(voice: Voice, kind: DeskKind, detail: str, words: str) -> str:
    """One row of the outbox, as it shows in the topic; "" for what only changes the card."""
    match kind:
        case DeskKind.SAID | DeskKind.ANSWERED:
            return words or voice("line-unreadable")
        case DeskKind.UNSUPPORTED:
            return voice("line-unsupported", what=wording(f"unsupported-{detail}"))
        case DeskKind.NOTICE:
            return voice(f"notice-{Notice(detail).value}")
        case DeskKind.NOTE:
            return voice(f"note-{detail}")
        case DeskKind.TEXT:
            name = detail.removeprefix("utter_").removeprefix("reply_")
            return f"{voice('line-sent', name=name)}\n{words}".rstrip()
        case DeskKind.ASKED:
            return f"{voice('line-asked', name=detail)}\n{words}".rstrip()
        case (
            DeskKind.OPENED
            | DeskKind.CHANGED
            | DeskKind.CLAIMED
            | DeskKind.CLOSED
            | DeskKind.ALERT
            | DeskKind.MUTED
            | DeskKind.AUDIT
        ):
            return ""
        case _:
            assert_never(kind)


def closings(voice: Voice) -> dict[Outcome, str]:
    """The labels of the closing buttons."""
    return {outcome: voice(f"button-close-{outcome.value}") for outcome in Outcome}


def waited(time: timedelta) -> Wording:
    """A span as people say it."""
    minutes = int(time.total_seconds() // 60)
    if minutes < 1:
        return wording("span-moment")
    if minutes < 60:
        return wording("span-minutes", minutes=minutes)
    return wording("span-hours", hours=minutes // 60, minutes=minutes % 60)
