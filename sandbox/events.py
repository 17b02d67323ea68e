"""Server-sent events: the page learns at once which chat has changed."""

import asyncio

import msgspec
from aiohttp import web

from sandbox.happenings import Happening
from sandbox.model import Json
from sandbox.world import World

_MOST_WAITING = 500
_KEEPALIVE_SECONDS = 15.0


class Events:
    """Tells each open page what happens."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._open: set[asyncio.Queue[Json | None]] = set()

    def _notice(self, happening: Happening) -> None:
        note: Json = {"kind": happening.kind, "chat": happening.chat.key}
        topic = happening.topic or (happening.message.topic if happening.message else None)
        note["topic"] = topic.id if topic is not None else 0
        if happening.kind == "answer":
            note["detail"] = happening.detail
        self._tell(note)

    def _tell(self, note: Json | None) -> None:
        for queue in self._open:
            if queue.qsize() >= _MOST_WAITING:  # A page that sleeps: it reloads when it wakes.
                while not queue.empty():
                    queue.get_nowait()
                queue.put_nowait({"kind": "reload"})
            queue.put_nowait(note)

    def close(self) -> None:
        """End all streams of events."""
        self._tell(None)

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """GET /sandbox/events."""
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        queue: asyncio.Queue[Json | None] = asyncio.Queue()
        if not self._open:
            self._world.listeners.append(self._notice)
        self._open.add(queue)
        try:
            await response.prepare(request)
            await response.write(b"retry: 1000\n\n")
            while (note := await _next(queue)) is not None:
                line = b": still here\n\n" if not note else b"data: %s\n\n" % _encode(note)
                await response.write(line)
        except ConnectionError:
            pass  # The page was closed.
        finally:
            self._open.discard(queue)
            if not self._open:
                self._world.listeners.remove(self._notice)
        return response


async def _next(queue: asyncio.Queue[Json | None]) -> Json | None:
    try:
        async with asyncio.timeout(_KEEPALIVE_SECONDS):
            return await queue.get()
    except TimeoutError:
        return {}


def _encode(note: Json) -> bytes:
    return msgspec.json.encode(note)
