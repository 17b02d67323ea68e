"""Texts for operators. Nothing of them reaches the person. The words are in `content/desk/`."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import assert_never

from bot.errors import ContentError
from bot.helpline.cards import (
    MARKS,
    clock,
    facts,
    for_whom,
    history,
    language,
    sheet,
    stage,
    waited,
    warnings,
    why,
)
from bot.message import wording
from bot.store.rows import DeskKind
from bot.store.staff.board import BlockReview
from bot.texts.catalogue import Catalogue
from bot.texts.voices import Voice
from bot.tickets.ticket import Action, Outcome, Ticket
from flows.conversation import Conversation
from flows.effects import AlertLevel, Notice
from flows.signals import Answer
from flows.status import Status

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
        voice("card-urgency", urgency=urgency, why=why(ticket)),
        voice("card-topic", topic=voice.named("topic", ticket.topic)),
        voice("card-language", language=language(voice, ticket.locale)),
        stage(voice, ticket, conversation, now),
    ]
    if conversation.heard_at is not None:
        lines.append(voice("card-last-word", span=waited(now - conversation.heard_at)))
    said = facts(voice, conversation, answered)
    lines += [voice("card-facts"), *said] if said else []
    if told:
        lines.append(voice("card-told", texts=", ".join(told)))
    lines += for_whom(voice, ticket)
    lines += sheet(voice, ticket)
    lines += [voice(f"notice-{notice.value}") for notice in history(ticket, conversation)]
    return "\n".join([*lines, voice("card-as-of", time=clock(now))])


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


def call(voice: Voice, level: AlertLevel, tickets: Sequence[Ticket], on_shift: int) -> str:
    """A call for help with emergencies."""
    lines = [voice(f"call-{level.value}", count=on_shift)]
    if not on_shift and level in {AlertLevel.SHIFT, AlertLevel.AGAIN}:
        lines.append(voice("call-nobody-on-shift"))
    return "\n".join([*lines, *(f"{ticket.name} · {ticket.locale}" for ticket in tickets)])


def backup_call(voice: Voice, tickets: Sequence[Ticket]) -> str:
    """A call for the backup, who is in another chat: no code name, nothing to press."""
    return voice("backup-call", count=len(tickets))


def block_review(voice: Voice, block: BlockReview) -> str:
    """Ask supervisors to look at a block."""
    return voice("mute-review", operator=block.operator, ticket=block.ticket, until=block.until)


def line(voice: Voice, kind: DeskKind, detail: str, words: str) -> str:
    """A row of the outbox as it shows in the topic; "" for one that only changes the card."""
    match kind:
        case DeskKind.SAID | DeskKind.ANSWERED:
            return words or voice("line-unreadable")
        case DeskKind.UNSUPPORTED:
            return voice("line-unsupported", what=wording(f"unsupported-{detail}"))
        case DeskKind.NOTICE:
            return voice(f"notice-{Notice(detail).value}")
        case DeskKind.NOTE:
            note, _, name = detail.partition("\n")
            return voice(f"note-{note}", name=name) if name else voice(f"note-{note}")
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
