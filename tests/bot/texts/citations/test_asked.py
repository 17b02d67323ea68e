"""What a reviewer is asked, and which answers still count."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.texts.checks import signatures
from bot.texts.citations.asked import (
    Reviewed,
    Reviewer,
    every_question,
    names,
    questions,
    reviewed,
)
from bot.texts.citations.sheet import Row, rows
from bot.texts.citations.signed import Signature, Verdict, read_signed, write_signed
from bot.texts.citations.sources import read_sources
from tests.bot.texts.citations.small import ENGLISH, PAGE, PRIVACY, SOURCES, read, small

LAWYER, SPEAKER = Reviewer
TODAY = date(2026, 11, 25)


def asked(content: Path, reviewer: Reviewer, locale: str = "ru", name: str = "time") -> list[Row]:
    return questions(read(content), read_sources(content), locale, reviewer, name)


def state(content: Path, reviewer: Reviewer, locale: str = "ru", name: str = "time") -> Reviewed:
    return reviewed(
        read(content),
        read_sources(content),
        read_signed(content / locale),
        locale,
        reviewer,
        name,
        TODAY,
    )


def marks(found: list[Row], verdict: Verdict = Verdict.YES) -> dict[str, Signature]:
    why = "" if verdict is Verdict.YES else "не так"
    return {row.code: Signature(row.text_id, verdict, why, "А. Юрист", TODAY) for row in found}


def sign(content: Path, found: dict[str, Signature], locale: str = "ru") -> None:
    write_signed(content / locale, {**read_signed(content / locale), **found}, set(found))


def test_a_lawyer_is_asked_as_in_the_sheet_and_then_about_the_rest(tmp_path: Path) -> None:
    content = small(tmp_path)
    found = asked(content, LAWYER)

    assert [row.words for row in found[:-1]] == [
        "По закону есть 30 дней.",
        "Вы можете: просить о признании",
    ]
    assert found[-1].whole
    assert found[-1].words.startswith("# Время\n\nПо закону есть 30 дней. Спросите юриста.")
    sheet = rows(read(content), read_sources(content), "ru")
    assert {row.code for row in found[:-1]} < {row.code for row in sheet}


def test_a_native_speaker_is_asked_about_a_text_beside_its_source(tmp_path: Path) -> None:
    [whole] = asked(small(tmp_path), SPEAKER, "en")

    assert whole.words.startswith("# Time")
    assert whole.source_words.startswith("# Время")


def test_who_needs_which_texts(tmp_path: Path) -> None:
    content = small(tmp_path, privacy=PRIVACY + "utter_hello = Здравствуйте.\n")
    catalogue, sources = read(content), read_sources(content)

    assert names(catalogue, sources, "ru", LAWYER) == ("time", "utter_kept")
    assert names(catalogue, sources, "ru", SPEAKER) == ("time", "utter_kept", "utter_hello")


def test_a_code_is_one_question_s_alone(tmp_path: Path) -> None:
    content = small(tmp_path)
    for locale in ("ru", "en"):
        found = [row.code for row in every_question(read(content), read_sources(content), locale)]
        assert len(found) == len(set(found))


@pytest.mark.parametrize(
    "changed",
    [
        {"english": ENGLISH.replace("Ask a lawyer", "Ask lawyers")},
        {"page": PAGE.replace("Спросите юриста", "Спросите их")},
    ],
    ids=["its own words", "those of its source"],
)
def test_a_speaker_s_answer_lapses_with_what_was_read(
    tmp_path: Path, changed: dict[str, str]
) -> None:
    [before] = asked(small(tmp_path), SPEAKER, "en")
    [after] = asked(small(tmp_path, **changed), SPEAKER, "en")

    assert before.code != after.code


def test_a_lawyer_s_answer_lapses_with_the_act_and_other_sentences_stay(tmp_path: Path) -> None:
    content = small(tmp_path)
    before = asked(content, LAWYER)
    (content / "sources.yml").write_text(SOURCES.replace("не менее тридцати", "не менее двадцати"))
    after = asked(content, LAWYER)

    assert [one.code == two.code for one, two in zip(before, after, strict=True)] == [
        False,
        True,
        True,
    ]


def test_a_text_is_reviewed_once_everything_is_a_yes(tmp_path: Path) -> None:
    content = small(tmp_path)
    found = asked(content, LAWYER, name="utter_kept")
    assert state(content, LAWYER, name="utter_kept") is Reviewed.NOT_YET
    sign(content, marks(found[:-1]))
    assert state(content, LAWYER, name="utter_kept") is Reviewed.NOT_YET
    sign(content, marks(found))
    assert state(content, LAWYER, name="utter_kept") is Reviewed.YES
    sign(content, {**marks(found), **marks(found[:1], Verdict.NO)})
    assert state(content, LAWYER, name="utter_kept") is Reviewed.NO


def test_a_page_s_own_signature_counts_until_its_day(tmp_path: Path) -> None:
    head = "---\nreviewed_by: А. Юрист\nreviewed_on: 2026-11-01\nreview_by: {}\n"
    for day, expected in (
        (TODAY, Reviewed.YES),
        (TODAY - timedelta(days=1), Reviewed.NOT_YET),
    ):
        page = PAGE.replace("---\nreviewed_by:\n", head.format(day))
        assert state(small(tmp_path, page=page), LAWYER) is expected


def test_a_no_to_a_whole_text_is_a_fault_with_its_reason(tmp_path: Path) -> None:
    content = small(tmp_path)
    sign(content, marks(asked(content, SPEAKER, "en"), Verdict.NO), "en")

    found = signatures.check(read(content), read_sources(content), content)

    assert [one.what for one in found if "as wrong" in one.what] == [
        "utter_time as a whole: А. Юрист has marked it as wrong on 2026-11-25: не так"
    ]
