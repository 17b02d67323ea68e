"""Calls to Telegram are JSON: only what is given, with the bot's defaults."""

from typing import Any, cast

import msgspec
from aiogram import Bot
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.methods import DeleteMessages, SendMessage, TelegramMethod
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.intake.answers import GetRawUpdates
from bot.intake.process import NO_PREVIEWS
from bot.intake.session import JsonSession

MENU = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="ҳа", callback_data="1")]])


async def body(method: TelegramMethod[Any]) -> Any:
    session = JsonSession(TelegramAPIServer.from_base("http://127.0.0.1:9"))
    bot = Bot("1:token", session=session, default=NO_PREVIEWS)
    made = session.build_form_data(bot, method)
    assert made.content_type == "application/json"
    await session.close()
    return msgspec.json.decode(cast("bytes", made._value))


async def test_a_message_with_buttons() -> None:
    call = SendMessage(chat_id=7, text="<b>салом</b>", reply_markup=MENU, parse_mode=ParseMode.HTML)
    assert await body(call) == {
        "chat_id": 7,
        "text": "<b>салом</b>",
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        "disable_web_page_preview": True,  # its name of old, which aiogram gives as well
        "reply_markup": {"inline_keyboard": [[{"text": "ҳа", "callback_data": "1"}]]},
    }


async def test_what_isnt_given_is_not_sent() -> None:
    assert await body(DeleteMessages(chat_id=7, message_ids=[1, 2])) == {
        "chat_id": 7,
        "message_ids": [1, 2],
    }
    assert "offset" not in await body(GetRawUpdates())


async def test_an_operators_words_stay_plain() -> None:
    said = await body(SendMessage(chat_id=7, text="a < b", parse_mode=None))
    assert "parse_mode" not in said
