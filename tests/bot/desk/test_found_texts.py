"""The answer to /find: numbered texts, and buttons that send them."""

import pytest

from bot.clock import SettableClock
from bot.compose import own_publication
from bot.desk import found_texts
from bot.desk.found_texts import FoundTexts, answer
from bot.helpline.text_search import SearchResult
from bot.texts.catalogue import Catalogue
from bot.texts.findable import findable
from bot.texts.voices import voices
from tests.kit.constants import NOW

EN = voices("en").own


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return own_publication(SettableClock(NOW)).catalogue


def test_each_text_has_a_number_and_a_button_with_it(catalogue: Catalogue) -> None:
    chosen = {"bleeding": "ask", "police": "say"}
    found = [one for one in findable(catalogue) if one.name in chosen]
    told = answer(SearchResult(found, by_meaning=True), catalogue, "en", EN)

    assert isinstance(told, FoundTexts)
    first, second = told.text.split("\n\n2. ")
    assert first.startswith("1. /say police\n")
    assert first.endswith("…")
    assert len(first) <= len("1. /say police\n") + found_texts.BRIEF + 1
    assert second == "/ask bleeding\nIs there a lot of blood?"
    [row] = told.keyboard.inline_keyboard
    assert [(one.text, one.callback_data) for one in row] == [
        ("1", "say:police"),
        ("2", "ask:bleeding"),
    ]


def test_it_says_when_only_words_were_compared(catalogue: Catalogue) -> None:
    [found] = [one for one in findable(catalogue) if one.name == "hello"]

    told = answer(SearchResult([found], by_meaning=False), catalogue, "en", EN)
    assert isinstance(told, FoundTexts)
    assert told.text.startswith(EN("find-by-words"))
    nothing = answer(SearchResult([], by_meaning=False), catalogue, "en", EN)
    assert nothing == f"{EN('find-by-words')}\n\n{EN('office-none-found')}"
    assert answer(SearchResult([], by_meaning=True), catalogue, "en", EN) == EN("office-none-found")


def test_every_text_fits_into_a_button(catalogue: Catalogue) -> None:
    """Bot API, InlineKeyboardButton: at most 64 bytes."""
    told = answer(SearchResult(list(findable(catalogue)), by_meaning=True), catalogue, "en", EN)

    assert isinstance(told, FoundTexts)
    data = [str(one.callback_data) for row in told.keyboard.inline_keyboard for one in row]
    assert len(data) > 100
    assert max(len(one.encode()) for one in data) <= 64


def test_only_such_data_names_a_text() -> None:
    assert found_texts.named("say:police") == "police"
    assert found_texts.named("ask:police") is None
    assert found_texts.named("close:informed") is None
