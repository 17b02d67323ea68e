"""Yes and no in words: an answer where they answer something, heard surely enough."""

import pytest

from tests.kit.dialogue import Dialogue


@pytest.mark.parametrize(("intent", "answer"), [("affirm", "yes"), ("deny", "no")])
def test_the_words_yes_and_no_answer_a_question_with_those_buttons(
    dialogue: Dialogue, intent: str, answer: str
) -> None:
    dialogue.at_menu().writes("is this trafficking?", "ask_am_i_victim")
    dialogue.writes("yeah / nah", intent)

    assert dialogue.conversation.slots == {"check_promise": answer}
    assert dialogue.said == ["utter_ask_check_documents"]


def test_yes_heard_too_faintly_is_no_answer(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("is this trafficking?", "ask_am_i_victim")
    dialogue.writes("mm", "affirm", confidence=0.4)

    assert dialogue.conversation.slots == {}
    assert dialogue.said == ["utter_ask_rephrase"]


def test_yes_heard_just_surely_enough_is_an_answer(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("is this trafficking?", "ask_am_i_victim")
    dialogue.writes("mm", "affirm", confidence=0.5)

    assert dialogue.conversation.slots == {"check_promise": "yes"}


def test_yes_to_a_question_that_has_no_yes_is_not_understood(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("yes", "affirm")

    assert dialogue.said == ["utter_ask_rephrase"]


def test_yes_when_nothing_was_asked_is_not_understood(dialogue: Dialogue) -> None:
    dialogue.writes("thanks", "thank").writes("yes", "affirm")

    assert dialogue.said == ["utter_ask_rephrase"]
