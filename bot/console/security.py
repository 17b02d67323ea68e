"""What every answer says to the browser, and which requests are ours at all."""

import logging
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import hdrs, web

from bot.console.routes import Route, Visit
from bot.console.sessions import Sessions, SignedIn
from bot.errors import StoreUnavailable

logger = logging.getLogger(__name__)

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
"""Content-Security-Policy: our own files and nothing else; no string becomes a script or a page."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
}


async def add_headers(_: web.Request, response: web.StreamResponse) -> None:
    """The headers of every answer, refusals as well."""
    response.headers.update(HEADERS)


class Guard:
    """Lets through what is ours, to whom may. Everything else is answered 404, as is what isn't
    there: nobody learns of a route that isn't theirs. `sessions`: None where nobody is ever signed
    in."""

    def __init__(self, origin: str, sessions: Sessions | None) -> None:
        self._origin = origin
        self._host = urlsplit(origin).netloc
        self._sessions = sessions

    def handler(self, route: Route) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        """A route's handler behind the guard."""

        async def handle(request: web.Request) -> web.StreamResponse:
            if not self._is_ours(request, route):
                raise web.HTTPNotFound
            try:
                signed_in = await self._sessions.of(request) if self._sessions else None
                if not route.is_for(signed_in):
                    raise web.HTTPNotFound
                if not route.is_open_to(signed_in):
                    return _locked(request)
                if route.asks_passkey and not self._is_proved(signed_in):
                    return web.json_response({"prove": True}, status=403)
                return await route.handler(Visit(request, signed_in))
            except StoreUnavailable:
                logger.warning("store_unavailable")
                raise web.HTTPServiceUnavailable from None

        return handle

    def _is_proved(self, signed_in: SignedIn | None) -> bool:
        return self._sessions is not None and self._sessions.is_proved(signed_in)

    def _is_ours(self, request: web.Request, route: Route) -> bool:
        """By our name, so that no other name leads here (DNS rebinding); and a write from our own
        page, with a body that no form of another site's can send."""
        if request.headers.get(hdrs.HOST, "").lower() != self._host:
            return False
        if route.from_elsewhere and request.headers.get("Sec-Fetch-Mode") == "navigate":
            return True
        if not route.writes:
            return request.headers.get("Sec-Fetch-Site", "none") in {"same-origin", "none"}
        ours = request.headers.get(hdrs.ORIGIN) == self._origin
        return ours and request.content_type == "application/json"


def _locked(request: web.Request) -> web.Response:
    """Locked (RFC 4918, 11.3); a page that somebody opens leads to the first one, which unlocks."""
    if request.headers.get("Sec-Fetch-Mode") == "navigate":
        return web.Response(status=303, headers={hdrs.LOCATION: "/"})
    return web.Response(status=423)
