"""`helpline rotate-key`: a new master key, without a moment in which nobody is heard."""

import argparse
import asyncio

from bot import config
from bot.compose import Needs, parts
from bot.errors import ConfigError
from bot.privacy.vault import Keys
from bot.telemetry import logs

HELP = """\
Four steps, each with the master key as intake has it now (HELPLINE_MASTER_KEY_FILE). After each
of the first two, give intake the printed value and the desk what `helpline key --for-desk` makes
of it, and start them again one after the other; they may run with the values of two steps side by
side.

1. `helpline rotate-key --begin` prints old,new: everybody can open what the new key seals.
2. `helpline rotate-key --switch` prints new,old: everybody seals with the new key.
3. `helpline rotate-key` puts data keys, tickets and addresses under the new key while the bots
   work on. It can be broken off and run again. Needs HELPLINE_REDIS_URL (and _KEYRING_URL).
4. It prints the new key alone: the last value. Then the old key opens nothing of today's store.

Keyed hashes stay as they are over a rotation, since they name the rows. After a leak of the old
key, make a wholly new one with `helpline key` instead: every conversation then begins anew.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `helpline rotate-key`."""
    parser.description = HELP
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    step = parser.add_mutually_exclusive_group()
    step.add_argument("--begin", action="store_true", help="print old,new")
    step.add_argument("--switch", action="store_true", help="print new,old")


def run(args: argparse.Namespace) -> int:
    """Print the value of the next step; without an option, do the third. Raises `ConfigError`."""
    logs.set_up("rotate-key")
    settings = config.read()
    keys = Keys.read(settings.master_key)
    if args.begin:
        print(",".join([*_held(keys, 1), keys.next_master()]))
        return 0
    first, second = _held(keys, 2)
    if args.switch:
        print(f"{second},{first}")
        return 0
    config.require(settings, "rotate-key")
    done = asyncio.run(_rotate(settings))
    print(f"put under the new key: {done[0]}; opened by no key, they will lapse: {done[1]}")
    print(first)
    return 0


def _held(keys: Keys, count: int) -> tuple[str, ...]:
    if len(keys.secrets) != count or not keys.may("address"):
        raise ConfigError(
            f"HELPLINE_MASTER_KEY must hold {count} of intake's keys for this step "
            "(see `helpline rotate-key --help`)"
        )
    return keys.secrets


async def _rotate(settings: config.Settings) -> tuple[int, int]:
    async with parts(settings, needs=Needs.STORE) as built:
        done = await built.store.rotation.run()
    return done.renewed, done.unreadable
