"""Marks at the end of a practice: what was kept or missed, by which line, and why.

Pure. Words tell little of a sentence, so a mark is something to talk about, and no grade.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.console.practice.play import Line, Play
from bot.texts.practice.signs import SAFETY
from flows.clocks import NOBODY_FREE_AFTER

LONG = 120
"""Characters of a message that are too many while somebody may be reading along."""


class Rule(StrEnum):
    """A rule that a practice is judged by. Each has its name and its why among the desk's texts."""

    CLAIMED = "claimed"
    SAFETY_FIRST = "safety-first"
    NOTHING_PROMISED = "nothing-promised"
    ASKED_ONCE = "asked-once"
    NEUTRAL = "neutral"
    NUMBER = "number"
    OUTCOME = "outcome"


class Verdict(StrEnum):
    """How it went. `NOT_SEEN`: there was no occasion."""

    KEPT = "kept"
    MISSED = "missed"
    NOT_SEEN = "not-seen"


@dataclass(frozen=True, slots=True)
class Mark:
    """How one rule was kept. `lines`: the operator's that it is about; `word`: what was said there
    that mustn't be, or is missing."""

    rule: Rule
    verdict: Verdict
    lines: tuple[str, ...] = ()
    word: str = ""


def marks(play: Play) -> list[Mark]:
    """All of them, in the order in which things are done."""
    return [Mark(rule, *_JUDGES[rule](play)) for rule in Rule]


_Judged = tuple[Verdict, tuple[str, ...], str]


def _claimed(play: Play) -> _Judged:
    """Before the person is told that nobody is free."""
    if play.claimed_at is None:
        return Verdict.MISSED, (), ""
    in_time = play.claimed_at - play.began_at <= NOBODY_FREE_AFTER[play.script.urgency]
    return (Verdict.KEPT if in_time else Verdict.MISSED), (), ""


def _safety_first(play: Play) -> _Judged:
    questions = [line for line in _operators(play) if line.heard and line.heard.asks]
    if not questions:
        return Verdict.MISSED, (), ""
    first = questions[0]
    kept = first.heard is not None and SAFETY in first.heard.topics
    return (Verdict.KEPT if kept else Verdict.MISSED), (first.text,), ""


def _nothing_promised(play: Play) -> _Judged:
    found = [line for line in _operators(play) if line.heard and line.heard.promised]
    word = found[0].heard.promised[0] if found and found[0].heard else ""
    return _unless(play, found, word)


def _asked_once(play: Play) -> _Judged:
    seen: dict[str, Line] = {}
    for line in _operators(play):
        for asked in _asked(line):
            if asked in seen:
                return Verdict.MISSED, (seen[asked].text, line.text), ""
            seen[asked] = line
    return (Verdict.KEPT if seen else Verdict.NOT_SEEN), (), ""


def _asked(line: Line) -> Iterator[str]:
    """What a question asks, by its topics, by the deck, or by its very words. Whether it is safe
    may be asked anew when somebody has come or gone."""
    if line.heard is None or not line.heard.asks:
        return
    for topic in sorted(line.heard.topics):
        yield f"{topic} {line.stretch}" if topic == SAFETY else topic
    if not line.heard.topics:
        yield line.question or " ".join(line.text.casefold().split())


def _neutral(play: Play) -> _Judged:
    along = [line for line in _operators(play) if line.read_along]
    if not along:
        return Verdict.NOT_SEEN, (), ""
    telling = [line for line in along if line.heard and line.heard.gives_away]
    long = [line for line in along if len(line.text) > LONG]
    word = telling[0].heard.gives_away[0] if telling and telling[0].heard else ""
    return _unless(play, telling or long, word)


def _number(play: Play) -> _Judged:
    if not play.script.numbers:
        return Verdict.NOT_SEEN, (), ""
    for line in _operators(play):
        if any(re.search(rf"(?<!\d){one}(?!\d)", line.text) for one in play.script.numbers):
            return Verdict.KEPT, (line.text,), ""
    return Verdict.MISSED, (), ", ".join(play.script.numbers)


def _outcome(play: Play) -> _Judged:
    kept = play.outcome in play.script.outcomes
    return (Verdict.KEPT if kept else Verdict.MISSED), (), ""


def _unless(play: Play, found: list[Line], word: str) -> _Judged:
    if found:
        return Verdict.MISSED, tuple(line.text for line in found[:3]), word
    return (Verdict.KEPT if _operators(play) else Verdict.NOT_SEEN), (), ""


def _operators(play: Play) -> list[Line]:
    return [line for line in play.lines if line.heard is not None]


_JUDGES: Mapping[Rule, Callable[[Play], _Judged]] = {
    Rule.CLAIMED: _claimed,
    Rule.SAFETY_FIRST: _safety_first,
    Rule.NOTHING_PROMISED: _nothing_promised,
    Rule.ASKED_ONCE: _asked_once,
    Rule.NEUTRAL: _neutral,
    Rule.NUMBER: _number,
    Rule.OUTCOME: _outcome,
}
