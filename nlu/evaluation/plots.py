"""The report's pictures, drawn by matplotlib without a screen."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from nlu.evaluation.answers import Answer
from nlu.evaluation.figures import BINS, Point
from nlu.intents import EMERGENCIES, INTENTS

_ORDER = (*EMERGENCIES, *sorted(INTENTS.difference(EMERGENCIES)))
_DOTS = 110


def confusion_matrix(answers: Sequence[Answer], file: Path) -> None:
    """Rows: what was meant; columns: what was heard; darkness: the share of the row."""
    counts = Counter((answer.message.intent, answer.parse.intent) for answer in answers)
    matrix = np.array([[counts[meant, heard] for heard in _ORDER] for meant in _ORDER])
    shares = matrix / np.maximum(1, matrix.sum(axis=1, keepdims=True))
    figure, axes = _canvas(11, 10)
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    names = [name.removeprefix("ask_") for name in _ORDER]
    axes.set_xticks(range(len(names)), names, rotation=90, fontsize=8)
    axes.set_yticks(range(len(names)), names, fontsize=8)
    axes.set_xlabel("heard")
    axes.set_ylabel("meant")
    for row, column in zip(*np.nonzero(matrix), strict=True):
        colour = "white" if shares[row, column] > 0.5 else "black"
        count = str(matrix[row, column])
        axes.text(column, row, count, ha="center", va="center", fontsize=6, color=colour)
    _save(figure, file)


def recall_against_false_alarms(points: Sequence[Point], chosen: Point, file: Path) -> None:
    """The curve over the model's threshold; the dot is what the helpline runs with."""
    figure, axes = _canvas(7, 4.5)
    recall = [point.recall for point in points]
    axes.plot([point.false_alarms for point in points], recall, label="of all that aren't urgent")
    axes.plot([point.hard_alarms for point in points], recall, label="of the hard negatives")
    axes.plot(chosen.false_alarms, chosen.recall, "o", color="C0")
    axes.plot(chosen.hard_alarms, chosen.recall, "o", color="C1")
    axes.axhline(0.95, color="grey", linewidth=0.8, linestyle=":")
    axes.set_xlabel("false alarms")
    axes.set_ylabel("urgent recall")
    axes.set_xlim(0, 0.5)
    axes.set_ylim(0.7, 1.005)
    axes.grid(alpha=0.3)
    axes.legend(loc="lower right")
    _save(figure, file)


def calibration(answers: Sequence[Answer], file: Path) -> None:
    """How often the model is right at each confidence; on the diagonal it means what it says."""
    figure, axes = _canvas(5, 4.5)
    bins: dict[int, list[Answer]] = {}
    for answer in answers:
        bins.setdefault(min(BINS - 1, int(answer.heard.confidence * BINS)), []).append(answer)
    known = sorted(bins)
    sure = [np.mean([a.heard.confidence for a in bins[number]]) for number in known]
    right = [
        np.mean([a.heard.intent == a.message.intent for a in bins[number]]) for number in known
    ]
    axes.plot([0, 1], [0, 1], color="grey", linewidth=0.8, linestyle=":")
    axes.plot(sure, right, "o-")
    for number, x, y in zip(known, sure, right, strict=True):
        axes.annotate(
            str(len(bins[number])), (x, y), fontsize=7, xytext=(4, -9), textcoords="offset points"
        )
    axes.set_xlabel("confidence")
    axes.set_ylabel("share that was right")
    axes.grid(alpha=0.3)
    _save(figure, file)


def _canvas(width: float, height: float) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    return figure, figure.add_subplot()


def _save(figure: Figure, file: Path) -> None:
    figure.savefig(file, dpi=_DOTS, metadata={"Software": None})
