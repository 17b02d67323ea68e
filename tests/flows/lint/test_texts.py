"""Which texts the catalogue must have before the start."""

import re

from flows.events import Unsupported
from flows.format.load import load, load_texts
from flows.lint.texts import ENGINE_TEXTS, needed, questions

SMALL = """\
version: "3.1"
slots:
  safe: {type: categorical, values: ["yes", "no"]}
  day: {type: date, values: [later]}
flows:
  one:
    description: every way of saying something
    brief: utter_brief
    steps:
      - action: utter_hello
      - action: action_erase
      - collect: safe
      - {collect: day, utter: utter_which_day}
"""


def test_what_steps_say_and_ask_and_what_is_said_in_brief_is_needed() -> None:
    library = load_texts({"some.yml": SMALL})

    assert set(needed(library)) - ENGINE_TEXTS == {
        "utter_hello",
        "utter_ask_safe",
        "utter_which_day",
        "utter_brief",
    }


def test_the_helplines_own_actions_need_no_text() -> None:
    library = load_texts({"some.yml": SMALL})

    assert "action_erase" not in set(needed(library))


def test_what_the_engine_says_of_its_own_accord_is_needed() -> None:
    assert set(needed(load_texts({"some.yml": SMALL}))) >= ENGINE_TEXTS
    assert {f"utter_unsupported_{kind.value}" for kind in Unsupported} <= ENGINE_TEXTS


def test_every_question_is_listed_with_its_buttons() -> None:
    library = load_texts({"some.yml": SMALL})

    assert list(questions(library)) == [
        ("utter_ask_safe", "safe", ("yes", "no")),
        ("utter_which_day", "day", ("later",)),
    ]


def test_a_text_is_always_asked_with_the_same_slot_so_its_labels_always_fit() -> None:
    slot_of: dict[str, str] = {}
    for text_id, slot, _ in questions(load()):
        assert slot_of.setdefault(text_id, slot) == slot


def test_every_text_id_is_one_that_fluent_can_read() -> None:
    for text_id in needed(load()):
        assert re.fullmatch(r"utter_[a-z0-9_]+", text_id)
