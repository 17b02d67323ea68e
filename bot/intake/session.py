"""aiogram's calls to Telegram as JSON (Bot API, making requests), read and written by msgspec.

aiogram writes a form whose nested parts are JSON again, of all parameters that a method might have;
that took longer than to seal the message and to write it down. What isn't as expected, above all a
refusal, is read by aiogram, whose errors it becomes.
"""

from contextlib import suppress
from http import HTTPStatus
from typing import Any, cast

import msgspec
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import TelegramMethod
from aiogram.methods.base import Response
from aiohttp import BytesPayload

from bot.intake.answers import READERS


class JsonSession(AiohttpSession):
    """A session for calls without files: intake sends none."""

    def __init__(self, api: TelegramAPIServer) -> None:
        super().__init__(api=api, json_loads=msgspec.json.decode)

    def build_form_data(self, bot: Bot, method: TelegramMethod[Any]) -> Any:
        """The body of a call, which aiohttp takes instead of a form."""
        body = method.model_dump(exclude_none=True, warnings=False)
        if type(method) not in READERS:
            body = self._prepared(bot, body)
        return BytesPayload(msgspec.json.encode(body), content_type="application/json")

    def check_response(
        self, bot: Bot, method: TelegramMethod[Any], status_code: int, content: str
    ) -> Response[Any]:
        """Telegram's answer, of which `make_request` takes the result. Raises aiogram's errors."""
        reader = READERS.get(type(method))
        if reader is not None and status_code == HTTPStatus.OK:
            with suppress(msgspec.MsgspecError):
                return cast("Response[Any]", reader.decode(content))
        return super().check_response(bot, method, status_code, content)

    def _prepared(self, bot: Bot, given: dict[str, Any]) -> dict[str, Any]:
        """Parameters with the bot's defaults, as JSON has them."""
        files: dict[str, Any] = {}
        parts = {
            name: self.prepare_value(value, bot=bot, files=files, _dumps_json=False)
            for name, value in given.items()
        }
        assert not files  # noqa: S101 - they would need a form
        return {name: part for name, part in parts.items() if part is not None}
