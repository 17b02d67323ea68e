"""Turns and what was seen of them, for the tests."""

from typing import Any

from bench.understanding.dialogues.expecting import expectation
from bench.understanding.dialogues.model import Act, Names, Turn
from bench.understanding.dialogues.scoring import Judged, Seen, judge
from flows.status import Status

NAMES = Names(
    texts=frozenset(
        {
            "utter_shelter",
            "utter_shelter_brief",
            "utter_received",
            "utter_wait_fine",
            "utter_erased",
            "utter_ask_rephrase",
        }
    ),
    topics={"shelter": frozenset({"utter_shelter", "utter_shelter_brief"})},
)

IN_DANGER = Seen(status=Status.QUEUED, urgency="emergency")


def turn(
    safety: dict[str, Any] | None = None,
    then: dict[str, Any] | None = None,
    *,
    act: Act = Act.TEXT,
) -> Turn:
    """A turn that expects this."""
    parts = ((safety or {}, True), (then or {}, False))
    expected = [
        expectation(key, value, NAMES, safety=safe)
        for part, safe in parts
        for key, value in part.items()
    ]
    return Turn(act, "and with a cat?", tuple(expected), "en.yml:1")


def failed(seen: Seen, **expected: Any) -> list[str]:
    """The expectations that don't hold."""
    return [one.kind.value for one in judged(seen, then=expected).failed]


def judged(
    seen: Seen,
    safety: dict[str, Any] | None = None,
    then: dict[str, Any] | None = None,
    *,
    before: Seen | None = None,
    act: Act = Act.TEXT,
) -> Judged:
    """A turn, judged by what was seen."""
    return judge(turn(safety, then, act=act), before or Seen(), seen, NAMES)
