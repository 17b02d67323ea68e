"""Buttons: in time, too late, twice, or forged."""

import pytest

from flows.events import ChoiceMade
from flows.status import Status
from tests.kit.dialogue import Dialogue


def test_a_button_leads_where_its_flow_says(dialogue: Dialogue) -> None:
    dialogue.at_menu().presses("work").presses("unpaid_wages")

    assert dialogue.said == ["utter_unpaid_wages"]
    assert dialogue.offered == ["more", "documents_taken", "legal_help", "person", "menu"]


def test_answers_are_forgotten_with_their_flow(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("is this trafficking?", "ask_am_i_victim")
    dialogue.presses("yes").presses("stop")

    assert dialogue.said[0] == "utter_check_stopped"
    assert dialogue.said[-1] == "utter_check_signs"

    dialogue.presses("menu")

    assert dialogue.said == ["utter_ask_need"]
    assert dialogue.conversation.slots == {}


def test_the_self_check_never_counts_but_names_the_gravest_sign(dialogue: Dialogue) -> None:
    def ending_with(answers: list[str]) -> list[str]:
        one = Dialogue(dialogue.library).at_menu().writes("?", "ask_am_i_victim")
        for answer in answers:
            one.presses(answer)
        return one.said

    only_violence = [*["no"] * 7, "yes", *["no"] * 3]
    gravest = ["utter_check_sign_violence", "utter_check_signs"]
    assert ending_with(only_violence) == ending_with(["yes"] * 11) == gravest
    assert ending_with(["no"] * 11) == ending_with(["skip"] * 11) == ["utter_check_no_signs"]


def test_a_button_of_a_question_that_is_over_asks_the_current_one_again(dialogue: Dialogue) -> None:
    dialogue.at_menu().presses("work").presses("unpaid_wages").presses("more")
    dialogue.presses_button(dialogue.button("language", "ky"))

    assert dialogue.said == ["utter_unpaid_wages_more"]
    assert dialogue.conversation.locale == "ru"


def test_the_same_button_twice_does_its_work_once(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("is this trafficking?", "ask_am_i_victim")
    first = dialogue.button("self_check", "yes")
    dialogue.presses_button(first).presses_button(first)

    assert dialogue.said == ["utter_ask_check_documents"]
    assert dialogue.conversation.slots == {"check_promise": first.value}


@pytest.mark.parametrize("forged", ["", "0" * 16, "yes", "x" * 5000, "ү\x00"])
def test_a_forged_button_asks_the_current_question_again(dialogue: Dialogue, forged: str) -> None:
    dialogue.at_menu().presses("work")
    dialogue.happens(ChoiceMade(forged))

    assert dialogue.said == ["utter_ask_work_topic"]


def test_without_a_question_an_old_button_shows_the_menu(dialogue: Dialogue) -> None:
    dialogue.at_menu().commands("delete_my_data").presses("no")
    dialogue.presses_button(dialogue.button("safety", "skip"))

    assert dialogue.said == ["utter_ask_need"]


def test_a_strangers_forged_button_is_a_first_contact(dialogue: Dialogue) -> None:
    dialogue.happens(ChoiceMade("0" * 16))

    assert dialogue.said == ["utter_ask_locale"]


def test_old_menus_keep_working(dialogue: Dialogue) -> None:
    dialogue.at_menu().presses("work").presses("labour_contract").presses("more")
    dialogue.presses("rights")  # from the first menu

    assert dialogue.said == ["utter_ask_rights_topic"]

    dialogue.presses("unpaid_wages")  # from the second

    assert dialogue.said == ["utter_unpaid_wages"]


@pytest.mark.parametrize(
    ("flow", "value", "said"),
    [
        ("rights", "person", "utter_waiting_for_operator"),
        ("safety", "person", "utter_waiting_for_operator"),
        ("privacy", "erase", "utter_ask_erase_confirmed"),
        ("safety", "erase", "utter_ask_erase_confirmed"),
        ("minors", "under_18", "utter_under_18"),
    ],
)
def test_old_buttons_for_a_human_and_for_erasure_keep_working(
    dialogue: Dialogue, flow: str, value: str, said: str
) -> None:
    dialogue.at_menu().presses("work")
    dialogue.presses_button(dialogue.button(flow, value))

    assert dialogue.said[0] == said


def test_an_old_menu_shows_the_danger_button_that_still_calls_a_human(dialogue: Dialogue) -> None:
    dialogue.at_menu().presses("work").presses("unpaid_wages").presses("danger")

    assert dialogue.status is Status.QUEUED
