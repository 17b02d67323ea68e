"""Waiting for a human without danger, and taking the wish back."""

from flows.effects import (
    OpenTicket,
    RelayToOperator,
    RelayUnsupported,
    UpdateTicket,
    WithdrawTicket,
)
from flows.events import TimerKind, Unsupported
from flows.status import Status
from flows.urgency import Urgency
from tests.kit.dialogue import Dialogue


def test_a_wish_for_a_person_opens_a_ticket_and_says_so(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("a person, please", "ask_human")

    assert dialogue.of(OpenTicket) == [OpenTicket("person", Urgency.NORMAL, "ru")]
    assert dialogue.of(RelayToOperator) == [RelayToOperator("a person, please")]
    assert dialogue.said == ["utter_waiting_for_operator"]
    assert dialogue.offered == ["cancel", "exit"]
    assert dialogue.status is Status.QUEUED


def test_a_button_for_a_person_opens_a_ticket_without_any_words(dialogue: Dialogue) -> None:
    dialogue.at_menu().presses("person")

    assert dialogue.of(OpenTicket) == [OpenTicket("person", Urgency.NORMAL, "ru")]
    assert dialogue.of(RelayToOperator) == []


def test_somebody_under_18_comes_before_others(dialogue: Dialogue) -> None:
    dialogue.at_menu().presses("people").presses("minors").presses("more").presses("under_18")

    assert dialogue.of(OpenTicket) == [OpenTicket("minor", Urgency.HIGH, "ru")]
    assert dialogue.said == ["utter_under_18", "utter_waiting_for_operator"]


def test_what_is_written_meanwhile_joins_the_ticket(dialogue: Dialogue) -> None:
    dialogue.waiting().writes("my boss has my passport")

    assert dialogue.of(RelayToOperator) == [RelayToOperator("my boss has my passport")]


def test_words_for_the_operator_get_one_receipt_and_no_second_offer(dialogue: Dialogue) -> None:
    dialogue.waiting()

    assert dialogue.writes("mumble").said == ["utter_still_waiting"]
    assert [dialogue.writes("mumble").said for _ in range(10)] == [[]] * 10


def test_after_a_pause_it_is_said_again_that_the_request_waits(dialogue: Dialogue) -> None:
    dialogue.waiting().writes("mumble")

    assert dialogue.minutes_pass(3).writes("I am afraid").said == ["utter_still_waiting"]
    assert dialogue.writes("is anyone there").said == []


def test_what_the_bot_understands_it_still_answers(dialogue: Dialogue) -> None:
    dialogue.waiting().writes("pay?", "ask_unpaid_wages")

    assert dialogue.said == ["utter_unpaid_wages"]
    assert dialogue.of(RelayToOperator) == [RelayToOperator("pay?")]


def test_buttons_join_the_ticket_as_their_words(dialogue: Dialogue) -> None:
    dialogue.waiting().presses("work")

    assert dialogue.of(RelayToOperator) == [RelayToOperator("[work]")]
    assert dialogue.said == ["utter_ask_work_topic"]


def test_what_is_not_taken_is_told_to_the_operators_by_its_kind(dialogue: Dialogue) -> None:
    dialogue.waiting().sends(Unsupported.VOICE)

    assert dialogue.of(RelayUnsupported) == [RelayUnsupported(Unsupported.VOICE)]
    assert dialogue.said == ["utter_unsupported_voice"]


def test_the_wish_can_be_taken_back(dialogue: Dialogue) -> None:
    dialogue.waiting().presses("cancel")

    assert dialogue.of(WithdrawTicket) == [WithdrawTicket()]
    assert dialogue.said == ["utter_withdrawn", "utter_ask_need"]
    assert dialogue.status is Status.BOT
    assert dialogue.timers == {}
    assert dialogue.conversation.urgency is Urgency.NORMAL


def test_the_wish_can_be_taken_back_after_other_questions_too(dialogue: Dialogue) -> None:
    dialogue.waiting().writes("pay?", "ask_unpaid_wages").presses("work").presses("cancel")

    assert dialogue.of(WithdrawTicket) == [WithdrawTicket()]
    assert dialogue.said == ["utter_withdrawn", "utter_ask_need"]


def test_a_cancel_button_of_a_wish_that_is_over_takes_nothing_back(dialogue: Dialogue) -> None:
    dialogue.waiting().presses("cancel").presses("cancel")

    assert dialogue.of(WithdrawTicket) == []
    assert dialogue.said == ["utter_ask_need"]


def test_a_cancel_button_from_before_the_danger_takes_nothing_back(dialogue: Dialogue) -> None:
    dialogue.waiting().cries_for_help().presses("cancel")

    assert dialogue.of(WithdrawTicket) == []
    assert dialogue.conversation.in_emergency


def test_asking_twice_opens_no_second_ticket(dialogue: Dialogue) -> None:
    dialogue.waiting().writes("a person!!", "ask_human")

    assert dialogue.of(OpenTicket) == []
    assert dialogue.said == ["utter_waiting_since"]


def test_a_graver_wish_raises_the_ticket_and_restarts_its_clock(dialogue: Dialogue) -> None:
    dialogue.waiting().minutes_pass(2)
    dialogue.presses_button(dialogue.button("minors", "under_18"))

    assert dialogue.of(UpdateTicket) == [UpdateTicket(Urgency.HIGH, "minor")]
    assert dialogue.notices == ["child", "urgency_raised"]
    assert dialogue.timers == {TimerKind.NOBODY_FREE: 3, TimerKind.STILL_NOBODY: 10}


def test_start_while_waiting_says_so(dialogue: Dialogue) -> None:
    assert dialogue.waiting().starts().said == ["utter_still_waiting"]


def test_an_outdated_button_without_an_open_question_says_that_it_waits(
    dialogue: Dialogue,
) -> None:
    dialogue.waiting().commands("delete_my_data").presses("no")
    dialogue.presses_button(dialogue.button("safety", "skip"))

    assert dialogue.said == ["utter_still_waiting"]


def test_operators_learn_that_the_person_blocked_the_bot_and_came_back(
    dialogue: Dialogue,
) -> None:
    dialogue.waiting()

    assert dialogue.blocks_the_bot().notices == ["person_left"]
    assert dialogue.said == []
    assert dialogue.comes_back().notices == ["person_returned"]
    assert dialogue.said == []
    assert dialogue.status is Status.QUEUED


def test_nobody_is_told_of_that_when_nobody_waits(dialogue: Dialogue) -> None:
    assert dialogue.at_menu().blocks_the_bot().effects == ()
    assert dialogue.comes_back().effects == ()
