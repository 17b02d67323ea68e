"""How far the texts are: a table of pages by languages, as `helpline status` prints it."""

from http import HTTPMethod

from aiohttp import web

from bot.compose import Parts
from bot.console.pages import Pages
from bot.console.routes import WITH_TEXTS, Route, Visit
from bot.texts import status


class Texts:
    """Answers the requests about texts."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @property
    def routes(self) -> tuple[Route, ...]:
        """One page."""
        return (Route(HTTPMethod.GET, "/texts", WITH_TEXTS, self._page),)

    async def _page(self, visit: Visit) -> web.StreamResponse:
        operator = visit.who.operator
        today = self._parts.clock.now().date()
        head, *rows = status.table(self._parts.catalogue, today)
        voice = self._pages.voice(operator.languages)
        return self._pages.page("texts/page.html", voice, operator, "/texts", head=head, rows=rows)
