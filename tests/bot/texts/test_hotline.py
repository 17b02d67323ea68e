"""What the hotline says of itself; unset, the texts stay with what is certainly true."""

from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.texts.catalogue import Catalogue
from bot.texts.checks import hotline as check
from bot.texts.hotline import Hotline, read_hotline, shown_hours
from bot.texts.hours import read_hours
from bot.texts.locales import read_locales
from flows.format.load import load
from tests.bot.texts.citations.small import CLOCK, ENGLISH, PAGE, small
from tests.bot.texts.trees import append, edit, tree

SAYS = """
said_calls = { $hotline_112 ->
    [never] Операторы сами не звонят.
    [if_asked] Операторы звонят, если Вы просите.
   *[unknown] Звонят ли операторы, спросите их.
 }
"""
NAMED = "\nЗдесь отвечают:\n{ $hotline_name }\n\n{ $said_calls }\n"


def set_to(content: Path, text: str) -> Hotline:
    (content / "hotline.yml").write_text(text, encoding="utf-8")
    return read_hotline(content, read_locales(content), read_hours(content))


def page(content: Path, hotline: str = "") -> str:
    if hotline:
        (content / "hotline.yml").write_text(hotline, encoding="utf-8")
    return Catalogue.read(CLOCK, content).written("utter_time", "ru")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    content = small(tmp_path, page=PAGE + NAMED, english=ENGLISH)
    append(content / "ru" / "some.ftl", SAYS)
    return content


def test_without_the_file_lines_vanish_and_choices_are_unknown(content: Path) -> None:
    text = page(content)
    assert text.endswith("Здесь отвечают:\n\nЗвонят ли операторы, спросите их.")


def test_what_is_set_is_said(content: Path) -> None:
    text = page(content, "name: Фонд «Пример»\ncalls_112: never\n")
    assert text.endswith("Здесь отвечают:\nФонд «Пример»\n\nОператоры сами не звонят.")


def test_all_settings(content: Path) -> None:
    found = set_to(
        content,
        "name: Fund\nlanguages: [ru, en]\nshow_hours: true\nplace: read_only\n"
        "calls_112: in_danger\ntells_police: must_tell\n",
    )
    assert found.answers() == {
        "hotline_place": "read_only",
        "hotline_112": "in_danger",
        "hotline_police": "must_tell",
    }
    assert found.names(read_locales(content), "ru") == {
        "hotline_name": "Fund",
        "hotline_languages": "Русский, English",
        "hotline_hours": "пн–вс 09:00–18:00",
    }


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("calls_112: sometimes\n", "hotline.yml:1: 'calls_112' is one of: never, if_asked"),
        ("name:\nlanguages: [de]\n", "hotline.yml:2: there is no language 'de'"),
        ("show_hours: often\n", "'show_hours' is true, false or empty"),
        ("phone: 112\n", "no key 'phone' is known here"),
        ("name: 3\n", "'name' needs a text"),
    ],
)
def test_faults(text: str, fault: str, content: Path) -> None:
    with pytest.raises(ContentError) as caught:
        set_to(content, text)
    assert fault in caught.value.detail


def test_hours_as_they_are_shown(tmp_path: Path) -> None:
    content = small(tmp_path)
    file = content / "hours.yml"
    edit(file, r'saturday: \["09:00-18:00"\]', 'saturday: ["10:00-14:00", "20:00-02:00"]')
    edit(file, r'sunday: \["09:00-18:00"\]', "sunday: []")
    hours = read_hours(content)
    assert shown_hours(hours, "ru") == "пн–пт 09:00–18:00, сб 10:00–14:00, 20:00–02:00"
    assert shown_hours(hours, "en") == "Mon–Fri 09:00–18:00, Sat 10:00–14:00, 20:00–02:00"
    text = file.read_text("utf-8")
    file.write_text(text.replace('["09:00-18:00"]', '["00:00-24:00"]'), encoding="utf-8")
    edit(file, r"saturday: .*", 'saturday: ["00:00-24:00"]')
    edit(file, r"sunday: .*", 'sunday: ["00:00-24:00"]')
    assert shown_hours(read_hours(content), "ru") == "24/7"


def test_what_the_shipped_settings_say() -> None:
    own = Catalogue.read(CLOCK)
    assert own.hotline == Hotline(), "nobody runs the hotline yet"


def faults(content: Path) -> list[str]:
    return [str(one) for one in check.check(Catalogue.read(CLOCK, content), load(), ())]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[never] " + "слово " * 16, "has a sentence of 16 words"),
        ("[always] Да.", "has the choice [always], which $hotline_112 never is"),
    ],
)
def test_every_answer_is_checked(text: str, fault: str, tmp_path: Path) -> None:
    """Though the hotline has given another one, or none."""
    content = tree(tmp_path)
    said = f"utter_language_changed = {{ $hotline_112 ->\n    {text}\n   *[unknown] Да.\n }}"
    edit(content / "ru" / "start.ftl", r"^utter_language_changed = .*", said)
    (found,) = faults(content)
    assert fault in found


def test_what_is_said_unset_must_be_the_default(tmp_path: Path) -> None:
    content = tree(tmp_path)
    said = "utter_language_changed = { $hotline_112 ->\n    [unknown] Да.\n   *[never] Нет.\n }"
    edit(content / "ru" / "start.ftl", r"^utter_language_changed = .*", said)
    (found,) = faults(content)
    assert "says [never] where the hotline has said nothing" in found
