"""Where the texts stand; and the page for reviewers is the one that is committed."""

import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.cli.status import WRITTEN
from bot.clock import SettableClock
from bot.studio.snapshot import Snapshot
from bot.studio.work import Kind, work
from bot.texts.catalogue import CONTENT, Catalogue
from bot.texts.check import read_tree
from bot.texts.state import Mark, marks, missing_sentences, said
from bot.texts.status import columns, markdown, report, table
from tests.bot.texts.trees import append, edit, tree

CLOCK = SettableClock(datetime(2026, 11, 25, 12, tzinfo=UTC))
TODAY = date(2026, 11, 25)
REVIEW = r"^reviewed_by:.*\nreviewed_on:.*\nreview_by:.*\n"
SIGNED = "reviewed_by: someone\nreviewed_on: 2026-01-01\nreview_by: 2026-11-25\n"


def read(content: Path) -> Catalogue:
    return Catalogue.read(CLOCK, content)


def test_what_the_reviewers_read_is_up_to_date() -> None:
    expected = "\n".join(report(read(CONTENT), CONTENT)) + "\n"
    assert WRITTEN.read_text(encoding="utf-8") == expected, "run: helpline status --write"


def test_it_says_nothing_that_depends_on_the_day() -> None:
    later = SettableClock(CLOCK.now() + timedelta(days=4000))
    assert list(report(Catalogue.read(later), CONTENT)) == list(report(read(CONTENT), CONTENT))


def test_every_doubt_stands_in_it_with_its_place() -> None:
    written = WRITTEN.read_text(encoding="utf-8")
    catalogue = read(CONTENT)
    for locale in catalogue.locales.all:
        for file in (CONTENT / locale.id).rglob("*.ftl"):
            for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
                if line.casefold().startswith("# doubt:"):
                    assert f"content/{locale.id}/{file.name}:{number}`" in written
        for page in catalogue.texts[locale.id].pages.values():
            lines = (CONTENT / locale.id / "pages" / f"{page.name}.md").read_text("utf-8")
            for number, doubt in zip(page.doubt_lines, page.doubts, strict=True):
                assert doubt[:20] in lines.splitlines()[number - 1]
                assert f"`{page.file}:{number}` {doubt}" in written


def test_a_doubt_may_go_on_below(tmp_path: Path) -> None:
    content = tree(tmp_path, "en")
    text = "\n# doubt: is this\n# the word?\nutter_x = Word\n"
    line = append(content / "en" / "start.ftl", text)
    found = list(report(read(content), content))
    assert f"- `content/en/start.ftl:{line + 1}` is this the word?" in found


def test_a_doubt_counts_however_it_is_written(tmp_path: Path) -> None:
    content = tree(tmp_path, "kk")
    note = "\n# Doubt: is this\n# the word?\n# [^law 17(1)]\n# DOUBT: or this?\nutter_x = Word\n"
    line = append(content / "kk" / "start.ftl", note)

    found = [one for one in report(read(content), content) if "start.ftl" in one]

    assert f"- `content/kk/start.ftl:{line + 1}` is this the word?" in found
    assert f"- `content/kk/start.ftl:{line + 4}` or this?" in found


@pytest.mark.slow
def test_the_work_list_and_this_page_count_the_same_doubts() -> None:
    files = read_tree()
    items = work(Snapshot.read("", files, CLOCK), TODAY)
    in_list = Counter(one.locale for one in items if one.kind is Kind.DOUBT)
    place = re.compile(r"- `content/([\w-]+)/[^`]+:\d+` ")
    lines = (place.match(one.strip()) for one in report(read(CONTENT), CONTENT))
    here = Counter(found[1] for found in lines if found)

    assert here == in_list


def test_marks_of_a_page(tmp_path: Path) -> None:
    content = tree(tmp_path, "en", "uz", "uz-Cyrl")

    def of(locale: str, today: date = TODAY, name: str = "police") -> tuple[Mark, ...]:
        return marks(read(content), name, locale, today)

    assert of("en") == (Mark.UNREVIEWED,)
    edit(content / "en" / "pages" / "police.md", REVIEW, SIGNED)
    assert of("en") == ()
    assert said(of("en")) == "complete"
    assert of("en", TODAY + timedelta(days=1)) == (Mark.OVERDUE,)
    append(content / "ru" / "pages" / "police.md", "\nЕщё одно.\n")
    assert of("en") == (Mark.STALE,)
    assert of("ru") == (Mark.UNREVIEWED,)
    assert of("uz-Cyrl") == (Mark.STALE, Mark.UNREVIEWED), "as the text that it is made from"
    (content / "en" / "pages" / "police.md").unlink()
    assert of("en") == (Mark.MISSING,)
    assert of("en", name="immigration_status") == (Mark.UNREVIEWED,)
    mark = r"reviewed_on:\nwithheld_until_reviewed: true\n"
    edit(content / "en" / "pages" / "immigration_status.md", r"^reviewed_on:\n", mark)
    assert of("en", name="immigration_status") == (Mark.UNREVIEWED, Mark.WITHHELD)


def test_missing_sentences_are_counted(tmp_path: Path) -> None:
    content = tree(tmp_path, "en", "uz", "uz-Cyrl")
    assert {missing_sentences(read(content), one) for one in ("ru", "en", "uz-Cyrl")} == {0}
    edit(content / "en" / "start.ftl", r"^utter_language_changed = .*\n", "")
    assert missing_sentences(read(content), "en") == 1
    last = table(read(content), TODAY)[-1]
    assert last == ["(sentences)", "complete", "1 missing", "complete", "complete"]


def test_tables() -> None:
    rows = [["", "ru"], ["page", "complete"]]
    assert list(columns(rows)) == ["      ru", "page  complete"]
    assert list(markdown(rows)) == ["|  | ru |", "| --- | --- |", "| page | complete |"]
