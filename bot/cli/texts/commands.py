"""`helpline texts WHAT`: one module for each."""

import argparse
import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot import config
from bot.cli.check import add_locale, add_tree, locale_of
from bot.cli.texts import back, key, propose, publish, sign
from bot.config import Settings
from bot.telemetry import logs
from bot.texts import wording
from bot.texts.publication import BrokenTree
from bot.texts.publishers.approval import Refused

RUN: dict[str, Callable[[argparse.Namespace, Settings], Awaitable[int]]] = {
    "propose": propose.run,
    "sign": sign.run,
    "publish": publish.run,
    "back": back.run,
    "key": key.run,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `helpline texts`."""
    what = parser.add_subparsers(required=True, metavar="WHAT", dest="what")
    propose_ = what.add_parser("propose", help="check these files, and write down their hash")
    propose_.add_argument("--number", type=int, help="where HELPLINE_REDIS_URL can't be asked")
    propose_.add_argument("--out", type=Path, help="the proposal's file (publication-NUMBER.json)")
    _add_with_stale(propose_)
    sign_ = what.add_parser("sign", help="sign a proposal, if it is about these files")
    sign_.add_argument("proposal", type=Path)
    by = sign_.add_mutually_exclusive_group(required=True)
    by.add_argument("--key", type=Path, metavar="FILE", help="an Ed25519 key, as PEM")
    by.add_argument("--challenge", action="store_true", help="show what a passkey is to sign")
    by.add_argument("--assertion", type=Path, metavar="FILE", help="what a passkey has signed")
    publish_ = what.add_parser("publish", help="switch all running bots at once, no restart")
    whose = publish_.add_mutually_exclusive_group(required=True)
    whose.add_argument("proposal", type=Path, nargs="?", help="signed by enough publishers")
    whose.add_argument("--unsigned", action="store_true", help="for a demo: no other bot shows it")
    _add_with_stale(publish_)
    back_ = what.add_parser("back", help="go back to what was live before; no check")
    back_.add_argument(
        "--to", type=int, metavar="NUMBER", help="this one; 0: what came with the program"
    )
    back_.add_argument("--number", type=int, help="where the store no longer says what is live")
    how = back_.add_mutually_exclusive_group(required=True)
    how.add_argument("--key", type=Path, metavar="FILE", help="sign and switch at once")
    how.add_argument("--out", type=Path, metavar="FILE", help="write a proposal, to be signed")
    key_ = what.add_parser("key", help="make an Ed25519 key for a publisher")
    key_.add_argument("file", type=Path)
    for one in (propose_, sign_, publish_):
        add_locale(one)
        add_tree(one)


def _add_with_stale(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--with-stale",
        action="store_true",
        help="also if translations lag behind: they stay as they are",
    )


def run(args: argparse.Namespace) -> int:
    """0 when it is done. Raises `ConfigError`, `StoreUnavailable`, `Conflict`."""
    logs.set_up("texts")
    try:
        return asyncio.run(_run(args))
    except Refused as refused:
        print(refused)
        return 1
    except BrokenTree as broken:
        locale = locale_of(args)
        print(*(wording.said(fault, locale) for fault in broken.faults), sep="\n")
        print(f"{len(broken.faults)} faults: nothing was done, what is live stays live")
        if all(one.stale for one in broken.faults):
            print("Only translations lag behind. If it can't wait: --with-stale")
        return 1


async def _run(args: argparse.Namespace) -> int:
    return await RUN[args.what](args, config.read())
