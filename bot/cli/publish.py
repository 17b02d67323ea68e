"""`helpline publish`: check everything, then switch all running bots to these texts at once.

Nothing restarts. A tree with faults isn't published, and what is live stays live.
"""

import argparse
import asyncio
from collections.abc import AsyncIterator

from bot import config
from bot.cli.check import add_locale, add_tree, locale_of
from bot.clock import SystemClock
from bot.config import Settings
from bot.errors import ConfigError
from bot.privacy.vault import Vault
from bot.store import connect
from bot.store.publications import Publications
from bot.telemetry import logs
from bot.texts import wording
from bot.texts.check import read_tree
from bot.texts.publication import OWN, BrokenTree, gate, version_of

CONFIRM_SECONDS = 180.0
"""A bot reads and checks the texts before it shows them; more than this means that it won't."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `helpline publish`."""
    parser.add_argument(
        "--rollback", action="store_true", help="go back to what was live before; no check"
    )
    parser.add_argument(
        "--with-stale",
        action="store_true",
        help="also if translations lag behind: they stay as they are",
    )
    add_locale(parser)
    add_tree(parser)


def run(args: argparse.Namespace) -> int:
    """0 when it is live. Raises `ConfigError`, `StoreUnavailable`, `Conflict`."""
    settings = config.read()
    config.require(settings, "publish")
    logs.set_up("publish")
    try:
        return asyncio.run(_publish(settings, args))
    except BrokenTree as broken:
        locale = locale_of(args)
        print(*(wording.said(fault, locale) for fault in broken.faults), sep="\n")
        print(f"{len(broken.faults)} faults: nothing was published, what is live stays live")
        if all(one.stale for one in broken.faults):
            print("Only translations lag behind. If it can't wait: helpline publish --with-stale")
        return 1


async def _publish(settings: Settings, args: argparse.Namespace) -> int:
    files = {} if args.rollback else read_tree(args.flows, args.content)
    if files:
        report = gate(files, SystemClock(), stale=args.with_stale)
        print(f"checked: no faults, {len(report.notes)} notes (see helpline check)")
        if report.stale:
            print(f"{len(report.stale)} translations lag behind and stay as they are")
    redis = connect(settings.redis_url, "HELPLINE_REDIS_URL")
    try:
        publications = Publications(redis, Vault(settings.keys))
        if files and version_of(files) == await publications.current():
            print("these texts are live already")
            return 0
        async with publications.shown() as shown:
            if args.rollback:
                back = await publications.back()
                if back is None:
                    raise ConfigError("there is nothing to go back to")
                version, told = back
            else:
                version = version_of(files)
                told = await publications.publish(version, files, first=OWN)
            return await _confirmed(version, told, shown)
    finally:
        await redis.aclose()


async def _confirmed(version: str, told: int, shown: AsyncIterator[str]) -> int:
    """Wait until every bot that was told says that it shows the version; 1 if some don't."""
    if not told:
        print(f"{version} is current; no bot is running, the next to start shows it")
        return 0
    confirmed = 0
    try:
        async with asyncio.timeout(CONFIRM_SECONDS):
            async for answer in shown:
                confirmed += answer == version
                if confirmed >= told:
                    break
    except TimeoutError:
        print(
            f"{version} is current, but only {confirmed} of {told} running bots show it. "
            "The others keep what they had; their log says why (publication_refused)"
        )
        return 1
    print(f"{version} is live: {confirmed} of {told} running bots show it")
    return 0
