"""The roster, for supervisors: who is there, who comes, who goes, who did what.

Every act is the one that the Telegram commands do (`bot.helpline.four_eyes`): what can't be undone
takes another supervisor, and a passkey's answer of the last two minutes.
"""

from collections.abc import Awaitable, Callable
from http import HTTPMethod
from urllib.parse import urlsplit

from aiohttp import web

from bot.compose import Parts
from bot.console.bodies import Numbered, body
from bot.console.pages import Pages
from bot.console.people.audit_view import AuditViews
from bot.console.people.views import PeopleViews, person
from bot.console.routes import SUPERVISORS, Handler, Route, Visit
from bot.errors import NotAllowed
from bot.helpline.devices import link_address
from bot.helpline.four_eyes import DoneAct
from bot.store.staff.proposals import Proposal
from bot.texts.voices import Voice
from bot.tickets import permissions
from bot.tickets.operator import DeskAction, Operator, Role

PERSON = "/people/person/{person}"


class Invited(Numbered):
    """Who is to come."""

    role: Role
    languages: tuple[str, ...] = ()


class Agreed(Numbered):
    """To what."""

    proposal: str


class Changed(Numbered):
    """To which role."""

    role: Role


class Lost(Numbered):
    """Which device."""

    device: str


class People:
    """Answers the requests about people."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        store = parts.store
        self._parts = parts
        self._pages = pages
        self._origin = parts.settings.console_origin
        self._staff = parts.helpline.staff
        self._four_eyes = parts.helpline.four_eyes
        self._roster = store.roster
        self._views = PeopleViews(
            store.passkeys, store.proposals, store.queue, urlsplit(self._origin).hostname or ""
        )
        self._audit = AuditViews(store.audit, self._staff.log, parts.clock)

    @property
    def routes(self) -> tuple[Route, ...]:
        """All of them. An operator is named by their handle in this session."""

        def shown(path: str, handler: Handler) -> Route:
            return Route(HTTPMethod.GET, path, SUPERVISORS, self._pages.saying_why(handler))

        def asking(path: str, act: Handler) -> Route:
            handler = self._pages.saying_why(act)
            return Route(HTTPMethod.POST, path, SUPERVISORS, handler, asks_passkey=True)

        sign_out = self._pages.saying_why(self._sign_out)
        return (
            shown("/people", self._page),
            shown("/people/roster", self._show_roster),
            shown("/people/audit", self._show_audit),
            shown(f"{PERSON}/audit", self._show_audit_of),
            asking("/people/invite", self._invite),
            asking("/people/agree", self._agree),
            asking(f"{PERSON}/role", self._change_role),
            asking(f"{PERSON}/device", self._on_person(DeskAction.DEVICE)),
            asking(f"{PERSON}/lose", self._lose),
            asking(f"{PERSON}/suspend", self._on_person(DeskAction.SUSPEND)),
            asking(f"{PERSON}/restore", self._on_person(DeskAction.RESTORE)),
            asking(f"{PERSON}/remove", self._on_person(DeskAction.REMOVE)),
            # It must be quick, and does no harm that a sign-in doesn't mend.
            Route(HTTPMethod.POST, f"{PERSON}/sign-out", SUPERVISORS, sign_out),
        )

    # -- what is shown -------------------------------------------------------------------------

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

    async def _show_audit_of(self, visit: Visit) -> web.StreamResponse:
        found = await self._audit.about(await self._named(visit), visit.who.operator)
        return self._pages.render("people/audit.html", self._voice(visit), audit=found)

    # -- what is done --------------------------------------------------------------------------

    async def _invite(self, visit: Visit) -> web.StreamResponse:
        given = await body(visit, Invited)
        known = {one.id for one in self._parts.catalogue.locales.all}
        if not set(given.languages) <= known:
            raise web.HTTPBadRequest
        asked = Proposal(
            DeskAction.INVITE,
            visit.who.operator.id,
            role=given.role,
            languages=given.languages,
            link=True,
        )
        return await self._ask(visit, asked)

    async def _change_role(self, visit: Visit) -> web.StreamResponse:
        given = await body(visit, Changed)
        name = (await self._named(visit)).name
        return await self._ask(
            visit, Proposal(DeskAction.ROLE, visit.who.operator.id, name, given.role)
        )

    async def _lose(self, visit: Visit) -> web.StreamResponse:
        given = await body(visit, Lost)
        name = (await self._named(visit)).name
        by = visit.who.operator.id
        asked = Proposal(DeskAction.LOSE_DEVICE, by, name, device=given.device)
        return await self._ask(visit, asked)

    def _on_person(self, action: DeskAction) -> Callable[[Visit], Awaitable[web.StreamResponse]]:
        async def act(visit: Visit) -> web.StreamResponse:
            await body(visit, Numbered)
            name = (await self._named(visit)).name
            return await self._ask(visit, Proposal(action, visit.who.operator.id, name))

        return act

    async def _agree(self, visit: Visit) -> web.StreamResponse:
        given = await body(visit, Agreed)
        done = await self._four_eyes.agree(given.proposal, visit.who.operator)
        return self._done(visit, done)

    async def _sign_out(self, visit: Visit) -> web.StreamResponse:
        await body(visit, Numbered)
        operator = await self._named(visit)
        count = await self._staff.devices.sign_out(operator, visit.who.operator)
        words = self._voice(visit)("staff-signed-out", name=operator.name, count=count)
        return web.json_response({"told": words})

    async def _ask(self, visit: Visit, proposal: Proposal) -> web.StreamResponse:
        came = await self._four_eyes.ask(proposal, visit.who.operator)
        if isinstance(came, DoneAct):
            return self._done(visit, came)
        return web.json_response({"told": self._voice(visit)("staff-asked", token=came.token)})

    def _done(self, visit: Visit, done: DoneAct) -> web.StreamResponse:
        voice = self._voice(visit)
        if not done.link:
            return web.json_response({"told": voice.say(done.told)})
        words = {"told": voice("staff-link"), "link": link_address(self._origin, done.link)}
        return web.json_response(words)

    async def _named(self, visit: Visit) -> Operator:
        permissions.check_on_shift(visit.who.operator)
        id_ = person(visit.who.handles, visit.request.match_info["person"])
        if id_ is None:
            raise web.HTTPNotFound
        found = await self._roster.get(id_)
        if found is None:
            raise NotAllowed("refused-no-operator")
        return found
