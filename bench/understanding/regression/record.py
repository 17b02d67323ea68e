"""What is on record of each figure: the last run's, and the best of all runs."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.understanding.regression.watched import Figure, Scope

PLACES = 6
"""Digits kept of a figure; far below its noise."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One figure's last and best value."""

    last: Figure
    best: Figure


@dataclass(frozen=True, slots=True)
class KeptScope:
    """Kept figures by name; `messages`: the mark of those they were measured on."""

    messages: str
    figures: Mapping[str, Kept]


Record = Mapping[str, KeptScope]
"""By scope: "all", a locale, messages of several sentences, neutral lines."""


def updated(record: Record, now: Mapping[str, Scope]) -> Record:
    """The record after a run. What the run didn't measure stays. On other messages than before
    nothing can be compared, so there the best begins anew."""
    found = dict(record)
    for name, scope in now.items():
        old = record.get(name)
        known = old.figures if old and old.messages == scope.messages else {}
        found[name] = KeptScope(
            scope.messages,
            {each: _kept(figure, known.get(each)) for each, figure in scope.figures.items()},
        )
    return found


def write(record: Record, file: Path) -> None:
    """As JSON, each value with its noise."""
    rows = {
        name: {
            "messages": scope.messages,
            "figures": {each: _row(kept) for each, kept in scope.figures.items()},
        }
        for name, scope in record.items()
    }
    file.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read(file: Path) -> Record:
    """What `write` wrote; nothing if there is no such file yet."""
    if not file.is_file():
        return {}
    rows = json.loads(file.read_text(encoding="utf-8"))
    return {
        name: KeptScope(
            scope["messages"], {each: _read(row) for each, row in scope["figures"].items()}
        )
        for name, scope in rows.items()
    }


def _kept(figure: Figure, known: Kept | None) -> Kept:
    better = known is None or figure.worse_than(known.best) < 0
    return Kept(last=figure, best=figure if known is None or better else known.best)


def _row(kept: Kept) -> dict[str, Any]:
    last, best = (
        [round(one.value, PLACES), round(one.noise, PLACES)] for one in (kept.last, kept.best)
    )
    return {"more_is_better": kept.last.more_is_better, "last": last, "best": best}


def _read(row: Mapping[str, Any]) -> Kept:
    last, best = (
        Figure(value, noise, row["more_is_better"]) for value, noise in (row["last"], row["best"])
    )
    return Kept(last, best)
