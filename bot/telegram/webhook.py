"""The webhook, besides the long poll: Telegram brings updates to as many processes as there are.

*Who may speak.* Telegram puts our secret into a header (Bot API, setWebhook: secret_token). It is
compared in constant time, before a byte of the body is read; whoever doesn't know it gets the same
empty 404 as on any other path.

*Lose or repeat.* 200 is said only after the turn is written. Anything else makes Telegram repeat
the update, and a repeat does nothing, because its turn left a mark: so a crash loses nothing.

*Order within a chat.* Telegram brings the next message of a chat after the one before was
answered (telegram-bot-api, WebhookActor: a queue for each chat), so no two processes hold messages
of one chat at once. Where they do all the same (a press beside a message; an answer that got lost),
the store's write decides: it succeeds only on the revision that was read, and only once for an
update. A lease held across processes was rejected: it adds a round trip to every message, and a
chat would stand still until the lease of a killed process lapses. Within a process, a lane for
each chat spares the conflicts.
"""

import asyncio
import hmac
import json
import logging
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Hashable
from contextlib import asynccontextmanager

from aiohttp import web

from bot.attempt import Result, put_off
from bot.config import Settings
from bot.errors import ConfigError
from bot.telegram.polling import Poller, UpdateSource
from bot.telegram.update_handler import Raw, UpdateHandler
from bot.telemetry.http_server import listening
from bot.telemetry.metrics import UPDATES

logger = logging.getLogger(__name__)

HEADER = "X-Telegram-Bot-Api-Secret-Token"

MOST_BYTES = 1024 * 1024
"""An update holds at most a few messages of 4,096 characters, without files."""

READ_SECONDS = 10.0
"""For the body: a connection that trickles doesn't hold a place for ever."""

ANSWER_SECONDS = 40.0
"""Telegram itself gives up after 60 (telegram-bot-api, WebhookActor)."""

MAX_IN_FLIGHT = 200
"""Updates in work at a time in one process: Telegram opens at most 100 connections."""

MAX_PER_CHAT = 8
"""Updates of one chat that may wait for each other; Telegram keeps the rest."""

AGAIN_SECONDS = 1


class TooMany(Exception):
    """As many updates as may wait are waiting; nothing was done."""


class Lanes:
    """Updates of one chat one after another, and not too many of one chat or of all."""

    def __init__(self, most: int = MAX_IN_FLIGHT, most_of_a_chat: int = MAX_PER_CHAT) -> None:
        self._most = most
        self._most_of_a_chat = most_of_a_chat
        self._inside = 0
        self._lanes: dict[Hashable, tuple[asyncio.Lock, int]] = {}

    @property
    def idle(self) -> bool:
        """Nothing is in work, and nothing is kept."""
        return not self._inside and not self._lanes

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """A place in the process, for the block. Raises `TooMany`."""
        if self._inside >= self._most:
            raise TooMany
        self._inside += 1
        try:
            yield
        finally:
            self._inside -= 1

    @asynccontextmanager
    async def lane(self, chat: Hashable) -> AsyncIterator[None]:
        """The turn of one chat, for the block. Raises `TooMany`."""
        lock, count = self._lanes.get(chat, (asyncio.Lock(), 0))
        if count >= self._most_of_a_chat:
            raise TooMany
        self._lanes[chat] = (lock, count + 1)
        try:
            async with lock:
                yield
        finally:
            _, count = self._lanes.pop(chat)
            if count > 1:
                self._lanes[chat] = (lock, count - 1)


class WebhookEndpoint:
    """Answers the requests in which Telegram brings updates."""

    def __init__(self, source: UpdateSource, secret: str, lanes: Lanes | None = None) -> None:
        self._chat = source.chat
        self._last_call = source.last_call
        self._handler = UpdateHandler(source.handle, source.judge)
        self._secret = secret.encode()
        self._lanes = lanes or Lanes()

    async def answer(self, request: web.Request) -> web.Response:
        """200 once the turn is written, with the update's last call; 503 for "bring it again"; 404
        to strangers."""
        given = request.headers.get(HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            UPDATES.labels(Result.REFUSED.value).inc()
            raise web.HTTPNotFound
        try:
            async with self._lanes.place():
                update = await self._read(request)
                if update is None:  # what can't be read today can't be read when it is repeated
                    logger.warning("update_unreadable")
                    return web.Response()
                async with asyncio.timeout(ANSWER_SECONDS), self._lanes.lane(self._chat(update)):
                    attempt = await self._handler.handle(update)
        except (TooMany, TimeoutError) as error:
            logger.warning("update_put_off", extra={"kind": type(error).__name__})
            attempt = put_off(AGAIN_SECONDS)
        if attempt.result is Result.PUT_OFF:
            wait = max(1, round(attempt.seconds))
            return web.Response(status=503, headers={"Retry-After": str(wait)})
        call = None if update is None else self._last_call(update)
        return web.Response() if call is None else web.json_response(call)

    async def _read(self, request: web.Request) -> Raw | None:
        async with asyncio.timeout(READ_SECONDS):
            body = await request.read()
        try:
            update = json.loads(body)
        except (ValueError, RecursionError):
            return None
        known = isinstance(update, dict) and type(update.get("update_id")) is int
        return update if known else None


def application(
    source: UpdateSource, secret: str, name: str, lanes: Lanes | None = None
) -> web.Application:
    """The server: `POST /name` and nothing else."""
    app = web.Application(client_max_size=MOST_BYTES)
    app.router.add_post(f"/{name}", WebhookEndpoint(source, secret, lanes).answer)
    return app


def _encryption(settings: Settings) -> ssl.SSLContext | None:
    """With the certificate of the settings, if there is one. Raises `ConfigError`."""
    if not settings.webhook_cert:
        return None
    found = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        found.load_cert_chain(settings.webhook_cert, settings.webhook_key)
    except (OSError, ssl.SSLError) as error:
        kind = type(error).__name__
        raise ConfigError(f"HELPLINE_WEBHOOK_CERT, _KEY: they can't be read ({kind})") from None
    return found


async def read(
    source: UpdateSource,
    settings: Settings,
    name: str,
    conflict: Callable[[], Awaitable[None]] | None = None,
) -> None:
    """Take updates until cancelled: by webhook where an address to listen on is set, else by
    polling. `conflict`: as the poller's. Raises `ConfigError`."""
    if settings.webhook_listen is None:
        await Poller(source, conflict=conflict).run()
        return
    app = application(source, settings.webhook_secret, name)
    tls = _encryption(settings)
    async with listening(app, settings.webhook_listen, "HELPLINE_WEBHOOK_LISTEN", tls):
        logger.info("webhook_listens")
        await asyncio.Event().wait()
