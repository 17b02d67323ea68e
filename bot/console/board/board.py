"""The board's routes: the page, what changes on it, and a supervisor's decisions."""

from collections.abc import Awaitable, Callable
from http import HTTPMethod

from aiohttp import web

from bot.compose import Parts
from bot.console.answers import answering
from bot.console.board import pictures
from bot.console.board.views import BoardViews
from bot.console.bodies import Numbered, body
from bot.console.pages import Pages
from bot.console.routes import AT_THE_DESK, SUPERVISORS, Route, Visit
from bot.tickets.hours import at_clock


class Closing(Numbered):
    """Until when the desk is closed: a time of day such as 14:30."""

    until: str = ""


class Deciding(Numbered):
    """The body of a decision on a block. `token`: of the block that was looked at."""

    token: str = ""


class Board:
    """Answers the board's requests."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages
        self._views = BoardViews(parts)

    @property
    def routes(self) -> tuple[Route, ...]:
        """Figures are for everybody at the desk; names of colleagues and decisions aren't."""

        def decides(path: str, act: Callable[[Visit], Awaitable[None]]) -> Route:
            return Route(HTTPMethod.POST, path, SUPERVISORS, answering(self._pages, act))

        return (
            Route(HTTPMethod.GET, "/board", AT_THE_DESK, self._page),
            Route(HTTPMethod.GET, "/board/now", AT_THE_DESK, self._now),
            decides("/board/close", self._close),
            decides("/board/open", self._open),
            decides("/board/lift", self._lift),
            decides("/board/keep", self._keep),
        )

    async def _page(self, visit: Visit) -> web.StreamResponse:
        operator = visit.who.operator
        voice = self._pages.voice(operator.languages)
        supervises = operator.role in SUPERVISORS
        return self._pages.page("board/page.html", voice, operator, "/board", supervises=supervises)

    async def _now(self, visit: Visit) -> web.StreamResponse:
        operator = visit.who.operator
        voice = self._pages.voice(operator.languages)
        supervises = operator.role in SUPERVISORS
        decides = supervises and operator.on_shift
        board = await self._views.of(operator, voice, supervises=decides)
        return self._pages.render(
            "board/now.html",
            voice,
            board=board,
            supervises=supervises,
            decides=decides,
            at=pictures,
        )

    async def _close(self, visit: Visit) -> None:
        asked = await body(visit, Closing)
        until = at_clock(asked.until, self._parts.clock.now())
        await self._parts.helpline.closures.close(visit.who.operator, until)

    async def _open(self, visit: Visit) -> None:
        await body(visit, Numbered)
        await self._parts.helpline.closures.reopen(visit.who.operator)

    async def _lift(self, visit: Visit) -> None:
        asked = await body(visit, Deciding)
        await self._parts.helpline.reviews.lift(visit.who.operator, asked.token)

    async def _keep(self, visit: Visit) -> None:
        asked = await body(visit, Deciding)
        await self._parts.helpline.reviews.keep(visit.who.operator, asked.token)
