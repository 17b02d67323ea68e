"""What the desk answers beside its two fragments: more to do, hints while one writes, stubs."""

from collections.abc import Awaitable, Callable
from http import HTTPMethod
from typing import TypeAlias

from aiohttp import web

from bot.compose import Parts
from bot.console.bodies import body
from bot.console.desk import asked as choices
from bot.console.desk.asked import Asked
from bot.console.desk.more_view import MoreViews
from bot.console.pages import Pages
from bot.console.routes import AT_THE_DESK, Handler, Route, Visit
from bot.errors import NoSuchTicket
from bot.helpline.stub_acts import StubActs
from bot.store import LoadedConversation
from bot.store.names import is_stub
from bot.texts.catalogue import CONTENT
from bot.texts.checks.own_words import Hint, OwnWords
from bot.texts.checks.words import read_forbidden
from bot.texts.voices import Voice
from bot.tickets.permissions import check_reading

OfTicket: TypeAlias = Callable[[Visit, str], Awaitable[web.StreamResponse]]


class More:
    """Answers these requests. `naming`: makes a handler of one that is given the conversation, and
    says what was refused."""

    def __init__(
        self, parts: Parts, pages: Pages, stubs: StubActs, naming: Callable[[OfTicket], Handler]
    ) -> None:
        store = parts.store
        self._parts = parts
        self._pages = pages
        self._stubs = stubs
        self._naming = naming
        self._views = MoreViews(store.conversations, store.queue, store.roster)
        self._forbidden = read_forbidden(CONTENT, parts.catalogue.locales)

    @property
    def routes(self) -> tuple[Route, ...]:
        """All of them."""

        def of_ticket(method: HTTPMethod, name: str, handler: OfTicket) -> Route:
            path = f"/desk/ticket/{{handle}}/{name}"
            return Route(method, path, AT_THE_DESK, self._naming(handler))

        return (
            of_ticket(HTTPMethod.GET, "more", self._more),
            of_ticket(HTTPMethod.POST, "check", self._check),
            of_ticket(HTTPMethod.POST, "last", self._last),
            of_ticket(HTTPMethod.POST, "forget", self._forget),
        )

    async def _more(self, visit: Visit, conversation: str) -> web.StreamResponse:
        voice = self._voice(visit)
        now = self._parts.clock.now()
        view = await self._views.of(conversation, visit.who.operator, voice, now)
        return self._pages.render("desk/more.html", voice, more=view)

    async def _check(self, visit: Visit, conversation: str) -> web.StreamResponse:
        """Hints for words that aren't sent yet. They are looked at and forgotten."""
        asked = await body(visit, Asked)
        found = await self._parts.store.conversations.load(conversation)
        if found.ticket is None:
            raise NoSuchTicket
        check_reading(visit.who.operator, found.ticket, found.conversation.status)
        voice = self._voice(visit)
        hints = [one.worded(voice) for one in self._hints(asked.text, found)]
        return web.json_response({"hints": hints})

    def _hints(self, text: str, found: LoadedConversation) -> list[Hint]:
        own = OwnWords(self._parts.catalogue, self._forbidden)
        locale = found.ticket.locale if found.ticket else ""
        today = self._parts.clock.now().date()
        text = text[: choices.MOST_CHARACTERS]
        return own.hints(text, locale, today)

    async def _last(self, visit: Visit, stub_id: str) -> web.StreamResponse:
        _must_be_stub(stub_id)
        words = choices.words(await body(visit, Asked))
        await self._stubs.write(visit.who.operator, stub_id, words)
        return web.Response(status=204)

    async def _forget(self, visit: Visit, stub_id: str) -> web.StreamResponse:
        _must_be_stub(stub_id)
        await body(visit, Asked)
        await self._stubs.close(visit.who.operator, stub_id)
        return web.Response(status=204)

    def _voice(self, visit: Visit) -> Voice:
        return self._pages.voice(visit.who.operator.languages)


def _must_be_stub(conversation: str) -> None:
    if not is_stub(conversation):
        raise NoSuchTicket
