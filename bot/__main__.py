"""The `helpline` command."""

import argparse
import sys
from collections.abc import Callable, Sequence

from bot import dumps
from bot.cli import (
    accept,
    bots,
    check,
    demo,
    erase,
    evaluate,
    key,
    operator,
    parse,
    preview,
    privacy,
    publish,
    report,
    rotate_key,
    status,
    talk,
    webhook,
)
from bot.errors import HelplineError
from bot.sandbox import cli as sandbox
from flows.errors import FlowError
from nlu.lexicon import LexiconError

Run = Callable[[argparse.Namespace], int]


def start(arguments: Sequence[str] | None = None) -> int:
    """`main` for a process of its own: it and those that it starts can't be dumped any more."""
    dumps.none()
    return main(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a subcommand; returns the exit status. What is wrong is said in one sentence."""
    parser = argparse.ArgumentParser(
        prog="helpline", description="A Telegram helpline for people who are held or exploited."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add(commands, "demo", demo.run, demo.add_arguments, "everything, without Telegram")
    _add(commands, "intake", bots.intake, None, "the person's bot")
    _add(commands, "desk", bots.desk, None, "the operators' bot")
    _add(commands, "webhook", webhook.run, webhook.add_arguments, "where Telegram brings updates")
    _add(commands, "talk", talk.run, talk.add_arguments, "one conversation on the terminal")
    _add(commands, "parse", parse.run, parse.add_arguments, "what messages mean (JSON lines)")
    _add(commands, "evaluate", evaluate.run, evaluate.add_arguments, "how well it understands")
    _add(commands, "check", check.run, check.add_arguments, "check flows and texts")
    _add(commands, "preview", preview.run, preview.add_arguments, "a page as it will be seen")
    _add(commands, "status", status.run, status.add_arguments, "how far the texts are")
    _add(commands, "accept", accept.run, accept.add_arguments, "a sentence's translation is right")
    _add(commands, "publish", publish.run, publish.add_arguments, "show new texts, no restart")
    _add(commands, "erase", erase.run, erase.add_arguments, "erase one conversation")
    _add(commands, "privacy", privacy.run, None, "what is kept, as docs/privacy.md")
    _add(commands, "report", report.run, report.add_arguments, "statistics without people")
    _add(commands, "sandbox", sandbox.run, sandbox.add_arguments, "a Telegram of your own")
    _add(commands, "rotate-key", rotate_key.run, rotate_key.add_arguments, "change the master key")
    _add(commands, "operator", operator.run, operator.add_arguments, "who works at the desk")
    _add(commands, "key", key.run, key.add_arguments, "make a master key, or the desk's part")
    given = parser.parse_args(arguments)
    try:
        return int(given.run(given))
    except (HelplineError, FlowError, LexiconError) as error:
        print(f"helpline: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    run: Run,
    add_arguments: Callable[[argparse.ArgumentParser], None] | None,
    summary: str,
) -> None:
    parser = commands.add_parser(name, help=summary, description=summary)
    if add_arguments:
        add_arguments(parser)
    parser.set_defaults(run=run)


if __name__ == "__main__":
    sys.exit(start())
