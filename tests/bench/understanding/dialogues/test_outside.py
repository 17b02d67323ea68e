"""Dialogues from outside: JSON lines; what is about safety there follows from the kind."""

import json
from pathlib import Path
from typing import Any

import pytest

from bench.understanding.dialogues.model import Act, Kind
from bench.understanding.dialogues.outside import read_lines
from bot.errors import ConfigError, ContentError
from tests.bench.understanding.dialogues.build import NAMES

ONE: dict[str, Any] = {
    "id": "out-1",
    "locale": "ru",
    "about": "A place to stay.",
    "turns": [
        {"say": "где пожить", "then": {"topics": ["shelter"], "ticket": "none", "why": "a bed"}},
        {"wait": 300},
        {"operator": "/claim", "then": {"quiet": True}},
    ],
}


def test_each_line_is_a_dialogue(tmp_path: Path) -> None:
    (one,) = read_lines(_file(tmp_path, json.dumps(ONE) + "\n\n"), NAMES)

    assert (one.id, one.locale) == ("out-1", "ru")
    assert [(turn.act, turn.value) for turn in one.turns] == [
        (Act.TEXT, "где пожить"),
        (Act.WAIT, "300"),
        (Act.OPERATOR, "/claim"),
    ]
    assert [(x.kind, x.safety) for x in one.turns[0].expectations] == [
        (Kind.TOPICS, False),
        (Kind.TICKET, True),
    ]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{", "no JSON"),
        ("[]", "not built as a dialogue"),
        (json.dumps({"locale": "ru", "turns": []}), "'turns' needs a list"),
        (json.dumps({**ONE, "locale": "klingon"}), "nothing is called 'klingon'"),
        (json.dumps({**ONE, "turns": [{"shout": "hey"}]}), "a turn has one of: say"),
        (json.dumps({**ONE, "turns": [{"say": "x", "then": {"loud": True}}]}), "no expectation"),
        (json.dumps({"locale": "ru"}), "'turns' is missing"),
    ],
)
def test_a_fault_is_said_with_its_line(tmp_path: Path, line: str, what: str) -> None:
    with pytest.raises(ContentError, match=rf"outside\.jsonl:2: .*{what}"):
        read_lines(_file(tmp_path, f"{json.dumps(ONE)}\n{line}\n"), NAMES)


def test_a_file_that_is_not_there_or_empty_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="can't be read"):
        read_lines(tmp_path / "nowhere.jsonl", NAMES)
    with pytest.raises(ConfigError, match="no dialogue"):
        read_lines(_file(tmp_path, "\n"), NAMES)


def _file(folder: Path, text: str) -> Path:
    file = folder / "outside.jsonl"
    file.write_text(text, encoding="utf-8")
    return file
