"""Uzbek in Cyrillic: what the rule loses, mixes or misspells is found before a person reads it."""

from pathlib import Path

import pytest

from bot.texts.catalogue import Catalogue
from bot.texts.checks import transliteration
from bot.texts.derived import Overrides, to_cyrillic
from tests.bot.texts.citations.small import CLOCK
from tests.bot.texts.trees import append, tree

NONE = Overrides({})


@pytest.mark.parametrize(
    "latin",
    [
        "Pasport xo‘jayinda. Maosh bermayapti.",
        "U yerda a va e bor.",
        "Yozish mumkin: /delete",
        "Choose: Выберите язык",
    ],
)
def test_good_words_pass(latin: str) -> None:
    assert list(transliteration.faults(latin, NONE)) == []


@pytest.mark.parametrize(("letter", "cyrillic"), [("U", "У"), ("a", "а"), ("e", "э")])
def test_words_of_one_letter_are_not_lost(letter: str, cyrillic: str) -> None:
    """The library loses them."""
    assert to_cyrillic(f"{letter} keldi", NONE) == f"{cyrillic} келди"


@pytest.mark.parametrize(
    ("latin", "overrides", "fault"),
    [
        ("Telegram", {"gram": "gram"}, None),
        ("wifi", {}, "leaves Latin letters in “wифи”"),
        ("shular", {}, "makes “шуьлар” of “shular”, where the rule is often wrong"),
        ("kompensatsiya", {}, "makes “компенсатсия” of “kompensatsiya”, where"),
    ],
)
def test_words_that_come_out_wrong(
    latin: str, overrides: dict[str, str], fault: str | None
) -> None:
    found = list(transliteration.faults(latin, Overrides(overrides)))
    assert found[0].startswith(fault) if fault else not found, found


def test_an_exception_that_is_written_down_is_no_fault() -> None:
    assert list(transliteration.faults("wifi bor", Overrides({"wifi": "вайфай"}))) == []


def test_the_check_names_the_text(tmp_path: Path) -> None:
    content = tree(tmp_path, "uz", "uz-Cyrl")
    before = list(transliteration.check(Catalogue.read(CLOCK, content), "uz-Cyrl"))
    assert before == []
    line = append(content / "uz" / "start.ftl", "\nutter_new = Bu wifi\n    .yes = www\n") + 1
    found = list(transliteration.check(Catalogue.read(CLOCK, content), "uz-Cyrl"))
    assert {(one.file, one.line) for one in found} == {("content/uz/start.ftl", line)}
    assert len(found) == 2, "the text and its button"


def test_exceptions_that_no_text_holds_are_named(tmp_path: Path) -> None:
    content = tree(tmp_path, "uz", "uz-Cyrl")
    append(content / "uz-Cyrl" / "overrides.yml", "  nosuchword: нет\n")
    found = transliteration.unused(Catalogue.read(CLOCK, content), "uz-Cyrl")
    assert "nosuchword" in found
    assert "Telegram" not in found
