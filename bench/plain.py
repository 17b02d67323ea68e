"""`python -m bench.plain TRICK BOT`: a bot as ever, but for one trick, whose plain way it goes.

A trick is what makes a bot faster, or harder to attack, at the price of code that replaces a
library's own. Production has no switch for any: the plain way is built here alone, before the bot
starts, so that a trick's gain can be measured (`python -m bench --only tricks`).
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from bot.__main__ import start


@dataclass(frozen=True, slots=True)
class Replacement:
    """A name and what stands there instead. `owner`: a module, or `module:class`; `plain`: makes
    it, and imports what it needs, which only the bots that use it should load."""

    owner: str
    name: str
    plain: Callable[[], Any]

    def target(self) -> Any:
        """The module or class that has the name."""
        module, _, kind = self.owner.partition(":")
        loaded = import_module(module)
        return getattr(loaded, kind) if kind else loaded

    def make(self) -> None:
        """Raises `AttributeError` where the trick has gone: then nothing would be measured."""
        target = self.target()
        getattr(target, self.name)
        setattr(target, self.name, self.plain())


def _redis() -> Any:
    """redis-py's client: each command goes by itself, on a connection of its pool."""
    from redis.asyncio import Redis

    return Redis


def _never_free() -> Any:
    """No write takes the lease, so whoever delivers takes it and reads what was written."""
    return lambda *_: False


def _aiohttp_session() -> Any:
    """aiogram's session: a form, whose nested parts are JSON."""
    from aiogram.client.session.aiohttp import AiohttpSession

    return lambda api: AiohttpSession(api=api)


def _httpx() -> Any:
    """python-telegram-bot's calls by httpx."""
    from telegram.request import HTTPXRequest, RequestData
    from telegram.request._requestparameter import RequestParameter

    from bot.desk.request import SECONDS

    class Plain(HTTPXRequest):
        def __init__(self, connections: int, seconds: float = SECONDS) -> None:
            super().__init__(connection_pool_size=connections, read_timeout=seconds)

        async def call(self, url: str, parameters: Mapping[str, Any]) -> Any:
            given = [RequestParameter.from_input(*one) for one in parameters.items()]
            return await self.post(url, RequestData(given))

    return Plain


def _whole_message() -> Any:
    """python-telegram-bot reads the whole message that was sent."""
    from telegram import Message

    return lambda sent: Message.de_json(sent, None).message_id


def _runner() -> Any:
    """aiohttp's server: it explains what it refuses, and answers `Expect` first."""
    from aiohttp.web import AppRunner

    return AppRunner


@dataclass(frozen=True, slots=True)
class Trick:
    """The bots that have it, and what stands there without it."""

    bots: Sequence[str]
    replaced: Sequence[Replacement]


_BOTH, _INTAKE, _DESK = ("intake", "desk"), ("intake",), ("desk",)

TRICKS: Mapping[str, Trick] = {
    "pipelining": Trick(
        _BOTH, [Replacement("bot.store.client.topology", "AutoPipeliningRedis", _redis)]
    ),
    "unread": Trick(
        _INTAKE,
        [Replacement("bot.store.outbox.local_delivery:LocalDeliveries", "is_free", _never_free)],
    ),
    "intake-calls": Trick(
        _INTAKE, [Replacement("bot.intake.process", "JsonSession", _aiohttp_session)]
    ),
    "intake-answers": Trick(_INTAKE, [Replacement("bot.intake.session", "READERS", dict)]),
    "desk-calls": Trick(_DESK, [Replacement("bot.desk.process", "AiohttpRequest", _httpx)]),
    "desk-answers": Trick(_DESK, [Replacement("bot.desk.sending", "number", _whole_message)]),
    "poll": Trick(
        _INTAKE,
        [
            # Asked again when all of a batch is written, however long that takes.
            Replacement("bot.telegram.polling", "POLL_AFTER_SHARE", lambda: 1),
            Replacement("bot.telegram.polling", "AGAIN_SECONDS", lambda: 3600.0),
        ],
    ),
    "http": Trick(_INTAKE, [Replacement("bot.telemetry.http_server", "_Runner", _runner)]),
}
"""By name. docs/decisions/0034-tricks.md says what each is for."""


def main(words: Sequence[str]) -> int:
    """Build the plain way of a trick, and start a bot. Returns its status."""
    trick, bot = words
    for one in TRICKS[trick].replaced:
        one.make()
    return start([bot])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
