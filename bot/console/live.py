"""Live updates: server-sent events that say what changed, and nothing about it.

One subscription to the store's feed for the whole process, one stream a browser. A stream that
begins, or that may have missed something, says `all`: the page fetches what is there now. So
nothing is kept for anybody who is cut off. A locked session's stream goes on: it rings.
"""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from http import HTTPMethod
from typing import Protocol

from aiohttp import web

from bot.console.routes import EVERY_ROLE, Route, Visit
from bot.console.sessions import SignedIn
from bot.errors import StoreUnavailable
from bot.store.desk_changes import ConversationChange, DeskChange, DeskChanges

logger = logging.getLogger(__name__)

BEAT_SECONDS = 5.0
"""Between two signs of life; at each it is looked whether the session still lasts. A page that
hears none for twice as long says that it is cut off (static/live.js)."""

GATHER_SECONDS = 0.05
"""At least so long between two tellings: what comes meanwhile is told together. The first is told
at once."""

CHECK_SECONDS = 1.0
"""A stream's session is looked up no more often: an event names nobody, and what it makes the page
ask for is answered to whoever is signed in then."""

LISTEN_AGAIN_SECONDS = 1.0
MOST_STREAMS = 200
MOST_CHANGES = 100
"""Of more conversations at once a stream says `all`."""


class _Stream:
    """What a browser is still to be told."""

    def __init__(self) -> None:
        self._changed: dict[str, None] = {}
        self._queue = False
        self._all = True
        self._due = asyncio.Event()
        self._due.set()
        self._told_at = -GATHER_SECONDS

    def tell(self, change: DeskChange | None) -> None:
        """A change; None: whatever may have changed."""
        if change is None or len(self._changed) >= MOST_CHANGES:
            self._all = True
        else:
            self._changed[change.conversation] = None
            self._queue = self._queue or change.change is ConversationChange.QUEUE
        self._due.set()

    async def next(self, signed_in: SignedIn) -> str:
        """The next events as they go over the wire; "" where nothing has happened."""
        try:
            async with asyncio.timeout(BEAT_SECONDS):
                await self._due.wait()
        except TimeoutError:
            return ""
        time = asyncio.get_running_loop().time
        await asyncio.sleep(self._told_at + GATHER_SECONDS - time())
        self._told_at = time()
        self._due.clear()
        everything, self._all = self._all, False
        queue, self._queue = self._queue, False
        changed, self._changed = self._changed, {}
        if everything:
            return "event: all\ndata: \n\n"
        handles = map(signed_in.handles.of, changed)
        events = [f"event: conversation\ndata: {handle}\n\n" for handle in handles]
        return "".join([*events, "event: queue\ndata: \n\n"] if queue else events)


class Known(Protocol):
    """Knows who is signed in."""

    async def with_token(self, token: str) -> SignedIn | None:
        """The session that bears this token; None where it is over. Raises `StoreUnavailable`."""
        ...


class LiveUpdates:
    """Tells browsers of changes."""

    def __init__(self, changes: DeskChanges, sessions: Known) -> None:
        self._changes = changes
        self._sessions = sessions
        self._streams: set[_Stream] = set()
        self._ended = False

    @property
    def routes(self) -> tuple[Route, ...]:
        """The route of the stream of changes."""
        return (Route(HTTPMethod.GET, "/live", EVERY_ROLE, self.answer, when_locked=True),)

    async def listen(self) -> None:
        """Pass the feed on until it is cut. Raises `StoreUnavailable`."""
        async for change in self._changes.listen():
            self._tell(change)

    def tell_all(self) -> None:
        """Anything may have changed."""
        self._tell(None)

    def end(self) -> None:
        """Let every stream end: the process does."""
        self._ended = True
        self._tell(None)

    def _tell(self, change: DeskChange | None) -> None:
        for stream in self._streams:
            stream.tell(change)

    async def answer(self, visit: Visit) -> web.StreamResponse:
        """Stream to a browser until it goes, or its session is over."""
        if len(self._streams) >= MOST_STREAMS:
            raise web.HTTPServiceUnavailable
        response = web.StreamResponse(headers={"X-Accel-Buffering": "no"})
        response.content_type = "text/event-stream"
        with contextlib.suppress(ConnectionError, StoreUnavailable):
            await response.prepare(visit.request)
            async with self._stream() as stream:
                await self._write(response, stream, visit.who)
        return response

    async def _write(
        self, response: web.StreamResponse, stream: _Stream, signed_in: SignedIn
    ) -> None:
        time, looked = asyncio.get_running_loop().time, -CHECK_SECONDS
        while True:
            events = await stream.next(signed_in)
            if self._ended:
                return
            beat = ""
            if time() - looked >= CHECK_SECONDS:
                looked, now = time(), await self._sessions.with_token(signed_in.token)
                if now is None:
                    await response.write(b"event: over\ndata: \n\n")
                    return
                beat = f"event: beat\ndata: {'locked' if now.locked else 'open'}\n\n"
            await response.write(f"{events}{beat}".encode())

    @contextlib.asynccontextmanager
    async def _stream(self) -> AsyncIterator[_Stream]:
        stream = _Stream()
        self._streams.add(stream)
        try:
            yield stream
        finally:
            self._streams.discard(stream)
