"""The report's pictures, drawn by matplotlib without a screen."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from bench.understanding.answers import Answer
from bench.understanding.measures.calibration import bins, of_intents, of_urgency
from bench.understanding.measures.figures import Point
from bench.understanding.thresholds import Thresholds
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
    """The curve over the model's threshold; the dots are what the helpline runs with."""
    figure, axes = _recall_axes()
    recall = [point.recall for point in points]
    axes.plot([point.false_alarms for point in points], recall, label="of all that aren't urgent")
    axes.plot([point.hard_alarms for point in points], recall, label="of the hard negatives")
    axes.plot(chosen.false_alarms, chosen.recall, "o", color="C0")
    axes.plot(chosen.hard_alarms, chosen.recall, "o", color="C1")
    axes.set_title("test set, keywords and model", fontsize=9)
    axes.legend(loc="lower right")
    _save(figure, file)


def thresholds(held: Thresholds, file: Path) -> None:
    """The development set's curve that the thresholds were chosen on, and where they lie on it."""
    figure, axes = _recall_axes()
    axes.plot([step.false_alarms for step in held.curve], [step.recall for step in held.curve])
    for number, (score, locales) in enumerate(held.together().items()):
        names = "all locales" if len(locales) == len(held.by_locale) else ", ".join(locales)
        step = held.at(score)
        label = f"{score:.3f}: {names}"
        axes.plot(step.false_alarms, step.recall, "o", color=f"C{number}", label=label)
    alone = held.at(held.sure)
    label = f"{held.sure:.3f}: a sentence by itself"
    axes.plot(alone.false_alarms, alone.recall, "D", color="grey", label=label)
    axes.axhline(held.recall, color="grey", linewidth=0.8, linestyle="--")
    axes.set_title("development set, model alone, all locales", fontsize=9)
    axes.legend(loc="lower right", fontsize=8)
    _save(figure, file)


def calibration(answers: Sequence[Answer], file: Path) -> None:
    """How often the model is right at each number that it gives; on the diagonal it means what it
    says. Beside each point its messages, through it two standard errors: on few it tells little."""
    figure, axes = _canvas(6.5, 5)
    axes.plot([0, 1], [0, 1], color="grey", linewidth=0.8, linestyle=":")
    curves = (
        ("confidence: the intent is right", of_intents(answers), (5, -10), "left"),
        ("urgency's score: the message is urgent", of_urgency(answers), (-5, 6), "right"),
    )
    for label, said, offset, side in curves:
        points = bins(said)
        across = [one.said for one in points]
        up = [one.came_true.value for one in points]
        (line,) = axes.plot(across, up, "o-", label=label)
        colour = line.get_color()
        noise = [one.came_true.noise for one in points]
        axes.errorbar(across, up, yerr=noise, fmt="none", ecolor=colour, alpha=0.3)
        for one, x, y in zip(points, across, up, strict=True):
            axes.annotate(
                str(one.came_true.whole),
                (x, y),
                fontsize=7,
                color=colour,
                xytext=offset,
                textcoords="offset points",
                ha=side,
            )
    axes.set_xlabel("what the model says")
    axes.set_ylabel("share that came true")
    axes.set_xlim(-0.1, 1.1)
    axes.set_ylim(-0.05, 1.05)
    axes.grid(alpha=0.3)
    axes.legend(loc="upper left", fontsize=8)
    _save(figure, file)


def _recall_axes() -> tuple[Figure, Axes]:
    """The same axes for both sets, so that the pictures can be laid beside one another."""
    figure, axes = _canvas(6, 4.5)
    axes.axhline(0.95, color="grey", linewidth=0.8, linestyle=":")
    axes.set_xlabel("false alarms")
    axes.set_ylabel("urgent recall")
    axes.set_xlim(0, 0.3)
    axes.set_ylim(0.7, 1.005)
    axes.grid(alpha=0.3)
    return figure, axes


def _canvas(width: float, height: float) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    return figure, figure.add_subplot()


def _save(figure: Figure, file: Path) -> None:
    figure.savefig(file, dpi=_DOTS, metadata={"Software": None})
