"""Thirty days from a date that the person writes; neither date is kept."""

import pytest

from flows.effects import Utter
from flows.status import Status
from tests.kit.dialogue import Dialogue


def counting(dialogue: Dialogue) -> Dialogue:
    """At the question for a date."""
    return (
        dialogue.at_menu()
        .writes("time to think?", "ask_reflection_period")
        .presses("more")
        .presses("count_days")
    )


def test_thirty_days_are_counted_from_a_written_date(dialogue: Dialogue) -> None:
    counting(dialogue).writes("it was on 1.7.2026")

    counted = dialogue.of(Utter)[0]
    assert counted.text_id == "utter_days_counted"
    assert dict(counted.args) == {"counting_date": "2026-07-01", "date": "2026-07-31"}
    assert dialogue.said == ["utter_days_counted", "utter_ask_need"]


def test_neither_date_is_kept(dialogue: Dialogue) -> None:
    counting(dialogue).writes("1.7.2026")

    assert dialogue.conversation.slots == {}
    assert dialogue.of(Utter)[1].args == ()


@pytest.mark.parametrize(
    "text", ["last week", "1.7 or 2.7", "31.2.2026", "31.12.9999", "2026-07-01"]
)
def test_what_is_no_date_is_asked_about_again(dialogue: Dialogue, text: str) -> None:
    counting(dialogue).writes(text)

    assert dialogue.said == ["utter_date_unclear"]
    assert dialogue.writes("1.7").said[0] == "utter_days_counted"


def test_instead_of_a_date_the_menu_can_be_chosen(dialogue: Dialogue) -> None:
    counting(dialogue)

    assert dialogue.offered == ["menu"]
    assert dialogue.presses("menu").said == ["utter_ask_need"]


def test_instead_of_a_date_anything_else_may_be_asked(dialogue: Dialogue) -> None:
    counting(dialogue).writes("pay?", "ask_unpaid_wages")

    assert dialogue.said == ["utter_unpaid_wages"]


def test_a_date_is_taken_after_something_else_was_asked(dialogue: Dialogue) -> None:
    counting(dialogue).writes("is this written down?", "ask_privacy").writes("well. 1.7.2026")

    counted = dialogue.of(Utter)[0]
    assert counted.text_id == "utter_days_counted"
    assert dict(counted.args) == {"counting_date": "2026-07-01", "date": "2026-07-31"}
    assert dialogue.conversation.slots == {}


def test_a_date_in_what_tells_more_is_no_answer(dialogue: Dialogue) -> None:
    counting(dialogue).writes("is this written down?", "ask_privacy")
    dialogue.writes("he has paid me nothing at all since we came here on 1.7.2026")
    assert "utter_days_counted" not in dialogue.said

    dialogue.writes("no pay since 1.7.2026", "ask_unpaid_wages")
    assert dialogue.said == ["utter_unpaid_wages"]


def test_danger_goes_before_a_date(dialogue: Dialogue) -> None:
    counting(dialogue).cries_for_help("locked in since 1.7.2026")

    assert dialogue.status is Status.QUEUED
    assert "utter_days_counted" not in dialogue.said


def test_a_date_written_where_none_was_asked_means_nothing(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("1.7.2026")

    assert dialogue.said == ["utter_ask_rephrase"]
