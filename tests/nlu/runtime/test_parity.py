"""Rasa's graph and the bundle say the same of every message that is judged by."""

import json
import subprocess

import pytest

from bench.understanding.messages import DEVELOPMENT, TESTS, read
from bot.processes.model_server import PROJECT, PYTHON
from nlu.intents import LOCALES
from nlu.runtime.parser import Parser

NEAR = 0.01
SEVERAL = 3
"""Messages that are joined to one: what is read of sentences must be the same too."""


def messages() -> list[str]:
    """All, and some of them joined."""
    own = [
        message.text
        for folder in (TESTS, DEVELOPMENT)
        for locale in LOCALES
        for message in read(folder / locale)
    ]
    joined = [". ".join(own[start : start + SEVERAL]) for start in range(0, len(own), 10)]
    return [*own, *joined, "", "?", "а" * 4096]


@pytest.mark.proof
@pytest.mark.rasa
def test_both_say_the_same(parser: Parser) -> None:
    texts = messages()
    asked = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    told = subprocess.run(
        [str(PYTHON), "answers.py"],
        cwd=PROJECT,
        input=asked,
        capture_output=True,
        text=True,
        check=True,
    )
    answers = [json.loads(line) for line in told.stdout.splitlines()]
    assert len(answers) == len(texts) > 5000

    for text, theirs in zip(texts, answers, strict=True):
        ours = parser.parse(text)
        assert ours["intent"]["name"] == theirs["intent"]["name"], text
        assert ours["urgency"]["urgent"] == theirs["urgency"]["urgent"], text
        assert ours["locale"]["name"] == theirs["locale"]["name"], text
        assert ours["signal"]["name"] == theirs["signal"]["name"], text
        assert ours["urgency"]["score"] == pytest.approx(theirs["urgency"]["score"], abs=NEAR)
        for part in ("intent", "locale", "signal"):
            near = pytest.approx(theirs[part]["confidence"], abs=NEAR)
            assert ours[part]["confidence"] == near, text
        assert set(ours) == set(theirs)
