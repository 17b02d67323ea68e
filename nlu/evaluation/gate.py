"""The gate: a figure may not fall by more than its noise below what is on record."""

import json
import math
from collections.abc import Mapping
from pathlib import Path

from nlu.evaluation.figures import Figures, Share

Record = Mapping[str, Mapping[str, Share]]
"""Scope ("all" or a locale) → name of a figure → share."""


def record(figures: Mapping[str, Figures]) -> Record:
    """What is kept of the figures."""
    return {
        scope: {name: share for name, (share, _) in each.shares().items()}
        for scope, each in figures.items()
    }


def write(kept: Record, file: Path) -> None:
    """As JSON, each share as its two counts."""
    rows = {
        scope: {name: [share.part, share.whole] for name, share in each.items()}
        for scope, each in kept.items()
    }
    file.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read(file: Path) -> Record:
    """What `write` wrote."""
    rows = json.loads(file.read_text(encoding="utf-8"))
    return {
        scope: {name: Share(part, whole) for name, (part, whole) in each.items()}
        for scope, each in rows.items()
    }


def fallen(figures: Mapping[str, Figures], kept: Record) -> list[str]:
    """One sentence for each figure that is worse than the record by more than two standard
    errors; also for one that isn't measured any more."""
    found = []
    for scope, each in kept.items():
        shares = figures[scope].shares() if scope in figures else {}
        for name, old in each.items():
            if math.isnan(old.value):
                continue
            if name not in shares:
                found.append(f"{scope}: {name} isn't measured any more")
                continue
            new, more_is_better = shares[name]
            worse = old.value - new.value if more_is_better else new.value - old.value
            if not worse <= old.noise:
                found.append(f"{scope}: {name} was {old}, is {new} (noise {old.noise:.3f})")
    return found
