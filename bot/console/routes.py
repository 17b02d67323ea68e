"""Routes: every one is a row that says who may. What has no row doesn't exist."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPMethod
from typing import TypeAlias

from aiohttp import web

from bot.console.sessions import SignedIn
from bot.tickets.operator import Role

ANYBODY: frozenset[Role] | None = None
"""For whoever reaches the console: the entrance, and the files that its pages are made of."""

EVERY_ROLE = frozenset(Role)
AT_THE_DESK = frozenset({Role.OPERATOR, Role.SUPERVISOR})
SUPERVISORS = frozenset({Role.SUPERVISOR})
WITH_TEXTS = frozenset({Role.SUPERVISOR, Role.EDITOR})


@dataclass(frozen=True, slots=True)
class Visit:
    """A request, and who makes it: None for somebody who isn't signed in."""

    request: web.Request
    signed_in: SignedIn | None

    @property
    def who(self) -> SignedIn:
        """The session of whoever asks. Only for routes that name roles: nobody else gets there."""
        if self.signed_in is None:
            raise web.HTTPNotFound
        return self.signed_in


Handler: TypeAlias = Callable[[Visit], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Route:
    """A route of the console's. `may`: the roles that may use it, `ANYBODY` where nobody need be
    signed in; `when_locked`: also of a session that is locked (`bot.console.lock`); `asks_passkey`:
    it can't be undone, so a passkey must have shown within two minutes that it is still they;
    `from_elsewhere`: a page that a link in somebody's messages leads to. What may be done to a
    ticket is decided in the turn (`bot.tickets.permissions`)."""

    method: HTTPMethod
    path: str
    may: frozenset[Role] | None
    handler: Handler
    when_locked: bool = False
    asks_passkey: bool = False
    from_elsewhere: bool = False

    @property
    def writes(self) -> bool:
        """Whether it changes something."""
        return self.method is not HTTPMethod.GET

    def is_open_to(self, signed_in: SignedIn | None) -> bool:
        """Whether a lock leaves it open. Where nobody need be signed in, it does."""
        locked = signed_in is not None and signed_in.locked
        return self.may is None or self.when_locked or not locked

    def is_for(self, signed_in: SignedIn | None) -> bool:
        """Whether somebody may use it."""
        if self.may is None:
            return True
        return signed_in is not None and signed_in.operator.role in self.may
