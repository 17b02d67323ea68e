"""JSON over HTTP for the people's side: arguments in, answers and refusals out."""

from collections.abc import Awaitable, Callable

import msgspec
from aiohttp import web

from bot.telegram.refusals import ApiError
from sandbox.api.params import Params
from sandbox.errors import ClientError
from sandbox.happenings import Press
from sandbox.model import Json, Message
from sandbox.shown import Shown, ShownTopic, Unmet
from sandbox.views import message_view

Handler = Callable[[web.Request], Awaitable[object]]


class NotThere(Exception):
    """404: no such person, operator, topic or deed."""


async def arguments(request: web.Request) -> Params:
    """The body. ValueError or a msgspec error if it isn't a JSON object."""
    # Only JSON: another site's form can't be posted here without the browser asking first.
    if request.content_type != "application/json":
        raise ValueError("the body must be application/json")
    body = msgspec.json.decode(await request.read() or b"{}")
    if not isinstance(body, dict):
        raise ValueError("the body must be a JSON object")
    return Params(body)


def message_views(messages: list[Message]) -> list[Json]:
    """Messages as a client shows them."""
    return [message_view(message) for message in messages]


def view_of(result: object) -> object:
    """A deed's result as JSON can hold it."""
    if isinstance(result, Shown):
        return message_view(result.message)
    if isinstance(result, ShownTopic):
        return {"id": result.id, "name": result.name}
    if isinstance(result, Press):
        return {"press": result.id}
    return {}


def answering(handler: Handler) -> Callable[[web.Request], Awaitable[web.Response]]:
    """`handler` with its answer, or its refusal, as JSON."""

    async def handle(request: web.Request) -> web.Response:
        try:
            status, answer = 200, await handler(request)
        except NotThere:
            status, answer = 404, {"error": "not found"}
        except (ClientError, ApiError) as refusal:
            status, answer = 409, {"error": str(refusal)}
        except Unmet as unmet:
            status, answer = 408, {"error": str(unmet)}
        except (ValueError, KeyError, msgspec.MsgspecError) as malformed:
            status, answer = 400, {"error": str(malformed)}
        return web.Response(
            body=msgspec.json.encode(answer),
            status=status,
            content_type="application/json",
            headers={"Cache-Control": "no-store"},
        )

    return handle
