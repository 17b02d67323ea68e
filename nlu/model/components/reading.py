"""Which windows of a long message are encoded, when there is no time for all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, List, Optional, Sequence, Tuple

import numpy as np
from scipy.sparse import csr_matrix

SENTENCES = "sentences"
"""Message attribute: `Sentences`, where a window has several."""


@dataclass(frozen=True)
class Sentences:
    """The sentences of a message, each for itself: a cry among calm sentences is drowned by them,
    as one vector stands for a whole window. `embedding` and `emergency` as of windows."""

    texts: Sequence[str]
    ngrams: csr_matrix
    embedding: Optional[np.ndarray] = None
    emergency: Optional[np.ndarray] = None


def choose_windows(
    windows: Sequence[str],
    alarm: np.ndarray,
    limit: int,
    tokens: Callable[[str], int],
) -> Tuple[List[int], List[str]]:
    """Returns positions, in order, and texts of the windows to encode, `limit` tokens in all.

    First the most alarming by its n-grams, then the first and the last, since people begin or
    end with what they want, then the rest by alarm. At least one is returned; if that alone is
    over the limit (rare scripts cost a token a character), it is shortened.
    """
    by_alarm = [int(i) for i in np.argsort(-alarm, kind="stable")]
    order = list(dict.fromkeys([by_alarm[0], 0, len(windows) - 1, *by_alarm]))
    chosen: List[Tuple[int, str]] = []
    left = limit
    for position in order:
        text = windows[position]
        cost = tokens(text)
        while cost > limit and len(text) > 1:
            text = text[: max(1, len(text) * limit // (cost + 1))]
            cost = tokens(text)
        if chosen and cost > left:
            break
        chosen.append((position, text))
        left -= cost
    chosen.sort()
    return [position for position, _ in chosen], [text for _, text in chosen]
