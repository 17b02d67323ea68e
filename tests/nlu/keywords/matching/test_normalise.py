"""Normalisation: one skeleton for every way of writing a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.keywords.matching.normalise import MAX_CHARACTERS, MAX_LETTERS, normalise, variants, words

ANY_TEXT = st.text(max_size=300) | st.text(
    alphabet="абвжшщзкхцчяюйё'hksz tgdi.,!4\u200b", max_size=60
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("меня заперли", "menya zaperli"),
        ("ЗАПЕРЛИИИИ", "заперли"),
        ("помощь", "pomosch"),
        ("ещё", "еще"),
        ("полиция", "policiya"),
        ("o‘zbekcha", "ozbekcha"),
        ("oʻzbekcha", "ўзбекча"),
        ("qamab qo’yishdi", "қамаб қўйишди"),
        ("көмектесіңіз", "komektesiniz"),
        ("қамап қойды", "камап койды"),
        ("жардам", "zhardam"),
        ("жардам", "jardam"),
        ("ҳозир", "хозир"),
        ("по\u200bмоги", "помоги"),
        ("4to", "что"),
        ("ｈｅｌｐ", "help"),
    ],
)
def test_writings_meet_in_one_skeleton(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("не", "но"), ("жить", "шить"), ("бьют", "бют?нет"), ("qarz", "qorz")],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


def test_sentences_and_clauses_are_told_apart() -> None:
    found = words("нет, он бьет. помогите")

    assert [(w.sentence, w.clause) for w in found] == [(0, 0), (0, 1), (0, 1), (1, 2)]


def test_a_word_stands_for_its_common_misspellings() -> None:
    assert set(variants("o'ldiradi")) == {"oldiradi", "uldiradi"}
    assert set(variants("ёрдам")) == {"erdam", "iordam"}
    assert set(variants("ҷавоб")) == {"javob", "chavob"}


def test_a_word_of_every_day_is_only_itself() -> None:
    assert normalise("туруп") not in variants("төрөп"), "to stand in a queue is no birth"
    assert normalise("тороп") in variants("төрөп")
    assert variants("туруп") == (normalise("туруп"),)


@pytest.mark.parametrize("several", ["", "два слова", "по-русски", "!!!"])
def test_what_isnt_one_word_has_no_variants(several: str) -> None:
    assert variants(several) == ()


@pytest.mark.parametrize("row", ["шч", "shch", "sch", "шчч", "shchch", "щчchч"])
def test_rows_of_digraphs_fall_as_one(row: str) -> None:
    assert normalise(row) == normalise(f"{row}{'ч' * 40}") == "sh"


def test_no_word_is_longer_than_is_read() -> None:
    assert (
        normalise("abc" * MAX_LETTERS + " помогите")
        == f"{('abc' * MAX_LETTERS)[:MAX_LETTERS]} pomogite"
    )


def test_of_many_marks_in_a_row_the_first_are_read() -> None:
    assert normalise("у\u0306" + "\u0301\u0323" * 2000 + "й") == "oi"


@given(ANY_TEXT)
def test_normalisation_is_idempotent(text: str) -> None:
    once = normalise(text)

    assert normalise(once) == once


@given(
    st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіўҳҷӣӯЁЙҒІў`'az Z4.,-", max_size=60)
)
def test_letters_of_a_keyboard_are_read_alike_beside_any_other_sign(text: str) -> None:
    """Without such a sign the way is shorter."""
    assert normalise("\u200b" + text) == normalise(text)


@given(ANY_TEXT)
def test_the_skeleton_is_words_and_marks(text: str) -> None:
    for word in words(text):
        assert word.text.isalnum()


def test_no_more_is_read_than_telegram_sends() -> None:
    assert normalise("ab " * MAX_CHARACTERS).count("ab") <= MAX_CHARACTERS // 3 + 1
