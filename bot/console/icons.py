"""The icon of a tab: how many wait, so that one sees it between other tabs. It says no more."""

import re
from http import HTTPMethod

from aiohttp import web

from bot.console.routes import ANYBODY, Route, Visit

_NAME = re.compile(r"(\d{1,4})(-alarm)?\.svg")
_MOST = 99
_CALM, _ALARM = "#1d5c63", "#b3261e"


async def _icon(visit: Visit) -> web.StreamResponse:
    found = _NAME.fullmatch(visit.request.match_info["name"])
    if found is None:
        raise web.HTTPNotFound
    number = min(int(found[1]), _MOST)
    size = 22 if number < 10 else 17
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<rect width="32" height="32" rx="8" fill="{_ALARM if found[2] else _CALM}"/>'
        f'<text x="16" y="{16 + size * 0.36:g}" text-anchor="middle" fill="#fff" '
        f'font-family="sans-serif" font-weight="700" font-size="{size}">{number}</text></svg>'
    )
    return web.Response(text=drawn, content_type="image/svg+xml")


ROUTES = (Route(HTTPMethod.GET, "/icon/{name}", ANYBODY, _icon),)
