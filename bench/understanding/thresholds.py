"""Where the alarm rings: the thresholds that the model holds, and what they were chosen on.

`nlu/model/thresholds.py` reads them from the model and prints them as JSON.
"""

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from bench.understanding.tables import table

SCRIPT = "thresholds.py"


@dataclass(frozen=True, slots=True)
class Step:
    """Of the development set, with all locales in one, by the model alone: recall and the share of
    false alarms if it alarmed from `score` on."""

    score: float
    recall: float
    false_alarms: float


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What `model` holds: the score from which it alarms in each locale, the one from which a
    sentence counts by itself (`sure`), the shares of urgent messages that were aimed at in all and
    in each locale, the share of calm ones that may alarm, and the curve. All numbers lie in
    0..1."""

    model: str
    recall: float
    least: float
    false: float
    by_locale: Mapping[str, float]
    sure: float
    curve: Sequence[Step]

    @classmethod
    def read(cls, printed: str) -> Self:
        """What the script printed."""
        found = json.loads(printed)
        return cls(
            model=found["model"],
            recall=found["recall"],
            least=found["least"],
            false=found["false"],
            by_locale=found["thresholds"],
            sure=found["sure"],
            curve=[Step(*numbers) for numbers in found["curve"]],
        )

    def at(self, score: float) -> Step:
        """Where a score lies on the curve; between two of its steps on the line through both."""
        scores = [step.score for step in self.curve]
        after = min(max(1, bisect_left(scores, score)), len(scores) - 1)
        low, high = self.curve[after - 1], self.curve[after]
        share = min(1.0, max(0.0, (score - low.score) / (high.score - low.score)))
        return Step(
            score,
            low.recall + share * (high.recall - low.recall),
            low.false_alarms + share * (high.false_alarms - low.false_alarms),
        )

    def together(self) -> dict[float, list[str]]:
        """The locales of each threshold, the lowest first."""
        found: dict[float, list[str]] = {}
        for locale, score in sorted(self.by_locale.items(), key=lambda item: item[1]):
            found.setdefault(score, []).append(locale)
        return found


def section(held: Thresholds) -> str:
    """Its part of the report, in Markdown."""
    rows = [_row(locale, held.at(score)) for locale, score in held.by_locale.items()]
    rows.append(_row("a sentence by itself", held.at(held.sure)))
    told = (
        "The model alarms where its score reaches the threshold of the message's locale, or the"
        " lowest of all where the locale can't be told. The thresholds were chosen on the"
        " development set (`nlu/model/development`), by the model alone: the highest score that"
        f" catches {held.recall:.1%} of the urgent messages there, or a lower one where a locale"
        f" would catch less than {held.least:.0%} of its own; but none so low that more than"
        f" {held.false:.0%} of the calm ones alarm. Recall and false alarms here are read"
        " off that set's curve of all locales together, between two of its steps of a hundredth,"
        " and so may lie a message or two beside what was aimed at."
    )
    head = ["", "threshold", "urgent recall, development", "false alarms, development"]
    pictures = table(
        ["chosen on the development set", "judged by the test set"],
        [
            [
                "![Thresholds on the development set](understanding/thresholds.png)",
                "![Recall against false alarms](understanding/curve.png)",
            ]
        ],
    )
    return "\n\n".join((told, table(head, rows), pictures))


def _row(name: str, step: Step) -> list[str]:
    return [name, f"{step.score:.3f}", f"{step.recall:.3f}", f"{step.false_alarms:.3f}"]
