"""Bodies of requests: JSON of a known shape, or 400."""

import re
from typing import TypeVar

import msgspec
from aiohttp import web

from bot.console.routes import Visit


class Numbered(msgspec.Struct, forbid_unknown_fields=True):
    """Every request that changes something has a number of its own, at random."""

    number: str


_Body = TypeVar("_Body", bound=Numbered)

_NUMBER = re.compile(r"[0-9a-f]{32}")


async def body(visit: Visit, kind: type[_Body]) -> _Body:
    """A request's body."""
    try:
        found = msgspec.json.decode(await visit.request.read(), type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise web.HTTPBadRequest from None
    if not _NUMBER.fullmatch(found.number):
        raise web.HTTPBadRequest
    return found
