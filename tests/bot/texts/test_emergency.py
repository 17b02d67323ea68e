"""112, 102, 103 and the first answers to danger: whoever signs, no publication changes them."""

from datetime import UTC, datetime

import pytest

from bot.clock import SettableClock
from bot.texts.catalogue import Catalogue
from bot.texts.check import library_of, read_tree
from bot.texts.checks import emergency
from bot.texts.tree import Kept
from flows.engine.number import SAY_IT

CLOCK = SettableClock(datetime(2026, 11, 25, 12, tzinfo=UTC))
FILES = read_tree()
CONTACTS, RU, UZ = "content/contacts.yml", "content/ru/emergency.ftl", "content/uz/emergency.ftl"
FLOWS = "flows/definitions/emergency.yml"


def faults(files: dict[str, str]) -> list[str]:
    catalogue = Catalogue.read(CLOCK, Kept(files, "content"))
    return [str(one) for one in emergency.check(catalogue, library_of(files))]


def test_the_program_s_own_texts_say_them() -> None:
    assert faults(dict(FILES)) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (CONTACTS, 'number: "112"', 'number: "+77770001122"', "phone_112 isn't 112"),
        (CONTACTS, 'number: "102"', 'number: "1 0 2"', "phone_102 isn't 102"),
        (CONTACTS, 'number: "103"', 'number: "113"', "phone_103 isn't 103"),
        (CONTACTS, "show: always", "show: confirmed", "phone_112 isn't 112, always shown"),
        (CONTACTS, "show: confirmed", "show: always", "isn't an emergency number of the state"),
        (RU, "позвоните сами: { $phone_112 }", "позвоните: { $phone_111 }", "utter_emergency "),
        (RU, "Скорая: { $phone_103 }\n", "Скорая\n", "utter_emergency_medical "),
        (
            RU,
            "в любое время: { $phone_112 }",
            "в любое время: { $phone_112 } или { $phone_150 }",
            "utter_emergency_self_harm ",
        ),
        (UZ, "{ $phone_112 }", "{ $phone_102 }", "utter_emergency "),
        (RU, "Если можно говорить: { $phone_112 }", "Пишите.", "names neither phone_112"),
        (FLOWS, "handover: {topic: danger, urgency: emergency}", "noop: true", "with a handover"),
        (FLOWS, "action: utter_emergency\n", "action: utter_goodbye\n", "with a handover"),
        (FLOWS, "topic: danger, urgency: emergency", "topic: danger, urgency: high", "a handover"),
    ],
)
def test_whatever_changes_them_is_a_fault(file: str, old: str, new: str, said: str) -> None:
    assert old in FILES[file]
    found = faults({**FILES, file: FILES[file].replace(old, new, 1)})
    assert any(said in one for one in found), found


def test_none_of_them_can_be_left_out() -> None:
    head, _, rest = FILES[CONTACTS].partition("phone_102:")
    without = head + "phone_103:" + rest.partition("\nphone_103:")[2]
    assert any("phone_102 isn't 102" in one for one in faults({**FILES, CONTACTS: without}))


def test_the_engine_knows_every_text_of_danger_that_names_one() -> None:
    """What it takes for silent about the number would be said with the number twice."""
    catalogue = Catalogue.read(CLOCK, Kept(FILES, "content"))
    sentences = catalogue.texts["en"].sentences
    named = {
        text_id
        for text_id, (file, _) in sentences.places.items()
        if file.endswith(("/emergency.ftl", "/waiting.ftl"))
        and {"phone_112", "phone_103"} & set(sentences.variables[text_id])
    }

    assert named == SAY_IT
