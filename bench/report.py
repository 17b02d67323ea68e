"""Figures → docs/load.md and its pictures in docs/load/.

docs/load/figures.json keeps what each section found, so that a run of one section leaves the
others' figures as they were, each with the options that it was measured with.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure

from bench.figures import Beside, Figures, ServerFigures
from bench.stored import Idle

mpl.use("Agg")
import matplotlib.pyplot as plt

DOCS = Path(__file__).parent.parent / "docs"
PICTURES = DOCS / "load"
FIGURES = PICTURES / "figures.json"


@dataclass(frozen=True, slots=True)
class Section:
    """What one section found. `lines`: Markdown; `figures`: the same as numbers."""

    lines: Sequence[str]
    figures: Sequence[Figures | Beside | Idle | ServerFigures] = field(default=())


def table(rows: Sequence[Figures]) -> list[str]:
    """A Markdown table."""
    lines = [
        "| what | chats | answers | a second (rounds) | p50 ms | p95 ms | p99 ms | lost | doubled "
        "| MB |",
        "| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |",
    ]
    for one in rows:
        latencies = " | ".join(f"{value:,.1f}" for value in (one.p50, one.p95, one.p99))
        spread = "" if one.slowest == one.fastest else f" ({one.slowest:,.1f}-{one.fastest:,.1f})"
        memory = f"{one.megabytes:,.0f}" if one.megabytes else ""
        lines.append(
            f"| {one.what} | {one.chats:,} | {one.count:,} | {one.rate:,.1f}{spread} | {latencies} "
            f"| {one.lost} | {one.doubled} | {memory} |"
        )
    return [*lines, ""]


def ratio(one: Beside) -> str:
    """Ours beside a peer's."""
    rate = "{:.2f} × ({:.2f}-{:.2f})".format(*one.rate)
    p95 = "{:.2f} × ({:.2f}-{:.2f})".format(*one.p95)
    return f"- {one.chats} at once: {rate} the throughput of *{one.what}*, {p95} its p95"


def stored(idle: Idle) -> list[str]:
    """Bytes of an idle conversation, and what many of them do to one turn."""
    return [
        f"{idle.conversations:,} idle conversations take {idle.each:,.0f} bytes each in "
        f"{idle.server} (a first contact and a question: state, keys, address, numbers of seven "
        "messages, marks of three updates, places in the indexes).",
        "",
        *table([idle.with_none, idle.with_all]),
    ]


def draw_latencies(rows: Sequence[Figures], name: str) -> str:
    """p50, p95 and p99 over the number of chats, a panel for each thing measured."""
    whats = list(dict.fromkeys(one.what for one in rows))
    figure, panels = plt.subplots(
        1, len(whats), figsize=(4 * len(whats), 3), squeeze=False, sharey=True
    )
    for panel, what in zip(panels[0], whats, strict=True):
        own = [one for one in rows if one.what == what]
        for label in ("p50", "p95", "p99"):
            heights = [getattr(one, label) for one in own]
            panel.plot([one.chats for one in own], heights, marker="o", label=label)
        panel.set(title=what, xlabel="chats", ylabel="ms", xscale="log", yscale="log")
        panel.legend()
    return _save(figure, name, "Latency over chats")


def draw_parts(messages: Mapping[str, Mapping[str, float]], name: str) -> str:
    """Where the time of one message goes: its parts one after another, a bar for each kind."""
    figure, panel = plt.subplots(figsize=(8, 1 + len(messages)))
    starts = dict.fromkeys(messages, 0.0)
    for part in next(iter(messages.values())):
        widths = [found[part] for found in messages.values()]
        panel.barh(list(messages), widths, left=list(starts.values()), label=part)
        starts = {kind: starts[kind] + found[part] for kind, found in messages.items()}
    panel.invert_yaxis()
    panel.set(title="where the time of one message goes", xlabel="ms, median of each part")
    panel.legend(ncols=4, fontsize="small", loc="upper center", bbox_to_anchor=(0.5, -0.25))
    return _save(figure, name, "Where the time of one message goes")


def _save(figure: Figure, name: str, says: str) -> str:
    PICTURES.mkdir(parents=True, exist_ok=True)
    figure.savefig(PICTURES / f"{name}.png", dpi=110, bbox_inches="tight")
    plt.close(figure)
    return f"![{says}](load/{name}.png)"


def write(sections: Mapping[str, Section], titles: Sequence[str], given: str) -> Path:
    """docs/load.md, of these sections and of what earlier runs found of the others."""
    kept: dict[str, Any] = {}
    if FIGURES.exists():
        kept = json.loads(FIGURES.read_text(encoding="utf-8"))
    for title, section in sections.items():
        numbers = [{"kind": type(one).__name__, **asdict(one)} for one in section.figures]
        kept[title] = {"given": given, "figures": numbers, "lines": list(section.lines)}
    PICTURES.mkdir(parents=True, exist_ok=True)
    FIGURES.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    lines = [
        "# Under load",
        "",
        "Written by `make bench`. All of a section is measured in one run on one machine: the load "
        "generator, the",
        "sandbox that plays Telegram, Redis, the bots and the model share its cores. So the ratios "
        "count, not the",
        "figures. Ours and a peer take turns, round by round; a ratio is the median of the rounds, "
        "with the least and",
        "the most. A round has new people each time, since the bot answers no flood; MB is the "
        "memory of all bots",
        "of one side together.",
        "",
    ]
    for title in titles:
        if title in kept:
            lines += [f"## {title}", "", *kept[title]["lines"], "", f"*{kept[title]['given']}*", ""]
    path = DOCS / "load.md"
    path.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")
    return path
