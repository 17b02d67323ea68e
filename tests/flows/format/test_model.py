"""Buttons and triggers of all flows that are live together."""

import pytest

from flows.format.load import load, load_texts
from flows.format.model import Choice, CollectStep, Library
from flows.urgency import Urgency


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


def test_every_value_of_every_question_has_a_button_of_its_own(library: Library) -> None:
    values = [
        (flow.id, step.id, value)
        for flow in library.flows.values()
        for step in flow.steps
        if isinstance(step, CollectStep)
        for value in library.slots[step.slot].values
    ]

    assert len(library.choices) == len(values)
    for choice_id, choice in library.choices.items():
        assert choice.id == choice_id
        assert library.utter_of(choice).startswith("utter_")


def test_the_id_of_a_button_fits_telegram_and_tells_nothing(library: Library) -> None:
    for choice_id, choice in library.choices.items():
        assert 1 <= len(choice_id.encode()) <= 64  # Bot API: callback_data
        assert choice_id.isascii()
        assert choice_id.isalnum()
        assert choice.flow not in choice_id


def test_the_id_of_a_button_is_the_same_in_every_process_and_after_every_start() -> None:
    assert Choice("erase", "0_collect", "erase_confirmed", "yes").id == "dbe9a99261de74d8"


def test_the_parts_of_a_name_cannot_run_into_one_another() -> None:
    assert Choice("a", "bc", "s", "v").id != Choice("ab", "c", "s", "v").id


def test_a_button_knows_the_question_that_it_answers() -> None:
    library = load_texts(
        {
            "some.yml": """version: "3.1"
slots:
  safe: {type: categorical, values: ["yes", "no"]}
flows:
  one: {description: x, steps: [{id: ask, collect: safe}, {id: end, action: utter_end}]}
"""
        }
    )

    assert library.utter_of(Choice("one", "ask", "safe", "yes")) == "utter_ask_safe"
    assert library.utter_of(Choice("one", "end", "safe", "yes")) == ""


def test_triggers_lead_to_their_flow(library: Library) -> None:
    assert library.triggers["urgent_danger"][0] == "emergency"
    assert library.triggers["delete_my_data"][0] == "erase"


def test_urgencies_are_ordered_and_have_words() -> None:
    assert Urgency.NORMAL < Urgency.HIGH < Urgency.EMERGENCY
    assert [Urgency.from_word(level.word) for level in Urgency] == list(Urgency)

    with pytest.raises(KeyError):
        Urgency.from_word("dire")
