"""How good intents and urgency are, whoever said them: lines of Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from preparation.intents import INTENTS
from preparation.read import Example

_RECALLS = (0.9, 0.95, 0.97, 0.99)


@dataclass(frozen=True)
class Judged:
    """What is true of some messages."""

    intent: np.ndarray
    urgent: np.ndarray
    hard: np.ndarray
    locale: np.ndarray

    @classmethod
    def of(cls, examples: Sequence[Example]) -> Judged:
        """Of these messages, in their order."""
        return cls(
            intent=np.array([INTENTS.index(example.intent) for example in examples]),
            urgent=np.array([example.urgent for example in examples]),
            hard=np.array([example.hard_negative for example in examples]),
            locale=np.array([example.locale for example in examples]),
        )


def figures(judged: Judged, intent: np.ndarray, alarm: np.ndarray) -> Iterator[str]:
    """Two tables: accuracy, and the price of each recall.

    `intent` has a number for each message and each of `INTENTS`, `alarm` one for each message;
    the largest intent wins, and a message is heard as urgent from some alarm on.
    """
    right = intent.argmax(axis=1) == judged.intent
    locales = sorted(set(judged.locale))
    yield "| accuracy | " + " | ".join(locales) + " |"
    yield "| --- " * (len(locales) + 1) + "|"
    each = " | ".join(f"{right[judged.locale == locale].mean():.3f}" for locale in locales)
    yield f"| {right.mean():.3f} | {each} |"
    yield ""
    yield "| urgent caught | false alarms | of hard negatives | least of a locale |"
    yield "| --- | --- | --- | --- |"
    ordered = np.sort(alarm[judged.urgent])
    for recall in _RECALLS:
        heard = alarm >= ordered[int((1 - recall) * len(ordered))]
        least = min(heard[judged.urgent & (judged.locale == name)].mean() for name in locales)
        shares = (
            heard[judged.urgent].mean(),
            heard[~judged.urgent].mean(),
            heard[judged.hard].mean(),
        )
        yield "| " + " | ".join(f"{share:.1%}" for share in (*shares, least)) + " |"
