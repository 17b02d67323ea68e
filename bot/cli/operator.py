"""`helpline operator`: who works at the desk. The first supervisor is invited here, and gets here
the link for the first device."""

import argparse
import asyncio
from collections.abc import Awaitable, Callable, Mapping

from bot import config
from bot.compose import Needs, Parts, parts
from bot.config import Settings
from bot.errors import ConfigError, NotAllowed
from bot.helpline import Helpline
from bot.helpline.devices import link_address
from bot.helpline.shifts import address, readable
from bot.telemetry import logs
from bot.texts.voices import TERMINAL, voices
from bot.tickets.operator import Role, described

NEEDED = ("HELPLINE_REDIS_URL", "HELPLINE_MASTER_KEY")

HELP = """\
Runs on the server, as Redis's user `keeper`, with the desk's part of the master key
(deploy/README.md, commands by hand). `link` needs HELPLINE_CONSOLE_ORIGIN as well.
"""

_VOICE = voices().all[TERMINAL]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `helpline operator`."""
    parser.description = HELP
    what = parser.add_subparsers(required=True, metavar="WHAT", dest="what")
    invite = what.add_parser("invite", help="a one-time code, for 24 hours, with a key for codes")
    invite.add_argument("--supervisor", action="store_true", help="for a supervisor")
    what.add_parser("invitations", help="codes that may still be redeemed")
    revoke = what.add_parser("revoke", help="end a code")
    revoke.add_argument("label", help="as `invitations` shows it")
    link = what.add_parser("link", help="a one-time link that enrols a device, for ten minutes")
    link.add_argument("name", help="a code name")
    link.add_argument(
        "--role", choices=[one.value for one in Role], help="enrol somebody new, without Telegram"
    )
    what.add_parser("list", help="everyone, by code name")
    totp = what.add_parser("totp", help="a new key for codes, for a lost phone; ends the shift")
    totp.add_argument("name", help="a code name")
    remove = what.add_parser("remove", help="at once; their open tickets wait again")
    remove.add_argument("name", help="a code name")
    restore = what.add_parser("restore", help="somebody who was put out of the group")
    restore.add_argument("name", help="a code name")
    role = what.add_parser("role", help="make somebody a supervisor, or an operator again")
    role.add_argument("name", help="a code name")
    role.add_argument("role", choices=[one.value for one in Role])
    agree = what.add_parser("agree", help="as the second of two, to what a supervisor asked for")
    agree.add_argument("token", help="as the bot told the supervisor")


def run(args: argparse.Namespace) -> int:
    """Carry out a command about operators. Returns 1 if it can't be done. Raises `ConfigError`."""
    logs.set_up("operator")
    settings = config.read()
    if not settings.redis_url or not settings.master_key:
        raise ConfigError(f"set {' and '.join(NEEDED)} (deploy/README.md, commands by hand)")
    return asyncio.run(_run(args, settings))


async def _run(args: argparse.Namespace, settings: Settings) -> int:
    takes_turns = args.what in {"remove", "agree"}  # tickets that wait again take a turn
    needs = Needs.TEXTS if takes_turns else Needs.STORE
    async with parts(settings, needs=needs) as built:
        try:
            if args.what == "link":
                print(await _link(args, built))
            else:
                print(await _DOES[args.what](args, built.helpline))
        except NotAllowed as refused:
            print(_VOICE.say(refused.told_operator))
            return 1
    return 0


async def _invite(args: argparse.Namespace, helpline: Helpline) -> str:
    role = Role.SUPERVISOR if args.supervisor else Role.OPERATOR
    made = await helpline.staff.invitations.make(role)
    return (
        f"For one {role.value}, once, within 24 hours. Privately to the desk's bot:\n"
        f"/enrol {made.code} NAME\n{_key(made.secret, role.value)}"
    )


async def _link(args: argparse.Namespace, built: Parts) -> str:
    origin, staff = built.settings.console_origin, built.helpline.staff
    if not origin:
        raise ConfigError("set HELPLINE_CONSOLE_ORIGIN: a device is enrolled for one address")
    if args.role:
        operator = await staff.newcomers.take_in(args.name, Role(args.role))
    else:
        operator = await staff.named(args.name)
    token = await staff.devices.link(operator)
    return (
        f"For a device of {operator.name}'s, once, within ten minutes. Whoever opens it becomes "
        f"{operator.name}:\n{link_address(origin, token)}"
    )


async def _totp(args: argparse.Namespace, helpline: Helpline) -> str:
    operator = await helpline.staff.named(args.name)
    secret = await helpline.staff.shifts.renew(operator)
    return f"The earlier key opens nothing any more.\n{_key(secret, operator.name)}"


def _key(secret: bytes, name: str) -> str:
    return (
        "The key for codes, by another way than the code above, into an authenticator app:\n"
        f"{readable(secret)}\n{address(secret, name)}\n"
        "Then privately to the bot: /on and the six digits. It isn't shown again."
    )


async def _invitations(_: argparse.Namespace, helpline: Helpline) -> str:
    found = await helpline.staff.invitations.open()
    lines = [f"{one.label or '?'} {one.role.value}, by {one.invited_by}" for one in found]
    return "\n".join(lines) or "No code may be redeemed."


async def _revoke(args: argparse.Namespace, helpline: Helpline) -> str:
    revoked = await helpline.staff.invitations.revoke(args.label)
    return f"{revoked.label} enrols nobody any more."


async def _remove(args: argparse.Namespace, helpline: Helpline) -> str:
    count = await helpline.staff.remove(args.name)
    return f"{args.name} may do nothing any more; {count} tickets wait again."


async def _restore(args: argparse.Namespace, helpline: Helpline) -> str:
    await helpline.staff.restore(args.name)
    return f"{args.name} may act again. An administrator has to lift the ban in the group."


async def _role(args: argparse.Namespace, helpline: Helpline) -> str:
    changed = await helpline.staff.set_role(args.name, Role(args.role))
    return f"{changed.name} is {changed.role.value} now."


async def _agree(args: argparse.Namespace, helpline: Helpline) -> str:
    return _VOICE.say((await helpline.four_eyes.agree(args.token)).told)


async def _list(_: argparse.Namespace, helpline: Helpline) -> str:
    found = await helpline.staff.all()
    return "\n".join(_VOICE.say(described(one)) for one in found) or "Nobody is enrolled yet."


_DOES: Mapping[str, Callable[[argparse.Namespace, Helpline], Awaitable[str]]] = {
    "invite": _invite,
    "invitations": _invitations,
    "revoke": _revoke,
    "list": _list,
    "totp": _totp,
    "remove": _remove,
    "restore": _restore,
    "role": _role,
    "agree": _agree,
}
