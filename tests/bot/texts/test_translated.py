"""A changed Russian sentence marks its translations, until a translator says that they agree."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clock import SettableClock
from bot.texts.catalogue import CONTENT, Catalogue
from bot.texts.check import check_tree, read_tree
from bot.texts.state import stale_sentences
from bot.texts.status import report, table
from bot.texts.translated import FILE, accept, read_translated
from flows.format.load import DEFINITIONS
from tests.bot.texts.trees import append, edit, tree

CLOCK = SettableClock(datetime(2026, 11, 25, 12, tzinfo=UTC))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return tree(tmp_path, "en", "uz", "uz-Cyrl")


def stale(content: Path, locale: str) -> list[str]:
    return list(stale_sentences(Catalogue.read(CLOCK, content), locale))


def accepted(content: Path, locale: str, *names: str) -> None:
    catalogue = Catalogue.read(CLOCK, content)
    accept(content / locale, catalogue.texts["ru"].sentences, frozenset(names))


def test_every_committed_mark_names_a_sentence() -> None:
    catalogue = Catalogue.read(CLOCK, CONTENT)
    source = catalogue.texts["ru"].sentences.wordings
    for locale in catalogue.locales.all:
        assert set(read_translated(CONTENT / locale.id)) <= set(source), locale.id


def test_a_changed_text_marks_every_translation_until_it_is_accepted(content: Path) -> None:
    edit(content / "ru" / "small_talk.ftl", r"^utter_thanks = .*", "utter_thanks = Не за что.")
    assert [stale(content, one) for one in ("ru", "en", "uz", "uz-Cyrl")] == [
        [],
        ["utter_thanks"],
        ["utter_thanks"],
        ["utter_thanks"],
    ]

    accepted(content, "uz", "utter_thanks")

    assert stale(content, "en") == ["utter_thanks"]
    assert stale(content, "uz") == stale(content, "uz-Cyrl") == []


def test_a_changed_button_marks_its_sentence(content: Path) -> None:
    edit(content / "ru" / "emergency.ftl", r"\.hurt = .*", ".hurt = Больно")
    assert stale(content, "en") == ["utter_ask_danger_now"]


@pytest.mark.parametrize(
    ("pattern", "written"),
    [(r"^(utter_thanks =)", r"# a note\n\1"), (r"^(utter_thanks =) ", r"\1\n    ")],
    ids=["a comment", "a line break after the sign"],
)
def test_what_changes_no_word_marks_nothing(content: Path, pattern: str, written: str) -> None:
    edit(content / "ru" / "small_talk.ftl", pattern, written)
    assert stale(content, "en") == []


def test_a_sentence_that_nobody_compared_is_stale(content: Path) -> None:
    append(content / "ru" / "small_talk.ftl", "\nutter_new = Новое\n")
    assert stale(content, "en") == [], "it is missing, which is said elsewhere"
    append(content / "en" / "small_talk.ftl", "\nutter_new = New\n")
    assert stale(content, "en") == ["utter_new"]
    (content / "uz" / FILE).unlink()
    assert len(stale(content, "uz")) > 100


def test_marks_of_sentences_that_are_gone_are_dropped(content: Path) -> None:
    append(content / "en" / FILE, 'utter_gone: "0123456789ab"\n')
    accepted(content, "en", "utter_thanks")
    assert "utter_gone" not in read_translated(content / "en")
    assert stale(content, "en") == []


def test_the_gate_says_where_and_how_and_stops_nothing(content: Path) -> None:
    line = edit(content / "ru" / "small_talk.ftl", r"^utter_thanks = .*", "utter_thanks = Да.")
    lines = (content / "en" / "small_talk.ftl").read_text("utf-8").splitlines()
    (own,) = [n for n, text in enumerate(lines, 1) if text.startswith("utter_thanks")]

    found = check_tree(read_tree(DEFINITIONS, content), CLOCK)

    assert not [one for one in found.faults if "utter_thanks" in one.what]
    assert [str(one) for one in found.notes if "stale" in one.what and "/en/" in one.file] == [
        f"content/en/small_talk.ftl:{own}: stale: utter_thanks was not compared with its source "
        f"text since that changed. Compare it with content/ru/small_talk.ftl:{line}, mend it, "
        "then run `helpline accept en utter_thanks`."
    ]


def test_tables_and_the_reviewers_page_tell_them(content: Path) -> None:
    edit(content / "ru" / "small_talk.ftl", r"^utter_thanks = .*", "utter_thanks = Да.")
    accepted(content, "uz", "utter_thanks")
    edit(content / "en" / "start.ftl", r"^utter_language_changed = .*\n", "")
    catalogue = Catalogue.read(CLOCK, content)

    assert table(catalogue, None)[-1] == [
        "(sentences)",
        "complete",
        "1 missing, 1 stale",
        "complete",
        "complete",
    ]
    told = [one for one in report(catalogue, content) if "is stale" in one]
    assert told == [
        "- `content/en/small_talk.ftl` utter_thanks is stale: compare it with the source language"
    ]
