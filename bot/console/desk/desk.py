"""The desk's routes: the page, its two fragments, and what is done to tickets."""

from collections.abc import Awaitable, Callable
from functools import partial
from http import HTTPMethod

from aiohttp import web

from bot.compose import Parts
from bot.console.answers import conversation_of
from bot.console.bodies import Numbered, body
from bot.console.desk.acts import NEUTRAL, TicketActs
from bot.console.desk.asked import KeysAsked
from bot.console.desk.beside import Besides
from bot.console.desk.conversation_view import ConversationViews, locale_of
from bot.console.desk.gate import MayBeReadError
from bot.console.desk.more import More, OfTicket
from bot.console.desk.queue_view import QueueViews
from bot.console.desk.shown import Shown
from bot.console.pages import Pages
from bot.console.routes import AT_THE_DESK, Handler, Route, Visit
from bot.errors import NoSuchTicket
from bot.helpline.notes import OperatorNotes
from bot.helpline.stub_acts import StubActs
from bot.store.names import is_stub
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
    "neutral": Action.SAY,
    "transfer": Action.TRANSFER,
    "snooze": Action.SNOOZE,
    "urgency": Action.PRIORITISE,
    "block": Action.BLOCK,
}
"""What the page asks for, by the last part of the path."""


class Desk:
    """Answers the desk's requests."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        store = parts.store
        self._parts = parts
        self._pages = pages
        self._stubs = StubActs(store.stubs, store.topics, parts.helpline.staff.log)
        self._queue = QueueViews(store.queue, store.conversations, self._stubs)
        self._conversations = ConversationViews(
            store.conversations, store.log, Besides(parts.helpline.following)
        )
        self._shown = Shown(store.shown)
        notes = OperatorNotes(store.conversations)
        self._acts = TicketActs(
            parts.helpline,
            store.conversations,
            store.roster,
            notes,
            store.log,
            parts.vault,
            parts.clock,
        )
        self._more = More(parts, pages, self._stubs, self._naming)

    @property
    def routes(self) -> tuple[Route, ...]:
        """All of them. A ticket is named by its handle in this session."""

        def at_desk(method: HTTPMethod, path: str, handler: Handler) -> Route:
            return Route(method, path, AT_THE_DESK, handler)

        of_ticket, begin = "/desk/ticket/{handle}", self._pages.saying_why(self._begin_shift)
        return (
            at_desk(HTTPMethod.GET, "/desk", self._page),
            at_desk(HTTPMethod.GET, "/desk/queue", self._show_queue),
            at_desk(HTTPMethod.GET, of_ticket, self._show_ticket),
            # A session alone opens no shift: else a stolen one did.
            Route(HTTPMethod.POST, "/desk/shift", AT_THE_DESK, begin, asks_passkey=True),
            at_desk(HTTPMethod.POST, "/desk/shown", self._shown.note),
            at_desk(HTTPMethod.POST, f"{of_ticket}/note", self.answering(self._acts.note)),
            at_desk(HTTPMethod.POST, "/desk/keys", self._switch_keys),
            at_desk(HTTPMethod.POST, f"{of_ticket}/again", self.answering(self._acts.again)),
            *self._more.routes,
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
            neutral=self._neutral(visit),
        )

    def _neutral(self, visit: Visit) -> str:
        """The neutral line, as the operator reads it."""
        return self._parts.catalogue.plain(
            NEUTRAL, locale_of(self._voice(visit), self._parts.catalogue)
        )

    async def _show_queue(self, visit: Visit) -> web.StreamResponse:
        voice, who = self._voice(visit), visit.who
        now = self._parts.clock.now()
        view = await self._queue.of(who.operator, who.handles, voice, now)
        return self._pages.render("desk/queue.html", voice, queue=view, now=now.timestamp())

    async def _show_ticket(self, visit: Visit) -> web.StreamResponse:
        voice = self._voice(visit)
        handle = visit.request.match_info["handle"]
        if is_stub(conversation_of(visit)):
            return await self._show_stub(visit, voice)
        try:
            view = await self._conversations.of(
                conversation_of(visit),
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

    async def _show_stub(self, visit: Visit, voice: Voice) -> web.StreamResponse:
        standing = dict(await self._stubs.standing())
        stub = standing.get(conversation_of(visit))
        if stub is None:
            words = voice.say(NoSuchTicket.told_operator)
            return self._pages.render("desk/over.html", voice, words=words)
        return self._pages.render("desk/stub.html", voice, stub=stub)

    # -- what is done --------------------------------------------------------------------------

    async def _begin_shift(self, visit: Visit) -> web.StreamResponse:
        await body(visit, Numbered)
        await self._parts.helpline.staff.shifts.open(visit.who.operator, proved=True)
        return web.Response(status=204)

    async def _switch_keys(self, visit: Visit) -> web.StreamResponse:
        """On the roster, since a browser keeps nothing of us: it holds wherever they sign in."""
        asked = await body(visit, KeysAsked)
        await self._parts.store.roster.change(visit.who.operator, keys=asked.on)
        return web.Response(status=204)

    def answering(self, act: Callable[[Visit, str], Awaitable[None]]) -> Handler:
        """The handler of an act on a ticket: what is refused is said in the operator's language."""

        async def done(visit: Visit, conversation: str) -> web.StreamResponse:
            await act(visit, conversation)
            return web.Response(status=204)

        return self._naming(done)

    def _naming(self, handler: OfTicket) -> Handler:
        """The handler of a route that names a ticket, which says why something wasn't done."""

        async def answer(visit: Visit) -> web.StreamResponse:
            try:
                return await handler(visit, conversation_of(visit))
            except MayBeReadError as gate:
                return self._pages.refused(gate.told_operator, self._voice(visit), sure=gate.why)
            except ValueError:
                raise web.HTTPBadRequest from None

        return self._pages.saying_why(answer)
