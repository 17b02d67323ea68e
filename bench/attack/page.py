"""docs/attack.md: what was tried, what was lost, how long others waited meanwhile."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bench.attack.others import Measured
from bench.attack.tried import Tried

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
    """The figures of an attack that was played.

    `drained`: seconds until nothing waited any more, at Telegram or in the backlog, None if that
    took too long; `figures`: intake's own; `dead`: processes that had ended; `taken`: updates that
    intake had taken when the flood ended; `spent`: the processor's seconds of each process until
    then; `tried`: what was tried one by one after the flood; `left`: updates that were dropped
    before that, as they still waited.
    """

    way: Way
    scale: Scale
    took: float
    acts: Counter[str]
    others: Measured
    drained: float | None
    figures: Mapping[str, float]
    dead: Sequence[str]
    taken: float = 0.0
    spent: Mapping[str, float] = field(default_factory=dict)
    cores: int = 1
    tried: Sequence[Tried] = ()
    left: int = 0

    @property
    def lost(self) -> int:
        """What somebody wanted and didn't get within a minute, and updates that were given up."""
        given_up = self.figures.get(_FIGURES["updates given up"], 0.0)
        not_held = sum(not one.held for one in self.tried)
        return sum(self.others.lost.values()) + int(given_up) + len(self.dead) + not_held

    @property
    def delivered(self) -> float:
        """Acts that the crowd did in a second."""
        return sum(self.acts.values()) / self.took if self.took else 0.0

    @property
    def is_withstood(self) -> bool:
        """Nothing was lost, and a cry reached a card in time."""
        cries = self.others.seconds[CRY]
        return bool(cries) and not self.lost and self.others.p(CRY, 0.99) <= CARD_SECONDS

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
        "waits for its token (docs/decisions/0012, 0052). After the flood hostile inputs and",
        "hijacks are tried one by one (`bench/attack/hostile.py`, `bench/attack/hijacks.py`).",
        "",
        "Withstood is an attack in which nothing was lost, a cry reached a card within",
        f"{CARD_SECONDS:g} s at p99, and all that was tried showed what it ought to.",
        "",
        f"Machine: {machine}.",
    ]
    for attack in attacks:
        lines += ["", *_one(attack)]
    return "\n".join(lines) + "\n"


def _one(attack: Attack) -> list[str]:
    scale, others = attack.scale, attack.others
    acts = ", ".join(f"{kind} {count}" for kind, count in attack.acts.most_common())
    late = f"not within two minutes, so what was left of it ({attack.left} updates) was dropped"
    drained = late if attack.drained is None else f"{attack.drained:.1f} s"
    verdict = "withstood" if attack.is_withstood else "NOT withstood"
    lines = [
        f"## By {attack.way}: {verdict}",
        "",
        f"{scale.accounts} accounts, {scale.rate} acts a second wanted for {scale.seconds:.0f} s; "
        f"{sum(attack.acts.values())} done in {attack.took:.0f} s, "
        f"{attack.delivered:.0f} a second: {acts}. "
        f"Intake had taken {attack.taken:.0f} updates when the flood ended, "
        f"{attack.taken / max(attack.took, 1):.0f} a second.",
        "",
        *_spent(attack),
        "| meanwhile, of others | times | lost | p50, s | p95, s | p99, s |",
        "| --- | --: | --: | --: | --: | --: |",
    ]
    for kind in sorted({*others.seconds, *others.lost}):
        found, lost = others.seconds.get(kind, []), others.lost.get(kind, 0)
        told = [f"{others.p(kind, one):.2f}" if found else "–" for one in (0.5, 0.95, 0.99)]
        lines.append(f"| {kind} | {len(found) + lost} | {lost} | {' | '.join(told)} |")
    lines += ["", f"Nothing waited any more, at Telegram or in the backlog, after: {drained}."]
    lines += ["", f"Of an update's time in intake, mean ms: {_stages(attack.figures)}.", ""]
    for what, name in _FIGURES.items():
        value = attack.late if name == "late" else attack.figures.get(name, 0.0)
        lines.append(f"- {what}: {value:g}")
    if attack.dead:
        lines.append(f"- ended by themselves: {', '.join(attack.dead)}")
    if attack.tried:
        lines += [
            "",
            "| tried after the flood | held | it showed | s |",
            "| --- | --- | --- | --: |",
        ]
        for one in attack.tried:
            held = "yes" if one.held else "NO"
            lines.append(f"| {one.what} | {held} | {one.showed} | {one.seconds:.1f} |")
    return lines


def _stages(figures: Mapping[str, float]) -> str:
    """Of all updates that came, floods and erasures too."""
    told = []
    for stage in ("update", "load", "understand", "write", "deliver", "send"):
        name = f'helpline_stage_seconds_{{}}{{{{stage="{stage}"}}}}'
        count = figures.get(name.format("count"), 0.0)
        if count:
            told.append(f"{stage} {1000 * figures[name.format('sum')] / count:.0f}")
    return ", ".join(told) or "–"


def _spent(attack: Attack) -> list[str]:
    """Of a machine that is busy with the crowd itself figures say little: so that is told."""
    if not attack.spent:
        return []
    each = ", ".join(f"{name} {seconds:.0f}" for name, seconds in attack.spent.items())
    share = sum(attack.spent.values()) / (attack.cores * max(attack.took, 1))
    return [
        f"Of {attack.cores} processors these took {share:.0%}, in seconds: {each}.",
        "",
    ]
