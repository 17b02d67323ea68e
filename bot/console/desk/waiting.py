"""What a page calls its operator for, also while it is locked: how many, and which are new to it.

No word of anybody's is in it, and no name: the handles say nothing.
"""

import asyncio
from collections.abc import Sequence
from http import HTTPMethod

import msgspec
from aiohttp import web

from bot.console.desk.queue_view import answer_due, read_queue
from bot.console.routes import AT_THE_DESK, EVERY_ROLE, Route, Visit
from bot.console.sessions import SignedIn
from bot.console.together import Together
from bot.store import Store
from flows.urgency import Urgency


class Due(msgspec.Struct, frozen=True):
    """`due`: how many tickets wait, with the own ones whose person waits for an answer; `alarms`:
    handles of the emergencies among those that wait; `calls`: of the others; `locked`: whether the
    session is."""

    due: int
    alarms: Sequence[str]
    calls: Sequence[str]
    locked: bool


class Waiting:
    """Answers what there is to do."""

    def __init__(self, store: Store) -> None:
        self._queue = Together(lambda: read_queue(store.queue))
        self._conversations = store.conversations

    @property
    def routes(self) -> tuple[Route, ...]:
        """For every page; whoever takes no tickets is called for none."""
        return (Route(HTTPMethod.GET, "/waiting", EVERY_ROLE, self._answer, when_locked=True),)

    async def _answer(self, visit: Visit) -> web.StreamResponse:
        due = await self.of(visit.who)
        return web.Response(body=msgspec.json.encode(due), content_type="application/json")

    async def of(self, signed_in: SignedIn) -> Due:
        """What waits for somebody. Raises `StoreUnavailable`."""
        operator, handles = signed_in.operator, signed_in.handles
        if operator.role not in AT_THE_DESK:
            return Due(0, (), (), signed_in.locked)
        waiting, claimed, lines = await self._queue.ask()
        own = [one for one, ticket in claimed.items() if ticket.assignee == operator.id]
        read = await asyncio.gather(*map(self._conversations.load, own))
        owed = [one for one, found in zip(own, read, strict=True) if answer_due(found)]
        alarms = [one for one, ticket in waiting.items() if ticket.urgency is Urgency.EMERGENCY]
        others = [one for one in waiting if one not in alarms]
        return Due(
            sum(line.count for line in lines.values()) + len(owed),
            [handles.of(one) for one in alarms],
            [handles.of(one) for one in (*others, *owed)],
            signed_in.locked,
        )
