"""The drawer beside a conversation: ready texts and the question deck, looked up and sent.

A search comes in the body of a request, never in an address; it is neither logged nor kept.
"""

from http import HTTPMethod

from aiohttp import web

from bot.compose import Parts
from bot.console.answers import conversation_of
from bot.console.bodies import body, mark
from bot.console.desk.asked import Asked
from bot.console.desk.desk import Desk
from bot.console.desk.drawer_view import SAFE, Reader, found, safe_questions, whole
from bot.console.desk.gate import look_around
from bot.console.pages import Pages
from bot.console.routes import AT_THE_DESK, Route, Visit
from bot.errors import NoSuchTicket
from bot.helpline import sendable
from bot.tickets.ticket import Action, Details
from flows.urgency import Urgency

MOST = 8
"""Texts that a search shows."""


class Drawer:
    """Answers the drawer's requests."""

    def __init__(self, parts: Parts, pages: Pages, desk: Desk) -> None:
        self._parts = parts
        self._pages = pages
        self._desk = desk
        self._conversations = parts.store.conversations

    @property
    def routes(self) -> tuple[Route, ...]:
        """What it shows, and the two ways to send."""
        of_ticket, answering = "/desk/ticket/{handle}", self._desk.answering
        return (
            Route(HTTPMethod.POST, f"{of_ticket}/texts", AT_THE_DESK, self._show),
            Route(HTTPMethod.POST, f"{of_ticket}/say", AT_THE_DESK, answering(self._say)),
            Route(HTTPMethod.POST, f"{of_ticket}/ask", AT_THE_DESK, answering(self._ask)),
        )

    async def _show(self, visit: Visit) -> web.StreamResponse:
        """All texts by topic; or what fits the words that came."""
        asked = await body(visit, Asked)
        operator, catalogue = visit.who.operator, self._parts.catalogue
        voice = self._pages.voice(operator.languages)
        ticket = await self._parts.helpline.read(conversation_of(visit))
        if ticket is None:
            words = voice.say(NoSuchTicket().told_operator)
            return self._pages.render("desk/over.html", voice, words=words)
        own = next((one for one in operator.languages if one in catalogue.texts), voice.locale)
        reader = Reader(catalogue, voice, own, ticket.locale)
        if asked.text.strip():
            search = await self._parts.search.find(asked.text, own, MOST)
            view = found(reader, search)
        else:
            danger = ticket.urgency is Urgency.EMERGENCY
            view = whole(reader, self._parts.library, danger=danger)
        return self._pages.render("desk/drawer.html", voice, drawer=view)

    async def _say(self, visit: Visit, conversation: str) -> None:
        asked = await body(visit, Asked)
        details = sendable.text(self._parts.catalogue, asked.text)
        if not SAFE.issuperset(details.text_ids):
            await look_around(self._conversations, conversation, asked)
        await self._do(Action.SAY, visit, conversation, asked, details)

    async def _ask(self, visit: Visit, conversation: str) -> None:
        asked = await body(visit, Asked)
        mark = self._mark(visit, asked)
        details = sendable.question(self._parts.catalogue, asked.text, mark)
        if asked.text not in safe_questions(self._parts.catalogue):
            await look_around(self._conversations, conversation, asked)
        await self._do(Action.ASK, visit, conversation, asked, details)

    async def _do(
        self, action: Action, visit: Visit, conversation: str, asked: Asked, details: Details
    ) -> None:
        operator, helpline = visit.who.operator, self._parts.helpline
        await helpline.staff.acted(operator)
        mark = self._mark(visit, asked)
        await helpline.act(action, operator, conversation, "", mark, details)

    def _mark(self, visit: Visit, asked: Asked) -> str:
        return mark(visit, asked, self._parts.vault)
