"""What operators read. Nothing of it reaches the person."""

from datetime import datetime, timedelta, timezone
from typing import assert_never

from bot.store.rows import DeskKind
from bot.tickets import Action, Ticket
from flows.effects import Notice
from flows.events import Unsupported
from flows.status import Status
from flows.urgency import Urgency

KAZAKHSTAN = timezone(timedelta(hours=5))
"""One time zone for the whole country since 1 March 2024."""

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
    Action.CLOSE: "Close",
}
COMMANDS = {f"/{action.value}": action for action in BUTTONS}
"""The buttons as words that an operator can type."""

OFFERED = {
    Status.QUEUED: (Action.CLAIM, Action.CLOSE),
    Status.HUMAN: (Action.RELEASE, Action.REQUEUE, Action.CLOSE),
}
DONE = {
    Action.CLAIM: "Yours. What you write in this topic goes to the person.",
    Action.RELEASE: "Released: the automatic service answers again.",
    Action.REQUEUE: "Back in the queue.",
    Action.CLOSE: "Closed. This topic will be deleted.",
}
ONLY_TEXT = "Not sent: only text can go to the person."
NO_EDITS = "Not passed on: the person still has the first version. Write a correction."
UNKNOWN_COMMAND = (
    "Not sent: there is no such command. Known are /claim, /release, /requeue and /close; "
    "a line that begins with // is a note for operators only."
)


def title(ticket: Ticket) -> str:
    """The topic's name (Bot API, createForumTopic: 1-128 characters)."""
    return f"{MARKS[ticket.urgency]} {ticket.name} · {ticket.topic} · {ticket.locale}"


def card(ticket: Ticket, status: Status, now: datetime) -> str:
    """The ticket at a glance, as plain text."""
    opened = ticket.opened_at.astimezone(KAZAKHSTAN)
    lines = [
        f"{MARKS[ticket.urgency]} {ticket.name}",
        f"urgency: {ticket.urgency.word}",
        f"topic: {ticket.topic.replace('_', ' ')}",
        f"language: {ticket.locale}",
        f"waiting since {opened:%H:%M} ({waited(now - ticket.opened_at)})",
    ]
    if status is Status.HUMAN and ticket.claimed_at:
        lines[-1] = f"claimed after {waited(ticket.claimed_at - ticket.opened_at)}"
    return "\n".join([*lines, *(NOTICES[notice] for notice in ticket.notices)])


def line(kind: DeskKind, detail: str, words: str) -> str:
    """One row of the outbox, as it shows in the topic; "" for what only changes the card."""
    match kind:
        case DeskKind.SAID:
            return words or "(a message that can't be opened any more)"
        case DeskKind.UNSUPPORTED:
            return f"(the person sent {UNSUPPORTED[Unsupported(detail)]}; it was not kept)"
        case DeskKind.NOTICE:
            return NOTICES[Notice(detail)]
        case DeskKind.OPENED | DeskKind.CHANGED | DeskKind.CLAIMED | DeskKind.CLOSED:
            return ""
        case _:
            assert_never(kind)


def waited(time: timedelta) -> str:
    """A span as people say it."""
    minutes = int(time.total_seconds() // 60)
    if minutes < 1:
        return "under a minute"
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
