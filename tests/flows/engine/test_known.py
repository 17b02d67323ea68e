"""What was told already isn't asked again, and is what "what shall I do?" is about."""

import pytest

from flows.engine import known
from flows.signals import Signal
from tests.kit.dialogue import Dialogue


def test_who_has_said_it_is_told_what_to_do_and_not_asked_what_happens(dialogue: Dialogue) -> None:
    dialogue.writes("I got out", urgent=True, signals=[Signal.ESCAPED])

    assert dialogue.presses("yes").said == ["utter_go_on_writing", "utter_danger_escaped"]


def test_who_has_said_nothing_of_it_is_asked(dialogue: Dialogue) -> None:
    assert dialogue.in_danger().presses("yes").said == [
        "utter_go_on_writing",
        "utter_ask_danger_now",
    ]


def test_means_that_were_told_of_arent_asked_for(dialogue: Dialogue) -> None:
    dialogue.writes("pills in my hand", "self_harm", urgent=True, signals=[Signal.MEANS_AT_HAND])
    dialogue.presses("yes")

    assert dialogue.writes("nobody knows").said == ["utter_ask_wait_alone"]


@pytest.mark.parametrize("signal", [Signal.BLEEDING, Signal.UNCONSCIOUS, Signal.HURT])
def test_who_is_hurt_isnt_asked_whether_anybody_is(dialogue: Dialogue, signal: Signal) -> None:
    dialogue.in_danger().writes("he is hurt", signals=[signal]).writes("a shed")

    assert dialogue.writes("near a river").said == ["utter_ask_wait_call"]


def test_what_to_do_is_answered_by_what_was_told(dialogue: Dialogue) -> None:
    dialogue.writes("I got out", urgent=True, signals=[Signal.ESCAPED])

    assert dialogue.writes("where do I go", signals=[Signal.WHAT_TO_DO]).said == [
        "utter_danger_escaped"
    ]
    again = dialogue.writes("where do I go", signals=[Signal.WHAT_TO_DO])
    assert "utter_danger_escaped" not in again.said


def test_what_to_do_first_is_not_about_the_days_after_recognition(dialogue: Dialogue) -> None:
    dialogue.writes("I got out", urgent=True, signals=[Signal.ESCAPED])

    for _ in range(2):
        dialogue.writes("what first", "ask_first_days", signals=[Signal.WHAT_TO_DO])
        assert "utter_first_days" not in dialogue.said


def test_whoever_may_be_read_is_told_it_in_a_line(dialogue: Dialogue) -> None:
    dialogue.writes("held", urgent=True, signals=[Signal.HELD])
    dialogue.writes("he comes", signals=[Signal.HE_COMES])
    dialogue.writes("he left", signals=[Signal.HE_HAS_GONE])

    assert dialogue.writes("and now?", signals=[Signal.WHAT_TO_DO]).said == ["utter_danger_other"]


def test_shall_i_go_is_another_question_for_a_child(dialogue: Dialogue) -> None:
    dialogue.writes("I am 14", "minor_at_risk", urgent=True, signals=[Signal.OWN_MINOR])

    assert dialogue.writes("shall I go?", signals=[Signal.FOLLOW]).said == ["utter_wait_meeting"]


def test_a_topic_without_a_page_isnt_met_by_a_receipt(dialogue: Dialogue) -> None:
    dialogue.writes("I am 14", "minor_at_risk", urgent=True, signals=[Signal.OWN_MINOR])

    said = dialogue.writes("is that slavery?", "ask_am_i_victim").said
    assert said == ["utter_wait_child", "utter_ask_wait_adult"]


def test_a_child_who_tells_of_another_writes_of_their_own_danger_as_well(
    dialogue: Dialogue,
) -> None:
    dialogue.in_danger().writes("a girl is locked in", signals=[Signal.THIRD_PARTY])
    assert known.is_told_of_another(dialogue.conversation, Signal.THIRD_PARTY)

    dialogue.writes("I'm 15 too", signals=[Signal.OWN_MINOR])
    assert not known.is_told_of_another(dialogue.conversation, Signal.THIRD_PARTY)
