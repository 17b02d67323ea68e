"""Acts that a page asks for: the handler of one, and the ticket that its path names."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.console.pages import Pages
from bot.console.routes import Handler, Visit


def answering(pages: Pages, act: Callable[[Visit], Awaitable[None]]) -> Handler:
    """A handler that does an act: 204, or 409 with the reason in the reader's language; 400 for
    what isn't among the choices (`ValueError`)."""

    async def done(visit: Visit) -> web.StreamResponse:
        try:
            await act(visit)
        except ValueError:
            raise web.HTTPBadRequest from None
        return web.Response(status=204)

    return pages.saying_why(done)


def conversation_of(visit: Visit) -> str:
    """The conversation that the handle in the path leads to; 404 where it leads nowhere."""
    found = visit.who.handles.read(visit.request.match_info["handle"])
    if found is None:
        raise web.HTTPNotFound
    return found
