"""The end of a shift in the console: of each open ticket what was promised, told, waited for."""

import asyncio
from dataclasses import dataclass
from http import HTTPMethod

from aiohttp import web

from bot.compose import Parts
from bot.console.answers import answering, conversation_of
from bot.console.bodies import Numbered, body, mark
from bot.console.desk.asked import MOST_CHARACTERS
from bot.console.pages import Pages
from bot.console.routes import AT_THE_DESK, Route, Visit
from bot.errors import NotAllowed
from bot.helpline import cards
from bot.tickets.hand_over import AwaitedKind, HandOverSheet, PromiseKind, ToldKind
from bot.tickets.hours import at_clock
from bot.tickets.queue_order import order
from bot.tickets.ticket import TargetKind, TransferTarget


class Left(Numbered):
    """The body of a request. `due`: a time of day such as 18:00, "" for none; `whom`: a colleague's
    code name, "" for the queue; `note`: what there is no choice for."""

    promised: PromiseKind = PromiseKind.NOTHING
    due: str = ""
    told: tuple[ToldKind, ...] = ()
    awaited: AwaitedKind = AwaitedKind.PERSON
    whom: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """One open ticket of the operator's."""

    handle: str
    urgency: str
    name: str
    topic: str
    language: str
    warnings: tuple[str, ...]


class HandOver:
    """Answers the requests about it."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @property
    def routes(self) -> tuple[Route, ...]:
        """The page, and what it is for."""
        of_ticket = "/desk/ticket/{handle}/hand-over"
        leave = answering(self._pages, self._leave)
        return (
            Route(HTTPMethod.GET, "/hand-over", AT_THE_DESK, self._page),
            Route(HTTPMethod.POST, of_ticket, AT_THE_DESK, leave),
        )

    async def _page(self, visit: Visit) -> web.StreamResponse:
        operator, parts = visit.who.operator, self._parts
        voice = self._pages.voice(operator.languages)
        held = await parts.helpline.sheets.held(operator)
        loaded = await asyncio.gather(*map(parts.store.conversations.load, held))
        tickets = [
            Held(
                visit.who.handles.of(conversation),
                ticket.urgency.word,
                ticket.name,
                voice.named("topic", ticket.topic),
                voice.find(f"language-{ticket.locale}") or ticket.locale,
                tuple(
                    voice(f"notice-{one.value}")
                    for one in cards.warnings(ticket, read.conversation)
                ),
            )
            for (conversation, ticket), read in sorted(
                zip(held.items(), loaded, strict=True), key=lambda one: order(one[0][1])
            )
        ]
        return self._pages.page(
            "desk/hand_over.html",
            voice,
            operator,
            "/hand-over",
            tickets=tickets,
            colleagues=await self._colleagues(visit),
            promises=list(PromiseKind),
            told=list(ToldKind),
            awaited=list(AwaitedKind),
        )

    async def _colleagues(self, visit: Visit) -> list[str]:
        """The code names of the others on shift."""
        own = visit.who.operator.id
        found = await self._parts.store.roster.all()
        works = (one for one in found if one.role in AT_THE_DESK and one.on_shift)
        return sorted(one.name for one in works if one.id != own)

    async def _leave(self, visit: Visit) -> None:
        left = await body(visit, Left)
        conversation, operator = conversation_of(visit), visit.who.operator
        now, note = self._parts.clock.now(), left.note.strip()
        if len(note) > MOST_CHARACTERS:
            raise NotAllowed("console-refused-length", most=MOST_CHARACTERS)
        due = at_clock(left.due, now) if left.due else None
        if left.due and due is None:
            raise ValueError("a time of day is written like 18:00")
        if left.whom and left.whom not in await self._colleagues(visit):
            raise NotAllowed("refused-no-operator")
        told = tuple(dict.fromkeys(left.told))
        sheet = HandOverSheet(operator.name, now, left.promised, due, told, left.awaited)
        wanted = TransferTarget(TargetKind.OPERATOR, left.whom) if left.whom else None
        await self._parts.helpline.staff.acted(operator)
        leave, known = self._parts.helpline.sheets.leave, mark(visit, left, self._parts.vault)
        await leave(operator, conversation, sheet, wanted, note, known)
