"""The first page: it leads whoever is signed in to their work, and everybody else nowhere."""

from http import HTTPMethod

from aiohttp import web

from bot.compose import Parts
from bot.console.bodies import Numbered, body
from bot.console.pages import Pages
from bot.console.routes import ANYBODY, AT_THE_DESK, EVERY_ROLE, Route, Visit
from bot.console.sessions import Sessions
from bot.message import wording


class Entrance:
    """The way in and the way out. `address`: the host that passkeys are made for; `offers_more`:
    whether one signs in by one click instead."""

    def __init__(
        self, parts: Parts, pages: Pages, sessions: Sessions, address: str, *, offers_more: bool
    ) -> None:
        self._address = address
        self._staff = parts.helpline.staff
        self._sheets = parts.helpline.sheets
        self._pages = pages
        self._sessions = sessions
        self._offers_more = offers_more

    @property
    def routes(self) -> tuple[Route, ...]:
        """The first page, for anybody; and the end of a session."""
        return (
            Route(HTTPMethod.GET, "/", ANYBODY, self._first, from_elsewhere=True),
            Route(HTTPMethod.POST, "/leave", EVERY_ROLE, self._leave, when_locked=True),
            Route(HTTPMethod.POST, "/end-shift", AT_THE_DESK, self._end_shift),
        )

    async def _first(self, visit: Visit) -> web.StreamResponse:
        if visit.signed_in is not None and visit.signed_in.locked:
            voice = self._pages.voice(visit.signed_in.operator.languages)
            return self._pages.render("entrance/locked.html", voice)
        if visit.signed_in is not None:
            at_desk = visit.signed_in.operator.role in AT_THE_DESK
            return web.Response(status=303, headers={"Location": "/desk" if at_desk else "/texts"})
        voice = self._pages.voice()
        return self._pages.render(
            "entrance/page.html", voice, offers_more=self._offers_more, address=self._address
        )

    async def _leave(self, visit: Visit) -> web.StreamResponse:
        response = web.Response(status=204)
        await self._sessions.end(visit.who, response)
        return response

    async def _end_shift(self, visit: Visit) -> web.StreamResponse:
        await body(visit, Numbered)
        if await self._sheets.held(visit.who.operator):
            voice = self._pages.voice(visit.who.operator.languages)
            return self._pages.refused(wording("console-refused-held"), voice)
        await self._staff.shifts.close(visit.who.operator)
        return await self._leave(visit)
