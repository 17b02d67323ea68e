"""Every subcommand by name, without importing any of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec


@dataclass(frozen=True, slots=True)
class Command:
    """A subcommand. `module` is imported for this command alone: it has `run`, which takes the
    parsed arguments and returns the exit status, and perhaps `add_arguments`."""

    module: str
    summary: str
    run: str = "run"


COMMANDS: Mapping[str, Command] = {
    "demo": Command("sandbox.demo", "everything, without Telegram"),
    "sandbox": Command("sandbox.cli", "a Telegram of your own"),
    "intake": Command("bot.cli.bots", "the person's bot", "intake"),
    "desk": Command("bot.cli.bots", "the operators' bot", "desk"),
    "console": Command("bot.cli.bots", "the desk in a browser", "console"),
    "webhook": Command("bot.cli.webhook", "where Telegram brings updates"),
    "talk": Command("bot.cli.talk", "one conversation on the terminal"),
    "parse": Command("bot.cli.parse", "what messages mean (JSON lines)"),
    "evaluate": Command("bench.understanding.evaluate", "how well it understands"),
    "check": Command("bot.cli.check", "check flows and texts"),
    "preview": Command("bot.cli.preview", "a page as it will be seen"),
    "status": Command("bot.cli.status", "how far the texts are"),
    "sources": Command("bot.cli.sources", "a lawyer's sheet, and back"),
    "where": Command("bot.cli.where", "who says a text, and when"),
    "accept": Command("bot.cli.accept", "a sentence's translation is right"),
    "texts": Command("bot.cli.texts.commands", "how new texts go live: propose, sign, publish"),
    "erase": Command("bot.cli.erase", "erase one conversation"),
    "privacy": Command("bot.cli.privacy", "what is kept, as docs/privacy.md"),
    "report": Command("bot.cli.report", "statistics without people"),
    "rotate-key": Command("bot.cli.rotate_key", "change the master key"),
    "operator": Command("bot.cli.operator", "who works at the desk"),
    "key": Command("bot.cli.key", "make a master key, or the desk's part"),
}


def installed() -> dict[str, Command]:
    """The subcommands whose package is here: production's image has no `sandbox`, no `bench`."""
    return {
        name: command
        for name, command in COMMANDS.items()
        if find_spec(command.module.partition(".")[0]) is not None
    }
