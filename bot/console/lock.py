"""The lock of a screen: a state of the session, so that a locked one reads nothing by any means."""

from http import HTTPMethod

from aiohttp import web

from bot.console.routes import EVERY_ROLE, Handler, Route, Visit
from bot.console.sessions import Sessions


class Lock:
    """Locks, keeps awake, unlocks."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    @property
    def routes(self) -> tuple[Route, ...]:
        """Routes to lock, to unlock and to stay awake, for everybody who is signed in."""

        def post(path: str, handler: Handler, **ways: bool) -> Route:
            return Route(HTTPMethod.POST, path, EVERY_ROLE, handler, **ways)

        return (
            post("/lock", self._lock, when_locked=True),
            post("/unlock", self._unlock, when_locked=True, asks_passkey=True),
            post("/awake", self._stay_awake),
        )

    async def _lock(self, visit: Visit) -> web.StreamResponse:
        await self._sessions.lock(visit.who)
        return web.Response(status=204)

    async def _stay_awake(self, visit: Visit) -> web.StreamResponse:
        awake = await self._sessions.stay_awake(visit.who)
        return web.Response(status=204 if awake else 423)

    async def _unlock(self, visit: Visit) -> web.StreamResponse:
        await self._sessions.unlock(visit.who)
        return web.Response(status=204)
