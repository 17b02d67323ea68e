"""The `helpline` command."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from bot.cli.commands import Command, installed
from bot.errors import HelplineError
from bot.processes import core_dumps
from flows.errors import FlowError
from nlu.errors import LexiconError


def start(arguments: Sequence[str] | None = None) -> int:
    """`main` for a process of its own: it and those that it starts can't be dumped any more."""
    core_dumps.none()
    return main(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a subcommand; returns the exit status. What is wrong is said in one sentence."""
    asked = list(sys.argv[1:] if arguments is None else arguments)
    parser = argparse.ArgumentParser(
        prog="helpline", description="A Telegram helpline for people who are held or exploited."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, command in installed().items():
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
