"""What the dialogues showed, in Markdown. Of what failed it holds ids and places, no words."""

from collections.abc import Callable, Iterable, Sequence

from bench.understanding.dialogues.model import MUST_BE_SAID, Expectation
from bench.understanding.dialogues.scoring import Judged, Played
from bench.understanding.measures.shares import Share
from bench.understanding.tables import table

HEAD = (
    *("", "dialogues", "turns", "turns right", "expectations", "hold"),
    *("about safety", "fail", "had to be said", "was"),
    *("turns in an emergency", "answered"),
)


def figures(played: Sequence[Played]) -> str:
    """One row of all, one a locale."""
    locales = dict.fromkeys(one.dialogue.locale for one in played)
    rows = [_row("all", played)]
    rows += [_row(name, [one for one in played if one.dialogue.locale == name]) for name in locales]
    return table(HEAD, rows)


def failures(played: Sequence[Played]) -> str:
    """Every turn that wasn't right, and what failed; `!` before what is about safety."""
    rows = [
        [f"`{one.dialogue.id}`", str(number), _failed(turn)]
        for one in played
        for number, turn in enumerate(one.turns, 1)
        if not turn.right
    ]
    return table(["dialogue", "turn", "failed"], rows) if rows else "None."


def by_kind(played: Sequence[Played]) -> str:
    """How often each kind of expectation failed."""
    turns = [turn for one in played for turn in one.turns]
    kinds: dict[tuple[str, bool], list[bool]] = {}
    for turn in turns:
        for expected in turn.turn.expectations:
            held = kinds.setdefault((expected.kind.value, expected.safety), [])
            held.append(expected not in turn.failed)
    rows = [
        [f"`{kind}`", "safety" if safety else "", str(len(held)), str(held.count(False))]
        for (kind, safety), held in sorted(kinds.items())
    ]
    return table(["expectation", "", "expected", "failed"], rows)


def _row(name: str, played: Sequence[Played]) -> list[str]:
    turns = [turn for one in played for turn in one.turns]
    asked = [turn for turn in turns if turn.turn.expectations]
    every = _held(turns, lambda _: True)
    safety = _held(turns, lambda one: one.safety)
    said = _held(turns, lambda one: one.kind in MUST_BE_SAID)
    waited = [turn for turn in turns if turn.waited]
    return [
        *(name, str(len(played)), str(len(asked))),
        str(Share(sum(turn.right for turn in asked), len(asked))),
        *(str(every.whole), str(every)),
        *(str(safety.whole), str(Share(safety.whole - safety.part, safety.whole))),
        *(str(said.whole), str(said)),
        *(str(len(waited)), str(Share(sum(turn.answered for turn in waited), len(waited)))),
    ]


def _held(turns: Iterable[Judged], counts: Callable[[Expectation], bool]) -> Share:
    held = [
        expected not in turn.failed
        for turn in turns
        for expected in turn.turn.expectations
        if counts(expected)
    ]
    return Share(sum(held), len(held))


def _failed(turn: Judged) -> str:
    if turn.seen.fault:
        return turn.seen.fault
    return ", ".join(f"{'!' if one.safety else ''}{one.kind.value}" for one in turn.failed)
