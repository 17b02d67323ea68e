"""`helpline key`: a fresh master key; with `--for-desk`, the part of it that the desk may have."""

import argparse
import os
from pathlib import Path

from bot import config
from bot.errors import ConfigError
from bot.privacy.vault import Keys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `helpline key`."""
    parser.add_argument(
        "--for-desk",
        action="store_true",
        help="the desk's part of the master key (HELPLINE_MASTER_KEY_FILE): it opens no address",
    )
    parser.add_argument(
        "--to",
        type=Path,
        metavar="FILE",
        help="write it to a new file that its owner alone reads, instead of showing it",
    )


def run(args: argparse.Namespace) -> int:
    """Write or print a value for HELPLINE_MASTER_KEY_FILE. Raises `ConfigError`."""
    key = config.read().keys.for_desk() if args.for_desk else Keys.new_master()
    if args.to is None:
        print(key)
    else:
        _write(args.to, key)
    return 0


def _write(file: Path, key: str) -> None:
    """Never over a key that is there: what it sealed would be lost."""
    try:
        number = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
    except OSError as error:
        raise ConfigError(f"--to: the file can't be made ({type(error).__name__})") from None
    with os.fdopen(number, "w", encoding="ascii") as out:
        out.write(f"{key}\n")
