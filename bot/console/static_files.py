"""The files that pages are made of: styles, scripts, the icon. Nothing of them is about anybody."""

from collections.abc import Mapping
from http import HTTPMethod
from importlib import resources
from pathlib import PurePath

from aiohttp import web

from bot.console.routes import ANYBODY, Route, Visit

KINDS: Mapping[str, str] = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
_FOLDER = resources.files("bot.console").joinpath("static")
FILES = frozenset(one.name for one in _FOLDER.iterdir() if PurePath(one.name).suffix in KINDS)


async def _file(visit: Visit) -> web.StreamResponse:
    name = visit.request.match_info["name"]
    if name not in FILES:
        raise web.HTTPNotFound
    text = _FOLDER.joinpath(name).read_text("utf-8")
    return web.Response(text=text, content_type=KINDS[PurePath(name).suffix])


ROUTES = (Route(HTTPMethod.GET, "/static/{name}", ANYBODY, _file),)
