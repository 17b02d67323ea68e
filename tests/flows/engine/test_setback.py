"""The store lost its last writes while a ticket was open: operators are told and called again."""

from datetime import timedelta

from flows.effects import Alert, AlertLevel, Notice, NotifyOperators, Utter
from flows.engine.setback import essentials
from flows.events import OperatorSnoozed, SetBack, TimerKind
from flows.status import Status
from tests.kit.dialogue import Dialogue


def test_whoever_waits_in_danger_is_announced_again(dialogue: Dialogue) -> None:
    dialogue.in_danger()
    dialogue.minutes_pass(30)
    dialogue.conversation = essentials(dialogue.conversation)
    dialogue.happens(SetBack())
    assert dialogue.effects == (NotifyOperators(Notice.SET_BACK), Alert(AlertLevel.SHIFT))
    assert dialogue.conversation.status is Status.QUEUED
    dialogue.minutes_pass(3)
    levels = [alert.level for alert in dialogue.of(Alert)]
    assert levels == [AlertLevel.AGAIN, AlertLevel.SUPERVISORS]


def test_the_person_is_told_nothing_unasked_and_goes_on(dialogue: Dialogue) -> None:
    dialogue.in_danger()
    dialogue.conversation = essentials(dialogue.conversation)
    dialogue.happens(SetBack())
    assert dialogue.of(Utter) == []
    dialogue.writes("мы в подвале")
    assert dialogue.of(Utter), "a receipt as ever"


def test_an_operator_keeps_the_ticket(dialogue: Dialogue) -> None:
    dialogue.in_danger()
    dialogue.operator_claims()
    dialogue.conversation = essentials(dialogue.conversation)
    dialogue.happens(SetBack())
    assert dialogue.effects == (NotifyOperators(Notice.SET_BACK),)
    assert dialogue.conversation.status is Status.HUMAN


def test_what_was_put_aside_stays_aside(dialogue: Dialogue) -> None:
    dialogue.in_danger()
    dialogue.happens(OperatorSnoozed(dialogue.now + timedelta(hours=5)))
    dialogue.conversation = essentials(dialogue.conversation)
    dialogue.happens(SetBack())
    assert dialogue.effects == (NotifyOperators(Notice.SET_BACK),)
    assert TimerKind.SNOOZE_OVER in {timer.kind for timer in dialogue.conversation.timers}


def test_without_a_ticket_nothing_happens(dialogue: Dialogue) -> None:
    dialogue.starts()
    dialogue.happens(SetBack())
    assert dialogue.effects == ()
