"""Time passes: nobody is free, still nobody, and silence after a threat."""

from collections.abc import Callable

import pytest

from flows.effects import Alert, Utter
from flows.events import TimedOut, TimerKind
from flows.status import Status
from flows.urgency import Urgency
from tests.kit.dialogue import Dialogue


def test_an_emergency_hears_the_truth_after_two_minutes(dialogue: Dialogue) -> None:
    dialogue.in_danger()

    assert dialogue.minutes_pass(1.9).said == []
    assert dialogue.minutes_pass(0.1).said == ["utter_nobody_free"]
    assert dialogue.notices == ["nobody_claimed"]
    assert dialogue.of(Utter)[0].silent


def test_and_once_more_after_ten(dialogue: Dialogue) -> None:
    dialogue.in_danger().minutes_pass(9.9)

    assert dialogue.minutes_pass(0.1).said == ["utter_still_nobody"]
    assert dialogue.notices == ["still_unclaimed"]


def test_a_high_urgency_hears_it_after_three_minutes(dialogue: Dialogue) -> None:
    dialogue.at_menu().presses_button(dialogue.button("minors", "under_18"))

    assert dialogue.minutes_pass(2.9).effects == ()
    assert dialogue.minutes_pass(0.1).said == ["utter_nobody_free"]


def test_a_plain_wish_hears_it_after_three_and_ten_and_then_no_more(dialogue: Dialogue) -> None:
    dialogue.waiting()

    assert dialogue.minutes_pass(2.9).effects == ()
    assert dialogue.minutes_pass(0.1).said == ["utter_nobody_free"]
    assert dialogue.notices == ["nobody_claimed"]
    assert dialogue.minutes_pass(7).said == ["utter_waiting_since"]
    assert dialogue.of(Alert) == []
    assert dialogue.minutes_pass(600).effects == ()
    assert dialogue.status is Status.QUEUED


def test_silence_after_a_threat_is_marked_and_nothing_is_closed(dialogue: Dialogue) -> None:
    dialogue.in_danger().minutes_pass(14.9)

    assert dialogue.minutes_pass(0.1).notices == ["silent_after_threat"]
    assert dialogue.said == []
    assert dialogue.conversation.in_emergency
    assert dialogue.minutes_pass(24 * 60).effects == ()
    assert dialogue.status is Status.QUEUED


@pytest.mark.parametrize(
    "sign_of_life",
    [
        lambda one: one.writes("mumble"),
        lambda one: one.presses("yes"),
        lambda one: one.starts(),
        Dialogue.cries_for_help,
    ],
)
def test_every_sign_of_life_begins_the_silence_anew(
    dialogue: Dialogue, sign_of_life: Callable[[Dialogue], Dialogue]
) -> None:
    dialogue.in_danger().minutes_pass(14)
    sign_of_life(dialogue)

    assert dialogue.timers == {TimerKind.SILENT_AFTER_THREAT: 15}
    assert "silent_after_threat" not in dialogue.minutes_pass(14.9).notices
    assert dialogue.minutes_pass(0.1).notices == ["silent_after_threat"]


def test_silence_is_noticed_again_after_the_person_was_back(dialogue: Dialogue) -> None:
    dialogue.in_danger().minutes_pass(15).writes("mumble").minutes_pass(15)

    assert dialogue.notices == ["silent_after_threat"]


def test_silence_is_noticed_while_an_operator_talks_too(dialogue: Dialogue) -> None:
    dialogue.in_danger().operator_claims().writes("yes").operator_writes("go on")

    assert dialogue.minutes_pass(15).notices == ["silent_after_threat"]


def test_other_conversations_may_fall_silent(dialogue: Dialogue) -> None:
    dialogue.waiting().operator_claims().writes("yes").operator_writes("go on")

    assert dialogue.minutes_pass(24 * 60).effects == ()


def test_a_claim_stops_the_clocks_of_waiting(dialogue: Dialogue) -> None:
    dialogue.in_danger().operator_claims()

    assert dialogue.timers == {TimerKind.SILENT_AFTER_THREAT: 15, TimerKind.OPERATOR_SILENT: 2}


def test_a_requeued_ticket_waits_from_the_beginning(dialogue: Dialogue) -> None:
    dialogue.in_danger().minutes_pass(11).operator_claims().minutes_pass(1).operator_requeues()

    assert dialogue.timers == {
        TimerKind.PUSH_AGAIN: 1,
        TimerKind.CALL_SUPERVISORS: 3,
        TimerKind.NOBODY_FREE: 2,
        TimerKind.STILL_NOBODY: 10,
        TimerKind.SILENT_AFTER_THREAT: 15,
    }


def test_danger_shortens_a_wait(dialogue: Dialogue) -> None:
    dialogue.waiting().minutes_pass(1).cries_for_help()

    assert dialogue.timers[TimerKind.NOBODY_FREE] == 2
    assert dialogue.minutes_pass(2).said == ["utter_nobody_free"]


def test_a_second_cry_does_not_put_the_truth_off(dialogue: Dialogue) -> None:
    dialogue.in_danger().minutes_pass(1.5).cries_for_help()

    assert dialogue.minutes_pass(0.5).said == ["utter_nobody_free"]


@pytest.mark.parametrize("kind", TimerKind)
def test_a_timer_that_was_cancelled_does_nothing(dialogue: Dialogue, kind: TimerKind) -> None:
    for conversation in (
        Dialogue(dialogue.library).conversation,
        Dialogue(dialogue.library).waiting().presses("cancel").conversation,
        Dialogue(dialogue.library).in_danger().operator_claims().operator_closes().conversation,
    ):
        one = Dialogue(dialogue.library, conversation)

        assert one.happens(TimedOut(kind)).effects == ()
        assert one.conversation == conversation


def test_time_alone_never_changes_who_has_the_conversation(dialogue: Dialogue) -> None:
    dialogue.in_danger().minutes_pass(30 * 24 * 60)

    assert dialogue.status is Status.QUEUED
    assert dialogue.conversation.urgency is Urgency.EMERGENCY
