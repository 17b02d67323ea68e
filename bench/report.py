"""Figures → docs/load.md and its pictures."""

import platform
from collections.abc import Mapping, Sequence
from pathlib import Path

import matplotlib as mpl
from matplotlib.figure import Figure

from bench.figures import Figures
from bench.stored import Idle

mpl.use("Agg")
import matplotlib.pyplot as plt

DOCS = Path(__file__).parent.parent / "docs"
PICTURES = DOCS / "pictures"


def table(rows: Sequence[Figures]) -> list[str]:
    """A Markdown table."""
    lines = [
        "| what | chats | answers | a second | p50 ms | p95 ms | p99 ms | lost | doubled | MB |",
        "| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |",
    ]
    for one in rows:
        latencies = " | ".join(f"{value:.1f}" for value in (one.p50, one.p95, one.p99))
        memory = f"{one.megabytes:.0f}" if one.megabytes else ""
        lines.append(
            f"| {one.what} | {one.chats:,} | {one.count:,} | {one.rate:,.0f} | {latencies} "
            f"| {one.lost} | {one.doubled} | {memory} |"
        )
    return [*lines, ""]


def ratio(own: Figures, other: Figures) -> str:
    """Ours beside a peer's, at the same number of chats."""
    share = own.rate / other.rate if other.rate else 0.0
    return (
        f"- {own.chats} chats: {share:.2f} × the throughput of *{other.what}*, "
        f"p95 {own.p95:.1f} ms against {other.p95:.1f} ms"
    )


def draw_latencies(rows: Sequence[Figures], name: str) -> None:
    """p50, p95 and p99 over the number of chats, a panel for each thing measured."""
    whats = list(dict.fromkeys(one.what for one in rows))
    figure, panels = plt.subplots(1, len(whats), figsize=(4 * len(whats), 3), squeeze=False)
    for panel, what in zip(panels[0], whats, strict=True):
        own = [one for one in rows if one.what == what]
        for label in ("p50", "p95", "p99"):
            heights = [getattr(one, label) for one in own]
            panel.plot([one.chats for one in own], heights, marker="o", label=label)
        panel.set(title=what, xlabel="chats", ylabel="ms", xscale="log", yscale="log")
        panel.legend()
    _save(figure, name)


def draw_stages(stages: Mapping[str, float], name: str) -> None:
    """Where the time of one message goes: mean milliseconds of each stage."""
    figure, panel = plt.subplots(figsize=(7, 2.5))
    panel.barh(list(stages), list(stages.values()))
    panel.invert_yaxis()
    panel.set(title="where the time of one message goes", xlabel="ms, mean")
    _save(figure, name)


def _save(figure: Figure, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    figure.tight_layout()
    figure.savefig(PICTURES / f"{name}.png", dpi=110)
    plt.close(figure)


def stored(idle: Idle) -> list[str]:
    """Bytes of an idle conversation, and what many of them do to one turn."""
    return [
        f"{idle.conversations:,} idle conversations take {idle.each:,.0f} bytes each in Redis "
        "(state, data key, address, one message number).",
        "",
        *table([idle.with_none, idle.with_all]),
    ]


def write(sections: Mapping[str, Sequence[str]], cores: int, options: str) -> Path:
    """docs/load.md."""
    lines = [
        "# Under load",
        "",
        f"Written by `make bench` ({options}). One run on one machine with {cores} cores, "
        f"{platform.system()}, Python {platform.python_version()}; the load generator, the",
        "sandbox that plays Telegram, Redis and the bots share those cores. So the ratios count, "
        "not the figures.",
        "",
    ]
    for title, body in sections.items():
        lines += [f"## {title}", "", *body, ""]
    path = DOCS / "load.md"
    path.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")
    return path
