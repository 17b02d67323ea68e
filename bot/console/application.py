"""The web application: made of its routes, and of nothing beside them."""

from collections.abc import Sequence

from aiohttp import web

from bot.console.routes import Route
from bot.console.security import Guard, add_headers

MOST_BYTES = 64 * 1024
"""Of a request: a message has at most 4,096 characters."""


def application(routes: Sequence[Route], guard: Guard) -> web.Application:
    """An application with these routes. Raises `ValueError` where two say the same."""
    named = [(route.method, route.path) for route in routes]
    if len(named) != len(set(named)):
        raise ValueError("two routes with the same method and path")
    app = web.Application(client_max_size=MOST_BYTES)
    app.on_response_prepare.append(add_headers)
    for route in routes:
        app.router.add_route(route.method.value, route.path, guard.handler(route))
    return app
