"""Practice in the console: choose a dialogue, play it at the desk's own pages, read the marks.

The pages and acts are the desk's: its routes once more, below `/practice`, with the parts of the
practice that this session plays. What the desk learns to do, practice can do as well.
"""

import contextlib
import logging
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from http import HTTPMethod

from aiohttp import web

from bot.compose import Parts
from bot.console.bodies import Numbered, body
from bot.console.live import LiveUpdates
from bot.console.pages import Pages
from bot.console.practice.marks import Verdict, marks
from bot.console.practice.stage import Stage
from bot.console.routes import AT_THE_DESK, Handler, Route, Visit
from bot.console.sessions import Sessions, SignedIn
from bot.errors import Conflict, StoreUnavailable
from bot.practising import practice
from bot.privacy.retention import Retention
from bot.store import Redis
from bot.texts.catalogue import CONTENT
from bot.texts.practice.reading import read_scripts
from bot.texts.practice.script import Script
from bot.texts.practice.signs import Signs, read_signs
from bot.texts.voices import Voice
from bot.tickets.operator import Operator

logger = logging.getLogger(__name__)

BASE = "/practice"
MOST = 40
"""Practices at a time: each holds a few hundred rows and its lines."""

SECONDS = 1.0
"""Between two looks at what is due."""

LANGUAGES = ("ru", "kk", "uz", "uz-Cyrl", "ky", "tg", "en")

DeskRoutes = Callable[[Parts, Pages], Sequence[Route]]
"""The desk's routes with these parts and pages."""


class Chosen(Numbered):
    """The body of a beginning. `dialogue`: "" for whichever;"""

    dialogue: str
    locale: str


class PracticePages(Pages):
    """The desk's pages with a frame that says that nobody is real. `title`: of the dialogue, in
    the desk's languages; empty where the operator isn't to know it."""

    def __init__(self, pages: Pages, title: Mapping[str, str], locale: str) -> None:
        super().__init__(pages.voices)
        self._title = title
        self._locale = locale

    def page(
        self, template: str, voice: Voice, operator: Operator, here: str, **values: object
    ) -> web.Response:
        """A page of the desk's, within the frame of practice."""
        played = {
            "base": BASE,
            "title": self._title.get(voice.locale, ""),
            "language": voice.find(f"language-{self._locale}") or self._locale,
        }
        here = BASE if here == "/desk" else here
        return super().page(template, voice, operator, here, practice=played, **values)


@dataclass
class _Played:
    """What one session plays. `handlers`: the desk's, with its parts."""

    stage: Stage
    live: LiveUpdates
    handlers: Mapping[tuple[HTTPMethod, str], Handler]
    until: datetime


class _Of:
    """Who is signed in to a practice: whom the console knows, while it isn't over."""

    def __init__(self, sessions: Sessions, over: Callable[[], bool]) -> None:
        self._sessions = sessions
        self._over = over

    async def with_token(self, token: str) -> SignedIn | None:
        """As `Sessions.with_token`."""
        return None if self._over() else await self._sessions.with_token(token)


class Practice:
    """Answers what is asked below `/practice`. `redis`: the store that practices may write to; None
    where the deployment has none."""

    def __init__(
        self,
        parts: Parts,
        pages: Pages,
        sessions: Sessions,
        redis: Redis | None,
        desk_routes: DeskRoutes,
    ) -> None:
        self._parts = parts
        self._pages = pages
        self._sessions = sessions
        self._redis = redis
        self._desk_routes = desk_routes
        self._played: dict[str, _Played] = {}

    @cached_property
    def scripts(self) -> Mapping[str, Script]:
        """The dialogues by their ids."""
        return {one.id: one for one in read_scripts(CONTENT)}

    @cached_property
    def _signs(self) -> Signs:
        return read_signs(CONTENT)

    @property
    def routes(self) -> tuple[Route, ...]:
        """Its own, and the desk's once more."""

        def own(method: HTTPMethod, path: str, handler: Handler) -> Route:
            return Route(method, f"{BASE}{path}", AT_THE_DESK, handler)

        again = self._desk_routes(self._parts, self._pages)
        return (
            own(HTTPMethod.GET, "", self._choose),
            own(HTTPMethod.POST, "/begin", self._begin),
            own(HTTPMethod.POST, "/end", self._end),
            own(HTTPMethod.GET, "/marks", self._marks),
            Route(HTTPMethod.GET, f"{BASE}/live", AT_THE_DESK, self._stream, when_locked=True),
            *(
                Route(one.method, f"{BASE}{one.path}", one.may, self._again(one), one.when_locked)
                for one in again
            ),
        )

    # -- the desk's pages ----------------------------------------------------------------------

    def _again(self, route: Route) -> Handler:
        async def handle(visit: Visit) -> web.StreamResponse:
            played = self._played.get(visit.who.token)
            if played is None or played.stage.play.over:
                if route.path != "/desk":
                    raise web.HTTPGone
                raise web.HTTPSeeOther(BASE if played is None else f"{BASE}/marks")
            with practice():
                answer = await played.handlers[route.method, route.path](_on_shift(visit))
            if route.writes:
                await self._look_or_end(visit.who.token, played)
            return answer

        return handle

    async def _stream(self, visit: Visit) -> web.StreamResponse:
        played = self._played.get(visit.who.token)
        if played is None:
            raise web.HTTPGone
        return await played.live.answer(visit)

    # -- choosing, ending, marks ---------------------------------------------------------------

    async def _choose(self, visit: Visit) -> web.StreamResponse:
        voice = self._voice(visit)
        played = self._played.get(visit.who.token)
        dialogues = [
            (one.id, in_own(one.title, voice), in_own(one.trains, voice), one.urgency.word)
            for one in self.scripts.values()
        ]
        return self._pages.page(
            "practice/choose.html",
            voice,
            visit.who.operator,
            BASE,
            dialogues=dialogues,
            languages=[(one, voice.find(f"language-{one}") or one) for one in LANGUAGES],
            goes_on=played is not None and not played.stage.play.over,
            has_store=self._redis is not None,
            on_shift=visit.who.operator.on_shift,
        )

    async def _begin(self, visit: Visit) -> web.StreamResponse:
        chosen = await body(visit, Chosen)
        script = self.scripts.get(chosen.dialogue or secrets.choice(list(self.scripts)))
        if script is None or chosen.locale not in LANGUAGES:
            raise web.HTTPBadRequest
        token = visit.who.token
        if self._redis is None or (len(self._played) >= MOST and token not in self._played):
            words = self._voice(visit)("practice-refused-full")
            return web.json_response({"refused": words}, status=409)
        await self._leave(token)
        who = _on_shift(visit).who.operator
        stage = await Stage.begin(self._parts, self._redis, script, chosen.locale, self._signs, who)
        told = script.title if chosen.dialogue else {}
        self._played[token] = self._playing(stage, PracticePages(self._pages, told, chosen.locale))
        return web.Response(status=204)

    def _playing(self, stage: Stage, pages: PracticePages) -> _Played:
        routes = self._desk_routes(stage.parts, pages)
        live = LiveUpdates(stage.parts.store.changes, _Of(self._sessions, lambda: stage.play.over))
        until = self._parts.clock.now() + Retention.PRACTICE.lifetime
        return _Played(stage, live, {(one.method, one.path): one.handler for one in routes}, until)

    async def _end(self, visit: Visit) -> web.StreamResponse:
        played = self._played.get(visit.who.token)
        if played is not None:
            await played.stage.end()
            played.live.tell_all()
        return web.Response(status=204)

    async def _marks(self, visit: Visit) -> web.StreamResponse:
        played = self._played.get(visit.who.token)
        if played is None or not played.stage.play.over:
            raise web.HTTPSeeOther(BASE)
        play, voice = played.stage.play, self._voice(visit)
        found = marks(play)
        return self._pages.page(
            "practice/marks.html",
            voice,
            visit.who.operator,
            BASE,
            title=in_own(play.script.title, voice),
            dialogue=play.script.id,
            spoken=play.locale,
            marks=found,
            kept=sum(one.verdict is Verdict.KEPT for one in found),
            right=sorted(one.value for one in play.script.outcomes),
            seen=sum(one.verdict is not Verdict.NOT_SEEN for one in found),
            lines=play.lines,
        )

    # -- time ----------------------------------------------------------------------------------

    async def tick(self) -> None:
        """Let every practice go on; end those whose session is over. Raises `StoreUnavailable`."""
        now = self._parts.clock.now()
        for token, played in list(self._played.items()):
            if now >= played.until or await self._sessions.with_token(token) is None:
                await self._leave(token)
            elif not played.stage.play.over:
                await self._look_or_end(token, played)

    async def close(self) -> None:
        """The process ends: no row stays."""
        for token in list(self._played):
            await self._leave(token)

    async def _look_or_end(self, token: str, played: _Played) -> None:
        """A fault in a practice ends it, and nothing else: people in need are served beside it."""
        try:
            await self._look(played)
        except StoreUnavailable:
            raise
        except Exception as error:
            logger.error("practice_broke", extra={"kind": type(error).__name__})
            await self._leave(token)

    async def _look(self, played: _Played) -> None:
        try:
            changed = await played.stage.tick()
        except Conflict:
            return  # the operator wrote in this very moment; it is due still
        if played.stage.play.over:
            await played.stage.end()
        if changed:
            played.live.tell_all()

    async def _leave(self, token: str) -> None:
        played = self._played.pop(token, None)
        if played is None:
            return
        with contextlib.suppress(StoreUnavailable):  # then its rows lapse
            await played.stage.end()
        played.live.tell_all()

    def _voice(self, visit: Visit) -> Voice:
        return self._pages.voice(visit.who.operator.languages)


def in_own(words: Mapping[str, str], voice: Voice) -> str:
    """Words for staff in the language in which they read."""
    return words[voice.locale]


def _on_shift(visit: Visit) -> Visit:
    """Practice needs no shift, and none begins or ends by it."""
    who = visit.who
    return Visit(visit.request, replace(who, operator=replace(who.operator, on_shift=True)))
