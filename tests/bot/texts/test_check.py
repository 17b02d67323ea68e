"""The editors' gate: each kind of fault is found, and at its line."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.catalogue import Catalogue
from bot.clock import SettableClock
from bot.texts.check import check_all, check_catalogue
from flows.load import DEFINITIONS, load
from flows.model import Library
from tests.bot.texts.trees import append, edit, tree

CLOCK = SettableClock(datetime(2026, 11, 25, 12, tzinfo=UTC))
LONG = "слово " * 101


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


def faults(content: Path, library: Library) -> list[str]:
    return check_catalogue(Catalogue.read(CLOCK, content), library)


def test_nothing_is_wrong_with_what_goes_live() -> None:
    found, _ = check_all()
    assert found == []


def test_an_unbroken_copy_has_no_faults(tmp_path: Path, library: Library) -> None:
    assert faults(tree(tmp_path, "en"), library) == []


Break = Callable[[Path], int]


def _sentence(pattern: str, new: str) -> Break:
    return lambda ru: edit(ru / "start.ftl", pattern, new)


def _silent(ru: Path) -> int:
    file = next(one for one in ru.glob("*.ftl") if "utter_stay_silent =" in one.read_text("utf-8"))
    return edit(file, r"^utter_stay_silent =[^\n]*\n", f"utter_stay_silent = {'а' * 61}\n")


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        pytest.param(
            _sentence(r"^utter_language_changed = .*", "utter_language_changed = { $phone_999 }"),
            "utter_language_changed names something that doesn't exist",
            id="variable",
        ),
        pytest.param(
            _sentence(r"^utter_language_changed = .*", f"utter_language_changed = {LONG}"),
            "utter_language_changed has 605 characters; at most 600 fit",
            id="long",
        ),
        pytest.param(
            _sentence(r"^utter_notice =\n", "utter_notice =\n    " + "слово " * 60 + "\n"),
            "characters; at most 500 fit",
            id="notice",
        ),
        pytest.param(_silent, "has 61 characters; at most 60 fit", id="silent"),
        pytest.param(
            _sentence(r"^utter_language_changed = .*", "utter_language_changed = 8 777 123 45 67"),
            "utter_language_changed holds the number '8 777 123 45 67'",
            id="number",
        ),
        pytest.param(
            _sentence(r"^utter_language_changed = .*", "utter_language_changed = Звоните 102."),
            "utter_language_changed holds the number '102'",
            id="short number",
        ),
    ],
)
def test_faults_of_a_sentence(broken: Break, fault: str, tmp_path: Path, library: Library) -> None:
    content = tree(tmp_path)
    line = broken(content / "ru")
    found = faults(content, library)
    assert len(found) == 1, found
    assert fault in found[0]
    file, number, _ = found[0].split(":", 2)
    assert file.startswith("content/ru/")
    assert int(number) == line


def test_a_missing_text(tmp_path: Path, library: Library) -> None:
    content = tree(tmp_path, "en")
    edit(content / "en" / "start.ftl", r"^utter_language_changed = .*\n", "")
    assert faults(content, library) == [
        "content/en:1: there is no text utter_language_changed; write it, or correct its name"
    ]


def test_dates_are_no_phone_numbers(tmp_path: Path, library: Library) -> None:
    content = tree(tmp_path)
    edit(
        content / "ru" / "start.ftl",
        r"^utter_language_changed = .*",
        "utter_language_changed = С 5.12.2026, закон 2024 года.",
    )
    assert faults(content, library) == []


def test_a_button_that_has_no_words(tmp_path: Path, library: Library) -> None:
    content = tree(tmp_path)
    edit(content / "ru" / "start.ftl", r"^    \.uz-Cyrl = .*\n", "")
    (found,) = faults(content, library)
    assert "utter_ask_locale has no button text for 'uz-Cyrl'; add `.uz-Cyrl = …`" in found
    assert found.startswith("content/ru/start.ftl:")


def test_a_button_that_is_too_long(tmp_path: Path, library: Library) -> None:
    content = tree(tmp_path)
    edit(content / "ru" / "start.ftl", r"^    \.ky = .*", f"    .ky = {'к' * 29}")
    (found,) = faults(content, library)
    assert f"the button {'к' * 29!r} has 29 characters; at most 28 fit" in found


def test_a_button_that_names_a_variable(tmp_path: Path, library: Library) -> None:
    content = tree(tmp_path)
    edit(content / "ru" / "start.ftl", r"^    \.ky = .*", "    .ky = { $phone_112 }")
    found = faults(content, library)
    assert found
    assert all("slot-locale.ky names something that doesn't exist" in one for one in found)


def test_a_translation_that_names_other_variables(tmp_path: Path, library: Library) -> None:
    content = tree(tmp_path, "en")
    line = edit(content / "en" / "pages" / "police.md", r"^(.*)\{ \$phone_102 \}", r"\1police")
    (found,) = [one for one in faults(content, library) if "differs" in one]
    assert found.endswith("utter_police differs from the source text in $phone_102")
    assert found.startswith("content/en/pages/police.md:")
    assert int(found.split(":")[1]) <= line


@pytest.mark.parametrize(
    ("pattern", "new", "fault"),
    [
        (
            r"\{ \$phone_102 \}",
            "{ $phone_999 }",
            "utter_police names 'phone_999', which doesn't exist",
        ),
        (r"\{ \$phone_102 \}", "102", "utter_police holds the number '102'"),
        (r"\{ \$phone_102 \}", "{ $Phone }", "utter_police shows a brace"),
        (r"^## more\n", f"{LONG}\n\n## more\n", "characters; at most 600 fit"),
        (r"^source:\n(  - .*\n)+", "", "a page needs a `source`: what does it rest on?"),
        (r"^certainty: .*", "certainty: sure", "`certainty` is one of"),
        (r"^# ", "> ", "only paragraphs, **bold** and `- ` lists are allowed"),
    ],
)
def test_faults_of_a_page(
    pattern: str, new: str, fault: str, tmp_path: Path, library: Library
) -> None:
    content = tree(tmp_path)
    edit(content / "ru" / "pages" / "police.md", pattern, new)
    found, _ = check_all(DEFINITIONS, content)
    assert len(found) == 1, found
    assert fault in found[0]
    assert found[0].startswith("content/ru/pages/police.md:")


def test_a_stale_translation(tmp_path: Path, library: Library) -> None:
    content = tree(tmp_path, "en")
    append(content / "ru" / "pages" / "police.md", "\nЕщё одно.\n")
    (found,) = faults(content, library)
    assert found.startswith("content/en/pages/police.md:1: stale: the source text has changed")
    digest = found.rsplit("`translated_from: ", 1)[1].rstrip("`")
    edit(
        content / "en" / "pages" / "police.md",
        r"^translated_from: .*",
        f"translated_from: {digest}",
    )
    assert faults(content, library) == []


def test_a_page_without_an_original(tmp_path: Path, library: Library) -> None:
    content = tree(tmp_path, "en")
    pages = content / "en" / "pages"
    (pages / "extra.md").write_text((pages / "police.md").read_text("utf-8"), encoding="utf-8")
    assert faults(content, library) == ["content/en/pages/extra.md:1: there is no such page in ru"]


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        ("ru/start.ftl", "\nno message\n", "not readable; a message is `id = text`"),
        ("ru/start.ftl", "\nutter_notice = Again\n", "utter_notice exists twice"),
        ("contacts.yml", "phone_7:\n  show: now\n", "`show` is one of"),
        ("locales.yml", "extra: 1\n", "no key 'extra' is known here"),
    ],
)
def test_what_cannot_be_read_is_one_fault_at_its_line(
    file: str, text: str, fault: str, tmp_path: Path
) -> None:
    content = tree(tmp_path)
    first = append(content / file, text)
    (found,), notes = check_all(DEFINITIONS, content)
    assert fault in found
    assert found.startswith(f"content/{file}:")
    assert int(found.split(":")[1]) in {first, first + 1}
    assert notes == []


def test_flows_that_cannot_be_read(tmp_path: Path) -> None:
    definitions = tmp_path / "definitions"
    definitions.mkdir()
    (definitions / "broken.yml").write_text("flows: [\n", encoding="utf-8")
    found, _ = check_all(definitions, tree(tmp_path))
    assert found
    assert any(one.startswith("flows/definitions/broken.yml:") for one in found)


def test_notes_are_for_people_and_stop_nothing(tmp_path: Path, library: Library) -> None:
    content = tree(tmp_path)
    line = append(content / "ru" / "start.ftl", "\nutter_said_by_nobody = Nothing\n")
    review = "reviewed_by: someone\nreviewed_on: 2020-01-01\nreview_by: 2020-02-01\n"
    edit(
        content / "ru" / "pages" / "police.md",
        r"^reviewed_by:.*\nreviewed_on:.*\nreview_by:.*\n",
        review,
    )
    found, notes = check_all(DEFINITIONS, content)
    assert found == []
    assert f"content/ru/start.ftl:{line + 1}: no flow says utter_said_by_nobody" in notes
    assert "content/ru/pages/police.md:1: its review was due on 2020-02-01" in notes
    assert "content/ru/pages/rights.md:1: nobody has reviewed this page yet" in notes
    assert any(one.endswith("phone_1414 is hidden: no fresh test call") for one in notes)
    assert not any("phone_112" in one for one in notes)
