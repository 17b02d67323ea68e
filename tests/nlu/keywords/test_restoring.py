"""Input as it comes: the wrong keyboard layout and newer alphabets are undone, nothing else is."""

import pytest

from bench.understanding.messages import DATA, DEVELOPMENT, TESTS, read
from nlu.intents import LOCALES
from nlu.keywords import Keywords
from nlu.keywords.matching.alphabets import in_known_letters
from nlu.keywords.matching.layouts import others
from nlu.keywords.vowels import is_vowelless

EVERY = 10
"""Of the training messages one in so many is looked at."""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ghbdtn", "привет"),
        ("gjvjubnt yfc pfgthkb", "помогите нас заперли"),
        ("YFC PFGTHKB!", "НАС ЗАПЕРЛИ!"),
        (",3pl3 0fvfg 0jqls", "бізді қамап қойды"),
        ("vtyb rfvfg rj.ine", "мени камап коюшту"),
        ("vjhj rekas rfhlfyl", "моро кулфы карданд"),
        (",bpyb sfvf, soqbilb", "бизни қамаб қўйишди"),
        ("рудз гы ерун дщслув гы шт", "help us they locked us in"),
        ("ьутш йфьфи йщнвш", "meni qamab qoydi"),
    ],
)
def test_a_keyboard_left_on_another_alphabet_is_undone(
    keywords: Keywords, typed: str, meant: str
) -> None:
    assert keywords.restored(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "43.2389 76.8897",
        "asdfgh jkl",
        "nein danke",
        "bomidi",
        "imkoniyatlaringizni aytib bering",
        "https://example.org/ghbdtn",
        "Rjqrf",
        "ok",
        "😭",
    ],
)
def test_what_is_no_language_here_is_left(keywords: Keywords, text: str) -> None:
    assert keywords.restored(text) == text


@pytest.mark.slow
def test_no_message_that_was_written_for_training_is_changed(keywords: Keywords) -> None:
    """But for those that are in a newer alphabet."""
    for locale in LOCALES:
        texts = [message.text for message in read(DATA / locale)][::EVERY]
        for folder in (DEVELOPMENT, TESTS):
            texts += [message.text for message in read(folder / locale)]
        written = [text for text in texts if not is_vowelless(text)]
        changed = [text for text in written if keywords.restored(text) != text]
        assert all(in_known_letters(text) != text for text in changed), changed


@pytest.mark.parametrize(
    ("written", "known"),
    [
        (
            "bizni çiqarmayapti, eşik qulf, yordam beriñ",
            "bizni chiqarmayapti, eshik qulf, yordam bering",
        ),
        ("öğlim Şaxlo", "o'g'lim Shaxlo"),
        ("meni qamap qoydı, járdem beriń", "мени қамап қойды, жәрдем бериң"),
        ("Cañitas", "Cañitas"),
        ("français", "français"),
        ("bugün çalışıyorum", "bugün çalışıyorum"),
        ("¿dónde está?", "¿dónde está?"),
    ],
)
def test_newer_alphabets_become_known_ones(written: str, known: str) -> None:
    assert in_known_letters(written) == known


def test_a_text_in_no_letters_has_no_other_layout() -> None:
    assert not others("12 + 3")
