"""Somebody in danger is told of their messages what is true while nobody has claimed the ticket."""

from tests.kit.dialogue import Dialogue


def test_the_first_message_is_told_all_of_it_and_after_the_questions_it_is_one_line(
    dialogue: Dialogue,
) -> None:
    dialogue.in_danger()

    assert dialogue.writes("there is a gate").said == ["utter_nobody_answered"]
    for question in ("utter_ask_danger_now", "utter_ask_wait_hurt", "utter_ask_wait_call"):
        assert dialogue.writes("and a dog").said == [question]
    assert dialogue.writes("and a dog").said == ["utter_received"]


def test_after_a_pause_it_is_said_in_full_again(dialogue: Dialogue) -> None:
    dialogue.in_danger()
    for _ in range(5):
        dialogue.writes("please")

    assert dialogue.minutes_pass(2).writes("please").said == ["utter_nobody_answered"]


def test_while_somebody_may_look_on_it_is_one_word(dialogue: Dialogue) -> None:
    dialogue.in_danger().presses("no")
    assert dialogue.writes("please").said == ["utter_ask_can_write"]

    assert dialogue.writes("please").said == ["utter_received_quiet"]


def test_the_next_ticket_is_receipted_in_full_again(dialogue: Dialogue) -> None:
    dialogue.in_danger().writes("please").operator_claims().operator_closes()

    assert dialogue.cries_for_help().writes("please").said == ["utter_nobody_answered"]


def test_a_cry_after_an_operator_raised_the_urgency_is_answered_as_the_first_one(
    dialogue: Dialogue,
) -> None:
    """A receipt that was given must not be taken for danger that was told."""
    dialogue.waiting().prioritised_by_operator().writes("please")

    assert dialogue.cries_for_help().said == ["utter_emergency", "utter_ask_can_write"]
