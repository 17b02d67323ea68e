"""`helpline talk`: one conversation on the terminal, on the real core; no Telegram, no browser.

The clock stands still but for `wait`, so that a dialogue can be written down and played again.
"""

import argparse
import asyncio
import json
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from typing import Any

from bot import config
from bot.cli.talking import VOICE, Line, Talk
from bot.cli.understanding import understanding
from bot.clock import SettableClock, SystemClock
from bot.compose import Parts, parts
from bot.errors import ConfigError, HelplineError
from bot.privacy.vault import Keys
from bot.processes.redis_server import store_and_keyring
from bot.telemetry import logs
from bot.texts.publication import Publication
from nlu.intents import LOCALES
from nlu.recogniser import Recogniser

DEADLINE_SECONDS = 10.0
"""A terminal waits; what production does after 800 ms is tested elsewhere."""

HELP = """\
Write as the person would. Besides:
  a number           press that button
  /op TEXT           what an operator does or says: /op /claim, /op /release, /op /close
  /wait SECONDS      let time pass
Ctrl-D ends. Nothing of it is kept."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `helpline talk`."""
    parser.add_argument("--locale", help="speak this language from the start")
    parser.add_argument("--jsonl", action="store_true", help="JSON lines in and out, for programs")
    parser.add_argument("--no-model", action="store_true", help="keywords and buttons only")


def run(args: argparse.Namespace) -> int:
    """Talk until the end of the input. 1 if some line made no sense. Raises `ConfigError`."""
    logs.set_up("talk")
    return asyncio.run(_talk(args))


@asynccontextmanager
async def talking(
    *,
    locale: str | None,
    with_model: bool,
    recogniser: Recogniser | None = None,
    publication: Publication | None = None,
) -> AsyncIterator[Talk]:
    """A conversation with a helpline of its own. Raises `ConfigError`.

    `recogniser`, `publication`: shared with other conversations, so that they aren't read anew.
    """
    if locale not in {None, *LOCALES}:  # said before seconds go by with reading all texts
        raise ConfigError(f"the locale is one of: {', '.join(LOCALES)}")
    settings = config.read()
    clock = SettableClock(SystemClock().now())
    async with AsyncExitStack() as stack:
        servers = await stack.enter_async_context(store_and_keyring())
        own = replace(
            settings,
            redis_url=servers.store,
            keyring_url=servers.keyring,
            master_key=Keys.new_master(),
            stage="demo",
        )
        if recogniser is None and with_model:
            understood = understanding(settings, DEADLINE_SECONDS)
            recogniser = await stack.enter_async_context(understood)
        elif recogniser is None:
            own = replace(own, nlu_url="")
        built: Parts = await stack.enter_async_context(
            parts(own, clock=clock, recogniser=recogniser, publication=publication)
        )
        talk = Talk(built, clock, await built.store.people_key.names())
        if locale:
            await talk.speak(locale)
        yield talk


async def _talk(args: argparse.Namespace) -> int:
    async with talking(locale=args.locale, with_model=not args.no_model) as talk:
        if args.jsonl:
            return await _jsonl(talk)
        print(HELP)
        return await _terminal(talk)


async def _jsonl(talk: Talk) -> int:
    faults = 0
    for raw in sys.stdin:
        if not raw.strip():
            continue
        try:
            lines = await _given(talk, json.loads(raw))
        except (ValueError, HelplineError) as error:
            faults += 1
            _print({"error": _why(error)})
            lines = []
        for line in lines:
            _print(line)
        _print(await talk.state())
    return 1 if faults else 0


def _why(error: Exception) -> str:
    told = error.told_operator if isinstance(error, HelplineError) else None
    return VOICE.say(told) if told else str(error)


async def _given(talk: Talk, given: Any) -> list[Line]:
    """One input object. Raises `ValueError` for what is none."""
    match given:
        case {"text": str(text)}:
            return await talk.text(text)
        case {"press": str() | int() as button} if not isinstance(button, bool):
            return await talk.press(button)
        case {"operator": str(text)}:
            return await talk.operator(text)
        case {"wait": int() | float() as seconds} if not isinstance(seconds, bool):
            return await talk.wait(float(seconds))
        case _:
            raise ValueError('a line is one of "text", "press", "operator", "wait"')


async def _terminal(talk: Talk) -> int:
    loop = asyncio.get_running_loop()
    while True:
        print("> ", end="", flush=True)
        raw = await loop.run_in_executor(None, sys.stdin.readline)
        if not raw:
            print()
            return 0
        try:
            lines = await _typed(talk, raw.strip())
        except (ValueError, HelplineError) as error:
            print(f"  ! {_why(error)}")
            continue
        for line in lines:
            for text in _shown(line):
                print(text)
        state = await talk.state()
        print(f"  [{state['status']} · {state['locale'] or 'language not known'}]")


async def _typed(talk: Talk, text: str) -> list[Line]:
    if text.isdigit():
        return await talk.press(int(text))
    if text.startswith("/op "):
        return await talk.operator(text.removeprefix("/op ").strip())
    if text.startswith("/wait "):
        return await talk.wait(float(text.removeprefix("/wait ")))
    return await talk.text(text) if text else []


def _shown(line: Line) -> Iterator[str]:
    if line["to"] == "operators":
        yield f"  operators · {line['ticket']} · {line['urgency']}: {line['text']}"
        return
    yield "  " + str(line["text"]).replace("\n", "\n  ")
    for number, label in enumerate(line["buttons"], 1):
        yield f"    {number}) {label}"


def _print(line: Line) -> None:
    print(json.dumps(line, ensure_ascii=False), flush=True)
