"""Who comes: the cookie, the session behind it, and the operator as the roster has them now."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from aiohttp import web

from bot.clock import Clock
from bot.console.handles import Handles
from bot.store.staff.console_sessions import ConsoleSessions
from bot.store.staff.roster import Roster
from bot.tickets.operator import Operator

PROOF = timedelta(minutes=2)
"""So long a passkey's answer lets one do what can't be undone."""

CLEARED = '"cache", "cookies", "storage"'
"""Clear-Site-Data: everything that a browser may have kept of us."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """An operator with a session. `token`: of the cookie; `handles`: of the session; `locked`: it
    may do no more than the routes that say so; `proved_at`: when a passkey last showed that it is
    they."""

    operator: Operator
    token: str = field(repr=False)
    handles: Handles = field(repr=False)
    locked: bool = False
    proved_at: datetime | None = None


class Cookie:
    """The session's cookie. `secure`: the console is reached by TLS; the prefix `__Host-` then lets
    no other host or path set it. On plain loopback browsers differ in whether they take such a
    one, so there it is named otherwise."""

    def __init__(self, *, secure: bool) -> None:
        self._secure = secure
        self.name = "__Host-desk" if secure else "desk"

    def read(self, request: web.Request) -> str:
        """The token; "" without one."""
        return request.cookies.get(self.name, "")

    def give(self, response: web.StreamResponse, token: str) -> None:
        """Let the browser bear a token, until it is closed."""
        response.set_cookie(
            self.name, token, path="/", secure=self._secure, httponly=True, samesite="Strict"
        )

    def take(self, response: web.StreamResponse) -> None:
        """Let the browser forget it, and whatever else it has of us."""
        response.del_cookie(
            self.name, path="/", secure=self._secure, httponly=True, samesite="Strict"
        )
        response.headers["Clear-Site-Data"] = CLEARED


class Sessions:
    """Finds, begins and ends."""

    def __init__(
        self, sessions: ConsoleSessions, roster: Roster, cookie: Cookie, clock: Clock
    ) -> None:
        self._sessions = sessions
        self._roster = roster
        self._cookie = cookie
        self._clock = clock

    async def of(self, request: web.Request) -> SignedIn | None:
        """The session of whoever makes a request; None for a stranger, somebody whose session is
        over, and somebody who is on the roster no more or suspended. Raises `StoreUnavailable`."""
        return await self.with_token(self._cookie.read(request))

    async def with_token(self, token: str) -> SignedIn | None:
        """The session with the token of a cookie; None as in `of`. Raises `StoreUnavailable`."""
        if not token:
            return None
        session, locked = await asyncio.gather(
            self._sessions.find(token), self._sessions.is_locked(token)
        )
        operator = await self._roster.get(session.operator) if session else None
        if session is None or operator is None or operator.suspended:
            return None
        return SignedIn(operator, token, Handles(token), locked, session.proved_at)

    def is_proved(self, signed_in: SignedIn | None) -> bool:
        """Whether a passkey has shown lately enough that it is they. Of simulated people, whom a
        demo alone has, nothing is asked."""
        if signed_in is None:
            return False
        at = signed_in.proved_at
        lately = at is not None and self._clock.now() - at <= PROOF
        return lately or signed_in.operator.waived

    async def begin(
        self, operator: Operator, response: web.StreamResponse, *, proved: bool = False
    ) -> str:
        """Sign somebody in by this response; the token. `proved`: by a passkey."""
        token = await self._sessions.begin(operator.id, proved=proved)
        self._cookie.give(response, token)
        return token

    async def lock(self, signed_in: SignedIn) -> None:
        """Until it is unlocked the session reads and writes nothing."""
        await self._sessions.lock(signed_in.token)

    async def unlock(self, signed_in: SignedIn) -> None:
        """Somebody has proved that it is still they."""
        await self._sessions.unlock(signed_in.token)

    async def stay_awake(self, signed_in: SignedIn) -> bool:
        """Somebody still sits there; False if it is locked already."""
        return await self._sessions.stay_awake(signed_in.token)

    async def end(self, signed_in: SignedIn, response: web.StreamResponse) -> None:
        """Sign somebody out by this response."""
        await self._sessions.end(signed_in.token)
        self._cookie.take(response)
