"""What operators read. Nothing of it reaches the person."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import assert_never

from bot.hours import KAZAKHSTAN
from bot.store.rows import DeskKind, Note
from bot.tickets import Action, Outcome, Ticket, Wanted, Wish
from flows.conversation import Conversation
from flows.effects import AlertLevel, Notice
from flows.events import Unsupported
from flows.status import Status
from flows.urgency import Urgency

MARKS = {Urgency.EMERGENCY: "🔴", Urgency.HIGH: "🟠", Urgency.NORMAL: "🟢"}

NOTICES = {
    Notice.URGENCY_RAISED: "⬆️ new signs of danger: urgency raised",
    Notice.LOCALE_CHANGED: "🌐 the person has changed the language",
    Notice.NOBODY_CLAIMED: "⏱ nobody has claimed this yet",
    Notice.STILL_UNCLAIMED: "⏱ still unclaimed after 10 minutes",
    Notice.SILENT_AFTER_THREAT: "🔇 silent after a threat: nothing written for 15 minutes",
    Notice.WATCHED: "👁 somebody may be reading along: write briefly, send nothing unasked",
    Notice.UNWATCHED: "👁 the person says that nobody is reading along any more",
    Notice.PERSON_LEFT: "🚪 the person has blocked the bot: messages don't arrive",
    Notice.PERSON_RETURNED: "🚪 the person is back",
    Notice.WITHDRAWN: "the person no longer wants an operator",
    Notice.ERASED: "the person has erased everything",
    Notice.CHAT_WIPED: "👁 the person has emptied the chat: what you wrote last may be unread",
    Notice.OPERATOR_SILENT: "⏱ the operator was silent for too long: back in the queue",
    Notice.WOKEN: "⏰ no longer aside: the time is up, or the person has written",
    Notice.MUTED_BEFORE: "🔇 an operator had muted this person; this is an urgent message",
    Notice.NOT_CORRECTED: "✏️ a correction could not reach the person any more",
}

NOTES = {
    Note.OPERATOR_GONE: "↩️ its operator is gone: back in the queue",
    Note.TRANSFERRED: "↪️ transferred: it waits for somebody else",
    Note.ASIDE: "💤 put aside; a word of the person's wakes it",
}

UNSUPPORTED = {
    Unsupported.PICTURE: "a picture or video",
    Unsupported.VOICE: "a voice message",
    Unsupported.FILE: "a file",
    Unsupported.STICKER: "a sticker",
    Unsupported.CONTACT: "a contact",
    Unsupported.LOCATION: "a location",
    Unsupported.OTHER: "something else than text",
}

BUTTONS = {
    Action.CLAIM: "Claim",
    Action.RELEASE: "Release",
    Action.REQUEUE: "Back to queue",
}
CLOSINGS = {
    Outcome.INFORMED: "Close: informed",
    Outcome.REFERRED: "Close: referred",
    Outcome.EMERGENCY_SERVICES: "Close: emergency services",
    Outcome.NO_ANSWER: "Close: no answer",
    Outcome.OTHER: "Close: other",
}
CLOSE = "close:"
"""Callback data of a closing button, before the outcome."""

OFFERED = {
    Status.QUEUED: (Action.CLAIM,),
    Status.HUMAN: (Action.RELEASE, Action.REQUEUE),
}
DONE = {
    Action.CLAIM: "Yours. What you write in this topic goes to the person.",
    Action.RELEASE: "Released: the automatic service answers again.",
    Action.REQUEUE: "Back in the queue.",
    Action.CLOSE: "Closed. This topic will be deleted.",
}
ONLY_TEXT = "Not sent: only text can go to the person."
SLIP = (
    "Not sent: this looks like a note or a command with a slip in it. Begin with // for a note; "
    "to send it to the person, begin with another sign."
)
NOT_ENROLLED = "Nothing was done: you are not enrolled here. A supervisor can give you a code."
STRANGER = (
    "⚠️ Somebody who is not enrolled writes in this group or presses its buttons. It is ignored. "
    "Supervisors: enrol them, or take them out of the group."
)
ANONYMOUS = "Not sent: you write as the group. Switch off anonymity, then write again."


def title(ticket: Ticket) -> str:
    """The topic's name (Bot API, createForumTopic: 1-128 characters)."""
    return f"{MARKS[ticket.urgency]} {ticket.name} · {ticket.topic} · {ticket.locale}"


def card(ticket: Ticket, conversation: Conversation, now: datetime) -> str:
    """The ticket at a glance, as plain text. None of the person's words, and nobody's name."""
    lines = [
        f"{MARKS[ticket.urgency]} {ticket.name}",
        f"urgency: {ticket.urgency.word}, {_why(ticket)}",
        f"topic: {ticket.topic.replace('_', ' ')}",
        f"language: {ticket.locale}",
        _stage(ticket, conversation, now),
    ]
    if conversation.heard_at is not None:
        lines.append(f"last word: {waited(now - conversation.heard_at)} ago")
    if conversation.said:
        told = (one.removeprefix("utter_").replace("_", " ") for one in conversation.said)
        lines.append(f"told: {', '.join(told)}")
    if ticket.wanted is not None:
        lines.append(f"for: {wanted(ticket.wanted)}")
    return "\n".join([*lines, *(NOTICES[notice] for notice in ticket.notices)])


def _why(ticket: Ticket) -> str:
    if ticket.urgency is Urgency.EMERGENCY:
        return "danger was heard or an operator said so"
    return "goes on after a close" if ticket.reopened else "asked for a person"


def _stage(ticket: Ticket, conversation: Conversation, now: datetime) -> str:
    opened = ticket.opened_at.astimezone(KAZAKHSTAN)
    if conversation.status is Status.HUMAN and ticket.claimed_at:
        by = f" by {ticket.assigned_name}" if ticket.assigned_name else ""
        return f"claimed{by} after {waited(ticket.claimed_at - ticket.opened_at)}"
    if conversation.asleep_until is not None:
        return f"aside until {conversation.asleep_until.astimezone(KAZAKHSTAN):%d.%m %H:%M}"
    return f"waiting since {opened:%H:%M} ({waited(now - ticket.opened_at)})"


def wanted(wish: Wanted) -> str:
    """For whom a ticket waits."""
    match wish.wish:
        case Wish.OPERATOR:
            return wish.value
        case Wish.LANGUAGE:
            return f"whoever speaks {wish.value}"
        case Wish.TOPIC:
            return f"whoever knows {wish.value.replace('_', ' ')}"
        case _:
            assert_never(wish.wish)


CALLS = {
    AlertLevel.SHIFT: "🔴 EMERGENCY: nobody has it yet. Everyone on shift ({count}): please claim.",
    AlertLevel.AGAIN: "🔴 EMERGENCY, second call: still nobody. Everyone on shift ({count})!",
    AlertLevel.SUPERVISORS: "🔴 EMERGENCY, supervisors: nobody has claimed this for 3 minutes.",
    AlertLevel.BACKUP: "🔴 EMERGENCY: nobody for 10 minutes. The backup is called now.",
}


def call(level: AlertLevel, tickets: Sequence[Ticket], on_shift: int) -> str:
    """A call for help with emergencies."""
    lines = [CALLS[level].format(count=on_shift)]
    if not on_shift and level in {AlertLevel.SHIFT, AlertLevel.AGAIN}:
        lines.append("Nobody is on shift: whoever reads this.")
    return "\n".join([*lines, *(f"{ticket.name} · {ticket.locale}" for ticket in tickets)])


def backup_call(tickets: Sequence[Ticket]) -> str:
    """The same for the backup, who is in another chat: no code name, nothing to press."""
    return (
        f"🔴 {len(tickets)} emergency request(s) have waited for 10 minutes and no operator has "
        "answered. Please look into the operators' group."
    )


def line(kind: DeskKind, detail: str, words: str) -> str:
    """One row of the outbox, as it shows in the topic; "" for what only changes the card."""
    match kind:
        case DeskKind.SAID:
            return words or "(a message that can't be opened any more)"
        case DeskKind.UNSUPPORTED:
            return f"(the person sent {UNSUPPORTED[Unsupported(detail)]}; it was not kept)"
        case DeskKind.NOTICE:
            return NOTICES[Notice(detail)]
        case DeskKind.NOTE:
            return NOTES[Note(detail)]
        case DeskKind.TEXT:
            return f"(sent: {detail.removeprefix('utter_').replace('_', ' ')})\n{words}".rstrip()
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


def waited(time: timedelta) -> str:
    """A span as people say it."""
    minutes = int(time.total_seconds() // 60)
    if minutes < 1:
        return "under a minute"
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
