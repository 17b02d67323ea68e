"""HTTP in front of the Bot API: `/bot<token>/<method>`, GET or POST, query, form or JSON."""

import asyncio
import re

import msgspec
from aiohttp import web

from bot.telegram.refusals import ApiError, bad_request, too_many
from sandbox.api.access import Call
from sandbox.api.methods import METHODS, WAITING
from sandbox.api.params import Params
from sandbox.bots import Bot
from sandbox.faults import Fault
from sandbox.world import World

_TOKEN = re.compile(r"\d+:\S+")
_ENCODER = msgspec.json.Encoder()
_REASONS = {500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable"}


class Dispatch:
    """Finds the bot and the method, applies the faults that a test asked for, answers."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._bots = {bot.token: bot for bot in world.bots.values()}

    def routes(self) -> list[web.RouteDef]:
        """The server's routes for bots."""
        return [
            web.get("/bot{token}/{method}", self.handle, allow_head=False),
            web.post("/bot{token}/{method}", self.handle),
        ]

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer a call of a bot's."""
        try:
            bot = self._bot(request.match_info["token"])
            method = request.match_info["method"].lower()
            bot.calls[method] += 1
            fault = self.world.faults.take(bot.id, method)
            if fault is not None:
                await self._before(request, fault)
            raw = await _parameters(request)
            result = await self.call(bot, method, raw)
        except ApiError as refusal:
            return _json({**refusal.body()}, refusal.code)
        if fault is not None and fault.kind == "drop_reply":
            _hang_up(request)
        return _json({"ok": True, "result": result}, 200)

    async def call(self, bot: Bot, method: str, raw: dict[str, object]) -> object:
        """Run `method` (lower case) for `bot`; ApiError if the Bot API would refuse it."""
        if self.world.clock.now() < bot.logged_out_until:
            raise ApiError(400, "Logged out")
        call = Call(self.world, bot, Params(raw))
        waiting = WAITING.get(method)
        if waiting is not None:
            return await waiting(call)
        function = METHODS.get(method)
        if function is None:
            raise ApiError(404, "Not Found: method not found")
        return function(call)

    def _bot(self, token: str) -> Bot:
        bot = self._bots.get(token)
        if bot is not None:
            return bot
        if _TOKEN.fullmatch(token):
            raise ApiError(401, "Unauthorized")
        raise ApiError(404, "Not Found")

    async def _before(self, request: web.Request, fault: Fault) -> None:
        if fault.kind == "too_many":
            raise too_many(fault.retry_after)
        if fault.kind == "error":
            raise ApiError(fault.code, _REASONS.get(fault.code, "Internal Server Error"))
        if fault.kind == "drop_request":
            _hang_up(request)
            raise ApiError(500, _REASONS[500])
        if fault.kind == "delay":
            await asyncio.sleep(fault.seconds)


def _json(body: dict[str, object], status: int) -> web.Response:
    return web.Response(body=_ENCODER.encode(body), status=status, content_type="application/json")


def _hang_up(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()


async def _parameters(request: web.Request) -> dict[str, object]:
    raw: dict[str, object] = dict(request.query)
    if request.method != "POST" or not request.can_read_body:
        return raw
    if request.content_type == "application/json":
        try:
            body = msgspec.json.decode(await request.read())
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise bad_request("can't parse request body: invalid JSON") from None
        if not isinstance(body, dict):
            raise bad_request("can't parse request body: expected an Object")
        raw.update(body)
    else:
        try:
            form = await request.post()
        except ValueError:  # aiohttp: not a form, or a broken multipart body
            raise bad_request("can't parse request body") from None
        raw.update((name, value) for name, value in form.items() if isinstance(value, str))
    return raw
