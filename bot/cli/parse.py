"""`helpline parse`: what each message means. JSON lines in, JSON lines out, in the same order."""

import argparse
import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from bot import config
from bot.clock import SystemClock
from bot.config import Settings
from bot.processes.model_server import model
from bot.telemetry import logs
from flows.events import Parse
from nlu.client import ModelClient
from nlu.keywords import Keywords
from nlu.lexicon import load as load_lexicon
from nlu.recogniser import Recogniser

DEADLINE_SECONDS = 30.0
"""Nobody waits for an answer here, so no line is left to the keywords for being slow."""

AT_ONCE = 2


def add_arguments(_: argparse.ArgumentParser) -> None:
    """None: everything comes from standard input."""


def run(_: argparse.Namespace) -> int:
    """Read until the end of the input. 1 if some line was no message."""
    logs.set_up("parse")
    return asyncio.run(_parse(config.read()))


@asynccontextmanager
async def understanding(settings: Settings, deadline: float) -> AsyncIterator[Recogniser]:
    """A recogniser with a model: the one at HELPLINE_NLU_URL, else one of its own."""
    async with AsyncExitStack() as stack:
        url = settings.nlu_url or await stack.enter_async_context(model(_tell))
        client = ModelClient(url, SystemClock().monotonic, deadline_seconds=deadline)
        yield Recogniser(Keywords(load_lexicon()), await stack.enter_async_context(client))


def as_line(parse: Parse) -> str:
    """One parse as JSON."""
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
        gate = asyncio.Semaphore(AT_ONCE)

        async def one(line: str) -> str:
            text = _text(line)
            if text is None:
                return json.dumps({"error": 'not a JSON line with a "text"'})
            async with gate:
                return as_line(await recogniser.parse(text))

        lines = [line for line in sys.stdin if line.strip()]
        for start in range(0, len(lines), 64):
            for answer in await asyncio.gather(*map(one, lines[start : start + 64])):
                faults += answer.startswith('{"error"')
                print(answer, flush=True)
    return 1 if faults else 0


def _text(line: str) -> str | None:
    try:
        given = json.loads(line)
    except ValueError:
        return None
    text = given.get("text") if isinstance(given, dict) else None
    return text if isinstance(text, str) else None


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
