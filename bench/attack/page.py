"""docs/attack.md: what was tried, what was lost, how long others waited meanwhile."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bench.attack.others import Measured

CARD_SECONDS = 5.0
"""A cry reaches a card within this, at the 99th percentile."""

CRY = "cry to card"

_FIGURES = {
    "updates given up": 'helpline_updates_total{outcome="given_up"}',
    "updates put off": 'helpline_updates_total{outcome="put_off"}',
    "turns refused for want of room": 'helpline_turns_total{outcome="refused"}',
    "of its memory a server used at most (last look)": "helpline_store_memory_used_ratio",
    "times that the event loop stood still for more than a second": "late",
}


class Way(StrEnum):
    """How updates come."""

    WEBHOOK = "webhook"
    POLLING = "polling"


@dataclass(frozen=True, slots=True)
class Scale:
    """How large an attack is. `rate`: acts a second."""

    accounts: int
    rate: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Attack:
    """The figures of an attack that was played. `drained`: seconds until nothing waited at Telegram
    any more, None if that took too long; `figures`: intake's own; `dead`: processes that had
    ended."""

    way: Way
    scale: Scale
    took: float
    acts: Counter[str]
    others: Measured
    drained: float | None
    figures: Mapping[str, float]
    dead: Sequence[str]

    @property
    def lost(self) -> int:
        """What somebody wanted and didn't get within a minute, and updates that were given up."""
        given_up = self.figures.get(_FIGURES["updates given up"], 0.0)
        return sum(self.others.lost.values()) + int(given_up) + len(self.dead)

    @property
    def is_withstood(self) -> bool:
        """Nothing was lost, and a cry reached a card in time. Polling is only reported beside it:
        of polling nothing is asked but that nothing is lost."""
        if self.lost or not self.others.seconds[CRY]:
            return False
        return self.way is Way.POLLING or self.others.p(CRY, 0.99) <= CARD_SECONDS

    @property
    def late(self) -> float:
        """How often intake's event loop stood still for more than a second."""
        name = "helpline_event_loop_lag_seconds"
        count = self.figures.get(f"{name}_count", 0.0)
        return count - self.figures.get(f'{name}_bucket{{le="1.0"}}', count)


def written(attacks: Sequence[Attack], machine: str) -> str:
    """The page."""
    lines = [
        "# Under attack",
        "",
        "Written by `make attack`: the whole helpline as processes on loopback (both bots, Redis",
        "with 512 MB, keyring, the model), a crowd that writes by a seed what",
        "`bench/attack/crowd.py` lists, and others who need it meanwhile",
        "(`bench/attack/others.py`). Telegram is the sandbox, in the process that measures; the",
        "operators' group takes as much as is sent (`HELPLINE_DESK_RATE=0`): with Telegram's",
        "twenty messages a minute the group is full long before the helpline is, and a card then",
        "waits for its token (docs/decisions/0012).",
        "",
        f"Machine: {machine}.",
    ]
    for attack in attacks:
        lines += ["", *_one(attack)]
    return "\n".join(lines) + "\n"


def _one(attack: Attack) -> list[str]:
    scale, others = attack.scale, attack.others
    acts = ", ".join(f"{kind} {count}" for kind, count in attack.acts.most_common())
    drained = "not within two minutes" if attack.drained is None else f"{attack.drained:.1f} s"
    verdict = "withstood" if attack.is_withstood else "NOT withstood"
    lines = [
        f"## By {attack.way}: {verdict}",
        "",
        f"{scale.accounts} accounts, {scale.rate} acts a second wanted for {scale.seconds:.0f} s; "
        f"{sum(attack.acts.values())} done in {attack.took:.0f} s: {acts}.",
        "",
        "| meanwhile, of others | times | lost | p50, s | p95, s | p99, s |",
        "| --- | --: | --: | --: | --: | --: |",
    ]
    for kind in sorted({*others.seconds, *others.lost}):
        found, lost = others.seconds.get(kind, []), others.lost.get(kind, 0)
        told = [f"{others.p(kind, one):.2f}" if found else "–" for one in (0.5, 0.95, 0.99)]
        lines.append(f"| {kind} | {len(found) + lost} | {lost} | {' | '.join(told)} |")
    lines += ["", f"Nothing waited at Telegram any more after: {drained}."]
    for what, name in _FIGURES.items():
        value = attack.late if name == "late" else attack.figures.get(name, 0.0)
        lines.append(f"- {what}: {value:g}")
    if attack.dead:
        lines.append(f"- ended by themselves: {', '.join(attack.dead)}")
    return lines
