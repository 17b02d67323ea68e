"""Which script a message is in, and what is told of its locale when it is short."""

import pytest

from bench.understanding.measures.writing import by_length, by_script, script, translit
from tests.bench.understanding.build import answer


@pytest.mark.parametrize(
    ("text", "expected"),
    [("salom", "Latin"), ("салом", "Cyrillic"), ("salom ака", "mixed"), ("116 🙏", None)],
)
def test_the_letters_tell_the_script(text: str, expected: str | None) -> None:
    assert script(text) == expected


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("pomogite mne", "ru", True),
        ("помогите мне", "ru", False),
        ("pomogite мне", "ru", False),
        ("salom aka", "uz", False),
        ("help me", "en", False),
        ("112", "kk", False),
    ],
)
def test_latin_letters_are_a_translit_where_they_are_not_usual(
    text: str, locale: str, expected: bool
) -> None:
    assert translit(text, locale) is expected


def test_who_cannot_tell_is_not_counted_as_wrong() -> None:
    answers = [
        answer(text="bir ikki uch", locale="uz"),
        answer(text="bir ikki uch", locale="uz", heard_locale="en"),
        answer(text="bir ikki uch", locale="uz", silent=True),
        answer(text="pomogite", locale="ru"),
    ]
    told = by_length(answers)

    assert "| four words or more | 0 | – | – | – |" in told
    assert "| three words | 3 | 0.333 | 0.333 | 0.333 |" in told
    assert "| two or fewer | 1 | 1.000 | 0.000 | 0.000 |" in told
    assert "| translit | 1 | 1.000 | 0.000 | 0.000 |" in told
    assert "| mixed script | 0 | – | – | – |" in told


def test_each_script_has_macro_f1_and_calibration() -> None:
    told = by_script([answer(), answer(text="салом", meant="thank")])

    assert "| Latin | 1 | 1.000 | – | 0.000 | 1.000 | 0.100 | 0.000 |" in told
    assert "| Cyrillic | 1 | 0.000 | – | 0.000 | 0.000 | 0.900 | 0.000 |" in told
    assert "| mixed | 0 | – | – | – | – | – | – |" in told
