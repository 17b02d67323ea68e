"""The page on which an editor tries a dialogue from one of its steps."""

import contextlib

from aiohttp import web

from bot.compose import Parts
from bot.console.bodies import Numbered, body
from bot.console.routes import Route, Visit
from bot.console.sessions import Sessions
from bot.console.texts.flows import step_words
from bot.console.texts.looks import Looks, get, leads_to, locale_of, post
from bot.console.texts.talk import Talk, Told
from bot.errors import StoreUnavailable
from bot.store import Redis
from bot.studio.snapshot import Snapshot

MOST = 20
"""Chats at a time: each holds the rows of one conversation."""

LONGEST = 4096
"""Characters of a message (Bot API, sendMessage)."""

WAITS = (120, 900)
"""Seconds that can be let pass: when somebody in danger is told that nobody is free, and others."""

SECONDS = 60.0
"""Between two looks at who has signed out."""


class Begin(Numbered):
    """Where to begin."""

    flow: str
    step: str
    locale: str


class Write(Numbered):
    """A message of the person's."""

    words: str


class Press(Numbered):
    """A button, by its id."""

    choice: str


class Wait(Numbered):
    """Time that passes: one of `WAITS`."""

    seconds: int


class Talks:
    """Answers the requests about chats. `redis`: the store that they may write to; None where the
    deployment has none."""

    def __init__(self, looks: Looks, parts: Parts, sessions: Sessions, redis: Redis | None) -> None:
        self._looks = looks
        self._parts = parts
        self._sessions = sessions
        self._redis = redis
        self._talks: dict[str, Talk] = {}

    @property
    def routes(self) -> tuple[Route, ...]:
        """The page, and what is done on it."""
        return (
            get("/texts/talk/{flow}/{step}", self._looks.reading(self._page)),
            post("/texts/talk/begin", self._looks.reading(self._begin)),
            post("/texts/talk/write", self._write),
            post("/texts/talk/press", self._press),
            post("/texts/talk/wait", self._wait),
        )

    async def _page(self, visit: Visit, snapshot: Snapshot) -> web.StreamResponse:
        info = visit.request.match_info
        flow = snapshot.library.flows.get(info["flow"])
        step = flow.step(info["step"]) if flow else None
        if flow is None or step is None:
            return leads_to(f"/texts/flow/{flow.id}" if flow else "/texts/flows")
        locale = locale_of(visit, snapshot)
        return await self._looks.page(
            visit,
            "talk",
            flow=flow,
            step=step,
            begins=step_words(snapshot, step, locale)[0],
            locale_shown=locale,
            locales=[one.id for one in snapshot.catalogue.locales.all],
            has_store=self._redis is not None,
            waits=[seconds // 60 for seconds in WAITS],
        )

    async def _begin(self, visit: Visit, snapshot: Snapshot) -> web.StreamResponse:
        wanted = await body(visit, Begin)
        flow = snapshot.library.flows.get(wanted.flow)
        known = {one.id for one in snapshot.catalogue.locales.all}
        if flow is None or flow.step(wanted.step) is None or wanted.locale not in known:
            raise web.HTTPBadRequest
        token = visit.who.token
        await self._leave(token)
        if self._redis is None or len(self._talks) >= MOST:
            raise web.HTTPServiceUnavailable
        talk = await Talk.begin(self._parts, self._redis, snapshot, wanted.locale)
        self._talks[token] = talk
        return self._shown(visit, talk, await talk.go_to(wanted.flow, wanted.step))

    async def _write(self, visit: Visit) -> web.StreamResponse:
        words = (await body(visit, Write)).words.strip()
        if not 1 <= len(words) <= LONGEST:
            raise web.HTTPBadRequest
        talk = self._of(visit)
        return self._shown(visit, talk, await talk.write(words))

    async def _press(self, visit: Visit) -> web.StreamResponse:
        pressed, talk = await body(visit, Press), self._of(visit)
        try:
            return self._shown(visit, talk, await talk.press(pressed.choice))
        except KeyError:
            raise web.HTTPBadRequest from None

    async def _wait(self, visit: Visit) -> web.StreamResponse:
        passed, talk = await body(visit, Wait), self._of(visit)
        if passed.seconds not in WAITS:
            raise web.HTTPBadRequest
        return self._shown(visit, talk, await talk.wait(passed.seconds))

    async def tick(self) -> None:
        """End the chats of those who have signed out. Raises `StoreUnavailable`."""
        for token in list(self._talks):
            if await self._sessions.with_token(token) is None:
                await self._leave(token)

    async def close(self) -> None:
        """The process ends: no row stays."""
        for token in list(self._talks):
            await self._leave(token)

    async def _leave(self, token: str) -> None:
        talk = self._talks.pop(token, None)
        if talk is not None:
            with contextlib.suppress(StoreUnavailable):  # then its rows lapse
                await talk.end()

    def _of(self, visit: Visit) -> Talk:
        talk = self._talks.get(visit.who.token)
        if talk is None:
            raise web.HTTPGone
        return talk

    def _shown(self, visit: Visit, talk: Talk, told: Told) -> web.StreamResponse:
        return self._looks.fragment(visit, "talked", told=told, locale_written=talk.written)
