"""Enrolling by a one-time link: a device of an operator's, or somebody new with their first one.

A link's token stands after the # of the address: browsers send that to nobody, so no proxy logs it.
"""

from collections.abc import Mapping
from http import HTTPMethod
from typing import Any

from aiohttp import web

from bot.compose import Parts
from bot.console.bodies import Numbered, body
from bot.console.pages import Pages
from bot.console.passkeys import PasskeyChecks
from bot.console.routes import ANYBODY, Route, Visit
from bot.console.sessions import Sessions
from bot.errors import NotAllowed
from bot.helpline.devices import ENROL_PATH
from bot.store.staff.passkeys import Device
from bot.tickets.operator import Operator, new_id


class Linked(Numbered):
    """By which link. `name`: the code name that somebody new chooses."""

    token: str
    name: str = ""


class Made(Linked, kw_only=True):
    """A new device's answer (WebAuthn, RegistrationResponseJSON). `user`: as `/enrol/begin` gave
    it."""

    user: str
    device: Device
    answer: Mapping[str, Any]


class Enrolment:
    """Answers the requests of whoever has a link."""

    def __init__(
        self, parts: Parts, pages: Pages, sessions: Sessions, checks: PasskeyChecks
    ) -> None:
        self._staff = parts.helpline.staff
        self._passkeys = parts.store.passkeys
        self._pages = pages
        self._sessions = sessions
        self._checks = checks

    @property
    def routes(self) -> tuple[Route, ...]:
        """The page; whose link it is; what is to be signed; the signature."""
        return (
            Route(HTTPMethod.GET, ENROL_PATH, ANYBODY, self._page, from_elsewhere=True),
            Route(HTTPMethod.POST, f"{ENROL_PATH}/look", ANYBODY, self._look),
            Route(HTTPMethod.POST, f"{ENROL_PATH}/begin", ANYBODY, self._begin),
            Route(HTTPMethod.POST, ENROL_PATH, ANYBODY, self._enrol),
        )

    async def _page(self, _: Visit) -> web.StreamResponse:
        voice = self._pages.voice()
        return self._pages.render(
            "entrance/enrol.html", voice, devices=list(Device), address=self._checks.host
        )

    async def _look(self, visit: Visit) -> web.StreamResponse:
        given = await body(visit, Linked)
        operator = await self._staff.devices.linked(given.token)
        if operator is None and not await self._staff.invitations.is_good(given.token):
            return self._refused(NotAllowed("refused-link"))
        return web.json_response({"name": operator.name if operator else ""})

    async def _begin(self, visit: Visit) -> web.StreamResponse:
        given = await body(visit, Linked)
        operator = await self._staff.devices.linked(given.token)
        try:
            if operator is None:
                name = await self._staff.newcomers.check(given.token, given.name)
                operator = Operator(new_id(), name=name)
        except NotAllowed as refused:
            return self._refused(refused)
        known = await self._passkeys.of(operator.id)
        options = self._checks.creation(
            operator.id, operator.name, _bound(given.token, operator.id), known
        )
        return web.json_response({"user": operator.id, "options": options})

    async def _enrol(self, visit: Visit) -> web.StreamResponse:
        given = await body(visit, Made)
        bound = _bound(given.token, given.user)
        try:
            passkey = await self._checks.created(given.answer, given.user, bound, given.device)
            if await self._staff.devices.linked(given.token) is None:
                operator = await self._staff.newcomers.enrol(given.token, given.name, passkey)
            else:
                operator = await self._staff.devices.use(given.token, passkey)
        except NotAllowed as refused:
            return self._refused(refused)
        response = web.Response(status=204)
        await self._sessions.begin(operator, response, proved=True)
        return response

    def _refused(self, why: NotAllowed) -> web.Response:
        return self._pages.refused(why.told_operator, self._pages.voice())


def _bound(token: str, operator: str) -> str:
    return f"enrol {token} {operator}"
