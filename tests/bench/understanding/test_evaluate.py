"""The figures are said to be of the model that answers."""

from aiohttp import web
from aiohttp.test_utils import TestServer

from bench.understanding.evaluate import served_model
from bot.processes.model_server import Served


async def test_the_server_says_which_model_it_is() -> None:
    async def status(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok", "model": "0123456789abcdef"})

    app = web.Application()
    app.router.add_get("/status", status)
    async with TestServer(app) as server:
        served = Served(str(server.make_url("")).rstrip("/"), pid=1, start_seconds=0.1)

        assert await served_model(served) == "0123456789abcdef"
