"""`sources.yml`: each act once, with its redaction and the words of its articles."""

from datetime import date
from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.texts.citations.marks import Citation
from bot.texts.citations.sources import Certainty, read_sources, weakest
from tests.bot.texts.citations.small import SOURCES


def sources_in(folder: Path, text: str = SOURCES) -> Path:
    (folder / "sources.yml").write_text(text, encoding="utf-8")
    return folder


def test_an_act_has_a_redaction_and_articles(tmp_path: Path) -> None:
    law = read_sources(sources_in(tmp_path))["law"]
    assert law.redaction == date(2026, 7, 12)
    assert law.quoted("17(1)") == "имеет право обратиться"
    assert (law.has("17(1)"), law.has("18"), law.has("")) == (True, False, False)


def test_an_account_without_articles_is_cited_by_its_name_alone(tmp_path: Path) -> None:
    press = read_sources(sources_in(tmp_path))["press"]
    assert (press.has(""), press.has("3")) == (True, False)


def test_what_the_program_does_is_a_source_too(tmp_path: Path) -> None:
    assert read_sources(sources_in(tmp_path))["own"].has("conversation")


def test_the_weakest_counts(tmp_path: Path) -> None:
    sources = read_sources(sources_in(tmp_path))
    law, press = Citation("law", "17(1)"), Citation("press")
    assert weakest(sources, (law,)) is Certainty.COPY
    assert weakest(sources, (press, law)) is Certainty.SECONDARY
    assert weakest(sources, (Citation("unheard"),)) is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("own:\n  title: x\n", "`own` is what the program does"),
        ("Law:\n  title: x\n  certainty: copy\n", "'Law' is no name"),
        ("law:\n  title: x\n  certainty: own\n", "`certainty` is one of: official, copy"),
        ("law:\n  title: x\n  certainty: copy\n", "'address' needs a text"),
        ("a:\n  title: x\n  certainty: statement\n  redaction: soon\n", "`redaction` is a date"),
        ("a:\n  title: x\n  certainty: statement\n  page: 3\n", "no key 'page' is known here"),
        ("a:\n  title: x\n  certainty: statement\n  articles:\n    '1': a\n", "needs `redaction`"),
        (
            "a:\n  certainty: statement\n  redaction: 2026-01-01\n  articles:\n    '1]': a\n",
            "'1]' is no article",
        ),
        (
            "a:\n  certainty: statement\n  redaction: 2026-01-01\n  articles:\n    '1':\n",
            "'1' needs a text",
        ),
        ("a:\n  certainty: statement\n", "'title' needs a text"),
    ],
)
def test_faults(text: str, fault: str, tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        read_sources(sources_in(tmp_path, text))
    assert fault in caught.value.detail
    assert "sources.yml:" in caught.value.detail
