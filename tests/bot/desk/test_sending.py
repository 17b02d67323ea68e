"""A message of the desk's: what Telegram is asked, and how it refuses."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import ChatMigrated, RetryAfter

from bot.desk.process import make_bot
from bot.desk.sending import send

TOKEN = "123:" + "canary" * 6
REFUSALS = {
    "too many": (429, {"retry_after": 7}),
    "moved": (400, {"migrate_to_chat_id": -1009}),
}


@dataclass
class Telegram:
    """Numbers messages from 41 on; refuses by their text."""

    bot: Bot
    asked: list[dict[str, Any]] = field(default_factory=list)


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    asked: list[dict[str, Any]] = []

    async def answer(request: web.Request) -> web.StreamResponse:
        said = await request.json()
        asked.append(said)
        if said["text"] in REFUSALS:
            status, parameters = REFUSALS[said["text"]]
            body = {
                "ok": False,
                "error_code": status,
                "description": "no",
                "parameters": parameters,
            }
            return web.json_response(body, status=status)
        return web.json_response({"ok": True, "result": {"message_id": 40 + len(asked)}})

    app = web.Application()
    app.router.add_post("/{path:.*}/sendMessage", answer)
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    bot = make_bot(TOKEN, f"http://127.0.0.1:{runner.addresses[0][1]}")
    yield Telegram(bot, asked)
    await bot.request.shutdown()
    await runner.cleanup()


async def test_only_what_is_wanted_is_asked(telegram: Telegram) -> None:
    assert await send(telegram.bot, -100, "сәлем & 🌍") == 41
    assert telegram.asked == [
        {
            "chat_id": -100,
            "text": "сәлем & 🌍",
            "link_preview_options": {"is_disabled": True},
            "disable_notification": False,
            "protect_content": True,
        }
    ]


async def test_words_of_a_person_are_a_block_by_their_offsets(telegram: Telegram) -> None:
    await send(telegram.bot, -100, "🌍 </pre> /release", said=True)

    (asked,) = telegram.asked
    assert asked["entities"] == [{"type": "pre", "offset": 0, "length": 18}]
    assert "parse_mode" not in asked


async def test_a_code_that_a_supervisor_must_hand_on_is_not_protected(telegram: Telegram) -> None:
    await send(telegram.bot, 7_000_001, "/enrol CODE NAME")

    (asked,) = telegram.asked
    assert "protect_content" not in asked


async def test_a_topic_a_keyboard_and_no_sound(telegram: Telegram) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Claim", callback_data="claim")]])
    await send(telegram.bot, -100, "card", thread=5, keyboard=keyboard, silent=True)
    (asked,) = telegram.asked
    assert (asked["message_thread_id"], asked["disable_notification"]) == (5, True)
    assert asked["reply_markup"] == {
        "inline_keyboard": [[{"text": "Claim", "callback_data": "claim"}]]
    }


async def test_it_refuses_in_the_librarys_errors(telegram: Telegram) -> None:
    with pytest.raises(RetryAfter):
        await send(telegram.bot, -100, "too many")
    with pytest.raises(ChatMigrated) as moved:
        await send(telegram.bot, -100, "moved")
    assert moved.value.new_chat_id == -1009
    assert "canary" not in str(moved.value)
