"""Where a text is said: flow, step, and the ways that lead there."""

import pytest

from bot.texts.catalogue import Catalogue
from bot.texts.where import found, lines
from flows.format.load import load
from flows.format.model import Library
from tests.bot.texts.citations.small import CLOCK


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.read(CLOCK)


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


@pytest.mark.parametrize(
    ("asked", "texts"),
    [
        ("police", ["utter_police", "utter_police_more"]),
        ("utter_goodbye", ["utter_goodbye"]),
        ("goodbye", ["utter_goodbye"]),
        ("reply_hello", ["reply_hello"]),
        ("нигде так не написано", []),
    ],
)
def test_a_text_is_asked_for_by_page_or_id(
    asked: str, texts: list[str], catalogue: Catalogue
) -> None:
    assert found(catalogue, asked, "ru") == texts


def test_a_text_is_found_by_words_in_a_language(catalogue: Catalogue) -> None:
    assert "utter_thanks" in found(catalogue, "в любое время", "ru")
    assert "utter_thanks" not in found(catalogue, "в любое время", "kk")


def test_a_step_and_the_ways_to_it(catalogue: Catalogue, library: Library) -> None:
    place, *rest = lines(catalogue, library, "utter_police_more", "ru")
    assert place.startswith("utter_police_more  content/ru/pages/police.md:")
    assert rest[0] == "  asked in flow police, step more  (flows/definitions/topics_police.yml)"
    assert "    comes from words: intent ask_police" in rest
    assert any(one.startswith("    comes from flow menu_rights, step ") for one in rest)


@pytest.mark.parametrize(
    ("text_id", "said"),
    [
        ("utter_reopened", "said by the program itself, between the flows"),
        ("utter_unreviewed", "said by the program itself, below a page or in the menu of commands"),
        ("reply_hello", "said by operators: /say hello"),
        (
            "utter_privacy_brief",
            "said instead of flow privacy while an operator is waited for in danger",
        ),
        ("value-yes", "nothing says it"),
    ],
)
def test_what_no_step_says(text_id: str, said: str, catalogue: Catalogue, library: Library) -> None:
    assert f"  {said}" in lines(catalogue, library, text_id, "ru")
