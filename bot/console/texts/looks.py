"""What the studio's pages have in common: the texts as they are, or why they can't be shown."""

from collections.abc import Awaitable, Callable
from http import HTTPMethod

from aiohttp import web

from bot.console.pages import Pages
from bot.console.routes import WITH_TEXTS, Handler, Route, Visit
from bot.errors import ContentError
from bot.studio.errors import ChangedMeanwhile, NotSaved
from bot.studio.snapshot import Snapshot
from bot.studio.studio import Studio
from bot.texts import wording
from bot.texts.findings import Finding, unreadable
from bot.texts.locales import Locale
from bot.texts.voices import Voice
from flows.errors import FlowError

HERE = "/texts"
Unreadable = (ContentError, FlowError)


class Looks:
    """Gives pages what they all need."""

    def __init__(self, pages: Pages, studio: Studio) -> None:
        self._pages = pages
        self.studio = studio

    def voice(self, visit: Visit) -> Voice:
        """The language of whoever looks."""
        return self._pages.voice(visit.who.operator.languages)

    async def page(self, visit: Visit, template: str, **values: object) -> web.StreamResponse:
        """A page of the studio; above it, what stands in the way of saving."""
        room, _, part = f"texts/{template}".rpartition("/")
        room = room.rpartition("/")[2]
        common = {
            "writable": self.studio.writable,
            "by_hand": await self.studio.by_hand(),
            "backed_up": self.studio.backed_up,
            "part": part,
        }
        operator = visit.who.operator
        return self._pages.page(
            f"{room}/{part}.html", self.voice(visit), operator, HERE, **common, **values
        )

    def fragment(self, visit: Visit, template: str, **values: object) -> web.StreamResponse:
        """A part of a page."""
        return self._pages.render(f"texts/{template}.html", self.voice(visit), **values)

    def told(self, error: Exception, voice: Voice) -> str:
        """Why something can't be read, in the editor's language."""
        return wording.said(unreadable_of(error), wording.chosen(None, voice.locale))

    def reading(self, look: Callable[[Visit, Snapshot], Awaitable[web.StreamResponse]]) -> Handler:
        """A handler that needs the texts. While they can't be read it says where the fault is."""

        async def handle(visit: Visit) -> web.StreamResponse:
            try:
                snapshot = await self.studio.snapshot()
            except Unreadable as error:
                if visit.request.method != HTTPMethod.GET:
                    return refused(self.told(error, self.voice(visit)))
                said = self.told(error, self.voice(visit))
                return await self.page(visit, "broken", said=said, file=unreadable_of(error).file)
            return await look(visit, snapshot)

        return handle

    async def answering(
        self, visit: Visit, work: Callable[[], Awaitable[dict[str, object]]]
    ) -> web.StreamResponse:
        """What came of an act: 200 with what the page shows, 409 with why not."""
        voice = self.voice(visit)
        try:
            return web.json_response(await work())
        except ChangedMeanwhile as changed:
            said = voice.say(changed.told_operator)
            return refused(said, theirs=changed.theirs, version=changed.version)
        except NotSaved as error:
            return refused(voice.say(error.told_operator))
        except Unreadable as error:
            return refused(self.told(error, voice))


def unreadable_of(error: Exception) -> Finding:
    """The finding for what can't be read."""
    if isinstance(error, FlowError):
        error = ContentError(f"flows/definitions/{error.file}:{error.line or 1}: {error.message}")
    return unreadable(error if isinstance(error, ContentError) else ContentError(":1: ?"))


def refused(said: str, **more: object) -> web.Response:
    """The answer to an act that wasn't done."""
    return web.json_response({"refused": said, **more}, status=409)


def leads_to(path: str) -> web.Response:
    """The browser goes on to another page."""
    return web.Response(status=303, headers={"Location": path})


def get(path: str, handler: Handler) -> Route:
    """A page or a part of one, for whoever works with texts."""
    return Route(HTTPMethod.GET, path, WITH_TEXTS, handler)


def post(path: str, handler: Handler) -> Route:
    """An act."""
    return Route(HTTPMethod.POST, path, WITH_TEXTS, handler)


def written_locales(snapshot: Snapshot) -> list[Locale]:
    """The languages that are written by hand."""
    return [one for one in snapshot.catalogue.locales.all if not one.derived_from]


def locale_of(visit: Visit, snapshot: Snapshot) -> str:
    """The language that an address asks for, else the source language."""
    asked = visit.request.query.get("locale", "")
    known = {one.id for one in snapshot.catalogue.locales.all}
    return asked if asked in known else snapshot.catalogue.locales.source
