"""A bot of `helpline demo`: as in production, but it shows texts that nobody has signed.

Only this program lets it, which production's image doesn't hold, and only beside a Telegram on this
machine.
"""

import sys
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from bot import config
from bot.cli.bots import desk_with, intake_with
from bot.config import Settings
from bot.errors import ConfigError, HelplineError
from bot.processes import core_dumps

RUN = {"intake": intake_with, "desk": desk_with}


def settings_of(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of a bot of the demo. Raises `ConfigError` beside any other Telegram."""
    settings = config.read(environment)
    if urlsplit(settings.telegram_api).hostname not in {"127.0.0.1", "localhost", "::1"}:
        raise ConfigError("a demo's bot runs only beside a Telegram that the demo has started")
    return replace(settings, unsigned_texts=True)


def main(name: str) -> int:
    """Run it; returns the exit status."""
    core_dumps.none()
    try:
        return RUN[name](settings_of())
    except HelplineError as error:
        print(f"helpline: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
