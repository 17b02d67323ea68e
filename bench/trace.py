"""Where the time of one message goes: a real trace of one person who writes or presses.

Intake writes down when each stage began and ended (bench/traced.py); the benchmark, when the person
acted and saw the answer. Both read the machine's one monotonic clock. Nobody else writes meanwhile,
so a span needs no name to belong to its message.
"""

import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.processes import ours
from bench.turns import ACTS, ANSWER_SECONDS, Act, answers, arrive, arrived
from bot.telemetry.metrics import Stage

PEOPLE = 4

PARTS = (
    "Telegram, in",
    "our code",
    "store: read",
    "model",
    "store: write",
    "store: outbox",
    "Telegram, out",
)
"""They follow each other, except that our own code runs between all of them."""


@dataclass(frozen=True, slots=True)
class Span:
    """One stage of one message, in seconds."""

    stage: Stage
    began: float
    ended: float


async def traced(act: Act, nlu_url: str = "") -> Mapping[str, float]:
    """Milliseconds of each part, the median of many messages."""
    with tempfile.TemporaryDirectory(prefix="helpline-trace-") as folder:
        file = Path(folder) / "spans"
        moments = list[tuple[float, float]]()
        async with ours(trace=str(file), nlu_url=nlu_url) as line:
            for person in await arrived(line, PEOPLE, arrive):
                for number in range(ACTS):
                    known, began = answers(person), time.perf_counter()
                    await act(person, number)
                    await person.until(
                        lambda who=person, seen=known: answers(who) > seen,  # type: ignore[misc]
                        timeout=ANSWER_SECONDS,
                    )
                    moments.append((began, time.perf_counter()))
                    await line.sandbox.drained(timeout=ANSWER_SECONDS)
        spans = read(file.read_text(encoding="ascii"))
    found = [parts(spans, *moment) for moment in moments]
    whole = [one for one in found if one is not None]
    return {name: 1000 * median(one[name] for one in whole) for name in PARTS}


def read(text: str) -> list[Span]:
    """Lines of bench/traced.py; the last may be cut off by the end of the process."""
    words = [line.split() for line in text.split("\n")[:-1]]
    return [Span(Stage(stage), float(began), float(ended)) for stage, began, ended in words]


def parts(spans: Sequence[Span], began: float, ended: float) -> Mapping[str, float] | None:
    """Seconds of each part of the message between two moments; None if a span is missing."""

    def first(stage: Stage, after: float, before: float) -> Span | None:
        fitting = [s for s in spans if s.stage is stage and after <= s.began <= before]
        return min(fitting, key=lambda span: span.began, default=None)

    update = first(Stage.UPDATE, began, ended)
    if update is None:
        return None
    load = first(Stage.LOAD, update.began, update.ended)
    write = first(Stage.WRITE, update.began, update.ended)
    send = first(Stage.SEND, write.ended, ended) if write else None
    if load is None or write is None or send is None:
        return None
    model = first(Stage.UNDERSTAND, update.began, update.ended)
    found = {
        "Telegram, in": update.began - began,
        "store: read": load.ended - load.began,
        "model": model.ended - model.began if model else 0.0,
        "store: write": write.ended - write.began,
        "store: outbox": send.began - write.ended,
        "Telegram, out": ended - send.began,
    }
    return {**found, "our code": ended - began - sum(found.values())}
