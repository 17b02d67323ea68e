"""Acts that stand beside a conversation: a supervisor reads along, takes over, or stops; whoever
has the ticket acknowledges its hand-over."""

from collections.abc import Awaitable, Callable
from functools import partial
from http import HTTPMethod

from bot.compose import Parts
from bot.console.answers import answering, conversation_of
from bot.console.bodies import Numbered, body, mark
from bot.console.pages import Pages
from bot.console.routes import AT_THE_DESK, SUPERVISORS, Route, Visit
from bot.tickets.operator import Operator, Role


class BesideActs:
    """Answers the requests."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @property
    def routes(self) -> tuple[Route, ...]:
        """A ticket is named by its handle in this session."""
        helpline = self._parts.helpline
        following, sheets = helpline.following, helpline.sheets

        async def follow(operator: Operator, conversation: str, _: str) -> None:
            await following.begin(operator, conversation)

        async def unfollow(operator: Operator, conversation: str, _: str) -> None:
            await following.end(operator, conversation)

        return (
            self._route("follow", SUPERVISORS, follow),
            self._route("unfollow", SUPERVISORS, unfollow),
            self._route("take-over", SUPERVISORS, following.take_over),
            self._route("acknowledge", AT_THE_DESK, sheets.acknowledge),
        )

    def _route(
        self,
        name: str,
        may: frozenset[Role],
        act: Callable[[Operator, str, str], Awaitable[None]],
    ) -> Route:
        handler = answering(self._pages, partial(self._do, act))
        return Route(HTTPMethod.POST, f"/desk/ticket/{{handle}}/{name}", may, handler)

    async def _do(self, act: Callable[[Operator, str, str], Awaitable[None]], visit: Visit) -> None:
        asked, operator = await body(visit, Numbered), visit.who.operator
        conversation = conversation_of(visit)
        await self._parts.helpline.staff.acted(operator)
        await act(operator, conversation, mark(visit, asked, self._parts.vault))
