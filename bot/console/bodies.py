"""Bodies of requests: JSON of a known shape, or 400 (RFC 9110, 15.5.1)."""

import re
from typing import TypeVar

import msgspec
from aiohttp import web

from bot.console.routes import Visit
from bot.privacy.vault import Vault


class Numbered(msgspec.Struct, forbid_unknown_fields=True):
    """The body of a request that changes something. `number`: of this request, at random, so that
    it does nothing when it comes again."""

    number: str


_Body = TypeVar("_Body", bound=Numbered)

_NUMBER = re.compile(r"[0-9a-f]{32}")


async def body(visit: Visit, kind: type[_Body]) -> _Body:
    """The body of a request. Raises `HTTPBadRequest` for anything else."""
    try:
        found = msgspec.json.decode(await visit.request.read(), type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise web.HTTPBadRequest from None
    if not _NUMBER.fullmatch(found.number):
        raise web.HTTPBadRequest
    return found


def mark(visit: Visit, asked: Numbered, vault: Vault) -> str:
    """The mark by which an act is known, however often its request comes: a keyed hash of who asks
    and of the request's number."""
    return vault.hashed("console request", visit.who.operator.id, asked.number)
