"""The console of the demo: one signs in to it by one click, as a simulated operator; with the
argument `--passkeys` as in production.

It lies here and not in `bot`, so that production's image doesn't hold it: no setting can open a
console by mistake. `helpline demo` starts it instead of `helpline console`.
"""

import sys
from collections.abc import Sequence
from dataclasses import replace
from http import HTTPMethod

from aiohttp import web

from bot import config
from bot.cli.bots import run_process
from bot.compose import Needs, Parts
from bot.console.bodies import Numbered, body
from bot.console.process import Console, run
from bot.console.routes import ANYBODY, Route, Visit
from bot.processes import core_dumps
from bot.tickets.operator import Operator, Role
from sandbox.environment import PASSKEYS

NAMES = {
    Role.OPERATOR: ("Kite", "Plover", "Tern", "Wagtail"),
    Role.SUPERVISOR: ("Osprey",),
    Role.EDITOR: ("Wren",),
}
"""Code names of simulated people; of several operators each browser is given one of its own."""

CAPACITY = 20


class Choice(Numbered):
    """The body of the request: who somebody wants to be."""

    role: Role


class DemoSignIn:
    """Signs in whoever asks, as whom they like."""

    def __init__(self, console: Console) -> None:
        self._sessions = console.sessions
        self._staff = console.parts.helpline.staff
        self._tokens: dict[str, str] = {}

    @property
    def routes(self) -> tuple[Route, ...]:
        """The route to sign in, open to anybody: it is a demo."""
        return (Route(HTTPMethod.POST, "/demo", ANYBODY, self._sign_in),)

    async def _sign_in(self, visit: Visit) -> web.StreamResponse:
        choice = await body(visit, Choice)
        operator = await self._simulated(choice.role)
        response = web.Response(status=204)
        self._tokens[operator.name] = await self._sessions.begin(operator, response)
        return response

    async def _simulated(self, role: Role) -> Operator:
        names = NAMES[role]
        free = [name for name in names if not await self._is_taken(name)]
        name = (free or names)[0]
        known = {one.name: one for one in await self._staff.all()}
        if name in known:
            return known[name]
        operator = await self._staff.by_telegram.admit(None, name, role)
        if role is Role.EDITOR:
            return operator
        return await self._staff.change(operator, capacity=CAPACITY, on_shift=False)

    async def _is_taken(self, name: str) -> bool:
        return await self._sessions.with_token(self._tokens.get(name, "")) is not None


def sign_in(console: Console) -> Sequence[Route]:
    """The demo's way in."""
    return DemoSignIn(console).routes


async def _by_one_click(parts: Parts) -> None:
    await run(parts, sign_in)


def main(*arguments: str) -> int:
    """Serve until told to end."""
    core_dumps.none()
    settings = replace(config.read(), unsigned_texts=True)
    serve = run if PASSKEYS in arguments else _by_one_click
    return run_process("console", settings, serve, Needs.TEXTS)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
