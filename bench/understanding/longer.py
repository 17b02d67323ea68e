"""What takes minutes to measure: training, a stock pipeline beside ours, cross-validation.

The scripts of `nlu/model` measure it and print JSON; kept is what they printed last, so that the
report can be written anew without them.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

SCRIPTS = {"training": "timing.py", "beside": "compare.py", "folds": "crossvalidate.py"}
"""By the part they measure, in the order of the report."""


@dataclass(frozen=True, slots=True)
class Longer:
    """What each script printed, and the model that was there then; a part may be missing."""

    model: str
    parts: Mapping[str, Mapping[str, Any]]

    def write(self, file: Path) -> None:
        """Keep it."""
        file.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")

    @classmethod
    def read(cls, file: Path) -> Self:
        """What was kept; nothing if there is no such file yet."""
        if not file.is_file():
            return cls("", {})
        found = json.loads(file.read_text(encoding="utf-8"))
        return cls(found["model"], found["parts"])


def section(longer: Longer, *, earlier: bool) -> str:
    """Its part of the report, in Markdown. `earlier`: whether another run measured it."""
    shown = {"training": _training, "beside": _beside, "folds": _folds}
    told = [show(longer.parts[name]) for name, show in shown.items() if name in longer.parts]
    missing = [name for name in shown if name not in longer.parts]
    if told:
        run = "Of an earlier run" if earlier else "Of this run"
        told.insert(0, f"{run}, with model `{longer.model}` (`helpline evaluate --longer`):")
    if missing:
        told.append(f"Not measured yet (`helpline evaluate --longer`): {', '.join(missing)}.")
    return "\n\n".join(told)


def _training(part: Mapping[str, Any]) -> str:
    return (
        f"Training took {part['from_nothing']} s from nothing (aimed at: 720) and"
        f" {part['ten_more']} s after ten messages more (aimed at: 90)."
    )


def _beside(part: Mapping[str, Any]) -> str:
    lines = [
        "One message in this process without HTTP, by turns with a stock Rasa pipeline (whitespace,"
        f" character counts, DIET); ours takes {part['ratio']['p50']} × its time at p50 and"
        f" {part['ratio']['p95']} × at p95 (aimed at: at most 2).",
        "",
        "| | p50 ms | p95 ms | p99 ms |",
        "| --- | --- | --- | --- |",
    ]
    for name, title in (("own", "ours"), ("stock", "stock Rasa")):
        own = part[name]
        lines.append(f"| {title} | {own['p50']} | {own['p95']} | {own['p99']} |")
    return "\n".join(lines)


def _folds(part: Mapping[str, Any]) -> str:
    head = ["all", *part["locales"]]
    cells = [f"{share:.3f}" for share in (part["accuracy"], *part["locales"].values())]
    return (
        f"Cross-validation ({part['folds']} folds, {part['messages']} training messages without"
        " what is derived of them) can only judge the encoder as it was published, since the"
        " adapted one has learnt from all of them: it tells how the data is, not how good the"
        f" model is. Macro-F1 {part['macro_f1']:.3f}; where {part['recall']:.0%} of the urgent are"
        f" caught, {part['false_alarms']:.1%} false alarms, {part['hard_negatives']:.1%} of the"
        " hard negatives. Accuracy:\n\n"
        f"| {' | '.join(head)} |\n| {' | '.join(['---'] * len(head))} |\n| {' | '.join(cells)} |"
    )
