"""What a page is answered when it wants something changed: done, or why not."""

import re
from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

import msgspec
from aiohttp import web

from bot.console.pages import Pages
from bot.console.routes import Handler, Visit
from bot.errors import Conflict, NoSuchTicket, NotAllowed
from bot.message import Wording, wording

_HERE = {"refused-off-shift": "console-refused-off-shift"}
"""Refusals that name a command of the group's, and what is said here instead."""


NUMBER = re.compile(r"[0-9a-f]{32}")
"""Of a request that changes something: at random, so that it does nothing when it comes again."""


class _Numbered(Protocol):
    @property
    def number(self) -> str: ...


Numbered = TypeVar("Numbered", bound=_Numbered)


def answering(pages: Pages, act: Callable[[Visit], Awaitable[None]]) -> Handler:
    """A handler that does an act: 204, or 409 with the reason in the reader's language; 400 for a
    body that isn't one."""

    async def answer(visit: Visit) -> web.StreamResponse:
        try:
            await act(visit)
        except (NotAllowed, NoSuchTicket, Conflict) as refused:
            return refusal(pages, visit, refused.told_operator)
        except (ValueError, msgspec.MsgspecError):
            raise web.HTTPBadRequest from None
        return web.Response(status=204)

    return answer


def refusal(pages: Pages, visit: Visit, why: Wording) -> web.Response:
    """Why something wasn't done."""
    here = _HERE.get(why.id)
    words = pages.voice(visit.who.operator.languages).say(wording(here) if here else why)
    return web.json_response({"refused": words}, status=409)


async def body(visit: Visit, kind: type[Numbered]) -> Numbered:
    """The body of a request. Raises `ValueError` for anything else."""
    asked = msgspec.json.decode(await visit.request.read(), type=kind)
    if not NUMBER.fullmatch(asked.number):
        raise ValueError("a request has a number")
    return asked


def conversation_of(visit: Visit) -> str:
    """The conversation that the handle in the path leads to; 404 where it leads nowhere."""
    found = visit.who.handles.read(visit.request.match_info["handle"])
    if found is None:
        raise web.HTTPNotFound
    return found
