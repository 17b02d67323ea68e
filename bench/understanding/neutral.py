"""Lines from outside that have nothing to do with the subject: how often they raise an alarm.

They aren't part of this repository, so not every run has them. Kept is what the last run with them
counted, so that the report and the gate don't lose it.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from bench.understanding.answers import Answer
from bench.understanding.measures.digest import mark
from bench.understanding.measures.shares import Share, share
from bench.understanding.messages import Message
from bench.understanding.tables import table
from nlu.intents import LOCALES

AIM = "false alarms per 1,000 (aimed at: ≤ 2)"


@dataclass(frozen=True, slots=True)
class Counted:
    """Of one locale's lines, or of all: how many raised an alarm, whose locale was told."""

    alarms: Share
    locale: Share


@dataclass(frozen=True, slots=True)
class Neutral:
    """What one run counted, by "all" and locale; which model was there, and the mark of the
    lines."""

    model: str
    lines: str
    scopes: Mapping[str, Counted]

    def write(self, file: Path) -> None:
        """Keep it."""
        file.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")

    @classmethod
    def read(cls, file: Path) -> Self | None:
        """What was kept; None if there is no such file yet."""
        if not file.is_file():
            return None
        found = json.loads(file.read_text(encoding="utf-8"))
        scopes = {
            name: Counted(Share(**each["alarms"]), Share(**each["locale"]))
            for name, each in found["scopes"].items()
        }
        return cls(found["model"], found["lines"], scopes)


def read_lines(folder: Path) -> dict[str, list[Message]]:
    """The lines of each LOCALE.txt in a folder; nothing if there is none."""
    found = {}
    for locale in LOCALES:
        file = folder / f"{locale}.txt"
        if file.is_file():
            lines = filter(None, map(str.strip, file.read_text(encoding="utf-8").splitlines()))
            found[locale] = [Message(line, "out_of_scope", False, False) for line in lines]
    return found


def count(answers: Sequence[Answer], model: str) -> Neutral:
    """What `model` made of the lines."""
    scopes = {"all": _counted(answers)}
    for locale in dict.fromkeys(answer.locale for answer in answers):
        scopes[locale] = _counted([answer for answer in answers if answer.locale == locale])
    return Neutral(model, mark(answers), scopes)


def section(neutral: Neutral | None, *, earlier: bool) -> str:
    """Its part of the report, in Markdown. `earlier`: whether another run counted it."""
    if neutral is None:
        return (
            "Not measured yet: no folder of neutral lines was given"
            " (`make evaluate NEUTRAL=FOLDER`, a file LOCALE.txt each)."
        )
    rows = [
        [
            name,
            str(each.alarms.whole),
            f"{1000 * each.alarms.value:.1f}" if each.alarms.whole else "–",
            str(each.locale),
        ]
        for name, each in neutral.scopes.items()
    ]
    counted = table(["", "lines", AIM, "locale"], rows)
    if not earlier:
        return counted
    return (
        f"Of an earlier run, with model `{neutral.model}`: this one was given no folder of neutral"
        f" lines (`make evaluate NEUTRAL=FOLDER`).\n\n{counted}"
    )


def _counted(answers: Sequence[Answer]) -> Counted:
    return Counted(
        alarms=share(answers, lambda one: one.parse.urgent),
        locale=share(answers, lambda one: one.heard.locale == one.locale),
    )
