"""`helpline texts propose`: check everything, and write a statement about it that can be signed."""

import argparse
from pathlib import Path

from bot.cli.texts.shared import checked, live_now, publishers_of, store_of, summary, write_file
from bot.config import Settings
from bot.errors import ConfigError
from bot.texts.current import own_digest
from bot.texts.publication import version_of
from bot.texts.publishers.listed import Publishers
from bot.texts.publishers.signatures import Proposal
from bot.texts.publishers.statement import Action, BadStatement, Statement


async def run(args: argparse.Namespace, settings: Settings) -> int:
    """Write it. Raises `ConfigError`, `BrokenTree`, `StoreUnavailable`."""
    publishers = publishers_of(settings)
    digest = version_of(checked(args, stale=args.with_stale))
    number = args.number or await _next(settings, publishers)
    try:
        statement = Statement(publishers.deployment, number, Action.PUBLISH, digest)
    except BadStatement as bad:
        raise ConfigError(str(bad)) from None
    proposal = Proposal(statement.text)
    out: Path = args.out or Path(f"publication-{number}.json")
    write_file(out, proposal)
    print(summary(proposal, publishers, own_digest()))
    print(f"\nwritten to {out}; each publisher: helpline texts sign {out} --key FILE")
    return 0


async def _next(settings: Settings, publishers: Publishers) -> int:
    if not settings.redis_url:
        raise ConfigError("set HELPLINE_REDIS_URL, or say which --number comes next")
    async with store_of(settings) as store:
        return (await live_now(store, publishers, own_digest())).next
