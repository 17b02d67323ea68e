"""The files that pages are made of: styles, scripts, the icon. Nothing of them is about anybody.

They alone are compressed. In a page's own answer somebody's words may stand beside somebody
else's, and the size of what is compressed together tells of both (RFC 8446, E.3).
"""

import gzip
from collections.abc import Collection, Mapping
from http import HTTPMethod
from importlib import resources
from pathlib import PurePath

from aiohttp import hdrs, web

from bot.console.routes import ANYBODY, Handler, Route, Visit

KINDS: Mapping[str, str] = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
FILES: Mapping[str, bytes] = {
    one.name: one.read_bytes()
    for one in resources.files("bot.console").joinpath("static").iterdir()
    if PurePath(one.name).suffix in KINDS
}
_COMPRESSED: Mapping[str, bytes] = {
    name: gzip.compress(content, mtime=0) for name, content in FILES.items()
}


def serving(names: Collection[str]) -> Handler:
    """A handler that gives out some of the files."""

    async def file(visit: Visit) -> web.StreamResponse:
        name = visit.request.match_info["name"]
        if name not in names:
            raise web.HTTPNotFound
        response = web.Response(
            body=FILES[name], content_type=KINDS[PurePath(name).suffix], charset="utf-8"
        )
        if "gzip" in visit.request.headers.get(hdrs.ACCEPT_ENCODING, ""):
            response.body = _COMPRESSED[name]
            response.headers[hdrs.CONTENT_ENCODING] = "gzip"
        return response

    return file


ROUTES = (Route(HTTPMethod.GET, "/static/{name}", ANYBODY, serving(FILES.keys())),)
