"""Each trick beside the plain way: the same bots, but for that one (bench/plain.py).

All in the deployed mode, the keyring apart. Both stand ready and are measured by turns, so that the
machine is the same; a ratio above 1 is what the trick gains.
"""

import argparse
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager

from bench import report
from bench.figures import Beside, Figures
from bench.kills import relay
from bench.plain import TRICKS
from bench.processes import Line, hooked, ours
from bench.report import Section
from bench.rounds import Measure, by_turns, say
from bench.turns import arrive, ask, load, press
from bot.processes.model_server import bundled

Begin = Callable[[argparse.Namespace, Line], Awaitable[Measure]]


async def _buttons(options: argparse.Namespace, line: Line) -> Measure:
    own = await load(line, press, arrive)
    return lambda chats: own.round(chats, options.seconds)


async def _texts(options: argparse.Namespace, line: Line) -> Measure:
    own = await load(line, ask, arrive)
    return lambda chats: own.round(chats, options.seconds)


async def _relay(options: argparse.Namespace, line: Line) -> Measure:
    own = await relay(line, max(options.people), own=True)
    return lambda people: own.first(people).round(options.messages)


@asynccontextmanager
async def _beside(trick: str) -> AsyncIterator[tuple[Line, Line]]:
    """Ours, and ours without the trick. The poll is tried with the model, which it is there for;
    the HTTP server by webhook."""
    async with AsyncExitStack() as stack:
        if trick == "http":
            own = await stack.enter_async_context(hooked())
            plain = await stack.enter_async_context(hooked(trick))
        else:
            urls = ["", ""]
            if trick == "poll":
                urls = [(await stack.enter_async_context(bundled())).url for _ in urls]
            own = await stack.enter_async_context(ours(nlu_url=urls[0]))
            plain = await stack.enter_async_context(ours(nlu_url=urls[1], plain=trick))
        yield own, plain


async def tricks(options: argparse.Namespace) -> Section:
    """Each trick alone, beside its plain way."""
    rows, ratios = list[Figures](), list[Beside]()
    for trick in options.tricks:
        say(trick)
        begin, counts = _measured(trick, options)
        async with _beside(trick) as (own, plain):
            found, beside = await by_turns(
                options,
                (f"with {trick}", f"without {trick}"),
                await begin(options, own),
                await begin(options, plain),
                counts,
            )
        rows += found
        ratios += beside
    return Section([*report.table(rows), *map(report.ratio, ratios)], [*rows, *ratios])


def _measured(trick: str, options: argparse.Namespace) -> tuple[Begin, tuple[int, ...]]:
    """By which acts, and with how many at once."""
    if "intake" not in TRICKS[trick].bots:
        return _relay, options.people
    return _texts if trick == "poll" else _buttons, options.chats
