"""The report in Markdown. What in it wasn't measured in the run that wrote it is named there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.understanding import longer, neutral, pages_reached, thresholds
from bench.understanding.answers import Answer
from bench.understanding.longer import Longer
from bench.understanding.measures.figures import confusions, figures, scoped
from bench.understanding.measures.shares import calm, hard, percentile, share, urgent
from bench.understanding.measures.writing import by_length, by_script
from bench.understanding.neutral import Neutral
from bench.understanding.several_sentences import CALM, CRIES
from bench.understanding.tables import table
from bench.understanding.thresholds import Thresholds

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
    """The model process: seconds from start to redis_errors, resident MiB, MiB on disk. `load`: how
    many processes wanted to run, for each core, in the last minute of it, itself among them; above
    one they waited for each other, and all times are longer than they would be alone."""

    fingerprint: str
    start_seconds: float
    resident_mib: float
    disk_mib: float
    load: float


@dataclass(frozen=True, slots=True)
class Run:
    """What is told: of this run `answers` to the test set, those to messages of `several` sentences
    by what stands beside, the machine, the thresholds that its model holds. `neutral` and `longer`
    may be of another run, and then are in `earlier`, by these names."""

    answers: Sequence[Answer]
    several: Mapping[str, Sequence[Answer]]
    machine: Machine
    thresholds: Thresholds
    neutral: Neutral | None
    longer: Longer
    earlier: frozenset[str]


def report(run: Run) -> str:
    """The whole page."""
    answers = run.answers
    parts = [
        "# How well messages are understood",
        f"Written by `make evaluate`. {_when(run)}",
        _judged(len(answers)),
        "Whole conversations: [dialogues.md](dialogues.md).",
        f"Model `{run.machine.fingerprint}`.",
        "## Keywords and model together",
        _main_table(answers),
        "Locale: of messages of four words or more. Hard negatives: alarming words without an"
        " emergency (the past, films, idioms, negations, general questions). Calibration error: how"
        " far what the model says and what comes true lie apart on average, of the intent's"
        " confidence and of the urgency's score, both by the model alone.",
        "![Calibration](understanding/calibration.png)",
        "## What each net hears",
        _nets(answers),
        "## Where the alarm rings",
        thresholds.section(run.thresholds),
        "## Several sentences",
        _several(answers, run.several),
        "## By script",
        by_script(answers),
        "## The locale of little text",
        "By the model alone. Translit: Russian, Kazakh, Kyrgyz or Tajik in Latin letters only.",
        by_length(answers),
        "## Intents",
        "![Confusion matrix](understanding/confusion.png)",
        _confusions(answers),
        "## How far the page is",
        pages_reached.section(answers),
        "## Neutral lines from outside",
        neutral.section(run.neutral, earlier="neutral" in run.earlier),
        "## Speed and size",
        _speed(answers, run.machine),
        longer.section(run.longer, earlier="longer" in run.earlier),
    ]
    return "\n\n".join(parts) + "\n"


def _when(run: Run) -> str:
    """Which figures may be of an older model: said only where it is so."""
    older = []
    if run.neutral is not None and "neutral" in run.earlier:
        older.append(f"the neutral lines (model `{run.neutral.model}`)")
    if run.longer.parts and "longer" in run.earlier:
        parts = "training, the stock pipeline and cross-validation"
        older.append(f"{parts} (model `{run.longer.model}`)")
    if not older:
        return "Every figure is of the run that wrote this page."
    return (
        f"Of an earlier run, and maybe of an older model, are {' and '.join(older)};"
        " every other figure is of the run that wrote this page."
    )


def _judged(messages: int) -> str:
    return (
        f"The messages judged by (`nlu/model/tests`, {messages} in seven locales) were written"
        " apart from the training messages by other words. Thresholds, calibration and how the"
        " heads are mixed come from `nlu/model/development`, and nothing is chosen on the test set"
        " but for one step: two passes of the encoder were given back because it was worse there"
        " ([0013](decisions/0013-adapted-encoder.md))."
    )


def _main_table(answers: Sequence[Answer]) -> str:
    rows = [["aimed at", *TARGETS.values(), "", "", ""]]
    for scope, own in scoped(answers).items():
        each = figures(own)
        shares = each.shares()
        cells = [str(shares[name][0]) for name in TARGETS]
        others = (each.macro_f1, each.intent_error, each.urgency_error)
        rows.append([scope, *cells, *(f"{number:.3f}" for number in others)])
    return table(["", *TARGETS, "macro-F1", "calibration error, intent", "of urgency"], rows)


def _nets(answers: Sequence[Answer]) -> str:
    nets = {
        "keywords alone": lambda answer: answer.danger,
        "model alone": lambda answer: answer.heard.urgent,
        "either": lambda answer: answer.parse.urgent,
    }
    groups = (urgent(answers), calm(answers), hard(answers))
    rows = [
        [name, *(str(share(group, alarms)) for group in groups)] for name, alarms in nets.items()
    ]
    return table(["", "urgent recall", "false alarms", "of hard negatives"], rows)


def _several(answers: Sequence[Answer], several: Mapping[str, Sequence[Answer]]) -> str:
    cries: dict[str, Sequence[Answer]] = {"alone": urgent(answers)}
    cries |= {name: found for name, found in several.items() if name in CRIES}
    quiet = {name: found for name, found in several.items() if name in CALM}
    told = (
        "Made of the test set's by rule (`bench/understanding/several_sentences.py`): each cry"
        " beside sentences about nothing, and those by themselves."
    )
    tables = (
        table([head, "messages", "alarm"], _alarms(kinds))
        for head, kinds in (("a cry", cries), ("no cry", quiet))
    )
    return "\n\n".join((told, *tables))


def _alarms(kinds: Mapping[str, Sequence[Answer]]) -> list[list[str]]:
    return [
        [name, str(len(found)), str(share(found, lambda one: one.parse.urgent))]
        for name, found in kinds.items()
    ]


def _confusions(answers: Sequence[Answer]) -> str:
    rows = [
        [f"`{meant}`", f"`{heard}`", str(count)]
        for meant, heard, count in confusions(answers)[:CONFUSIONS_SHOWN]
    ]
    return "The most frequent confusions:\n\n" + table(["meant", "heard", "messages"], rows)


def _speed(answers: Sequence[Answer], machine: Machine) -> str:
    took = [answer.milliseconds for answer in answers]
    cells = [
        *(f"{percentile(took, percent):.1f}" for percent in (50, 95, 99)),
        f"{machine.start_seconds:.1f}",
        f"{machine.resident_mib:.0f}",
        f"{machine.disk_mib:.1f}",
        f"{machine.load:.1f}",
    ]
    head = ["p50 ms", "p95 ms", "p99 ms", "cold start s", "resident MiB", "model on disk MiB"]
    told = (
        "One client, one message after the other, over HTTP on loopback. Load: processes that"
        " wanted to run, for each core; above one, others held it up."
    )
    return f"{told}\n\n{table([*head, 'load'], [cells])}"
