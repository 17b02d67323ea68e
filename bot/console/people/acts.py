"""Supervisors' acts on the roster: invite, agree, change a role, take a device away, remove.

Every act is the one that the Telegram commands do (`bot.helpline.four_eyes`): what can't be undone
takes another supervisor, and a passkey's answer of the last two minutes.
"""

from collections.abc import Awaitable, Callable
from http import HTTPMethod

from aiohttp import web

from bot.compose import Parts
from bot.console.bodies import Numbered, body
from bot.console.pages import Pages
from bot.console.people.views import person
from bot.console.routes import SUPERVISORS, Handler, Route, Visit
from bot.errors import NotAllowed
from bot.helpline.devices import link_address
from bot.helpline.four_eyes import DoneAct
from bot.store.staff.proposals import Proposal
from bot.store.staff.roster import Roster
from bot.texts.voices import Voice
from bot.tickets import permissions
from bot.tickets.operator import DeskAction, Operator, Role

PERSON = "/people/person/{person}"
"""The path of one operator, who is named by their handle in this session."""


class Invited(Numbered):
    """The body of an invitation: the role and languages of whoever is to come."""

    role: Role
    languages: tuple[str, ...] = ()


class Agreed(Numbered):
    """The body of a second supervisor's agreement. `proposal`: its token."""

    proposal: str


class Changed(Numbered):
    """The body of a change of role."""

    role: Role


class Lost(Numbered):
    """The body of a word that a device was lost. `device`: the passkey's id."""

    device: str


class PeopleActs:
    """Answers the requests that change the roster."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages
        self._origin = parts.settings.console_origin
        self._devices = parts.helpline.staff.devices
        self._four_eyes = parts.helpline.four_eyes
        self._roster = parts.store.roster

    @property
    def routes(self) -> tuple[Route, ...]:
        """The routes of all acts, for supervisors."""

        def asking(path: str, act: Handler) -> Route:
            handler = self._pages.saying_why(act)
            return Route(HTTPMethod.POST, path, SUPERVISORS, handler, asks_passkey=True)

        sign_out = self._pages.saying_why(self._sign_out)
        return (
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

    def _voice(self, visit: Visit) -> Voice:
        return self._pages.voice(visit.who.operator.languages)

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
        name = (await named(visit, self._roster)).name
        return await self._ask(
            visit, Proposal(DeskAction.ROLE, visit.who.operator.id, name, given.role)
        )

    async def _lose(self, visit: Visit) -> web.StreamResponse:
        given = await body(visit, Lost)
        name = (await named(visit, self._roster)).name
        by = visit.who.operator.id
        asked = Proposal(DeskAction.LOSE_DEVICE, by, name, device=given.device)
        return await self._ask(visit, asked)

    def _on_person(self, action: DeskAction) -> Callable[[Visit], Awaitable[web.StreamResponse]]:
        async def act(visit: Visit) -> web.StreamResponse:
            await body(visit, Numbered)
            name = (await named(visit, self._roster)).name
            return await self._ask(visit, Proposal(action, visit.who.operator.id, name))

        return act

    async def _agree(self, visit: Visit) -> web.StreamResponse:
        given = await body(visit, Agreed)
        done = await self._four_eyes.agree(given.proposal, visit.who.operator)
        return self._done(visit, done)

    async def _sign_out(self, visit: Visit) -> web.StreamResponse:
        await body(visit, Numbered)
        operator = await named(visit, self._roster)
        count = await self._devices.sign_out(operator, visit.who.operator)
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


async def named(visit: Visit, roster: Roster) -> Operator:
    """The operator whom a path names. Raises `NotAllowed`, `HTTPNotFound`, `StoreUnavailable`."""
    permissions.check_on_shift(visit.who.operator)
    id_ = person(visit.who.handles, visit.request.match_info["person"])
    if id_ is None:
        raise web.HTTPNotFound
    found = await roster.get(id_)
    if found is None:
        raise NotAllowed("refused-no-operator")
    return found
