"""How hard texts are to read: counted, not judged."""

from pathlib import Path

import pytest

from bot.texts.reading import level, table
from tests.bot.texts.citations.small import read, small


def test_a_level_counts_sentences_words_and_letters() -> None:
    found = level(["Two words. Three words here.", "- One"])
    assert (found.sentences, found.words, found.letters) == (3, 6, 25)
    assert found.words_a_sentence == pytest.approx(2.0)
    assert found.letters_a_word == pytest.approx(25 / 6)


def test_lix_is_sentence_length_and_the_share_of_long_words() -> None:
    """Four words, one of more than six letters: 4 + 25."""
    assert level(["We are calling you."]).lix == pytest.approx(29.0)
    assert level(["We call you now."]).lix == pytest.approx(4.0)


def test_apostrophes_belong_to_words_and_numbers_do_not() -> None:
    assert level(["To‘g‘ri 24 sun’iy"]).words == 2
    assert level(["To‘g‘ri"]).letters == 5


def test_nothing_has_no_level() -> None:
    assert level(["", "24"]).lix == 0.0


def test_the_table_has_a_row_for_each_language_and_names_its_hardest_page(tmp_path: Path) -> None:
    head, russian, english = table(read(small(tmp_path)))
    assert head[1:4] == ["words a sentence", "letters a word", "LIX"]
    assert (russian[0], english[0]) == ("ru", "en")
    assert russian[4].startswith("utter_time (")
    assert float(russian[1]) > 0
