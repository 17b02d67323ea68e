"""Cleaning, folding and cutting accept any string."""

import random

import numpy as np
import pytest

from nlu.runtime.reading.choosing import choose_windows
from nlu.runtime.reading.text import MAX_CHARACTERS, clean, fold, letters, well_formed
from nlu.runtime.reading.windows import WINDOW_CHARACTERS, cut, sentences

HOSTILE = [
    "",
    " \n\t ",
    "\0",
    "\ud800",
    "\udfff\ud800",
    "a\ud83d",
    "\ufeff\u200b\u202e",
    "e" + "\u0301" * 500,
    "\ufdfa" * 4096,
    "漢" * 9000,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 300,
    "а" * 10_000,
    "\x1b[31m",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_anything_becomes_a_short_line_that_can_be_encoded(text: str) -> None:
    cleaned = clean(text)

    assert len(cleaned) <= MAX_CHARACTERS
    assert "\n" not in cleaned
    cleaned.encode("utf-8")
    fold(text).encode("utf-8")


def test_a_surrogate_pair_becomes_its_character() -> None:
    assert well_formed("\ud83d\ude00") == "😀"


def test_a_lone_surrogate_leaves_the_rest() -> None:
    assert clean("помогите \ud800") == "помогите"


def test_emoji_letters_and_digits_stay() -> None:
    assert clean("Ұлым 12 жаста 😢") == "Ұлым 12 жаста 😢"


def test_every_apostrophe_is_the_same() -> None:
    assert {clean(f"o{mark}g{mark}il") for mark in "'ʻʼ‘’`"} == {"o'g'il"}


def test_cleaning_twice_changes_nothing() -> None:
    for text in HOSTILE:
        assert clean(clean(text)) == clean(text)


def test_folding_drops_case_and_shouting() -> None:
    assert fold("ПОМОГИТЕЕЕЕ") == "помогитее"


def test_letters_of_all_scripts_count() -> None:
    assert letters("aбқ 1!") == 3


def test_a_short_message_is_one_window() -> None:
    assert cut("мені қамап қойды") == ["мені қамап қойды"]
    assert cut("") == [""]


def test_windows_are_short_and_lose_nothing() -> None:
    rng = random.Random(5)  # noqa: S311 - the same texts in each run
    for _ in range(50):
        text = clean("".join(rng.choice("абв где, ж. з! ") for _ in range(rng.randrange(1500))))
        windows = cut(text)

        assert all(len(window) <= WINDOW_CHARACTERS for window in windows)
        assert "".join(windows).replace(" ", "") == text.replace(" ", "")


def test_a_cut_falls_at_the_end_of_a_sentence() -> None:
    first = "Я работаю на ферме и мне не платят уже полгода, хозяин обещает и обещает."
    second = "Вчера он забрал паспорт и сказал что я никуда не поеду пока не отработаю долг"

    windows = cut(" ".join([first, second, first, second]))

    assert len(windows) > 1
    assert windows[0].endswith((".", "долг"))


def test_a_text_without_spaces_is_cut_too() -> None:
    windows = cut("а" * (2 * WINDOW_CHARACTERS + 80))

    assert [len(window) for window in windows] == [WINDOW_CHARACTERS, WINDOW_CHARACTERS, 80]


def test_the_most_alarming_window_is_read_first() -> None:
    windows = [f"window {number}" for number in range(30)]
    alarm = np.zeros(30, np.float32)
    alarm[17] = 5.0

    positions, texts = choose_windows(windows, alarm, 9, lambda _: 3)

    assert positions == [0, 17, 29]
    assert texts == ["window 0", "window 17", "window 29"]


def test_a_window_over_the_limit_is_shortened() -> None:
    positions, texts = choose_windows(["漢" * 160], np.zeros(1, np.float32), 40, len)

    assert positions == [0]
    assert 0 < len(texts[0]) <= 40


def test_sentences_and_lines_are_told_apart() -> None:
    assert sentences("Салам алейкум всем!! нас заперли тут\nпогода хорошая") == [
        "Салам алейкум всем",
        "нас заперли тут",
        "погода хорошая",
    ]


@pytest.mark.parametrize(
    "text",
    ["нас заперли тут", "нас заперли тут!!!", "ой. нас заперли тут", "он бледнеет; он потеет"],
)
def test_one_sentence_is_the_message_itself(text: str) -> None:
    assert sentences(text) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_sentences_of_anything_are_bounded(text: str) -> None:
    found = sentences(f"{text}. {text}\n{text}")

    assert all(len(one) <= WINDOW_CHARACTERS for one in found)
    assert sum(map(len, found)) <= MAX_CHARACTERS
