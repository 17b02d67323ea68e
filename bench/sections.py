"""The sections of docs/load.md: what is measured, beside what."""

import argparse
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import aiohttp

from bench import report
from bench.console import desk_in_browser
from bench.danger import urgent
from bench.figures import Round, figures
from bench.kills import relay as relaying
from bench.models import servers
from bench.processes import hooked, ours, peer
from bench.report import Section
from bench.rounds import by_turns, compared, say
from bench.stock import rasa
from bench.stored import idle, tickets
from bench.trace import traced
from bench.tricks import tricks
from bench.turns import arrive, ask, load, press, start
from bot.errors import ConfigError
from bot.processes.model_server import PROJECT, bundled, train
from sandbox.ports import free_port
from tests.kit.processes import resident

Run = Callable[[argparse.Namespace], Awaitable[Section]]

OURS, ECHO = "helpline: button → answer", "bare aiogram: button → answer"
HEARD, STOCK = "helpline: free text → answer", "rasa run: free text → answer"
RELAY, MINIMAL = "helpline: person → topic", "minimal aiogram relay"


async def buttons(options: argparse.Namespace) -> Section:
    """A button pressed → answer sent, beside a bare echo bot."""
    return await _pressed(options, "buttons")


async def webhook(options: argparse.Namespace) -> Section:
    """As `buttons`, but Telegram sends both their updates."""
    return await _pressed(options, "webhook", webhook=True)


async def _pressed(options: argparse.Namespace, picture: str, *, webhook: bool = False) -> Section:
    own_line, echoing = hooked() if webhook else ours(), peer("bench.echo", webhook=webhook)
    async with own_line as line, echoing as other:
        own = await load(line, press, arrive)
        echo = await load(other, press, start)
        found = await by_turns(
            options,
            (OURS, ECHO),
            lambda chats: own.round(chats, options.seconds),
            lambda chats: echo.round(chats, options.seconds),
            options.chats,
        )
    return compared(*found, picture)


async def texts(options: argparse.Namespace) -> Section:
    """A free text → answer sent, beside stock `rasa run` on the same data."""
    internal = f"127.0.0.1:{free_port()}"
    async with bundled() as served, ours(nlu_url=served.url, internal=internal) as line:
        say("stock Rasa comes up")
        await train(say)
        async with rasa(_trained()) as stock:
            own = await load(line, ask, arrive)
            shares = list[str]()

            async def measured(chats: int) -> Round:
                before = await _heard(internal)
                found = await own.round(chats, options.seconds)
                after = await _heard(internal)
                asked, failed = after[0] - before[0], after[1] - before[1]
                shares.append(f"{chats} chats: {1 - failed / max(1, asked):.0%}")
                used = found.megabytes + resident(served.pid)
                return replace(found, megabytes=used)

            rows, ratios = await by_turns(
                options,
                (HEARD, STOCK),
                measured,
                lambda chats: stock.round(chats, options.seconds),
                options.chats,
            )
    section = compared(rows, ratios, "texts")
    last = {share.split(" ")[0]: share for share in shares}
    told = (
        "Answered by the model within its deadline, the others by keywords alone: "
        f"{', '.join(last.values())} (last round). Stock Rasa has no deadline."
    )
    return Section([*section.lines, "", told], section.figures)


async def models(options: argparse.Namespace) -> Section:
    """The model from the bundle and through Rasa: time of a message, start, memory."""
    return await servers(options.messages)


async def trace(options: argparse.Namespace) -> Section:
    """Where the time of one message goes."""
    del options
    async with bundled() as served:
        found = {"a button": await traced(press), "a free text": await traced(ask, served.url)}
    names = list(next(iter(found.values())))
    lines = [
        f"| median ms | {' | '.join(names)} | together |",
        f"| --- |{' --: |' * (len(names) + 1)}",
    ]
    for kind, parts in found.items():
        numbers = [*parts.values(), sum(parts.values())]
        lines.append(f"| {kind} | {' | '.join(f'{one:.1f}' for one in numbers)} |")
    return Section([*lines, "", report.draw_parts(found, "trace")])


async def danger(options: argparse.Namespace) -> Section:
    """An urgent text → its card in the operators' group, beside chats that press and write."""
    found = []
    async with bundled() as served:
        for chats in options.chats:
            async with ours(nlu_url=served.url) as line:
                rounds = [await urgent(line, options.urgent, chats)]
            found.append(figures("urgent text → card", chats, rounds))
            say(f"{chats} chats beside: p99 {found[-1].p99:.0f} ms")
    return Section(report.table(found), found)


async def relay(options: argparse.Namespace) -> Section:
    """A person's message → the operators' topic, without and with kills, beside a minimal bot."""
    async with ours() as line, peer("bench.relay") as other:
        own = await relaying(line, max(options.people), own=True)
        minimal = await relaying(other, max(options.people), own=False)
        rows, ratios = await by_turns(
            options,
            (RELAY, MINIMAL),
            lambda people: own.first(people).round(options.messages),
            lambda people: minimal.first(people).round(options.messages),
            options.people,
        )
        say(f"{options.kills} kills")
        killed = []
        for name, each in ((RELAY, own), (MINIMAL, minimal)):
            found = await each.first(1).round(5 * options.kills, options.kills)
            killed.append(figures(f"{name}, {options.kills} kills", 1, [found]))
    lines = [*report.table([*rows, *killed]), *map(report.ratio, ratios)]
    return Section(lines, [*rows, *killed, *ratios])


async def store(options: argparse.Namespace) -> Section:
    """Bytes of an idle conversation on the embedded server and on Redis itself; how long the next
    of many waiting tickets takes to find."""
    found = [await idle(options.idle)]
    if program := shutil.which("redis-server"):
        found.append(await idle(options.idle, program))
    else:
        say("no redis-server on PATH: measured on the embedded one alone")
    waiting = await tickets(options.tickets)
    lines = [line for one in found for line in report.stored(one)]
    return Section([*lines, *report.table(waiting)], [*found, *waiting])


SECTIONS: dict[str, tuple[str, Run]] = {
    "buttons": ("Buttons", buttons),
    "webhook": ("Buttons, by webhook", webhook),
    "texts": ("Free text", texts),
    "models": ("The model's two servers", models),
    "trace": ("Where the time goes", trace),
    "danger": ("Danger", danger),
    "relay": ("Relay and kills", relay),
    "console": ("The desk in a browser", desk_in_browser),
    "store": ("The store", store),
    "tricks": ("Tricks", tricks),
}


def _trained() -> Path:
    """Rasa's archive, which `train` has made."""
    found = sorted((PROJECT / "models").glob("*.tar.gz"), key=lambda file: file.stat().st_mtime)
    if not found:
        raise ConfigError("there is no model: run `make model`")
    return found[-1]


async def _heard(internal: str) -> tuple[float, float]:
    """Messages that the model was asked for so far, and those that it gave no answer to."""
    url = f"http://{internal}/metrics"
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        lines = [line.rsplit(" ", 1) for line in (await answer.text()).splitlines()]
    asked = sum(
        float(line[1])
        for line in lines
        if line[0] == 'helpline_stage_seconds_count{stage="understand"}'
    )
    failed = sum(
        float(line[1]) for line in lines if line[0].startswith("helpline_model_faults_total")
    )
    return asked, failed
