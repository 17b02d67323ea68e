"""aiogram's calls to Telegram as JSON (Bot API, making requests), read and written by msgspec.

aiogram writes a form whose nested parts are JSON again, of all parameters that a method might have;
that took longer than to seal the message and to write it down.
"""

from typing import Any

import msgspec
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import TelegramMethod
from aiohttp import BytesPayload


class JsonSession(AiohttpSession):
    """For calls without files: intake sends none."""

    def __init__(self, api: TelegramAPIServer) -> None:
        super().__init__(api=api, json_loads=msgspec.json.decode)

    def build_form_data(self, bot: Bot, method: TelegramMethod[Any]) -> Any:
        """The body of a call, which aiohttp takes instead of a form."""
        files: dict[str, Any] = {}
        given = method.model_dump(exclude_none=True, warnings=False)
        parts = {
            name: self.prepare_value(value, bot=bot, files=files, _dumps_json=False)
            for name, value in given.items()
        }
        assert not files  # noqa: S101 - they would need a form
        body = {name: part for name, part in parts.items() if part is not None}
        return BytesPayload(msgspec.json.encode(body), content_type="application/json")
