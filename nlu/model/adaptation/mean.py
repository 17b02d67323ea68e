"""The mean of two encoders that began alike. One that goes on learning knows its messages better,
and others a little worse; halfway it keeps most of what it has learnt, and what it knew."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

UP, DOWN = ".up", ".down"

Arrays = Mapping[str, np.ndarray]


def mean(one: Arrays, other: Arrays) -> dict[str, np.ndarray]:
    """The mean of the arrays of two encoders, the second of which went on from the first: narrow
    matrices stay as narrow as they are; heads that know more intents than the first's are the
    second's own."""
    halfway = {
        name: np.float32(0.5) * (one[name].astype(np.float32) + other[name].astype(np.float32))
        if one[name].shape == other[name].shape
        else other[name].astype(np.float32)
        for name in other
        if not name.endswith((UP, DOWN))
    }
    for up in (name for name in other if name.endswith(UP)):
        down = up[: -len(UP)] + DOWN
        halfway[up], halfway[down] = _narrow((one[up], one[down]), (other[up], other[down]))
    return halfway


def _narrow(
    one: tuple[np.ndarray, np.ndarray], other: tuple[np.ndarray, np.ndarray]
) -> tuple[np.ndarray, np.ndarray]:
    """The product of what is returned is as near as can be to the mean of both products."""
    rank = one[0].shape[1]
    up = np.hstack([0.5 * one[0].astype(np.float64), 0.5 * other[0].astype(np.float64)])
    down = np.vstack([one[1].astype(np.float64), other[1].astype(np.float64)])
    left, upper = np.linalg.qr(up)
    right, lower = np.linalg.qr(down.T)
    turned, sizes, back = np.linalg.svd(upper @ lower.T)
    root = np.sqrt(sizes[:rank])
    wide = (left @ turned[:, :rank]) * root
    tall = root[:, None] * (back[:rank] @ right.T)
    return wide.astype(np.float32), tall.astype(np.float32)
