"""`helpline parse`: what each message means. JSON lines in, JSON lines out, in the same order.

A line is answered as it is read, so a program may ask and wait for the answer.
"""

import argparse
import asyncio
import json
import sys
from collections.abc import Callable

from bot import config
from bot.cli.understanding import understanding
from bot.config import Settings
from bot.telemetry import logs
from flows.events import Parse

DEADLINE_SECONDS = 30.0
"""Nobody waits for an answer here, so no line is left to the keywords for being slow."""

AT_ONCE = 2


def add_arguments(_: argparse.ArgumentParser) -> None:
    """None: everything comes from standard input."""


def run(_: argparse.Namespace) -> int:
    """Read until the end of the input. 1 if some line was no message."""
    logs.set_up("parse")
    return asyncio.run(_parse(config.read()))


def as_line(parse: Parse) -> str:
    """A parse as one line of JSON."""
    return json.dumps(
        {
            "intent": parse.intent,
            "confidence": round(parse.confidence, 4),
            "urgent": parse.urgent,
            "urgency_score": round(parse.urgency_score, 4),
            "locale": parse.locale,
            "source": parse.source.value,
        },
        ensure_ascii=False,
    )


async def _parse(settings: Settings) -> int:
    faults = 0
    async with understanding(settings, DEADLINE_SECONDS) as recogniser:

        async def one(line: str) -> str:
            text = _text(line)
            if text is None:
                return json.dumps({"error": 'not a JSON line with a "text"'})
            return as_line(await recogniser.parse(text))

        async with asyncio.TaskGroup() as group:
            asked: asyncio.Queue[asyncio.Task[str] | None] = asyncio.Queue(AT_ONCE)
            group.create_task(_read(asked, lambda line: group.create_task(one(line))))
            while (answer := await asked.get()) is not None:
                told = await answer
                faults += told.startswith('{"error"')
                print(told, flush=True)
    return 1 if faults else 0


async def _read(
    asked: asyncio.Queue[asyncio.Task[str] | None], begin: Callable[[str], asyncio.Task[str]]
) -> None:
    """Begins each line as it comes, and waits while enough are begun."""
    while line := await asyncio.to_thread(sys.stdin.readline):
        if line.strip():
            await asked.put(begin(line))
    await asked.put(None)


def _text(line: str) -> str | None:
    try:
        given = json.loads(line)
    except ValueError:
        return None
    text = given.get("text") if isinstance(given, dict) else None
    return text if isinstance(text, str) else None
