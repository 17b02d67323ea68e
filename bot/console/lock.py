"""The lock of a screen: a state of the session, so that a locked one reads nothing by any means."""

from collections.abc import Awaitable, Callable
from http import HTTPMethod
from typing import TypeAlias

import msgspec
from aiohttp import web

from bot.console.pages import Pages
from bot.console.routes import EVERY_ROLE, Handler, Route, Visit
from bot.console.sessions import Sessions
from bot.errors import NotAllowed

Proof: TypeAlias = Callable[[Visit], Awaitable[None]]
"""Reads a request to unlock, and raises `NotAllowed` if it doesn't prove that whoever sits there
is who signed in; `ValueError` for a body that isn't one."""


async def no_proof(_: Visit) -> None:
    """Where nothing can be proved, a locked session stays locked until its end."""
    raise NotAllowed("console-unlock-refused")


class Lock:
    """Locks, keeps awake, unlocks. `proof`: what unlocking takes."""

    def __init__(self, sessions: Sessions, pages: Pages, proof: Proof) -> None:
        self._sessions = sessions
        self._pages = pages
        self._proof = proof

    @property
    def routes(self) -> tuple[Route, ...]:
        """For everybody who is signed in."""

        def post(path: str, handler: Handler, *, when_locked: bool = True) -> Route:
            return Route(HTTPMethod.POST, path, EVERY_ROLE, handler, when_locked)

        return (
            post("/lock", self._lock),
            post("/unlock", self._unlock),
            post("/awake", self._stay_awake, when_locked=False),
        )

    async def _lock(self, visit: Visit) -> web.StreamResponse:
        await self._sessions.lock(visit.who)
        return web.Response(status=204)

    async def _stay_awake(self, visit: Visit) -> web.StreamResponse:
        awake = await self._sessions.stay_awake(visit.who)
        return web.Response(status=204 if awake else 423)

    async def _unlock(self, visit: Visit) -> web.StreamResponse:
        try:
            await self._proof(visit)
        except NotAllowed as refused:
            words = self._pages.voice(visit.who.operator.languages).say(refused.told_operator)
            return web.json_response({"refused": words}, status=409)
        except (ValueError, msgspec.MsgspecError):
            raise web.HTTPBadRequest from None
        await self._sessions.unlock(visit.who)
        return web.Response(status=204)
