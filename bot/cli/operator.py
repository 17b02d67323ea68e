"""`helpline operator`: who works at the desk. The first supervisor is invited here."""

import argparse
import asyncio

from bot import config
from bot.compose import Needs, parts
from bot.config import Settings
from bot.errors import ConfigError, NotAllowed
from bot.helpline import Helpline
from bot.telemetry import logs
from bot.texts.voices import TERMINAL, voices
from bot.tickets.operator import Role, described

NEEDED = ("HELPLINE_REDIS_URL", "HELPLINE_MASTER_KEY")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `helpline operator`."""
    what = parser.add_subparsers(required=True, metavar="WHAT", dest="what")
    invite = what.add_parser("invite", help="a one-time code, for 24 hours")
    invite.add_argument("--supervisor", action="store_true", help="for a supervisor")
    what.add_parser("list", help="everyone, by code name")
    remove = what.add_parser("remove", help="at once; their open tickets wait again")
    remove.add_argument("name", help="a code name")
    role = what.add_parser("role", help="make somebody a supervisor, or an operator again")
    role.add_argument("name", help="a code name")
    role.add_argument("role", choices=[one.value for one in Role])


def run(args: argparse.Namespace) -> int:
    """Do it. 1 if it can't be done. Raises `ConfigError`."""
    logs.set_up("operator")
    settings = config.read()
    if not settings.redis_url or not settings.master_key:
        raise ConfigError(f"set {' and '.join(NEEDED)}, as for the desk (see README, settings)")
    return asyncio.run(_run(args, settings))


async def _run(args: argparse.Namespace, settings: Settings) -> int:
    needs = Needs.TEXTS if args.what == "remove" else Needs.STORE  # their tickets take a turn
    async with parts(settings, needs=needs) as built:
        try:
            print(await _done(args, built.helpline))
        except NotAllowed as refused:
            print(voices().all[TERMINAL].say(refused.told_operator))
            return 1
    return 0


async def _done(args: argparse.Namespace, helpline: Helpline) -> str:
    staff = helpline.staff
    match args.what:
        case "invite":
            role = Role.SUPERVISOR if args.supervisor else Role.OPERATOR
            code = await staff.invite(role)
            return (
                f"For one {role.value}, once, within 24 hours. Privately to the desk's bot:\n"
                f"/enrol {code} NAME"
            )
        case "remove":
            count = await staff.remove(args.name)
            return f"{args.name} may do nothing any more; {count} tickets wait again."
        case "role":
            changed = await staff.set_role(args.name, Role(args.role))
            return f"{changed.name} is {changed.role.value} now."
        case _:
            found = await staff.all()
            return (
                "\n".join(voices().all[TERMINAL].say(described(one)) for one in found)
                or "Nobody is enrolled yet."
            )
