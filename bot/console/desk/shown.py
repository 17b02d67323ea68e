"""What a page has shown, so that Telegram's group isn't rung for it (`bot.desk.pager`)."""

from typing import Annotated

import msgspec
from aiohttp import web

from bot.console.bodies import Numbered, body
from bot.console.routes import Visit
from bot.store.tickets.shown import ShownTickets

MOST = 200
"""Tickets in one request; a page shows fewer."""


class ShownEntries(Numbered):
    """The body. `shown`: handle → the number of the
    state that the queue's entry was made of."""

    shown: Annotated[dict[str, Annotated[int, msgspec.Meta(ge=0)]], msgspec.Meta(max_length=MOST)]


class Shown:
    """Takes it from whoever is on shift: nobody else's screen is looked at."""

    def __init__(self, shown: ShownTickets) -> None:
        self._shown = shown

    async def note(self, visit: Visit) -> web.StreamResponse:
        """A page says what it shows."""
        said = await body(visit, ShownEntries)
        who = visit.who
        found = {who.handles.read(handle): state for handle, state in said.shown.items()}
        known = {one: state for one, state in found.items() if one is not None}
        if known and who.operator.on_shift:
            await self._shown.note(who.operator.id, known)
        return web.Response(status=204)
