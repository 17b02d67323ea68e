""" "Enough": stops what was begun, and never help, an erasure's question or a warning."""

import pytest

from flows.effects import Erase, OpenTicket, RelayToOperator, WithdrawTicket
from flows.events import ExitAsked
from flows.status import Status
from flows.urgency import Urgency
from tests.kit.dialogue import Dialogue


def stops(dialogue: Dialogue) -> Dialogue:
    return dialogue.writes("stop", "cancel", confidence=1.0)


@pytest.mark.parametrize("topic", ["ask_rights", "ask_unpaid_wages", "ask_reflection_period"])
def test_a_topic_gives_way_to_the_menu(dialogue: Dialogue, topic: str) -> None:
    stops(dialogue.at_menu().writes("?", topic))

    assert dialogue.said == ["utter_ask_need"]


def test_the_self_check_ends_as_its_own_button_ends_it(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("?", "ask_am_i_victim").presses("yes")
    stops(dialogue)

    sign = "utter_check_sign_promise"
    assert dialogue.said == ["utter_check_stopped", sign, "utter_check_signs"]


def test_what_would_go_on_later_is_dropped_too(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("?", "ask_am_i_victim").writes("?", "ask_rights")
    stops(dialogue)

    assert [frame.flow for frame in dialogue.conversation.frames] == ["menu"]
    assert dialogue.conversation.slots == {}


def test_a_date_is_not_waited_for_any_more(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("?", "ask_reflection_period").presses("more").presses("count_days")
    assert stops(dialogue).said == ["utter_ask_need"]


def test_a_wish_for_a_human_is_taken_back_at_its_own_question_only(dialogue: Dialogue) -> None:
    stops(dialogue.waiting())
    assert (dialogue.status, dialogue.said[0]) == (Status.BOT, "utter_withdrawn")


def test_a_plain_request_is_taken_back_at_a_word(dialogue: Dialogue) -> None:
    dialogue.waiting().writes("?", "ask_rights")
    stops(dialogue)
    assert (dialogue.status, dialogue.said) == (Status.BOT, ["utter_withdrawn"])
    assert len(dialogue.of(WithdrawTicket)) == 1


def test_while_somebody_may_look_on_it_is_asked_before(dialogue: Dialogue) -> None:
    dialogue.waiting().happens(ExitAsked()).writes("?", "ask_rights")
    stops(dialogue)
    assert (dialogue.status, dialogue.said) == (Status.QUEUED, ["utter_waiting_for_operator"])
    assert dialogue.of(WithdrawTicket) == []

    stops(dialogue)
    assert dialogue.status is Status.BOT


def test_in_danger_it_falls_silent_and_takes_nothing_back(dialogue: Dialogue) -> None:
    stops(dialogue.in_danger())
    assert dialogue.said == ["utter_stay_silent"]
    stops(dialogue)
    assert dialogue.said == ["utter_ask_can_write"]
    assert (dialogue.status, dialogue.conversation.urgency) == (Status.QUEUED, Urgency.EMERGENCY)


def test_danger_in_the_same_message_is_heard(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("stop, they beat me", "cancel", urgent=True)
    assert dialogue.of(OpenTicket)[0].urgency is Urgency.EMERGENCY


def test_it_never_says_that_nobody_looks(dialogue: Dialogue) -> None:
    dialogue.at_menu().presses("exit")
    assert dialogue.conversation.watched
    dialogue.writes("hello", "greet")
    stops(dialogue.minutes_pass(40).starts())

    assert dialogue.conversation.watched


@pytest.mark.parametrize("human", [False, True])
def test_at_the_question_before_erasing_it_is_a_no(dialogue: Dialogue, *, human: bool) -> None:
    dialogue.waiting()
    if human:
        dialogue.operator_claims()
    stops(dialogue.commands("delete_my_data"))

    assert dialogue.of(Erase) == []
    assert "utter_nothing_erased" in dialogue.said


def test_with_a_human_it_is_for_the_human(dialogue: Dialogue) -> None:
    stops(dialogue.waiting().operator_claims())
    assert dialogue.of(RelayToOperator) == [RelayToOperator("stop")]
    assert dialogue.status is Status.HUMAN


def test_what_an_operator_closed_is_not_opened_by_it(dialogue: Dialogue) -> None:
    stops(dialogue.waiting().operator_claims().operator_closes())
    assert dialogue.of(OpenTicket) == []
    assert dialogue.said == ["utter_ask_need"]


def test_a_stranger_is_asked_for_the_language(dialogue: Dialogue) -> None:
    dialogue.speaks = None
    assert stops(dialogue).said == ["utter_ask_locale"]
