"""`helpline erase`: erase one conversation, by order of whoever runs the helpline.

Whom, is read from standard input: a process's arguments can be read by everybody on the machine,
and stay in the shell's history.
"""

import argparse
import asyncio
import sys

from bot import config
from bot.compose import Needs, Parts, parts
from bot.errors import ConfigError
from bot.privacy.chat_deletion import Count
from bot.store.names import is_stub
from bot.telemetry import logs
from bot.tickets import code_names

WAIT_SECONDS = 60.0
LOOK_SECONDS = 0.2

HELP = """\
Reads one line from standard input: the code name of an open ticket, such as Amber-417, or the
number of a private chat. Erases that conversation: first its key, then its rows; intake deletes
the messages in the chat as far as Telegram allows (48 hours), the desk the ticket's topic. Where
an emergency is open, a stub without any text stays for at most two hours. Runs as Redis's user
`keeper`, with intake's master key (deploy/README.md, commands by hand). A crash in the middle
stops nothing: intake goes on with it.

Chats are found by a key that is in the keyring's memory alone. Where that is lost, nothing can be
found, nor opened: what is left lapses by itself (docs/privacy.md).
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `helpline erase`."""
    parser.description = HELP
    parser.add_argument(
        "--wait",
        type=float,
        default=WAIT_SECONDS,
        metavar="SECONDS",
        help="how long to wait for intake to report (%(default)s)",
    )


def run(args: argparse.Namespace) -> int:
    """0 once it is done, 3 while intake has yet to delete the messages. Raises `ConfigError`."""
    logs.set_up("erase")
    settings = config.read()
    config.require(settings, "erase")
    if sys.stdin.isatty():
        print("code name or chat number: ", end="", file=sys.stderr, flush=True)
    return asyncio.run(_erase(settings, sys.stdin.readline().strip(), args.wait))


async def _erase(settings: config.Settings, who: str, seconds: float) -> int:
    async with parts(settings, needs=Needs.TEXTS) as built:
        conversation = await _find(built, who)
        if is_stub(conversation):
            await built.store.stubs.close(conversation)
            print("The stub is closed; the desk deletes its topic.")
            return 0
        await built.store.people.report(conversation)  # one of an earlier erasure
        await built.helpline.erase(conversation)
        report = await _reported(built, conversation, seconds)
    if report is None:
        print("Erased here. Intake will delete the messages in the chat when it runs.")
        return 3
    print(f"Erased. Messages deleted: {report.deleted}. Left, too old for Telegram: {report.left}.")
    return 0


async def _find(built: Parts, who: str) -> str:
    """The conversation of a code name or a chat. Raises `ConfigError`, without the value."""
    word, _, number = who.partition("-")
    if word in code_names.WORDS and number.isdecimal():
        found = await built.store.topics.named(who)
        if found is None:
            raise ConfigError("no open ticket bears that code name")
        return found
    if who.isdecimal() and who.isascii():
        names = await built.store.people_key.find()  # a fresh one would name nobody
        if names is None:
            raise ConfigError("nothing can be found: the key that names chats is lost")
        return names.person(int(who))
    raise ConfigError("expected a code name such as Amber-417, or the number of a private chat")


async def _reported(built: Parts, conversation: str, seconds: float) -> Count | None:
    try:
        async with asyncio.timeout(seconds):
            while True:
                report = await built.store.people.report(conversation)
                if report is not None:
                    return report
                await asyncio.sleep(LOOK_SECONDS)
    except TimeoutError:
        return None
