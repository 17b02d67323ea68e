"""The files are read whole, and every fault is said with its place."""

from pathlib import Path

import pytest

from bench.understanding.dialogues.model import Act, Kind
from bench.understanding.dialogues.names import names
from bench.understanding.dialogues.reading import SET, read_file, read_set
from bench.understanding.messages import DATA, read
from bot.errors import ContentError
from nlu.intents import LOCALES
from tests.kit.own import library

NAMES = names(library())

GATE = """\
dialogues:
- id: en-gate
  about: Held behind a gate.
  turns:
  - text: the gate is locked
    safety: {urgency: emergency, says: '112'}
    then: {topics: [emergency]}
  - press: utter_ask_can_write.yes
  - wait: 60
    safety: {quiet: true}
"""


def test_a_dialogue_is_read_with_its_places(tmp_path: Path) -> None:
    (gate,) = read_file(_file(tmp_path, GATE), NAMES)

    assert (gate.id, gate.locale, gate.about) == ("en-gate", "en", "Held behind a gate.")
    assert [turn.act for turn in gate.turns] == [Act.TEXT, Act.PRESS, Act.WAIT]
    assert [turn.place.rpartition(":")[2] for turn in gate.turns] == ["5", "8", "9"]
    assert [(one.kind, one.words, one.safety) for one in gate.turns[0].expectations] == [
        (Kind.URGENCY, ("emergency",), True),
        (Kind.SAYS, ("112",), True),
        (Kind.TOPICS, ("emergency",), False),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("about:", "abuot:", 3, "no key 'abuot' is known"),
        ("- text:", "- txet:", 5, "no key 'txet' is known"),
        ("  - press: utter_ask_can_write.yes\n", "  - then: {quiet: true}\n", 8, "one of: text"),
        ("wait: 60", "wait: long", 9, "'wait' needs a number of seconds"),
        ("urgency: emergency", "urgncy: emergency", 6, "no expectation 'urgncy' is known"),
        ("urgency: emergency", "urgency: dire", 6, "nothing is called 'dire'"),
        ("[emergency]", "[emergencies]", 7, "nothing is called 'emergencies'"),
        ("[emergency]", "[]", 7, "needs a word or a list of words"),
        ("'112'", "'('", 6, "is no pattern"),
        ("quiet: true", "quiet: false", 10, "'quiet' is true, or isn't there"),
        ("quiet: true", "longest: 0", 10, "'longest' needs a number of characters"),
        ("quiet: true", "ids: utter_gone", 10, "nothing is called 'utter_gone'"),
    ],
)
def test_a_fault_is_said_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, what: str
) -> None:
    file = _file(tmp_path, GATE.replace(old, new))

    with pytest.raises(ContentError, match=rf"en\.yml:{line}: .*{what}"):
        read_file(file, NAMES)


def test_an_id_that_stands_twice_is_refused(tmp_path: Path) -> None:
    for locale in LOCALES:
        _file(tmp_path, GATE, locale)

    with pytest.raises(ContentError, match="'en-gate' stands at"):
        read_set(tmp_path, NAMES)


def test_a_locale_without_a_file_is_missed(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="this file is missing"):
        read_set(tmp_path, NAMES)


@pytest.mark.slow
def test_the_development_set_has_enough_of_each_locale() -> None:
    every = read_set(SET, NAMES)

    for locale in LOCALES:
        own = [one for one in every if one.locale == locale]
        assert len(own) >= 25
        assert all(2 <= len(one.turns) <= 12 for one in own)
        assert all(any(turn.expectations for turn in one.turns) for one in own)


@pytest.mark.slow
def test_no_long_message_of_it_is_a_training_message() -> None:
    learnt = {message.text.casefold() for locale in LOCALES for message in read(DATA / locale)}
    long = [
        turn.value.casefold()
        for dialogue in read_set(SET, NAMES)
        for turn in dialogue.turns
        if turn.act is Act.TEXT and len(turn.value.split()) > 4
    ]

    assert len(long) > 300
    assert learnt.isdisjoint(long)


def _file(folder: Path, text: str, locale: str = "en") -> Path:
    file = folder / f"{locale}.yml"
    file.write_text(text, encoding="utf-8")
    return file
