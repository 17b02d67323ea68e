"""The page: files of this package, nothing from elsewhere; and who may ask for it."""

from collections.abc import Awaitable, Callable
from importlib import resources
from ipaddress import ip_address
from urllib.parse import urlsplit

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


@web.middleware
async def only_addresses(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Refuse whoever asks for a host by a name: a site of somebody's may let its own name lead to
    this machine (DNS rebinding), and its scripts would then read and drive the demo."""
    host = urlsplit(f"//{request.headers.get('Host', '')}").hostname or ""
    if host != "localhost" and not _is_address(host):
        raise web.HTTPMisdirectedRequest(text="ask for this host by its address")
    return await handler(request)


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def page_routes() -> list[web.RouteDef]:
    """A route for each file of the page."""
    return [
        web.get(f"/{path}", _serve(name, kind), allow_head=False)
        for path, (name, kind) in _FILES.items()
    ]


def _serve(name: str, kind: str) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(_request: web.Request) -> web.Response:
        text = resources.files("sandbox").joinpath("page", name).read_text("utf-8")
        return web.Response(text=text, content_type=kind, headers=_HEADERS)

    return answer
