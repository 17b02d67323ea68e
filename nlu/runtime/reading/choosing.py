"""Which windows of a long message are encoded, when there is no time for all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt


def choose_windows(
    windows: Sequence[str],
    alarm: npt.NDArray[np.float32],
    limit: int,
    tokens: Callable[[str], int],
) -> tuple[list[int], list[str]]:
    """Returns positions, in order, and texts of the windows to encode, `limit` tokens in all.

    First the most alarming by its n-grams, then the first and the last, since people begin or
    end with what they want, then the rest by alarm. At least one is returned; if that alone is
    over the limit (rare scripts cost a token a character), it is shortened.
    """
    by_alarm = [int(i) for i in np.argsort(-alarm, kind="stable")]
    order = list(dict.fromkeys([by_alarm[0], 0, len(windows) - 1, *by_alarm]))
    chosen: list[tuple[int, str]] = []
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
