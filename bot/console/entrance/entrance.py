"""The first page: it leads whoever is signed in to their work, and everybody else nowhere."""

from http import HTTPMethod

from aiohttp import web

from bot.compose import Parts
from bot.console.desk.asked import read
from bot.console.pages import Pages
from bot.console.routes import ANYBODY, AT_THE_DESK, EVERY_ROLE, Route, Visit
from bot.console.sessions import Sessions


class Entrance:
    """The way in and the way out. `offers_more`: whether there are ways to sign in by one click."""

    def __init__(
        self, parts: Parts, pages: Pages, sessions: Sessions, *, offers_more: bool
    ) -> None:
        self._staff = parts.helpline.staff
        self._pages = pages
        self._sessions = sessions
        self._offers_more = offers_more

    @property
    def routes(self) -> tuple[Route, ...]:
        """The first page, for anybody; and the end of a session."""
        return (
            Route(HTTPMethod.GET, "/", ANYBODY, self._first),
            Route(HTTPMethod.POST, "/leave", EVERY_ROLE, self._leave),
            Route(HTTPMethod.POST, "/end-shift", AT_THE_DESK, self._end_shift),
        )

    async def _first(self, visit: Visit) -> web.StreamResponse:
        if visit.signed_in is not None:
            at_desk = visit.signed_in.operator.role in AT_THE_DESK
            return web.Response(status=303, headers={"Location": "/desk" if at_desk else "/texts"})
        voice = self._pages.voice()
        return self._pages.render("entrance/page.html", voice, offers_more=self._offers_more)

    async def _leave(self, visit: Visit) -> web.StreamResponse:
        response = web.Response(status=204)
        await self._sessions.end(visit.who, response)
        return response

    async def _end_shift(self, visit: Visit) -> web.StreamResponse:
        await read(visit)
        await self._staff.shifts.close(visit.who.operator)
        return await self._leave(visit)
