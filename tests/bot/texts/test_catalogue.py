"""The catalogue: every text in every locale, numbers that may be shown, the look-up of labels."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import SettableClock
from bot.errors import ContentError
from bot.texts.catalogue import CONTENT, Catalogue, plain
from flows.format.load import load
from flows.format.model import Choice, CollectStep, Library
from flows.lint.texts import needed, questions
from nlu.intents import LOCALES
from tests.bot.texts.trees import append, edit, tree
from tests.kit.constants import NOW


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


DATES = {"date": "2026-12-05", "next_opening": "2026-12-07T09:00+05:00", "since": "14:05"}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.read(SettableClock(NOW))


def test_every_locale_that_is_understood_has_texts(catalogue: Catalogue) -> None:
    assert {one.id for one in catalogue.locales.all} == set(LOCALES)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_text_is_there_in_every_locale(
    locale: str, catalogue: Catalogue, library: Library
) -> None:
    for text_id in sorted(set(needed(library))):
        shown = catalogue.plain(text_id, locale, DATES)
        assert shown.strip(), text_id
        for leftover in ("{", "}", "$", "\ue000", "<b>", "utter_"):
            assert leftover not in shown, text_id
        assert not any("\ue000" <= letter <= "\uf8ff" for letter in shown), text_id


@pytest.mark.parametrize("locale", LOCALES)
def test_every_button_has_words_in_every_locale(
    locale: str, catalogue: Catalogue, library: Library
) -> None:
    for text_id, slot, values in questions(library):
        for value in values:
            assert catalogue.find_label(text_id, slot, value, locale), (text_id, value)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_emergency_number_stands_in_the_notice_of_every_locale(
    locale: str, catalogue: Catalogue
) -> None:
    assert "112" in catalogue.plain("utter_notice", locale)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_tag_is_closed(locale: str, catalogue: Catalogue, library: Library) -> None:
    for text_id in sorted(set(needed(library))):
        html = catalogue.html(text_id, locale, DATES)
        for tag in ("b", "i"):
            assert html.count(f"<{tag}>") == html.count(f"</{tag}>"), text_id


@pytest.mark.parametrize("locale", LOCALES)
def test_dates_are_written_day_first(locale: str, catalogue: Catalogue, library: Library) -> None:
    dated = [
        text_id
        for text_id in set(needed(library))
        if "date" in catalogue.texts["ru"].sentences.variables.get(text_id, ())
    ]
    assert dated
    for text_id in dated:
        shown = catalogue.plain(text_id, locale, DATES)
        assert "05.12.2026" in shown
        assert "2026-12" not in shown


def test_what_is_no_date_is_refused(catalogue: Catalogue) -> None:
    with pytest.raises(ValueError, match="isoformat"):
        catalogue.html("utter_notice", "ru", {"date": "soon"})


def test_a_missing_text_is_an_error(catalogue: Catalogue) -> None:
    with pytest.raises(ContentError, match=r"^content/ru:1: there is no text utter_absent$"):
        catalogue.html("utter_absent", "ru")
    with pytest.raises(ContentError, match="there is no text utter_absent"):
        catalogue.html("utter_absent", "uz-Cyrl")


def test_a_locale_that_does_not_exist_is_an_error(catalogue: Catalogue) -> None:
    with pytest.raises(KeyError):
        catalogue.html("utter_notice", "de")


def read(content: Path, now: datetime = NOW) -> Catalogue:
    return Catalogue.read(SettableClock(now), content)


TEXT = "\nutter_tried =\n    Первая строка.\n    Горячая: { $phone_116_16 }\n    Последняя.\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Russian, both kinds of Uzbek, and a text that names a number which needs a test call."""
    content = tree(tmp_path, "uz", "uz-Cyrl")
    append(content / "ru" / "start.ftl", TEXT)
    latin = "\nutter_tried =\n    Birinchi.\n    Telefon: { $phone_116_16 }\n    Oxirgi.\n"
    append(content / "uz" / "start.ftl", latin)
    return content


def called(content: Path, day: str) -> None:
    pattern = r"(^phone_116_16:\n(?:  .*\n|  +- .*\n)*?  last_test_call:)"
    edit(content / "contacts.yml", pattern, rf"\1 {day}")


def test_the_line_of_a_number_that_nobody_has_called_vanishes(content: Path) -> None:
    catalogue = read(content)
    assert catalogue.html("utter_tried", "ru") == "Первая строка.\nПоследняя."
    assert len(catalogue.html("utter_tried", "uz-Cyrl").split("\n")) == 2


def test_a_fresh_test_call_shows_the_line(content: Path) -> None:
    called(content, "2026-11-20")
    catalogue = read(content)
    shown = catalogue.html("utter_tried", "ru")
    assert shown == "Первая строка.\nГорячая: 116 16\nПоследняя."
    assert "116 16" in catalogue.html("utter_tried", "uz-Cyrl")


def test_a_number_vanishes_while_the_process_runs(content: Path) -> None:
    """The day of the look-up counts, and not that of the start; in derived locales too."""
    called(content, "2026-11-20")
    clock = SettableClock(NOW)
    catalogue = Catalogue.read(clock, content)
    for locale in ("ru", "uz", "uz-Cyrl"):
        assert "116 16" in catalogue.html("utter_tried", locale)
    clock.advance(timedelta(days=91).total_seconds())
    for locale in ("ru", "uz", "uz-Cyrl"):
        assert "116" not in catalogue.html("utter_tried", locale)


def test_a_date_among_the_variables_moves_no_number(content: Path) -> None:
    """A derived text is made once; with other variables, its marks would stand for others."""
    catalogue = read(content)
    shown = catalogue.html("utter_notice", "uz-Cyrl", DATES)
    assert "112" in shown
    assert catalogue.html("utter_notice", "uz-Cyrl") == shown


def test_no_gap_stays_where_a_line_vanished(content: Path) -> None:
    text = "\nutter_gap =\n    Первая.\n\n    { $phone_116_16 }\n\n    Последняя.\n"
    append(content / "ru" / "start.ftl", text)
    assert read(content).html("utter_gap", "ru") == "Первая.\n\nПоследняя."


def test_a_sentence_is_escaped_for_telegram(content: Path) -> None:
    append(content / "ru" / "start.ftl", "\nutter_signs = a < b & c\n")
    catalogue = read(content)
    assert catalogue.html("utter_signs", "ru") == "a &lt; b &amp; c"
    assert catalogue.plain("utter_signs", "ru") == "a < b & c"


def test_lifetimes_come_from_the_retention_table(catalogue: Catalogue) -> None:
    variables = catalogue.variables("en")
    assert int(variables["keep_hours"]) > 0
    assert int(variables["wall_hours"]) > 0


def test_a_page_that_nobody_has_reviewed_says_so(content: Path) -> None:
    note = plain(read(content).html("utter_unreviewed", "ru"))
    assert read(content).plain("utter_police", "ru").endswith(note)
    edit(
        content / "ru" / "pages" / "police.md",
        r"^reviewed_by:.*\nreviewed_on:.*\n",
        "reviewed_by: someone\nreviewed_on: 2026-11-01\n",
    )
    assert note not in read(content).plain("utter_police", "ru")


def test_a_derived_page_says_so_too(content: Path) -> None:
    catalogue = read(content)
    assert catalogue.html("utter_police", "uz-Cyrl").endswith("</i>")
    assert catalogue.page_of("utter_police", "uz-Cyrl") is catalogue.page_of("utter_police", "uz")


def test_uzbek_in_cyrillic_is_made_from_latin(catalogue: Catalogue) -> None:
    shown = catalogue.plain("utter_notice", "uz-Cyrl")
    letters = [letter for letter in shown if letter.isalpha()]
    cyrillic = [letter for letter in letters if "\u0400" <= letter <= "\u04ff"]
    assert len(cyrillic) > 0.8 * len(letters)
    assert "/delete" in shown
    assert "Telegram" in shown


def test_a_derived_locale_may_have_a_text_of_its_own(content: Path) -> None:
    (content / "uz-Cyrl" / "own.ftl").write_text("utter_tried = Ўзимники\n", encoding="utf-8")
    assert read(content).html("utter_tried", "uz-Cyrl") == "Ўзимники"


def test_labels_are_looked_up_on_the_question_then_the_slot_then_for_all(content: Path) -> None:
    def label(value: str, locale: str = "ru") -> str | None:
        return read(content).find_label("utter_ask_tried", "tried", value, locale)

    start = content / "ru" / "start.ftl"
    assert label("blue") is None
    append(start, "\nvalue-blue = Для всех\n")
    assert label("blue") == "Для всех"
    append(start, "\nslot-tried =\n    .blue = Слот\n")
    assert label("blue") == "Слот"
    append(start, "\nutter_ask_tried = Вопрос\n    .blue = Вопроса\n")
    assert label("blue") == "Вопроса"


def test_labels_of_a_derived_locale(content: Path) -> None:
    append(content / "uz" / "start.ftl", "\nvalue-blue = Salom\n")
    assert read(content).find_label("utter_x", "x", "blue", "uz-Cyrl") == "Салом"


def test_the_label_of_a_choice(catalogue: Catalogue, library: Library) -> None:
    utter, slot, values = next(one for one in questions(library) if one[1] == "locale")
    flow, step = next(
        (flow, step)
        for flow in library.flows.values()
        for step in flow.steps
        if getattr(step, "utter", None) == utter and getattr(step, "slot", None) == slot
    )
    choice = Choice(flow.id, step.id, slot, values[0])
    assert catalogue.label(library, choice, "ru") == catalogue.label(library, choice, None)
    absent = Choice(flow.id, step.id, slot, "klingon")
    with pytest.raises(ContentError, match=r"^ru:1: no label for locale = klingon$"):
        catalogue.label(library, absent, "ru")


BUTTON_OF = {
    "command_menu": "menu",
    "command_operator": "person",
    "command_exit": "exit",
    "command_delete": "erase",
}
"""What a command does → the value of the buttons that do the same."""


@pytest.mark.parametrize("locale", LOCALES)
def test_a_command_and_a_button_of_one_name_do_the_same(locale: str, catalogue: Catalogue) -> None:
    values = [name for name in catalogue.text_ids("ru") if name.startswith("value-")]
    for command, value in BUTTON_OF.items():
        same = {
            name
            for name in values
            if catalogue.plain(name, locale) == catalogue.plain(command, locale)
        }
        assert same <= {f"value-{value}"}, (command, same)


def test_plain_text_is_what_a_person_sees() -> None:
    assert plain("<b>a</b> &lt; <i>b</i> &amp; c") == "a < b & c"


WITHHELD = "immigration_status"
"""Marked here as withheld; no page of `content/` is (decision 0010)."""


def withheld(content: Path = CONTENT, *, production: bool = True) -> Catalogue:
    return Catalogue.read(SettableClock(NOW), content, production=production)


def marked(folder: Path) -> Path:
    """Russian and English with one page marked in both."""
    content = tree(folder, "en")
    for locale in ("ru", "en"):
        mark = r"reviewed_on:\nwithheld_until_reviewed: true\n"
        edit(content / locale / "pages" / f"{WITHHELD}.md", r"^reviewed_on:\n", mark)
    return content


@pytest.mark.parametrize("locale", ["ru", "en"])
def test_in_production_a_withheld_page_sends_to_a_human_in_every_bubble(
    locale: str, library: Library, tmp_path: Path
) -> None:
    catalogue = withheld(marked(tmp_path))
    for text_id in sorted(set(needed(library))):
        page = catalogue.page_of(text_id, locale)
        instead = catalogue.html("utter_withheld", locale)
        shown = catalogue.html(text_id, locale, DATES)
        assert (shown == instead) is (page is not None and page.name == WITHHELD), text_id


@pytest.mark.parametrize("locale", LOCALES)
def test_in_production_every_page_is_shown(locale: str, library: Library) -> None:
    catalogue = withheld()
    instead = catalogue.html("utter_withheld", locale)
    for text_id in sorted(set(needed(library))):
        assert catalogue.html(text_id, locale, DATES) != instead, text_id


def test_elsewhere_it_is_shown_with_the_line_about_the_review(tmp_path: Path) -> None:
    shown = withheld(marked(tmp_path), production=False).plain(f"utter_{WITHHELD}", "ru")
    assert "Регистрация" in shown
    assert shown.endswith("Юрист этот текст ещё не проверял. Спросите оператора.")


def test_a_review_shows_it_in_its_own_language_only(tmp_path: Path) -> None:
    content = marked(tmp_path)
    edit(
        content / "en" / "pages" / "immigration_status.md",
        r"^reviewed_by:.*\nreviewed_on:.*\n",
        "reviewed_by: a lawyer\nreviewed_on: 2026-11-01\n",
    )
    catalogue = withheld(content)
    assert "deportation" in catalogue.plain("utter_immigration_status", "en").lower()
    assert "не проверил" in catalogue.plain("utter_immigration_status", "ru")


def test_a_slip_does_not_lift_the_mark(tmp_path: Path) -> None:
    content = marked(tmp_path)
    file = content / "ru" / "pages" / "immigration_status.md"
    line = edit(file, r"^withheld_until_reviewed: true", "withheld_until_reviewed: yes")
    with pytest.raises(ContentError, match=f"status.md:{line}: .* is true or false"):
        withheld(content)


def test_every_flow_that_shows_a_withheld_page_offers_a_human(library: Library) -> None:
    for flow in library.flows.values():
        for step in flow.steps:
            if isinstance(step, CollectStep) and step.utter.startswith("utter_immigration_status"):
                assert "person" in library.slots[step.slot].values
