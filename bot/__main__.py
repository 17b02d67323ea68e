"""The `helpline` command."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from bot import dumps
from bot.errors import HelplineError
from flows.errors import FlowError
from nlu.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Command:
    """A subcommand. `module` is imported for this command alone: it has `run`, which takes the
    parsed arguments and returns the exit status, and perhaps `add_arguments`."""

    module: str
    summary: str
    run: str = "run"


COMMANDS = {
    "demo": Command("bot.cli.demo", "everything, without Telegram"),
    "intake": Command("bot.cli.bots", "the person's bot", "intake"),
    "desk": Command("bot.cli.bots", "the operators' bot", "desk"),
    "webhook": Command("bot.cli.webhook", "where Telegram brings updates"),
    "talk": Command("bot.cli.talk", "one conversation on the terminal"),
    "parse": Command("bot.cli.parse", "what messages mean (JSON lines)"),
    "evaluate": Command("bot.cli.evaluate", "how well it understands"),
    "check": Command("bot.cli.check", "check flows and texts"),
    "preview": Command("bot.cli.preview", "a page as it will be seen"),
    "status": Command("bot.cli.status", "how far the texts are"),
    "accept": Command("bot.cli.accept", "a sentence's translation is right"),
    "publish": Command("bot.cli.publish", "show new texts, no restart"),
    "erase": Command("bot.cli.erase", "erase one conversation"),
    "privacy": Command("bot.cli.privacy", "what is kept, as docs/privacy.md"),
    "report": Command("bot.cli.report", "statistics without people"),
    "sandbox": Command("bot.sandbox.cli", "a Telegram of your own"),
    "rotate-key": Command("bot.cli.rotate_key", "change the master key"),
    "operator": Command("bot.cli.operator", "who works at the desk"),
    "key": Command("bot.cli.key", "make a master key, or the desk's part"),
}


def start(arguments: Sequence[str] | None = None) -> int:
    """`main` for a process of its own: it and those that it starts can't be dumped any more."""
    dumps.none()
    return main(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a subcommand; returns the exit status. What is wrong is said in one sentence."""
    asked = list(sys.argv[1:] if arguments is None else arguments)
    parser = argparse.ArgumentParser(
        prog="helpline", description="A Telegram helpline for people who are held or exploited."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        own = commands.add_parser(name, help=command.summary, description=command.summary)
        if name in asked[:1]:
            _fill(own, command)
    given = parser.parse_args(asked)
    try:
        return int(given.run(given))
    except (HelplineError, FlowError, LexiconError) as error:
        print(f"helpline: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _fill(parser: argparse.ArgumentParser, command: Command) -> None:
    """Give the asked-for command its options: importing every command takes seconds."""
    module = import_module(command.module)
    if hasattr(module, "add_arguments"):
        module.add_arguments(parser)
    parser.set_defaults(run=getattr(module, command.run))


if __name__ == "__main__":
    sys.exit(start())
