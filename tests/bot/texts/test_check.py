"""The editors' gate: each kind of fault is found, and at its line."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import SettableClock
from bot.texts.catalogue import Catalogue
from bot.texts.check import check_all, check_catalogue, check_tree, read_tree
from bot.texts.checks import words
from bot.texts.checks.local_text import local_texts
from flows.format.load import DEFINITIONS, load
from flows.format.model import Library
from tests.bot.texts.trees import append, edit, tree

DAY = timedelta(days=1)
CLOCK = SettableClock(datetime(2026, 11, 25, 12, tzinfo=UTC))
LONG = "Слово. " * 101


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


def faults(content: Path, library: Library) -> list[str]:
    catalogue = Catalogue.read(CLOCK, content)
    return [str(fault) for fault in check_catalogue(catalogue, library, content)]


def checked(content: Path, definitions: Path = DEFINITIONS) -> tuple[list[str], list[str]]:
    """Without the lexicon: no tree holds it, and reading it takes longer than all else."""
    report = check_tree(read_tree(definitions, content), CLOCK)
    return [str(one) for one in report.faults], [str(one) for one in report.notes]


def said(content: Path, library: Library, text_id: str) -> list[str]:
    """Forbidden phrases in one text, in each language."""
    catalogue = Catalogue.read(CLOCK, content)
    forbidden = words.read_forbidden(content, catalogue.locales)
    return [
        str(fault)
        for local in local_texts(catalogue, library)
        if local.text_id == text_id
        for fault in words.check(local, forbidden)
    ]


@pytest.mark.slow
def test_nothing_is_wrong_with_what_goes_live() -> None:
    assert check_all(clock=CLOCK).faults == []


def test_the_tree_is_all_that_editors_write() -> None:
    files = read_tree()
    assert {"content/contacts.yml", "content/ru/start.ftl", "flows/definitions/menus.yml"} <= set(
        files
    )
    assert "content/uz-Cyrl/overrides.yml" in files
    assert "content/en/pages/police.md" in files


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
            "utter_language_changed names $phone_999, which doesn't exist",
            id="variable",
        ),
        pytest.param(
            _sentence(r"^utter_language_changed = .*", f"utter_language_changed = {LONG}"),
            "utter_language_changed has 706 characters; at most 600 fit",
            id="long",
        ),
        pytest.param(
            _sentence(r"^utter_notice =\n", "utter_notice =\n    " + "Слово. " * 60 + "\n"),
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
        "content/en:1: there is no text utter_language_changed. Write it, or correct its name."
    ]


def test_dates_are_no_phone_numbers(tmp_path: Path, library: Library) -> None:
    content = tree(tmp_path)
    edit(
        content / "ru" / "start.ftl",
        r"^utter_language_changed = .*",
        "utter_language_changed = С 5.12.2026, ответ 2024 года.",
    )
    assert faults(content, library) == []


def test_a_button_that_has_no_words(tmp_path: Path, library: Library) -> None:
    content = tree(tmp_path)
    edit(content / "ru" / "start.ftl", r"^    \.uz-Cyrl = .*\n", "")
    found = faults(content, library)
    assert any(
        one.startswith("content/ru/start.ftl:")
        and "utter_ask_locale has no button text for 'uz-Cyrl'. Add `.uz-Cyrl = …`" in one
        for one in found
    )
    assert all("has no button text for 'uz-Cyrl'" in one for one in found)


def test_a_button_that_is_too_long(tmp_path: Path, library: Library) -> None:
    content = tree(tmp_path)
    edit(content / "ru" / "start.ftl", r"^    \.ky = .*", f"    .ky = {'к' * 29}")
    found = faults(content, library)
    assert found
    assert all(f"the button {'к' * 29!r} has 29 characters; at most 28 fit" in one for one in found)


def test_a_button_that_names_a_variable(tmp_path: Path, library: Library) -> None:
    content = tree(tmp_path)
    edit(content / "ru" / "start.ftl", r"^    \.ky = .*", "    .ky = { $phone_112 }")
    found = faults(content, library)
    assert found
    assert all("slot-locale.ky names $phone_112, which doesn't exist" in one for one in found)


def test_a_translation_that_names_other_variables(tmp_path: Path, library: Library) -> None:
    content = tree(tmp_path, "en")
    line = edit(content / "en" / "pages" / "police.md", r"^(.*)\{ \$phone_102 \}", r"\1police")
    (found,) = [one for one in faults(content, library) if "differs" in one]
    assert "utter_police differs from the source text in $phone_102. Put in the var" in found
    assert found.startswith("content/en/pages/police.md:")
    assert int(found.split(":")[1]) <= line


@pytest.mark.parametrize(
    ("pattern", "new", "fault"),
    [
        (
            r"\{ \$phone_102 \}",
            "{ $phone_999 }",
            "utter_police names $phone_999, which doesn't exist",
        ),
        (r"\{ \$phone_102 \}", "102", "utter_police holds the number '102'"),
        (r"\{ \$phone_102 \}", "{ $Phone }", "utter_police shows a brace"),
        (r"\{ \$phone_102 \}", "{{ phone_102 }}", "utter_police shows a brace"),
        (r"^## more\n", f"{LONG}\n\n## more\n", "characters; at most 600 fit"),
        (r"^# ", "> ", "only paragraphs, **bold** and `- ` lists are allowed"),
    ],
)
def test_faults_of_a_page(
    pattern: str, new: str, fault: str, tmp_path: Path, library: Library
) -> None:
    content = tree(tmp_path)
    edit(content / "ru" / "pages" / "police.md", pattern, new)
    found, _ = checked(content)
    assert found
    assert all(fault in one for one in found), "in each way that it may be shown"
    assert all(one.startswith("content/ru/pages/police.md:") for one in found)


@pytest.mark.slow
def test_a_stale_translation(tmp_path: Path, library: Library) -> None:
    content = tree(tmp_path, "en")
    append(content / "ru" / "pages" / "police.md", "\nЕщё одно.\n")
    (found,) = faults(content, library)
    assert found.startswith("content/en/pages/police.md:1: stale: the source text has changed")
    digest = found.rsplit("`translated_from: ", 1)[1].rstrip("`.")
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
    assert faults(content, library) == [
        "content/en/pages/extra.md:1: there is no such page in ru. "
        "Write it in ru first, or correct the file's name."
    ]


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        ("ru/start.ftl", "\nno message\n", "not readable. A message is `id = text`"),
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
    (found,), notes = checked(content)
    assert fault in found
    assert found.startswith(f"content/{file}:")
    assert int(found.split(":")[1]) in {first, first + 1}
    assert notes == []


def test_flows_that_cannot_be_read(tmp_path: Path) -> None:
    definitions = tmp_path / "definitions"
    definitions.mkdir()
    (definitions / "broken.yml").write_text("flows: [\n", encoding="utf-8")
    found, _ = checked(tree(tmp_path), definitions)
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
    found, notes = checked(content)
    assert found == []
    assert noted(f"content/ru/start.ftl:{line + 1}: no flow says utter_said_by_nobody.", notes)
    assert noted("content/ru/pages/police.md:1: overdue: its review was due on 2020-02-01.", notes)
    assert noted("content/ru/pages/rights.md:1: nobody has reviewed this page yet.", notes)
    assert any("phone_1414 is hidden: no fresh test call. Call the number" in one for one in notes)
    assert not any("phone_112" in one for one in notes)


def noted(beginning: str, notes: list[str]) -> bool:
    return any(one.startswith(beginning) for one in notes)


@pytest.mark.slow
def test_a_review_is_overdue_from_the_day_after(tmp_path: Path) -> None:
    content = tree(tmp_path)
    edit(
        content / "ru" / "pages" / "police.md",
        r"^reviewed_by:.*\nreviewed_on:.*\nreview_by:.*\n",
        "reviewed_by: someone\nreviewed_on: 2026-01-01\nreview_by: 2026-11-25\n",
    )
    place = "content/ru/pages/police.md:1: overdue"
    for clock, expected in ((CLOCK, False), (SettableClock(CLOCK.now() + DAY), True)):
        report = check_tree(read_tree(DEFINITIONS, content), clock)
        assert report.faults == []
        assert noted(place, [str(one) for one in report.notes]) is expected


SAYS = "utter_language_changed = "


@pytest.mark.parametrize(
    ("locale", "text", "fault"),
    [
        ("ru", "Полиция  ПОМОЖЕТ Вам.", "says “полиция поможет”, which promises what"),
        ("ru", "Вы в безопасности!", "says “вы в безопасности”"),
        ("ru", "Оператор скоро придёт.", "says “оператор скоро придёт”"),
        ("ru", "Вам обязательно помогут.", "says “обязательно помо*”"),
        ("ru", "Ответим в течение 15 минут.", "says “в течение * минут”"),
        ("en", "We answer within 15 minutes.", "says “within * minutes”"),
        ("ru", "Вы сами виноваты.", "says “вы сами виноват*”, which decides what happened"),
        ("en", "You won’t be deported.", "says “you won't be deported”"),
        ("en", "Someone is on the\n    way to you.", "says “someone is on the way”"),
        ("en", "Run away.", "says “run away”, which tells the person to run"),
        ("kk", "Полиция келе жатыр.", "says “полиция келе жатыр”"),
        ("uz", "Politsiya yordam beradi.", "says “politsiya yordam beradi”"),
        ("ky", "Баары жакшы болот.", "says “баары жакшы болот”"),
        ("tg", "Мо ваъда медиҳем.", "says “мо ваъда медиҳем”"),
    ],
)
def test_promises_and_verdicts(
    locale: str, text: str, fault: str, tmp_path: Path, library: Library
) -> None:
    content = tree(tmp_path, locale)
    line = edit(content / locale / "start.ftl", r"^utter_language_changed = .*", SAYS + text)
    (found,) = said(content, library, "utter_language_changed")
    assert found.startswith(f"content/{locale}/start.ftl:{line}: utter_language_changed {fault}")


def test_a_phrase_is_found_as_whole_words_only(tmp_path: Path, library: Library) -> None:
    content = tree(tmp_path)
    edit(
        content / "ru" / "start.ftl",
        r"^utter_language_changed = .*",
        SAYS + "Новы в безопасности дороги.",
    )
    assert faults(content, library) == []


@pytest.mark.slow
def test_a_derived_script_is_looked_through_in_its_own_letters(
    tmp_path: Path, library: Library
) -> None:
    content = tree(tmp_path, "uz", "uz-Cyrl")
    append(content / "uz-Cyrl" / "start.ftl", "\n" + SAYS + "Сиз хавфсиз жойдасиз.\n")
    (found,) = faults(content, library)
    assert "utter_language_changed says “сиз хавфсиз жойдасиз”" in found
    assert found.startswith("content/uz-Cyrl/start.ftl:")


def test_words_that_somebody_who_looks_on_must_not_read(tmp_path: Path, library: Library) -> None:
    content = tree(tmp_path, "en")
    edit(content / "en" / "emergency.ftl", r"^utter_received = .*", "utter_received = Victims too.")
    (found,) = faults(content, library)
    assert "utter_received says “victim*”, which would tell somebody who looks on" in found


LEFT_AFTER_AN_EXIT = [
    ("ru", "Теперь безопасно.", "безопасн*"),
    ("en", "You are safely out.", "safe*"),
    ("kk", "Енді қауіпсіз.", "қауіпсіз*"),
    ("uz", "Endi xavfsiz.", "xavfsiz*"),
    ("ky", "Эми коопсуз.", "коопсуз*"),
    ("tg", "Акнун бехатар.", "бехатар*"),
    ("ru", "Линия помощи всегда здесь.", "лини*"),
    ("en", "Your operator is here.", "operator*"),
    ("kk", "Көмек желісі.", "көмек*"),
    ("uz", "Yordam shu yerda.", "yordam*"),
    ("ky", "Жардам ушул жерде.", "жардам*"),
    ("tg", "Кӯмак дар ин ҷост.", "кӯмак*"),
]


@pytest.mark.parametrize(("locale", "text", "phrase"), LEFT_AFTER_AN_EXIT)
def test_what_an_exit_leaves_neither_calls_it_safe_nor_says_what_the_chat_is(
    locale: str, text: str, phrase: str, tmp_path: Path, library: Library
) -> None:
    content = tree(tmp_path, locale)
    edit(content / locale / "privacy.ftl", r"^utter_exit = .*", f"utter_exit = {text}")
    found = said(content, library, "utter_exit")
    assert any(f"utter_exit says “{phrase}”" in one for one in found), found


def test_the_script_that_is_derived_leaves_as_harmless_a_line(
    tmp_path: Path, library: Library
) -> None:
    content = tree(tmp_path, "uz", "uz-Cyrl")
    append(content / "uz-Cyrl" / "start.ftl", "\nutter_exit = Энди хавфсиз.\n")
    found = said(content, library, "utter_exit")
    assert any("utter_exit says “хавфсиз*”" in one for one in found), found


@pytest.mark.parametrize("text_id", ["utter_ask_wipe_when", "utter_erased", "utter_privacy_brief"])
def test_no_text_about_emptying_the_chat_calls_it_safe(
    text_id: str, tmp_path: Path, library: Library
) -> None:
    content = tree(tmp_path)
    edit(content / "ru" / "privacy.ftl", rf"^{text_id} =", f"{text_id} = Это надёжно.\n   ")
    assert any(f"{text_id} says “надёжн*”" in one for one in said(content, library, text_id))


def test_every_language_has_a_list_of_phrases(tmp_path: Path) -> None:
    content = tree(tmp_path, "en")
    edit(content / "forbidden.yml", r"^    en: \[you are a victim.*\n", "")
    (found,), _ = checked(content)
    assert "verdicts lists no phrases for en. Add a line `en: […]`." in found
    assert found.startswith("content/forbidden.yml:")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("слово " * 16, "has a sentence of 16 words, “слово слово слово слово…”; at most 15"),
        ("Читайте на example.org/kz.", "holds the link 'example.org/kz.'"),
        ("Читайте https://a.b/c", "holds the link 'https://a.b/c'"),
        ("Пишите @helpline_bot", "holds the link '@helpline_bot'"),
        ("Нажмите { $phone_1477 }", "doesn't exist"),
    ],
)
def test_more_faults_of_a_sentence(text: str, fault: str, tmp_path: Path, library: Library) -> None:
    content = tree(tmp_path)
    edit(content / "ru" / "start.ftl", r"^utter_language_changed = .*", SAYS + text)
    if "phone_1477" in text:
        edit(content / "contacts.yml", r"^phone_1477:", "phone_other:")
    (found,) = faults(content, library)
    assert fault in found


def test_fifteen_words_are_not_too_many(tmp_path: Path, library: Library) -> None:
    content = tree(tmp_path)
    edit(content / "ru" / "start.ftl", r"^utter_language_changed = .*", SAYS + "слово " * 15)
    assert faults(content, library) == []


def test_a_translation_with_other_figures(tmp_path: Path, library: Library) -> None:
    content = tree(tmp_path, "en")
    edit(content / "en" / "pages" / "detained.md", r"text of 2024", "text of 2025")
    (found,) = faults(content, library)
    assert "utter_detained_more has other figures than the source text: 2024, 2025" in found


def test_marks_that_telegram_refuses(tmp_path: Path, library: Library) -> None:
    """They can come only from a derived script's overrides: everything else is escaped."""
    content = tree(tmp_path, "uz", "uz-Cyrl")
    edit(content / "uz-Cyrl" / "overrides.yml", r"^words:.*\n", 'words:\n  til: "<b>тил"\n')
    found = faults(content, library)
    assert found
    assert all("has bold or other marks that Telegram refuses" in one for one in found)


def test_a_misspelt_variable_is_named_in_each_text_that_has_it(
    tmp_path: Path, library: Library
) -> None:
    """Also in a translation's counterpart, whose figures can't be compared then."""
    content = tree(tmp_path, "en")
    for name in ("utter_language_changed", "utter_unwatched"):
        edit(content / "ru" / "start.ftl", rf"^{name} = .*", f"{name} = {{ $phone_113 }}")
    found = [one for one in faults(content, library) if "content/ru/" in one]
    assert len(found) == 2
    assert all("names $phone_113, which doesn't exist" in one for one in found)


def test_a_translation_is_withheld_as_its_source_text_is(tmp_path: Path, library: Library) -> None:
    content = tree(tmp_path, "en")
    page = content / "en" / "pages" / "police.md"
    edit(page, r"^reviewed_by:", "withheld_until_reviewed: true\nreviewed_by:")
    (found,) = faults(content, library)
    assert "`withheld_until_reviewed` is another than in content/ru/pages/police.md" in found


def test_what_lags_behind_is_told_apart(tmp_path: Path) -> None:
    """A mended figure in Russian: its translations are stale, and that is no fault of the tree."""
    content = tree(tmp_path, "en")
    said = "utter_language_changed = Ответ через 5 дней."
    edit(content / "ru" / "start.ftl", r"^utter_language_changed = .*", said)
    append(content / "ru" / "pages" / "police.md", "\nЕщё 7 слов.\n")
    report = check_tree(read_tree(DEFINITIONS, content), CLOCK)
    assert report.faults == []
    assert sorted({one.file for one in report.stale}) == [
        "content/en/pages/police.md",
        "content/en/start.ftl",
    ]


@pytest.mark.slow
def test_another_figure_in_a_compared_translation_is_a_fault(tmp_path: Path) -> None:
    content = tree(tmp_path, "en")
    said = "utter_language_changed = In 5 days."
    edit(content / "en" / "start.ftl", r"^utter_language_changed = .*", said)
    report = check_tree(read_tree(DEFINITIONS, content), CLOCK)
    (fault,) = report.faults
    assert "utter_language_changed has other figures than the source text: 5" in str(fault)
    assert report.stale == []
