"""The report in Markdown. Every number in it was measured in the run that wrote it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nlu.evaluation.answers import Answer
from nlu.evaluation.beside import CALM, CRIES
from nlu.evaluation.figures import (
    Figures,
    Share,
    confusions,
    figures,
    percentile,
    share,
)
from nlu.evaluation.longer import Longer, section
from nlu.intents import LOCALES

CONFUSIONS_SHOWN = 20

TARGETS = {
    "accuracy": "0.88, each 0.84",
    "urgent recall": "0.95",
    "false alarms": "≤ 0.04",
    "false alarms, hard negatives": "≤ 0.12",
    "locale": "0.95",
}
"""What is aimed at, on messages that nobody here has seen."""


@dataclass(frozen=True, slots=True)
class Machine:
    """The model process: seconds from start to answering, resident MiB, MiB on disk."""

    fingerprint: str
    start_seconds: float
    resident_mib: float
    disk_mib: float


@dataclass(frozen=True, slots=True)
class Neutral:
    """Lines from outside that have nothing to do with the subject."""

    lines: int
    alarms: int
    locale: Share


def by_scope(answers: Sequence[Answer]) -> dict[str, Figures]:
    """The figures of all answers together and of each locale."""
    found = {"all": figures(answers)}
    for locale in LOCALES:
        found[locale] = figures([answer for answer in answers if answer.locale == locale])
    return found


def report(
    answers: Sequence[Answer],
    scopes: Mapping[str, Figures],
    machine: Machine,
    neutral: Mapping[str, Neutral] | None,
    longer: Longer,
    beside: Mapping[str, Sequence[Answer]],
) -> str:
    """The whole page."""
    parts = [
        "# How well messages are understood",
        "Written by `make evaluate`; every figure is of that run. The messages judged by"
        f" (`nlu/model/tests`, {len(answers)} in seven locales) were written apart from the"
        " training messages by other words, and nothing is chosen on them: thresholds and"
        " calibration come from `nlu/model/development`.",
        f"Model `{machine.fingerprint}`.",
        "## Keywords and model together",
        _main_table(scopes),
        "Locale: of messages of four words or more. Hard negatives: alarming words without an"
        " emergency (the past, films, idioms, negations, general questions).",
        "## What each net hears",
        _nets(answers),
        "![Recall against false alarms](understanding/curve.png)",
        "## Several sentences",
        _beside(answers, beside),
        "## By script",
        _scripts(answers),
        "## Intents",
        "![Confusion matrix](understanding/confusion.png)",
        _confusions(answers),
        "![Calibration](understanding/calibration.png)",
        "## Neutral lines from outside",
        _neutral(neutral),
        "## Speed and size",
        _speed(answers, machine),
        section(longer),
    ]
    return "\n\n".join(parts) + "\n"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows)]
    return "\n".join(lines)


def _main_table(scopes: Mapping[str, Figures]) -> str:
    names = list(TARGETS)
    rows = [["aimed at", *TARGETS.values(), "", ""]]
    for scope, each in scopes.items():
        shares = each.shares()
        cells = [str(shares[name][0]) for name in names]
        rows.append([scope, *cells, f"{each.macro_f1:.3f}", f"{each.calibration:.3f}"])
    return _table(["", *names, "macro-F1", "calibration error"], rows)


def _nets(answers: Sequence[Answer]) -> str:
    urgent = [answer for answer in answers if answer.message.urgent]
    calm = [answer for answer in answers if not answer.message.urgent]
    hard = [answer for answer in calm if answer.message.hard]
    nets = {
        "keywords alone": lambda answer: answer.danger,
        "model alone": lambda answer: answer.heard.urgent,
        "either": lambda answer: answer.parse.urgent,
    }
    rows = [
        [name, *(str(share(group, alarms)) for group in (urgent, calm, hard))]
        for name, alarms in nets.items()
    ]
    return _table(["", "urgent recall", "false alarms", "of hard negatives"], rows)


def _beside(answers: Sequence[Answer], beside: Mapping[str, Sequence[Answer]]) -> str:
    cries: dict[str, Sequence[Answer]] = {"alone": [one for one in answers if one.message.urgent]}
    cries |= {name: found for name, found in beside.items() if name in CRIES}
    calm = {name: found for name, found in beside.items() if name in CALM}
    told = (
        "Made of the test set's by rule (`nlu/evaluation/beside.py`): each cry beside sentences"
        " about nothing, and those by themselves."
    )
    tables = (
        _table([head, "messages", "alarm"], _alarms(kinds))
        for head, kinds in (("a cry", cries), ("no cry", calm))
    )
    return "\n\n".join((told, *tables))


def _alarms(kinds: Mapping[str, Sequence[Answer]]) -> list[list[str]]:
    return [
        [name, str(len(found)), str(share(found, lambda one: one.parse.urgent))]
        for name, found in kinds.items()
    ]


def _scripts(answers: Sequence[Answer]) -> str:
    scripts: dict[str, list[Answer]] = {"Cyrillic": [], "Latin": [], "mixed": []}
    for answer in answers:
        scripts[_script(answer.message.text)].append(answer)
    rows = []
    for name, members in scripts.items():
        each = figures(members)
        cells = [str(each.accuracy), str(each.recall), str(each.false_alarms)]
        rows.append([name, str(len(members)), *cells])
    return _table(["script", "messages", "accuracy", "urgent recall", "false alarms"], rows)


def _script(text: str) -> str:
    cyrillic = any("Ѐ" <= letter <= "ӿ" for letter in text)
    latin = any("a" <= letter.lower() <= "z" for letter in text)
    if cyrillic and latin:
        return "mixed"
    return "Cyrillic" if cyrillic else "Latin"


def _confusions(answers: Sequence[Answer]) -> str:
    rows = [
        [f"`{meant}`", f"`{heard}`", str(count)]
        for meant, heard, count in confusions(answers)[:CONFUSIONS_SHOWN]
    ]
    return "The most frequent confusions:\n\n" + _table(["meant", "heard", "messages"], rows)


def _neutral(neutral: Mapping[str, Neutral] | None) -> str:
    if not neutral:
        return (
            "Not measured in this run: no folder of neutral lines was given"
            " (`helpline evaluate --neutral FOLDER`, a file LOCALE.txt each)."
        )
    rows = [
        [name, str(each.lines), f"{1000 * each.alarms / each.lines:.1f}", str(each.locale)]
        for name, each in neutral.items()
    ]
    head = ["", "lines", "false alarms per 1,000 (aimed at: ≤ 2)", "locale"]
    return _table(head, rows)


def _speed(answers: Sequence[Answer], machine: Machine) -> str:
    took = [answer.milliseconds for answer in answers]
    rows = [
        [
            *(f"{percentile(took, percent):.1f}" for percent in (50, 95, 99)),
            f"{machine.start_seconds:.1f}",
            f"{machine.resident_mib:.0f}",
            f"{machine.disk_mib:.1f}",
        ]
    ]
    head = ["p50 ms", "p95 ms", "p99 ms", "cold start s", "resident MiB", "model on disk MiB"]
    return "One client, one message after the other, over HTTP on loopback.\n\n" + _table(
        head, rows
    )
