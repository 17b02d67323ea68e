"""The command: measures, then writes docs/load.md.

python -m bench [--only SECTION,…] [--chats 1,8,32,128] [--rounds 3] [--seconds 4] [--urgent 100]
                [--people 1,8,32] [--messages 400] [--kills 20] [--words 30] [--idle 1000000]
                [--tickets 100,100000] [--tricks TRICK,…]
"""

import argparse
import asyncio
import os
import platform

from bench import report
from bench.plain import TRICKS
from bench.report import Section
from bench.sections import SECTIONS
from bot.clock import SystemClock

_now = SystemClock().monotonic

BUSY = 1.0
"""Processes that want a core before anything is measured: figures are then worth less."""


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


async def _run(options: argparse.Namespace) -> None:
    titles = [title for title, _ in SECTIONS.values()]
    for name in options.only:
        title, run = SECTIONS[name]
        print(f"{title} …", flush=True)
        began, load = _now(), os.getloadavg()[0]
        section: Section = await run(options)
        print("\n".join(section.lines), flush=True)
        given = _given(name, options, _now() - began, load)
        print(report.write({title: section}, titles, given), flush=True)


def _given(name: str, options: argparse.Namespace, seconds: float, load: float) -> str:
    """How a section was measured. `load`: what ran before it began."""
    used = {
        "buttons": ("chats", "rounds", "seconds"),
        "webhook": ("chats", "rounds", "seconds"),
        "texts": ("chats", "rounds", "seconds"),
        "models": ("messages",),
        "trace": (),
        "danger": ("chats", "urgent"),
        "relay": ("people", "messages", "rounds", "kills"),
        "console": ("people", "words"),
        "store": ("idle", "tickets"),
        "tricks": ("tricks", "chats", "people", "messages", "rounds", "seconds"),
    }[name]
    words = [f"--only {name}"]
    for option in used:
        value = getattr(options, option)
        text = ",".join(map(str, value)) if isinstance(value, tuple) else f"{value:g}"
        words.append(f"--{option} {text}")
    machine = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    busy = f", on a busy machine (load {load:.0f} before it began)" if load > BUSY else ""
    return f"`python -m bench {' '.join(words)}` on {machine}, in {seconds:.0f} s{busy}"


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--only", type=lambda text: text.split(","), default=list(SECTIONS))
    parser.add_argument("--chats", type=_numbers, default=(1, 8, 32, 128))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("--urgent", type=int, default=100)
    parser.add_argument("--people", type=_numbers, default=(1, 8, 32))
    parser.add_argument("--messages", type=int, default=400)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--words", type=int, default=30)
    parser.add_argument("--idle", type=int, default=1_000_000)
    parser.add_argument("--tickets", type=_numbers, default=(100, 100_000))
    parser.add_argument("--tricks", type=lambda text: tuple(text.split(",")), default=tuple(TRICKS))
    options = parser.parse_args()
    unknown = set(options.only) - set(SECTIONS)
    if unknown:
        parser.error(f"--only: there are {', '.join(SECTIONS)}")
    strange = set(options.tricks) - set(TRICKS)
    if strange:
        parser.error(f"--tricks: there are {', '.join(TRICKS)}")
    asyncio.run(_run(options))


if __name__ == "__main__":
    main()
