"""Topics that may be meant are a button away, where the model isn't sure."""

import pytest

from flows.engine.walk import Walk
from flows.follow_ups import FollowUp
from flows.format.model import Library
from tests.kit.constants import NIGHT
from tests.kit.dialogue import Dialogue


def test_what_isnt_understood_is_answered_by_the_topics_that_may_be_meant(
    dialogue: Dialogue,
) -> None:
    possible = ("ask_unpaid_wages", "ask_police", "ask_shelter", "ask_embassy")
    dialogue.at_menu().writes("mumble", suggested=possible)

    assert dialogue.said == ["utter_ask_which_topic"]
    assert dialogue.offered == ["unpaid_wages", "police", "shelter", "menu"]

    assert dialogue.presses("police").said == ["utter_police"]


def test_where_danger_is_possible_its_button_comes_first(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("mumble", suggested=("ask_police", "self_harm", "urgent_danger"))

    assert dialogue.offered == ["danger", "police", "menu"]
    assert dialogue.presses("danger").said[0] == "utter_emergency"


def test_the_second_time_a_person_is_offered_all_the_same(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("mumble", suggested=("ask_police",))

    assert dialogue.writes("mumble", suggested=("ask_police",)).said == ["utter_ask_wants_person"]


def test_nothing_is_suggested_of_what_is_surely_about_something_else(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes(
        "the weather", "out_of_scope", confidence=0.9, suggested=("ask_police",)
    )

    assert dialogue.said == ["utter_out_of_scope"]


def test_something_else_that_isnt_sure_may_be_a_topic(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes(
        "the weather at work", "out_of_scope", confidence=0.5, suggested=("ask_police",)
    )

    assert dialogue.said == ["utter_ask_which_topic"]


def test_a_page_begins_with_the_button_of_the_next_likely_topic(dialogue: Dialogue) -> None:
    possible = ("ask_unpaid_wages", "ask_police", "ask_shelter")
    dialogue.at_menu().writes("my money", "ask_unpaid_wages", suggested=possible)

    assert dialogue.said == ["utter_unpaid_wages"]
    assert dialogue.offered[:2] == ["police", "more"]


def test_beside_a_page_the_button_for_danger_stands_where_danger_is_possible(
    dialogue: Dialogue,
) -> None:
    possible = ("ask_unpaid_wages", "ask_police", "urgent_danger")
    dialogue.at_menu().writes("my money", "ask_unpaid_wages", suggested=possible)

    assert dialogue.offered[:2] == ["danger", "more"]


def test_a_button_that_the_page_has_isnt_shown_twice(dialogue: Dialogue) -> None:
    possible = ("ask_unpaid_wages", "ask_documents_taken")
    dialogue.at_menu().writes("my money", "ask_unpaid_wages", suggested=possible)

    assert dialogue.offered.count("documents_taken") == 1
    assert dialogue.offered[0] == "more"


@pytest.mark.parametrize("kind", [FollowUp.OTHER, FollowUp.DETAIL])
def test_words_that_only_seem_to_go_on_with_a_page_may_be_about_another(
    dialogue: Dialogue, kind: FollowUp
) -> None:
    dialogue.at_menu().writes("my money", "ask_unpaid_wages")
    dialogue.writes("hmm that", suggested=("ask_unpaid_wages", "ask_police"), follow_up=kind)

    assert dialogue.offered[0] == "police"


def test_a_plain_follow_up_gets_no_other_topic(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("my money", "ask_unpaid_wages")
    dialogue.writes("how", suggested=("ask_police",), follow_up=FollowUp.HOW)

    assert dialogue.offered[0] != "police"


POSSIBLE = ("ask_unpaid_wages", "ask_police")


def test_nothing_is_suggested_while_a_human_is_looked_for(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("a human please", "ask_human")
    dialogue.writes("my money", "ask_unpaid_wages", suggested=POSSIBLE)

    assert dialogue.said == ["utter_unpaid_wages"]
    assert "police" not in dialogue.offered


def test_nothing_is_suggested_while_somebody_may_read_it(dialogue: Dialogue) -> None:
    dialogue.starts().presses("ru").presses("yes").presses("go_on")

    assert dialogue.writes("mumble", suggested=POSSIBLE).said == ["utter_ask_rephrase"]
    dialogue.writes("my money", "ask_unpaid_wages", suggested=POSSIBLE)
    assert dialogue.said == ["utter_unpaid_wages"]
    assert "police" not in dialogue.offered


def test_every_page_has_a_button_in_a_menu_that_leads_to_it(
    dialogue: Dialogue, library: Library
) -> None:
    walk = Walk(library, dialogue.conversation, NIGHT)
    menus = [one for one in library.choices.values() if not library.flows[one.flow].is_page]
    led_to = {walk.leads_to(one) for one in menus if library.flows[one.flow].evergreen}

    assert {flow.id for flow in library.flows.values() if flow.is_page} - led_to == set()
