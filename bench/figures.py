"""Latencies → figures."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Round:
    """What one round gave. Latencies and `passed` in seconds."""

    latencies: Sequence[float]
    passed: float
    lost: int = 0
    doubled: int = 0
    megabytes: float = 0.0

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.latencies) / self.passed if self.passed else 0.0

    @property
    def p95(self) -> float:
        """In seconds."""
        return percentile(self.latencies, 0.95)


@dataclass(frozen=True, slots=True)
class Figures:
    """All rounds of one measurement. Latencies in milliseconds, of all answers together; `rate`
    in answers a second, the median of the rounds, between `slowest` and `fastest`."""

    what: str
    chats: int
    count: int
    rate: float
    slowest: float
    fastest: float
    p50: float
    p95: float
    p99: float
    lost: int = 0
    doubled: int = 0
    megabytes: float = 0.0


@dataclass(frozen=True, slots=True)
class Beside:
    """Ours as a multiple of a peer's, round by round: (median, least, most)."""

    what: str
    chats: int
    rate: tuple[float, float, float]
    p95: tuple[float, float, float]


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of all doesn't exceed; NaN for none."""
    if not values:
        return math.nan
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def figures(what: str, chats: int, rounds: Sequence[Round]) -> Figures:
    """From at least one round."""
    latencies = [seconds for one in rounds for seconds in one.latencies]
    p50, p95, p99 = (percentile(latencies, share) * 1000 for share in (0.5, 0.95, 0.99))
    rates = [one.rate for one in rounds]
    return Figures(
        what,
        chats,
        len(latencies),
        median(rates),
        min(rates),
        max(rates),
        p50,
        p95,
        p99,
        sum(one.lost for one in rounds),
        sum(one.doubled for one in rounds),
        max(one.megabytes for one in rounds),
    )


def beside(what: str, chats: int, own: Sequence[Round], peer: Sequence[Round]) -> Beside:
    """Each of our rounds with the peer's that followed it, so that both had the same machine."""
    pairs = list(zip(own, peer, strict=True))
    rates = [_share(mine.rate, theirs.rate) for mine, theirs in pairs]
    p95s = [_share(mine.p95, theirs.p95) for mine, theirs in pairs]
    return Beside(what, chats, _spread(rates), _spread(p95s))


def _share(one: float, other: float) -> float:
    return one / other if other else math.nan


def _spread(values: Sequence[float]) -> tuple[float, float, float]:
    return median(values), min(values), max(values)


@dataclass(frozen=True, slots=True)
class ServerFigures:
    """One server: milliseconds of a message over HTTP, seconds to its first answer, MiB."""

    what: str
    messages: int
    p50: float
    p95: float
    p99: float
    start_seconds: float
    mib: float

    def line(self) -> str:
        """A row of the table."""
        times = " | ".join(f"{value:.1f}" for value in (self.p50, self.p95, self.p99))
        return f"| {self.what} | {times} | {self.start_seconds:.1f} | {self.mib:.0f} |"
