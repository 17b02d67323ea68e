"""The roster's pages, for supervisors: who is there, who comes, who goes, who did what."""

from http import HTTPMethod
from urllib.parse import urlsplit

from aiohttp import web

from bot.compose import Parts
from bot.console.board import ended
from bot.console.pages import Pages
from bot.console.people.acts import PERSON, PeopleActs, named
from bot.console.people.audit_view import AuditViews
from bot.console.people.views import PeopleViews
from bot.console.routes import SUPERVISORS, Handler, Route, Visit
from bot.texts.voices import Voice
from bot.tickets.operator import Role


class PeoplePages:
    """Answers the requests about people."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        store = parts.store
        self._parts = parts
        self._pages = pages
        self._acts = PeopleActs(parts, pages)
        self._staff = parts.helpline.staff
        self._roster = store.roster
        host = urlsplit(parts.settings.console_origin).hostname or ""
        self._views = PeopleViews(store.passkeys, store.proposals, store.queue, host)
        self._audit = AuditViews(store.audit, self._staff.log, parts.clock)

    @property
    def routes(self) -> tuple[Route, ...]:
        """The pages, and all that is done there; for supervisors."""

        def shown(path: str, handler: Handler) -> Route:
            return Route(HTTPMethod.GET, path, SUPERVISORS, self._pages.saying_why(handler))

        return (
            shown("/people", self._page),
            shown("/people/roster", self._show_roster),
            shown("/people/audit", self._show_audit),
            shown("/people/audit/ended/{end}", self._show_ended),
            shown(f"{PERSON}/audit", self._show_audit_of),
            *self._acts.routes,
        )

    def _voice(self, visit: Visit) -> Voice:
        return self._pages.voice(visit.who.operator.languages)

    async def _page(self, visit: Visit) -> web.StreamResponse:
        languages = [one.id for one in self._parts.catalogue.locales.all]
        return self._pages.page(
            "people/page.html",
            self._voice(visit),
            visit.who.operator,
            "/people",
            roles=list(Role),
            languages=languages,
        )

    async def _show_roster(self, visit: Visit) -> web.StreamResponse:
        looks, voice = visit.who.operator, self._voice(visit)
        everybody = await self._staff.all(looks)
        return self._pages.render(
            "people/roster.html",
            voice,
            people=await self._views.roster(everybody, looks, visit.who.handles, voice),
            waiting=await self._views.waiting(everybody, looks, voice),
            roles=list(Role),
        )

    async def _show_audit(self, visit: Visit) -> web.StreamResponse:
        found = await self._audit.of_staff(visit.who.operator)
        return self._pages.render("people/audit.html", self._voice(visit), audit=found)

    async def _show_ended(self, visit: Visit) -> web.StreamResponse:
        end = visit.request.match_info["end"]
        if end not in ended.ENDS:
            raise web.HTTPNotFound
        found = await self._audit.of_ended(end, visit.who.operator)
        return self._pages.render("people/audit.html", self._voice(visit), audit=found)

    async def _show_audit_of(self, visit: Visit) -> web.StreamResponse:
        found = await self._audit.about(await named(visit, self._roster), visit.who.operator)
        return self._pages.render("people/audit.html", self._voice(visit), audit=found)
