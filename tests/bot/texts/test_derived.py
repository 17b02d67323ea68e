"""Uzbek in Cyrillic from Uzbek in Latin, by rule."""

import re
from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.texts.catalogue import CONTENT
from bot.texts.derived import Overrides, read_overrides, to_cyrillic

NONE = Overrides({})


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("salom", "салом"),
        ("Assalomu alaykum", "Ассалому алайкум"),
        ("Toshkent shahri", "Тошкент шаҳри"),
        ("O‘zbekcha", "Ўзбекча"),
        ("yordam kerak", "ёрдам керак"),
        ("chiqish", "чиқиш"),
        ("", ""),
    ],
)
def test_words(latin: str, cyrillic: str) -> None:
    assert to_cyrillic(latin, NONE) == cyrillic


@pytest.mark.parametrize(
    "kept", ["<b>", "</b>", "&lt;", "&amp;", "/delete ", "\ue100", "\n\n", " "]
)
def test_markup_commands_and_marks_stay(kept: str) -> None:
    assert to_cyrillic(f"salom{kept}salom", NONE) == f"салом{kept}салом"


def test_blanks_and_line_breaks_stay_as_they_are() -> None:
    assert to_cyrillic("  bir\n\nikki  uch\n", NONE) == "  бир\n\nикки  уч\n"


def test_overrides_are_whole_words() -> None:
    overrides = Overrides({"IP": "IP", "U": "У", "Kim": "КИМ"})
    assert to_cyrillic("IP", overrides) == "IP"
    assert to_cyrillic("IP.", overrides) == "IP."
    assert to_cyrillic("Kim, kim, Kimyo", overrides).startswith("КИМ, ким, К")
    assert "КИМ" not in to_cyrillic("Kimyo", overrides)


def test_the_longer_override_wins() -> None:
    overrides = Overrides({"bir": "1", "bir ikki": "12"})
    assert to_cyrillic("bir ikki", overrides) == "12"


def test_the_real_overrides() -> None:
    overrides = read_overrides(CONTENT / "uz-Cyrl")
    assert overrides.words["Telegram"] == "Telegram"
    assert to_cyrillic("Telegram", overrides) == "Telegram"
    assert to_cyrillic("U yerda", overrides).startswith("У ")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("kep: [a]\nwords: {a: b}\n", "overrides.yml:1: no key 'kep' is known here"),
        ("keep: [a]\n", "'words' needs `key: value` lines"),
        ("keep: a\nwords: {a: b}\n", "overrides.yml:1: 'keep' needs a list of texts"),
    ],
)
def test_faults_of_the_overrides(text: str, fault: str, tmp_path: Path) -> None:
    (tmp_path / "overrides.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=re.escape(fault)):
        read_overrides(tmp_path)


def test_a_derived_locale_needs_its_overrides(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"overrides\.yml:1: this file is missing"):
        read_overrides(tmp_path)


@pytest.mark.parametrize(
    "russian", ["«Я хочу поговорить без других людей»", "Я с Вами", "жүктілік, ауру", "2025 “"]
)
def test_what_is_cyrillic_already_stays(russian: str) -> None:
    """A page may give a phrase to say in Russian or Kazakh."""
    assert to_cyrillic(f"salom {russian}", NONE) == f"салом {russian}"
