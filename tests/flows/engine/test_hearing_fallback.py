"""What isn't understood: asked once more, then a person is offered, then quiet."""

from tests.kit.dialogue import Dialogue


def test_the_first_time_it_is_asked_again(dialogue: Dialogue) -> None:
    assert dialogue.at_menu().writes("mumble").said == ["utter_ask_rephrase"]


def test_the_second_time_a_person_is_offered(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("mumble").writes("mumble")

    assert dialogue.said == ["utter_ask_wants_person"]
    assert dialogue.offered == ["yes", "no"]


def test_the_offer_can_be_taken_in_words(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("mumble").writes("mumble").writes("yes", "affirm")

    assert dialogue.said == ["utter_waiting_for_operator"]


def test_the_offer_can_be_declined(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("mumble").writes("mumble").presses("no")

    assert dialogue.said == ["utter_ask_need"]


def test_after_that_the_menu_is_shown_then_it_is_quiet_and_the_offer_comes_back_now_and_then(
    dialogue: Dialogue,
) -> None:
    dialogue.at_menu()
    said = [dialogue.writes(f"mumble {number}").said for number in range(11)]

    assert said[2:4] == [["utter_ask_need"], []]
    assert said[4] == ["utter_ask_wants_person"]
    assert said[5:9] == [[], [], [], []]
    assert said[9] == ["utter_ask_wants_person"]


def test_whatever_is_understood_starts_the_count_afresh(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("mumble").writes("thanks", "thank").writes("mumble")

    assert dialogue.said == ["utter_ask_rephrase"]


def test_a_button_starts_the_count_afresh(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("mumble").presses("work").writes("mumble")

    assert dialogue.said == ["utter_ask_rephrase"]


def test_what_is_heard_too_faintly_is_not_understood(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("pay", "ask_unpaid_wages", confidence=0.39)

    assert dialogue.said == ["utter_ask_rephrase"]


def test_what_is_heard_just_surely_enough_is_understood(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("pay", "ask_unpaid_wages", confidence=0.4)

    assert dialogue.said == ["utter_unpaid_wages"]


def test_an_intent_that_no_flow_knows_is_not_understood(dialogue: Dialogue) -> None:
    assert dialogue.at_menu().writes("?", "never_heard_of").said == ["utter_ask_rephrase"]


def test_a_first_message_that_is_not_understood_gets_the_notice_too(dialogue: Dialogue) -> None:
    assert dialogue.writes("mumble").said == ["utter_notice", "utter_ask_rephrase"]


def test_small_talk_out_of_scope_gets_one_neutral_line_and_no_person(dialogue: Dialogue) -> None:
    dialogue.at_menu()
    said = [dialogue.writes("earn 500$ a day", "out_of_scope").said for _ in range(10)]

    assert said[0] == ["utter_out_of_scope"]
    assert said[1:] == [[]] * 9


def test_to_spam_as_a_first_message_the_notice_is_answer_enough(dialogue: Dialogue) -> None:
    dialogue.writes("earn 500$ a day", "out_of_scope")

    assert dialogue.said == ["utter_notice"]


def test_the_open_question_stays_open(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("is this trafficking?", "ask_am_i_victim").writes("mumble")

    assert dialogue.writes("yes", "affirm").said == ["utter_ask_check_documents"]
