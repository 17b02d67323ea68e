"""The page: three files of this package, nothing from elsewhere."""

from collections.abc import Awaitable, Callable
from importlib import resources

from aiohttp import web

_FILES = {
    "": ("index.html", "text/html"),
    "page/page.css": ("page.css", "text/css"),
    "page/bubbles.css": ("bubbles.css", "text/css"),
    "page/api.js": ("api.js", "text/javascript"),
    "page/bubbles.js": ("bubbles.js", "text/javascript"),
    "page/phone.js": ("phone.js", "text/javascript"),
    "page/desk.js": ("desk.js", "text/javascript"),
    "page/main.js": ("main.js", "text/javascript"),
}
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def page_routes() -> list[web.RouteDef]:
    """One route for each file of the page."""
    return [
        web.get(f"/{path}", _serve(name, kind), allow_head=False)
        for path, (name, kind) in _FILES.items()
    ]


def _serve(name: str, kind: str) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(_request: web.Request) -> web.Response:
        text = resources.files("sandbox").joinpath("page", name).read_text("utf-8")
        return web.Response(text=text, content_type=kind, headers=_HEADERS)

    return answer
