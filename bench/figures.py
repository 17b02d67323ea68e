"""Latencies → figures."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figures:
    """One measurement. Latencies in milliseconds; `rate` in answers a second."""

    what: str
    chats: int
    count: int
    rate: float
    p50: float
    p95: float
    p99: float
    lost: int = 0
    doubled: int = 0
    megabytes: float = 0.0


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of all doesn't exceed; NaN for none."""
    if not values:
        return math.nan
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def figures(
    what: str,
    chats: int,
    seconds: Sequence[float],
    passed: float,
    *,
    lost: int = 0,
    doubled: int = 0,
    megabytes: float = 0.0,
) -> Figures:
    """From the latencies of all answers, in seconds, and the time that passed."""
    p50, p95, p99 = (percentile(seconds, share) * 1000 for share in (0.5, 0.95, 0.99))
    rate = len(seconds) / passed if passed else 0.0
    return Figures(what, chats, len(seconds), rate, p50, p95, p99, lost, doubled, megabytes)
