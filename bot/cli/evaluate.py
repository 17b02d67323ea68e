"""`helpline evaluate`: how well messages are understood, as a report and as the gate of CI."""

import argparse
import asyncio
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.clock import SystemClock
from bot.errors import ConfigError
from bot.model_process import PROJECT, Served, measured, serving
from nlu.client import ModelClient
from nlu.evaluation import gate, report
from nlu.evaluation.answers import Answer, ask
from nlu.evaluation.beside import beside
from nlu.evaluation.figures import Point, Share, curve, share
from nlu.evaluation.longer import SCRIPTS, Longer
from nlu.intents import LOCALES
from nlu.lexicon import load as load_lexicon
from nlu.messages import TESTS, Message, read

DOCS = Path("docs")
DEADLINE_SECONDS = 30.0
WARM_UP = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `helpline evaluate`."""
    parser.add_argument("--docs", type=Path, default=DOCS, help="where the report goes")
    parser.add_argument("--neutral", type=Path, help="a folder with LOCALE.txt, a line a message")
    parser.add_argument(
        "--longer", action="store_true", help="also training, a stock pipeline, cross-validation"
    )
    parser.add_argument(
        "--gate", action="store_true", help="write nothing; 1 if a figure fell below the record"
    )


def run(args: argparse.Namespace) -> int:
    """0, or with `--gate` 1 if a figure fell by more than its noise. Raises `ConfigError`."""
    sets = {locale: list(read(TESTS / locale)) for locale in LOCALES}
    neutral = _neutral_lines(args.neutral) if args.neutral else None
    several = {} if args.gate else beside(sets)
    answers, others, joined, machine = asyncio.run(_measure(sets, neutral or {}, several))
    scopes = report.by_scope(answers)
    record = args.docs / "understanding" / "figures.json"
    if args.gate:
        fallen = gate.fallen(scopes, gate.read(record))
        print("\n".join(fallen) or "no figure fell below the record")
        return 1 if fallen else 0
    from nlu.evaluation import plots  # matplotlib is a developer's dependency

    record.parent.mkdir(parents=True, exist_ok=True)
    gate.write(gate.record(scopes), record)
    plots.confusion_matrix(answers, record.parent / "confusion.png")
    plots.calibration(answers, record.parent / "calibration.png")
    plots.recall_against_false_alarms(curve(answers), _chosen(answers), record.parent / "curve.png")
    counted = _count(others) if neutral else None
    kept = record.parent / "longer.json"
    if args.longer:
        asyncio.run(_measure_longer(machine.fingerprint)).write(kept)
    page = report.report(answers, scopes, machine, counted, Longer.read(kept), joined)
    (args.docs / "understanding.md").write_text(page, encoding="utf-8")
    print(page)
    return 0


async def _measure(
    sets: Mapping[str, Sequence[Message]],
    neutral: Mapping[str, Sequence[Message]],
    several: Mapping[str, Mapping[str, Sequence[Message]]],
) -> tuple[list[Answer], list[Answer], dict[str, list[Answer]], report.Machine]:
    clock = SystemClock().monotonic
    lexicon = load_lexicon()
    async with serving(_say) as served:
        start = served.start_seconds
        async with ModelClient(served.url, clock, deadline_seconds=DEADLINE_SECONDS) as client:
            await ask({"ru": list(sets["ru"])[:WARM_UP]}, lexicon, client)
            answers = await ask(dict(sets), lexicon, client)
            others = await ask(dict(neutral), lexicon, client)
            joined = {name: await ask(dict(own), lexicon, client) for name, own in several.items()}
        return answers, others, joined, _machine(served, start)


async def _measure_longer(model: str) -> Longer:
    parts = {part: json.loads(await measured(script, _say)) for part, script in SCRIPTS.items()}
    return Longer(model, parts)


def _say(line: str) -> None:
    print(line, file=sys.stderr)


def _machine(served: Served, start_seconds: float) -> report.Machine:
    file = max((PROJECT / "models").glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    status = Path(f"/proc/{served.pid}/status").read_text(encoding="ascii")
    resident = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return report.Machine(
        fingerprint=file.name.split(".")[0],
        start_seconds=start_seconds,
        resident_mib=int(resident) / 1024,
        disk_mib=file.stat().st_size / 2**20,
    )


def _chosen(answers: Sequence[Answer]) -> Point:
    urgent = [answer for answer in answers if answer.message.urgent]
    calm = [answer for answer in answers if not answer.message.urgent]
    hard = [answer for answer in calm if answer.message.hard]
    caught, false, alarmed = (
        share(group, lambda answer: answer.parse.urgent).value for group in (urgent, calm, hard)
    )
    return Point(0.0, caught, false, alarmed)


def _neutral_lines(folder: Path) -> dict[str, list[Message]]:
    found = {}
    for locale in LOCALES:
        file = folder / f"{locale}.txt"
        if file.is_file():
            lines = filter(None, map(str.strip, file.read_text(encoding="utf-8").splitlines()))
            found[locale] = [Message(line, "out_of_scope", False, False) for line in lines]
    if not found:
        raise ConfigError("--neutral: no LOCALE.txt of any known locale in this folder")
    return found


def _count(answers: Sequence[Answer]) -> dict[str, report.Neutral]:
    found = {}
    for locale in dict.fromkeys(answer.locale for answer in answers):
        own = [answer for answer in answers if answer.locale == locale]
        found[locale] = _neutral(own)
    return {"all": _neutral(answers), **found}


def _neutral(answers: Sequence[Answer]) -> report.Neutral:
    locale: Share = share(answers, lambda answer: answer.heard.locale == answer.locale)
    return report.Neutral(len(answers), sum(answer.parse.urgent for answer in answers), locale)
