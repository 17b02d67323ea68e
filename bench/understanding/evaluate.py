"""`helpline evaluate`: how well messages are understood, as a report and as the gate of CI."""

import argparse
import asyncio
import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from bench.understanding import neutral, thresholds
from bench.understanding.answers import Answer, ask
from bench.understanding.dialogues import evaluate as dialogues
from bench.understanding.longer import SCRIPTS, Longer
from bench.understanding.measures.figures import chosen, curve
from bench.understanding.messages import TESTS, Message, read
from bench.understanding.neutral import Neutral
from bench.understanding.regression import gate, record
from bench.understanding.regression.watched import measured as watched
from bench.understanding.reporting import report
from bench.understanding.several_sentences import beside
from bench.understanding.thresholds import Thresholds
from bot.clock import SystemClock
from bot.errors import ConfigError
from bot.processes.model_server import PROJECT, Served, measured, serving
from bot.telemetry import logs
from nlu.client import ModelClient
from nlu.intents import LOCALES
from nlu.keywords import Keywords
from nlu.keywords.lexicon import load as load_lexicon

DOCS = Path("docs")
DEADLINE_SECONDS = 30.0
OWN_ALONE = Path()
"""`--dialogues` without a file: the development set alone."""
WARM_UP = 5


@dataclass(frozen=True, slots=True)
class _Heard:
    """Answers of one model to the test set, to neutral lines (none, if none were given), and to
    messages of several sentences."""

    answers: list[Answer]
    neutral: list[Answer]
    several: dict[str, list[Answer]]
    machine: report.Machine
    thresholds: Thresholds


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `helpline evaluate`."""
    parser.add_argument("--docs", type=Path, default=DOCS, help="where the report goes")
    parser.add_argument("--neutral", type=Path, help="a folder with LOCALE.txt, a line a message")
    parser.add_argument(
        "--longer", action="store_true", help="also training, a stock pipeline, cross-validation"
    )
    parser.add_argument(
        "--dialogues",
        type=Path,
        nargs="?",
        const=OWN_ALONE,
        metavar="FILE",
        help="whole dialogues alone: the development set, and those of FILE beside it",
    )
    parser.add_argument(
        "--show", nargs="+", metavar="ID", help="with --dialogues: how these went; writes nothing"
    )
    parser.add_argument(
        "--gate", action="store_true", help="write nothing; 1 if a figure fell below the record"
    )


def run(args: argparse.Namespace) -> int:
    """0, or with `--gate` 1 if a figure fell by more than its noise. Raises `ConfigError`."""
    if args.show and args.dialogues is None:
        raise ConfigError("--show: name --dialogues too")
    if args.dialogues is not None:
        return _dialogues(args)
    sets = {locale: list(read(TESTS / locale)) for locale in LOCALES}
    folder = args.docs / "understanding"
    heard = asyncio.run(_measure(sets, _neutral_lines(args.neutral)))
    model = heard.machine.fingerprint
    counted = neutral.count(heard.neutral, model) if heard.neutral else None
    # Where no lines were given, those of the last run count: else a fall that was once recorded
    # would never be seen where the lines aren't.
    lines = counted or Neutral.read(folder / "neutral.json")
    now = watched(heard.answers, heard.several, lines)
    known = record.read(folder / "figures.json")
    if args.gate:
        if not known:
            raise ConfigError(f"{folder}: there is no record yet; run `helpline evaluate`")
        fallen = gate.fallen(now, known)
        print("\n".join(fallen) or "no figure fell below the record")
        return 1 if fallen else 0
    longer = asyncio.run(_measure_longer(model)) if args.longer else None
    fresh = {"neutral": counted, "longer": longer}
    told = report.Run(
        answers=heard.answers,
        several=heard.several,
        machine=heard.machine,
        thresholds=heard.thresholds,
        neutral=lines,
        longer=longer or Longer.read(folder / "longer.json"),
        earlier=frozenset(name for name, found in fresh.items() if found is None),
    )
    folder.mkdir(parents=True, exist_ok=True)
    record.write(record.updated(known, now), folder / "figures.json")
    if counted:
        counted.write(folder / "neutral.json")
    if longer:
        longer.write(folder / "longer.json")
    _draw(told, folder)
    page = report.report(told)
    (args.docs / "understanding.md").write_text(page, encoding="utf-8")
    print(page)
    return 0


def _dialogues(args: argparse.Namespace) -> int:
    logs.set_up("evaluate")
    outside = None if args.dialogues == OWN_ALONE else args.dialogues
    if args.show:
        print(asyncio.run(dialogues.transcripts(outside, args.show)))
        return 0
    page = asyncio.run(dialogues.measured(outside))
    (args.docs / dialogues.PAGE).write_text(page, encoding="utf-8")
    print(page)
    return 0


async def served_model(served: Served) -> str:
    """The fingerprint of the model that answers: not always the one trained last."""
    async with aiohttp.ClientSession() as session, session.get(f"{served.url}/status") as answer:
        return str((await answer.json())["model"])


def _draw(told: report.Run, folder: Path) -> None:
    from bench.understanding.reporting import plots  # matplotlib is a developer's dependency

    plots.confusion_matrix(told.answers, folder / "confusion.png")
    plots.calibration(told.answers, folder / "calibration.png")
    plots.thresholds(told.thresholds, folder / "thresholds.png")
    plots.recall_against_false_alarms(
        curve(told.answers), chosen(told.answers), folder / "curve.png"
    )


async def _measure(
    sets: Mapping[str, Sequence[Message]], lines: Mapping[str, Sequence[Message]]
) -> _Heard:
    clock = SystemClock().monotonic
    keywords = Keywords(load_lexicon())
    async with serving(_say) as served:
        model = await served_model(served)
        held = Thresholds.read(await measured(thresholds.SCRIPT, lambda _: None))
        if held.model != model:
            raise ConfigError("the training data changed after the model was started: run it again")
        async with ModelClient(served.url, clock, deadline_seconds=DEADLINE_SECONDS) as client:
            await ask({"ru": list(sets["ru"])[:WARM_UP]}, keywords, client)
            answers = await ask(dict(sets), keywords, client)
            others = await ask(dict(lines), keywords, client)
            several = {
                name: await ask(dict(own), keywords, client) for name, own in beside(sets).items()
            }
        return _Heard(answers, others, several, _machine(served, model), held)


async def _measure_longer(model: str) -> Longer:
    parts = {part: json.loads(await measured(script, _say)) for part, script in SCRIPTS.items()}
    return Longer(model, parts)


def _say(line: str) -> None:
    print(line, file=sys.stderr)


def _machine(served: Served, model: str) -> report.Machine:
    file = PROJECT / "models" / f"{model}.tar.gz"
    status = Path(f"/proc/{served.pid}/status").read_text(encoding="ascii")
    resident = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return report.Machine(
        fingerprint=model,
        start_seconds=served.start_seconds,
        resident_mib=int(resident) / 1024,
        disk_mib=file.stat().st_size / 2**20,
        load=os.getloadavg()[0] / (os.cpu_count() or 1),
    )


def _neutral_lines(folder: Path | None) -> dict[str, list[Message]]:
    if folder is None:
        return {}
    found = neutral.read_lines(folder)
    if not any(found.values()):
        raise ConfigError("--neutral: no LOCALE.txt of any known locale in this folder")
    return found
