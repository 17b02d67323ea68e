"""Code names: easy to say, and saying nothing about anyone."""

import re

from bot.tickets import code_names
from sandbox import demo_staff


def test_a_name_is_a_word_and_three_digits() -> None:
    for _ in range(500):
        word, number = code_names.new().split("-")
        assert word in code_names.WORDS
        assert 100 <= int(number) <= 999


def test_after_many_that_are_taken_it_is_longer() -> None:
    """Somebody who opens and erases request after request takes all the short ones."""
    assert len(code_names.new(code_names.SHORT_TRIES - 1).split("-")[1]) == 3
    assert len(code_names.new(code_names.SHORT_TRIES).split("-")[1]) == 6


def test_the_words_can_be_told_apart() -> None:
    assert len(code_names.WORDS) >= 64
    assert len({word.lower() for word in code_names.WORDS}) == len(code_names.WORDS)
    assert all(re.fullmatch(r"[A-Z][a-z]{2,9}", word) for word in code_names.WORDS)


def test_a_ticket_is_never_called_like_an_operator() -> None:
    assert not set(demo_staff.NAMES.values()) & set(code_names.WORDS)


def test_names_are_random() -> None:
    assert len({code_names.new() for _ in range(200)}) > 190
