"""The first page: what is to be done, by language; and looking for a text by its words."""

from collections import Counter

from aiohttp import web

from bot.console.bodies import Numbered, body
from bot.console.routes import Route, Visit
from bot.console.texts.looks import Looks, get, leads_to, post, refused, written_locales
from bot.errors import ContentError
from bot.studio.snapshot import Snapshot
from bot.studio.work import Kind, next_stale, work
from bot.texts import where
from bot.texts.catalogue import plain
from bot.texts.checks.local_text import LocalText
from bot.tickets.operator import Operator

MINE, ALL = "mine", "all"
SHOWN, OF_ALL = 60, 15
"""Of a kind of work, in one language and in all: the rest is folded, and counted."""

FOUND = 50
"""Found texts that are shown at once, likewise."""


class Sought(Numbered):
    """What is looked for: words, an id, a page or a footnote mark."""

    words: str
    locale: str


class Texts:
    """Answers the requests about work."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks

    @property
    def routes(self) -> tuple[Route, ...]:
        """The work list, the way to the next stale text, and the search."""
        return (
            get("/texts", self._looks.reading(self._page)),
            get("/texts/next/{locale}", self._looks.reading(self._next)),
            post("/texts/find", self._looks.reading(self._find)),
        )

    async def _page(self, visit: Visit, snapshot: Snapshot) -> web.StreamResponse:
        locales = [one.id for one in written_locales(snapshot)]
        asked = visit.request.query.get("locale", MINE)
        mine = [one for one in visit.who.operator.languages if one in locales]
        chosen = {asked} & {*locales} or ({*mine} if asked == MINE and mine else {*locales})
        items = work(snapshot, self._looks.studio.clock.now().date())
        counts = Counter((one.kind, one.locale) for one in items)
        shown = [one for one in items if not one.locale or one.locale in chosen]
        return await self._looks.page(
            visit,
            "work",
            locales=locales,
            chosen=asked if asked in {*locales, ALL} else (MINE if mine else ALL),
            mine=mine,
            kinds=list(Kind),
            counts=counts,
            most=SHOWN if len(chosen) == 1 else OF_ALL,
            groups=[
                (kind, group)
                for kind in Kind
                if (group := [one for one in shown if one.kind is kind])
            ],
            language=self._first(visit.who.operator, locales),
        )

    async def _next(self, visit: Visit, snapshot: Snapshot) -> web.StreamResponse:
        locale = visit.request.match_info["locale"]
        if locale not in {one.id for one in written_locales(snapshot)}:
            return leads_to("/texts")
        name = next_stale(snapshot, locale, visit.request.query.get("after", ""))
        return leads_to(f"/texts/edit/{locale}/{name}" if name else f"/texts?locale={locale}")

    async def _find(self, visit: Visit, snapshot: Snapshot) -> web.StreamResponse:
        sought = await body(visit, Sought)
        locale = sought.locale if sought.locale in snapshot.catalogue.texts else ""
        if not locale or not sought.words.strip():
            return refused("")
        ids = where.found(snapshot.catalogue, sought.words.strip(), locale)
        found = [(one, _begins(snapshot, one, locale)) for one in ids]
        return self._looks.fragment(visit, "found", found=found, locale_shown=locale, most=FOUND)

    def _first(self, operator: Operator, locales: list[str]) -> str:
        return next((one for one in operator.languages if one in locales), locales[0])


def _begins(snapshot: Snapshot, text_id: str, locale: str) -> str:
    try:
        words = LocalText(snapshot.catalogue, text_id, locale).bare
    except (KeyError, ContentError):
        return ""
    return " ".join(plain(words or "").split())[:120]
