"""Whether what was seen is what was expected. Pure."""

import re
from dataclasses import dataclass

from bench.understanding.dialogues.model import (
    NO_QUESTION,
    Act,
    Dialogue,
    Expectation,
    Kind,
    Names,
    Turn,
)
from flows.conversation import OPEN
from flows.engine import receipt
from flows.status import Status
from flows.urgency import Urgency

RECEIPTS = frozenset({receipt.FULL, receipt.SHORT, receipt.QUIET, "utter_still_waiting"})
"""Say that a message has arrived, and answer nothing."""

NOT_UNDERSTOOD = frozenset(
    {
        "utter_ask_rephrase",
        "utter_ask_which_topic",
        "utter_out_of_scope",
        "utter_unread",
        "utter_ask_wants_person",
    }
)
NOTICE = "utter_notice"
"""Said to everybody once."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of a turn, and where the conversation stands after it. `operators`: what they were
    sent, joined. `fault`: why the act couldn't be done, such as a button that wasn't shown."""

    ids: tuple[str, ...] = ()
    text: str = ""
    bubbles: int = 0
    operators: str = ""
    status: Status = Status.BOT
    urgency: str | None = None
    locale: str | None = None
    pending: str | None = None
    fault: str = ""

    @property
    def ticket(self) -> bool:
        """Whether a ticket is open."""
        return self.status in OPEN

    @property
    def waits_in_danger(self) -> bool:
        """Whether a human is looked for because of danger, and none has claimed."""
        return self.status is Status.QUEUED and self.urgency == Urgency.EMERGENCY.word

    @property
    def answered(self) -> bool:
        """Whether something was said beside receipts, the notice and "not understood"."""
        return bool(set(self.ids) - RECEIPTS - NOT_UNDERSTOOD - {NOTICE})


@dataclass(frozen=True, slots=True)
class Judged:
    """One turn: what was seen, and what failed of what was expected. `waited`: it was written in an
    emergency that nobody had claimed, and silence wasn't expected; then `answered` counts."""

    turn: Turn
    seen: Seen
    failed: tuple[Expectation, ...]
    waited: bool

    @property
    def right(self) -> bool:
        """All that was expected holds."""
        return not self.failed and not self.seen.fault

    @property
    def answered(self) -> bool:
        """Something beside receipts was said, or a receipt that was expected by its id."""
        held = (one for one in self.turn.expectations if one not in self.failed)
        return self.seen.answered or any(one.kind is Kind.IDS for one in held)


@dataclass(frozen=True, slots=True)
class Played:
    """A dialogue with each of its turns judged."""

    dialogue: Dialogue
    turns: tuple[Judged, ...]


def judge(turn: Turn, before: Seen, seen: Seen, names: Names) -> Judged:
    """A turn against what was seen before and after it. Where the act couldn't be done, nothing
    of it holds."""
    expected = turn.expectations
    failed = expected if seen.fault else tuple(x for x in expected if not holds(x, seen, names))
    silent = any(one.kind is Kind.QUIET for one in expected)
    waited = turn.act is Act.TEXT and before.waits_in_danger and not silent
    return Judged(turn, seen, tuple(failed), waited)


def holds(expected: Expectation, seen: Seen, names: Names) -> bool:
    """Whether one expectation does."""
    words = expected.words
    match expected.kind:
        case Kind.STATUS:
            return seen.status.value in words
        case Kind.TICKET:
            return ("open" if seen.ticket else "none") in words
        case Kind.URGENCY:
            return seen.ticket and seen.urgency in words
        case Kind.TOPICS:
            return _topics(words, seen, names)
        case Kind.NOT_TOPICS:
            return not _topics(words, seen, names)
        case Kind.IDS:
            return not _none_said(words, seen)
        case Kind.NOT_IDS:
            return _none_said(_with_their_like(words), seen)
        case Kind.SAYS:
            return _found(words, seen.text)
        case Kind.NEVER:
            return not _found(words, seen.text)
        case Kind.OPERATORS:
            return _found(words, seen.operators)
        case Kind.NOT_OPERATORS:
            return not _found(words, seen.operators)
        case Kind.LONGEST:
            return len(seen.text) <= int(words[0])
        case Kind.QUIET:
            return seen.bubbles == 0
        case Kind.ANSWERED:
            return seen.answered
        case Kind.PENDING:
            return (seen.pending or NO_QUESTION) in words
        case Kind.LOCALE:
            return seen.locale in words


def _none_said(ids: tuple[str, ...], seen: Seen) -> bool:
    """Whether none of these texts was said."""
    return not set(ids) & set(seen.ids)


_AS_GOOD_AS = {
    "utter_ask_rephrase": "utter_ask_which_topic",
    "utter_erased": "utter_erased_shortly",
}
"""Texts of which the second mustn't be said either where the first mustn't be."""


def _with_their_like(ids: tuple[str, ...]) -> tuple[str, ...]:
    return (*ids, *(like for one, like in _AS_GOOD_AS.items() if one in ids))


def _topics(topics: tuple[str, ...], seen: Seen, names: Names) -> bool:
    return any(names.topics.get(topic, frozenset()) & set(seen.ids) for topic in topics)


def _found(patterns: tuple[str, ...], text: str) -> bool:
    return any(re.search(pattern, text, re.IGNORECASE) for pattern in patterns)
