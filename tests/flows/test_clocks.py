"""One file says how long everything takes, and what is due then."""

import ast
from pathlib import Path

import pytest

import flows
from flows import clocks
from flows.effects import Alert
from flows.engine.timers import wake
from flows.engine.walk import Walk
from flows.events import TimerKind
from flows.lint.texts import ENGINE_TEXTS
from flows.status import Status
from flows.urgency import Urgency
from tests.kit.dialogue import Dialogue

ELSEWHERE = {
    "flows/engine/dates.py": "how dates are read: no delay",
    "flows/engine/stepping.py": "the reflection period: the law's, no delay of ours",
}


def test_every_timer_has_a_consequence() -> None:
    assert set(clocks.DUE) == set(TimerKind)


def test_what_is_said_then_is_in_the_catalogue() -> None:
    assert {due.text_id for due in clocks.DUE.values()} - {""} <= ENGINE_TEXTS


@pytest.mark.parametrize("urgency", Urgency)
def test_a_ticket_waits_with_timers_that_a_claim_stops(urgency: Urgency) -> None:
    assert set(clocks.waiting(urgency)) <= set(clocks.WAITING)


def test_operators_are_called_before_anybody_is_told_that_nobody_came() -> None:
    timers = clocks.waiting(Urgency.EMERGENCY)

    assert sorted(timers, key=timers.__getitem__) == [
        TimerKind.PUSH_AGAIN,
        TimerKind.NOBODY_FREE,
        TimerKind.CALL_SUPERVISORS,
        TimerKind.STILL_NOBODY,
    ]


def test_a_timer_that_is_due_in_another_status_does_nothing(dialogue: Dialogue) -> None:
    dialogue.in_danger()
    walk = Walk(dialogue.library, dialogue.conversation, dialogue.now)
    walk.set(status=Status.HUMAN)

    wake(walk, TimerKind.PUSH_AGAIN)

    assert not [effect for effect in walk.effects if isinstance(effect, Alert)]


def test_no_other_file_holds_a_delay() -> None:
    root = Path(flows.__file__).parent
    found = {
        f"flows/{path.relative_to(root)}"
        for path in root.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "timedelta"
        and node.keywords
    }

    assert found == {"flows/clocks.py", *ELSEWHERE}
