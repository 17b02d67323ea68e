"""The files that pages are made of: styles, scripts, the icon. Nothing of them is about anybody."""

from collections.abc import Mapping
from http import HTTPMethod
from importlib import resources

from aiohttp import web

from bot.console.routes import ANYBODY, Route, Visit

FILES: Mapping[str, str] = {
    "console.css": "text/css",
    "conversation.css": "text/css",
    "icon.svg": "image/svg+xml",
    "entrance.js": "text/javascript",
    "desk.js": "text/javascript",
    "server.js": "text/javascript",
    "live.js": "text/javascript",
    "queue.js": "text/javascript",
    "conversation.js": "text/javascript",
    "keys.js": "text/javascript",
    "sounds.js": "text/javascript",
}


async def _file(visit: Visit) -> web.StreamResponse:
    name = visit.request.match_info["name"]
    kind = FILES.get(name)
    if kind is None:
        raise web.HTTPNotFound
    text = resources.files("bot.console").joinpath("static", name).read_text("utf-8")
    return web.Response(text=text, content_type=kind)


ROUTES = (Route(HTTPMethod.GET, "/static/{name}", ANYBODY, _file),)
