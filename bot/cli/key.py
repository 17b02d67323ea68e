"""`helpline key`: a fresh master key; with `--for-desk`, the part of it that the desk may have."""

import argparse

from bot import config
from bot.privacy.vault import Keys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `helpline key`."""
    parser.add_argument(
        "--for-desk",
        action="store_true",
        help="the desk's part of HELPLINE_MASTER_KEY: it opens no address",
    )


def run(args: argparse.Namespace) -> int:
    """Print a value for HELPLINE_MASTER_KEY. Raises `ConfigError`."""
    print(config.read().keys.for_desk() if args.for_desk else Keys.new_master())
    return 0
