"""Signing in by a passkey, and showing again by one that it is still they."""

from collections.abc import Mapping
from http import HTTPMethod
from typing import Any

from aiohttp import web

from bot.compose import Parts
from bot.console.bodies import Numbered, body
from bot.console.pages import Pages
from bot.console.passkeys import CopiedPasskey, PasskeyChecks
from bot.console.routes import ANYBODY, EVERY_ROLE, Route, Visit
from bot.console.sessions import Sessions
from bot.errors import NotAllowed
from bot.store.staff.passkeys import Passkey
from bot.tickets.operator import Operator

_SIGN_IN = "sign in"


class Answered(Numbered):
    """A device's answer (WebAuthn, AuthenticationResponseJSON)."""

    answer: Mapping[str, Any]


class PasskeySignIn:
    """Answers the requests of signing in, and of showing again that it is still they."""

    def __init__(
        self, parts: Parts, pages: Pages, sessions: Sessions, checks: PasskeyChecks
    ) -> None:
        self._roster = parts.store.roster
        self._passkeys = parts.store.passkeys
        self._console_sessions = parts.store.console_sessions
        self._log = parts.helpline.staff.log
        self._pages = pages
        self._sessions = sessions
        self._checks = checks

    @property
    def routes(self) -> tuple[Route, ...]:
        """Two steps each: what is to be signed, and the signature."""
        return (
            Route(HTTPMethod.POST, "/sign-in/begin", ANYBODY, self._begin),
            Route(HTTPMethod.POST, "/sign-in", ANYBODY, self._sign_in),
            Route(HTTPMethod.POST, "/prove/begin", EVERY_ROLE, self._begin_proof, when_locked=True),
            Route(HTTPMethod.POST, "/prove", EVERY_ROLE, self._prove, when_locked=True),
        )

    async def _begin(self, visit: Visit) -> web.StreamResponse:
        await body(visit, Numbered)
        return web.json_response(self._checks.request(_SIGN_IN))

    async def _sign_in(self, visit: Visit) -> web.StreamResponse:
        given = await body(visit, Answered)
        try:
            operator = await self._found(await self._asserted(given, _SIGN_IN))
        except NotAllowed as refused:
            return self._pages.refused(refused.told_operator, self._pages.voice())
        response = web.Response(status=204)
        await self._sessions.begin(operator, response, proved=True)
        return response

    async def _begin_proof(self, visit: Visit) -> web.StreamResponse:
        await body(visit, Numbered)
        known = await self._passkeys.of(visit.who.operator.id)
        return web.json_response(self._checks.request(_proof(visit), known))

    async def _prove(self, visit: Visit) -> web.StreamResponse:
        given, operator = await body(visit, Answered), visit.who.operator
        try:
            await self._asserted(given, _proof(visit), operator.id)
        except NotAllowed as refused:
            return self._pages.refused(refused.told_operator, self._pages.voice(operator.languages))
        await self._console_sessions.prove(visit.who.token)
        return web.Response(status=204)

    async def _asserted(self, given: Answered, bound: str, operator: str = "") -> Passkey:
        try:
            return await self._checks.asserted(given.answer, bound, operator)
        except CopiedPasskey as copied:
            found = await self._roster.get(copied.passkey.operator)
            if found is not None:
                await self._log.note(found, "device copied", about=found)
            raise

    async def _found(self, passkey: Passkey) -> Operator:
        operator = await self._roster.get(passkey.operator)
        if operator is None:
            raise NotAllowed("refused-passkey")
        if operator.suspended:
            raise NotAllowed("refused-suspended")
        await self._roster.renew(operator)
        return operator


def _proof(visit: Visit) -> str:
    """Good in this session alone."""
    return f"proof {visit.who.token}"
