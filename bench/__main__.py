"""The command: measures, then writes docs/load.md.

python -m bench [--seconds 20] [--chats 1,8,32,128] [--urgent 200] [--kills 20] [--messages 200]
                [--idle 100000] [--tickets 100,100000] [--only SECTION,…]
"""

import argparse
import asyncio
import os
import socket
from collections.abc import Awaitable, Callable, Sequence
from contextlib import closing

import aiohttp

from bench import report
from bench.figures import Figures
from bench.kills import relayed
from bench.processes import ours, peer
from bench.stock import rasa
from bench.stored import idle, tickets
from bench.turns import arrive, ask, measure, press, urgent
from bot.model_process import model
from bot.sandbox.people import Person

Section = Callable[[argparse.Namespace], Awaitable[Sequence[str]]]
OURS, ECHO = "helpline: button → answer", "bare aiogram: button → answer"
HEARD, STOCK = "helpline: free text → answer", "rasa run: free text → answer"


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


async def _start(person: Person) -> None:
    await person.start()
    await person.until(lambda: person.unseen, timeout=30)


async def buttons(options: argparse.Namespace) -> Sequence[str]:
    """A button pressed → answer sent, beside a bare echo bot; and where the time goes."""
    own, echo = list[Figures](), list[Figures]()
    port = _free_port()
    async with ours(internal=f"127.0.0.1:{port}") as line:
        for chats in options.chats:
            own.append(await measure(OURS, line, chats, options.seconds, press, arrive))
        stages = await _stages(port)
    async with peer("bench.echo") as line:
        for chats in options.chats:
            echo.append(await measure(ECHO, line, chats, options.seconds, press, _start))
    report.draw_latencies([*own, *echo], "load-buttons")
    report.draw_stages(stages, "load-stages")
    return [
        *report.table([*own, *echo]),
        *[report.ratio(*pair) for pair in zip(own, echo, strict=True)],
        "",
        "![Latency over chats](pictures/load-buttons.png)",
        "![Where the time goes](pictures/load-stages.png)",
    ]


async def texts(options: argparse.Namespace) -> Sequence[str]:
    """A free text → answer sent, beside stock `rasa run` on the same data."""
    own, stock = list[Figures](), list[Figures]()
    async with model(lambda _: None) as url, ours(nlu_url=url) as line:
        for chats in options.chats:
            own.append(await measure(HEARD, line, chats, options.seconds, ask, arrive))
    stock = await rasa(STOCK, options.chats, options.seconds)
    report.draw_latencies([*own, *stock], "load-texts")
    return [
        *report.table([*own, *stock]),
        *[report.ratio(*pair) for pair in zip(own, stock, strict=True)],
        "",
        "![Latency over chats](pictures/load-texts.png)",
    ]


async def danger(options: argparse.Namespace) -> Sequence[str]:
    """An urgent text → its card in the operators' group, with other chats pressing buttons."""
    found = []
    for chats in options.chats:
        async with ours() as line:
            found.append(await urgent(line, options.urgent, chats))
    return report.table(found)


async def relay(options: argparse.Namespace) -> Sequence[str]:
    """A person's message → the operators' topic, without and with kills, beside a minimal bot."""
    found = []
    for kills in (0, options.kills):
        messages = max(options.messages, 5 * kills)
        named = f"{kills} kills"
        async with ours() as line:
            what = f"helpline: relay, {named}"
            found.append(await relayed(what, line, kills=kills, messages=messages, own=True))
        async with peer("bench.relay") as line:
            what = f"minimal aiogram relay, {named}"
            found.append(await relayed(what, line, kills=kills, messages=messages, own=False))
    return report.table(found)


async def store(options: argparse.Namespace) -> Sequence[str]:
    """Bytes of an idle conversation; how long the next of many waiting tickets takes to find."""
    return [
        *report.stored(await idle(options.idle)),
        *report.table(await tickets(options.tickets)),
    ]


SECTIONS: dict[str, tuple[str, Section]] = {
    "buttons": ("Buttons", buttons),
    "texts": ("Free text", texts),
    "danger": ("Danger", danger),
    "relay": ("Relay and kills", relay),
    "store": ("The store", store),
}


async def _stages(port: int) -> dict[str, float]:
    """Mean milliseconds of each stage, from the process's own figures."""
    url = f"http://127.0.0.1:{port}/metrics"
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        lines = (await answer.text()).splitlines()
    values = dict(line.rsplit(" ", 1) for line in lines if line and line[0] != "#")
    found = {}
    for stage in ("update", "load", "understand", "write", "send"):
        name = f'helpline_stage_seconds_{{}}{{{{stage="{stage}"}}}}'
        total = float(values.get(name.format("sum"), 0))
        count = float(values.get(name.format("count"), 0))
        if count:
            found[stage] = 1000 * total / count
    return found


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def _run(options: argparse.Namespace) -> None:
    bodies: dict[str, Sequence[str]] = {}
    for name in options.only:
        title, section = SECTIONS[name]
        print(f"{title} …", flush=True)
        bodies[title] = await section(options)
        print("\n".join(bodies[title]), flush=True)
    given = f"{options.seconds:g} s each, chats {','.join(map(str, options.chats))}"
    print(report.write(bodies, os.cpu_count() or 1, given))


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--chats", type=_numbers, default=(1, 8, 32, 128))
    parser.add_argument("--urgent", type=int, default=200)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--messages", type=int, default=200)
    parser.add_argument("--idle", type=int, default=100_000)
    parser.add_argument("--tickets", type=_numbers, default=(100, 100_000))
    parser.add_argument("--only", type=lambda text: text.split(","), default=list(SECTIONS))
    options = parser.parse_args()
    unknown = set(options.only) - set(SECTIONS)
    if unknown:
        parser.error(f"--only: there are {', '.join(SECTIONS)}")
    asyncio.run(_run(options))


if __name__ == "__main__":
    main()
