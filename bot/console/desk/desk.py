"""The desk's routes: the page, its two fragments, and what is done to tickets."""

from collections.abc import Awaitable, Callable
from functools import partial
from http import HTTPMethod

import msgspec
from aiohttp import web

from bot.compose import Parts
from bot.console.desk.acts import TicketActs, read
from bot.console.desk.beside import Besides
from bot.console.desk.conversation_view import ConversationViews
from bot.console.desk.queue_view import QueueViews
from bot.console.desk.shown import Shown
from bot.console.pages import Pages
from bot.console.routes import AT_THE_DESK, Handler, Route, Visit
from bot.errors import Conflict, NoSuchTicket, NotAllowed
from bot.helpline.notes import OperatorNotes
from bot.message import Wording, wording
from bot.texts.voices import Voice
from bot.tickets.ticket import Action, Outcome

ACTS: dict[str, Action] = {
    "claim": Action.CLAIM,
    "reply": Action.REPLY,
    "correct": Action.EDIT,
    "delete": Action.DELETE,
    "release": Action.RELEASE,
    "requeue": Action.REQUEUE,
    "close": Action.CLOSE,
}
"""What the page asks for, by the last part of the path."""


_HERE = {"refused-off-shift": "console-refused-off-shift"}
"""Refusals that name a command of the group's, and what is said here instead."""


class Desk:
    """Answers the desk's requests."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        store = parts.store
        self._parts = parts
        self._pages = pages
        self._queue = QueueViews(store.queue, store.conversations)
        self._conversations = ConversationViews(
            store.conversations, store.log, Besides(parts.helpline.following)
        )
        self._shown = Shown(store.shown)
        notes = OperatorNotes(store.conversations)
        self._acts = TicketActs(parts.helpline, notes, store.log, parts.vault)

    @property
    def routes(self) -> tuple[Route, ...]:
        """All of them. A ticket is named by its handle in this session."""

        def at_desk(method: HTTPMethod, path: str, handler: Handler) -> Route:
            return Route(method, path, AT_THE_DESK, handler)

        of_ticket = "/desk/ticket/{handle}"
        return (
            at_desk(HTTPMethod.GET, "/desk", self._page),
            at_desk(HTTPMethod.GET, "/desk/queue", self._show_queue),
            at_desk(HTTPMethod.GET, of_ticket, self._show_ticket),
            # A session alone opens no shift: else a stolen one did.
            Route(
                HTTPMethod.POST, "/desk/shift", AT_THE_DESK, self._begin_shift, asks_passkey=True
            ),
            at_desk(HTTPMethod.POST, "/desk/shown", self._shown.note),
            at_desk(HTTPMethod.POST, f"{of_ticket}/note", self.answering(self._acts.note)),
            *(
                at_desk(
                    HTTPMethod.POST,
                    f"{of_ticket}/{name}",
                    self.answering(partial(self._acts.do, action)),
                )
                for name, action in ACTS.items()
            ),
        )

    # -- what is shown -------------------------------------------------------------------------

    def _voice(self, visit: Visit) -> Voice:
        return self._pages.voice(visit.who.operator.languages)

    async def _page(self, visit: Visit) -> web.StreamResponse:
        return self._pages.page(
            "desk/page.html",
            self._voice(visit),
            visit.who.operator,
            "/desk",
            outcomes=list(Outcome),
        )

    async def _show_queue(self, visit: Visit) -> web.StreamResponse:
        voice, who = self._voice(visit), visit.who
        now = self._parts.clock.now()
        view = await self._queue.of(who.operator, who.handles, voice, now)
        return self._pages.render("desk/queue.html", voice, queue=view)

    async def _show_ticket(self, visit: Visit) -> web.StreamResponse:
        voice = self._voice(visit)
        handle = visit.request.match_info["handle"]
        try:
            view = await self._conversations.of(
                self.conversation(visit),
                handle,
                visit.who.operator,
                voice,
                self._parts.catalogue,
                self._parts.clock.now(),
            )
        except NoSuchTicket as over:
            words = voice.say(over.told_operator)
            return self._pages.render("desk/over.html", voice, words=words)
        return self._pages.render("desk/ticket.html", voice, ticket=view)

    # -- what is done --------------------------------------------------------------------------

    async def _begin_shift(self, visit: Visit) -> web.StreamResponse:
        await read(visit)
        try:
            await self._parts.helpline.staff.shifts.open(visit.who.operator, proved=True)
        except NotAllowed as refused:
            return self._refused(visit, refused.told_operator)
        return web.Response(status=204)

    def answering(self, act: Callable[[Visit, str], Awaitable[None]]) -> Handler:
        """The handler of an act on a ticket: what is refused is said in the operator's language."""

        async def answer(visit: Visit) -> web.StreamResponse:
            try:
                await act(visit, self.conversation(visit))
            except (NotAllowed, NoSuchTicket, Conflict) as refused:
                return self._refused(visit, refused.told_operator)
            except (ValueError, msgspec.MsgspecError):
                raise web.HTTPBadRequest from None
            return web.Response(status=204)

        return answer

    def _refused(self, visit: Visit, why: Wording) -> web.Response:
        here = _HERE.get(why.id)
        words = self._voice(visit).say(wording(here) if here else why)
        return web.json_response({"refused": words}, status=409)

    def conversation(self, visit: Visit) -> str:
        """The conversation that a path names. Raises `HTTPNotFound`."""
        found = visit.who.handles.read(visit.request.match_info["handle"])
        if found is None:
            raise web.HTTPNotFound
        return found
