"""The lawyer's sheet goes out and comes back; what is marked wrong is held back."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.texts.checks import signatures
from bot.texts.citations import sheet
from bot.texts.citations.claims import accept, claims
from bot.texts.citations.signed import Signature, Verdict, read_signed, write_signed
from bot.texts.citations.sources import read_sources
from tests.bot.texts.citations.small import PAGE, SOURCES, read, small

TIME = "По закону есть 30 дней."


def rows(content: Path, locale: str = "ru") -> list[sheet.Row]:
    return sheet.rows(read(content), read_sources(content), locale)


def printed(content: Path, locale: str = "ru") -> list[list[str]]:
    catalogue = read(content)
    text = sheet.written(
        rows(content, locale),
        read_sources(content),
        read_signed(content / locale),
        catalogue.variables(locale),
    )
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"))


def filled(table: list[list[str]], answers: dict[str, tuple[str, str]]) -> str:
    """What a lawyer sends back: answers by the sentence."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    for line in table:
        answer = answers.get(line[2]) if len(line) > 2 else None
        writer.writerow([*line[:7], *answer] if answer else line)
    return out.getvalue()


def signed(text: str, by: str = "А. Юрист", on: str = "01.12.2026") -> str:
    return text.replace("подпись;", f"подпись;{by}").replace("дата;", f"дата;{on}")


def wrong(content: Path) -> list[str]:
    found = signatures.check(read(content), read_sources(content), content)
    return [str(one) for one in found if "marked as wrong" in str(one)]


def test_a_row_holds_the_sentence_and_the_words_of_its_article(tmp_path: Path) -> None:
    head, time, ask, paper, by, on = printed(small(tmp_path))
    assert tuple(head) == sheet.HEADINGS
    assert time[2] == TIME
    assert time[4] == ("Закон о торговле людьми, ст. (п.) 17(2)12), в редакции 12.07.2026, example")
    assert time[5:7] == ["не менее тридцати дней", "прочитано в неофициальной копии текста"]
    assert ask[2] == "Вы можете: просить о признании"
    assert (paper[1], paper[2]) == ("utter_kept (content/ru/some.ftl:3)", "Газета об этом писала.")
    assert (by[0], on[0]) == ("подпись", "дата")


def test_a_translation_is_shown_beside_its_source(tmp_path: Path) -> None:
    _, time, ask, kept, *_ = printed(small(tmp_path), "en")
    assert time[2:4] == ["By law there are 30 days. Ask a lawyer.", TIME]
    assert ask[2:4] == ["ask to be recognised", "Вы можете: просить о признании"]
    assert kept[2] == "Kept 24 h. A paper wrote of it."


def test_a_translation_with_other_lines_is_shown_whole(tmp_path: Path) -> None:
    english = "---\nreviewed_by:\n---\n# Time\n\nBy law there are 30 days.\n"
    _, time, *_ = printed(small(tmp_path, english=english), "en")
    assert time[2] == "Time\nBy law there are 30 days."
    assert time[4].count("Закон") == 2, "all that the text rests on"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
@pytest.mark.parametrize("delimiter", [";", "\t", ","])
def test_it_comes_back_as_spreadsheets_save_it(
    encoding: str, delimiter: str, tmp_path: Path
) -> None:
    back = signed(filled(printed(small(tmp_path)), {TIME: ("Да", "")}))
    lines = csv.reader(io.StringIO(back, newline=""), delimiter=";")
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(lines)
    ((code, mark),) = sheet.taken(out.getvalue().encode(encoding))
    assert code == rows(tmp_path / "content")[0].code
    assert mark == Signature("utter_time", Verdict.YES, "", "А. Юрист", date(2026, 12, 1))


def test_what_is_marked_wrong_is_a_fault_until_it_changes(tmp_path: Path) -> None:
    content = small(tmp_path)
    back = signed(filled(printed(content), {TIME: ("нет", "Срок иной.")}))
    write_signed(content / "ru", dict(sheet.taken(back.encode())), {r.code for r in rows(content)})
    (fault,) = wrong(content)
    assert fault == (
        f"content/ru/pages/time.md:6: utter_time says “{TIME}”, which А. Юрист has marked as wrong "
        "on 2026-12-01: Срок иной. Change the sentence or what it rests on, then let it be signed "
        "anew."
    )
    assert printed(content)[1][7:] == ["нет", "Срок иной."], "the sheet says what was said"
    changed = PAGE.replace("есть 30 дней", "есть не меньше 30 дней")
    (content / "ru" / "pages" / "time.md").write_text(changed, encoding="utf-8")
    assert wrong(content) == []
    assert printed(content)[1][7:] == ["", ""]


@pytest.mark.parametrize(
    ("before", "after"),
    [("не менее тридцати", "не менее сорока"), ("2026-07-12", "2027-01-01"), ("Закон о", "Акт о")],
)
def test_a_signature_lapses_with_what_the_sentence_rests_on(
    before: str, after: str, tmp_path: Path
) -> None:
    content = small(tmp_path)
    code = rows(content)[0].code
    (content / "sources.yml").write_text(SOURCES.replace(before, after), encoding="utf-8")
    assert code not in {row.code for row in rows(content)}


def test_signatures_of_what_is_no_more_go(tmp_path: Path) -> None:
    content = small(tmp_path)
    mark = Signature("utter_time", Verdict.YES, "", "А. Юрист", date(2026, 12, 1))
    living = rows(content)[0].code
    write_signed(content / "ru", {living: mark, "s0": mark}, [living])
    assert read_signed(content / "ru") == {living: mark}


@pytest.mark.parametrize(
    ("answer", "by", "on", "fault"),
    [
        (("наверное", ""), "А.", "01.12.2026", "row 2 of the sheet: 'наверное' is neither"),
        (("нет", ""), "А.", "01.12.2026", "row 2 of the sheet: a нет needs a reason"),
        (("да", ""), "", "01.12.2026", "the sheet isn't signed"),
        (("да", ""), "А.", "вчера", "the sheet has no day"),
    ],
)
def test_a_sheet_that_cannot_be_taken(
    answer: tuple[str, str], by: str, on: str, fault: str, tmp_path: Path
) -> None:
    back = signed(filled(printed(small(tmp_path)), {TIME: answer}), by, on)
    with pytest.raises(ContentError, match=fault):
        list(sheet.taken(back.encode()))


def test_another_file_is_no_sheet() -> None:
    with pytest.raises(ContentError, match="the sheet's first row must hold 'код'"):
        list(sheet.taken(b"name;number\n"))


def untrue(content: Path) -> list[str]:
    found = signatures.check(read(content), read_sources(content), content)
    return [str(one) for one in found if "about ourselves" in str(one)]


def test_words_about_ourselves_are_compared_with_what_the_program_does(tmp_path: Path) -> None:
    content = small(tmp_path)
    (fault,) = untrue(content)
    assert fault.startswith("content/ru/some.ftl:3: utter_kept: its words about ourselves")
    sources = read_sources(content)
    (claim,) = claims(read(content), sources)
    assert claim.shown(sources)[0] == "  Помним { $keep_hours } ч."
    assert "at most 24 h" in claim.shown(sources)[1]
    accept(content, [claim], frozenset({"utter_kept"}))
    assert untrue(content) == []


def test_they_have_to_be_compared_anew_when_either_changes(tmp_path: Path) -> None:
    content = small(tmp_path)
    accept(content, claims(read(content), read_sources(content)), frozenset({"utter_kept"}))
    file = content / "ru" / "some.ftl"
    for before, after in (("Помним", "Помним всё"), ("conversation]", "open_ticket]")):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(before, after), encoding="utf-8")
        assert len(untrue(content)) == 1
        file.write_text(text, encoding="utf-8")
        assert untrue(content) == []
