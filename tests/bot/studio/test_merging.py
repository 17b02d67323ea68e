"""What two editors changed comes together by sentences, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.studio.merging import merged, sentences, three_way

BASE = "Хорошо. Операторы увидят это. Ждите.\n\nМожно писать дальше: { $phone_112 }"
WORDS = st.text(st.sampled_from("аб .!?\n{}«»"), max_size=30)
PIECES = st.lists(st.sampled_from("abcdef"), max_size=8)


@pytest.mark.parametrize(
    ("theirs", "mine", "both"),
    [
        (BASE, BASE.replace("Ждите", "Подождите"), BASE.replace("Ждите", "Подождите")),
        (
            BASE.replace("Хорошо", "Ладно"),
            BASE.replace("Ждите", "Подождите"),
            BASE.replace("Хорошо", "Ладно").replace("Ждите", "Подождите"),
        ),
        (BASE.replace("Ждите", "Да"), BASE.replace("Ждите", "Нет"), None),
        (BASE.replace("Ждите", "Да"), BASE.replace("Ждите", "Да"), BASE.replace("Ждите", "Да")),
        (BASE.replace("Ждите.", "Ждите. Да."), BASE.replace("Ждите.", "Ждите. Нет."), None),
        (BASE.replace(" Ждите.", ""), BASE.replace("Ждите", "Подождите"), None),
    ],
)
def test_different_sentences_come_together(theirs: str, mine: str, both: str | None) -> None:
    assert merged(BASE, theirs, mine) == both


@given(WORDS)
def test_sentences_give_the_text_again(words: str) -> None:
    assert "".join(sentences(words)) == words


@given(PIECES, PIECES, PIECES)
def test_nothing_is_guessed_at(base: list[str], theirs: list[str], mine: list[str]) -> None:
    """Whose side changed nothing loses nothing; both ways round it is the same."""
    assert three_way(base, theirs, base) == theirs
    assert three_way(base, base, mine) == mine
    assert three_way(base, mine, mine) == mine
    assert three_way(base, theirs, mine) == three_way(base, mine, theirs)
    both = three_way(base, theirs, mine)
    if both is not None:
        assert {*both} <= {*base, *theirs, *mine}
        assert {*theirs, *mine} - {*base} <= {*both}
