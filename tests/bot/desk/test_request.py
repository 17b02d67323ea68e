"""Calls to Telegram over aiohttp: what python-telegram-bot expects of whoever makes them."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut

from bot.desk.request import AiohttpRequest
from sandbox.ports import free_port

TOKEN = "123:canary-token"


@pytest.fixture
async def telegram() -> AsyncIterator[str]:
    """Answers getMe, refuses sendMessage, is a stranger's page to editMessageText, and silent to
    getChat."""
    over = asyncio.Event()

    async def answer(request: web.Request) -> web.StreamResponse:
        said = await request.json() if request.can_read_body else {}
        match request.path.rpartition("/")[2]:
            case "getMe":
                me = {"id": 123, "is_bot": True, "first_name": "Линия", "username": "line_bot"}
                return web.json_response({"ok": True, "result": me})
            case "sendMessage":
                refused = {"ok": False, "description": f"Bad Request: {said['text']!s}"}
                return web.json_response(refused, status=400)
            case "editMessageText":
                return web.Response(text="<html>not the Bot API</html>")
        await over.wait()
        return web.Response()

    app = web.Application()
    app.router.add_post("/{path:.*}", answer)
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    yield f"http://{host}:{port}/bot"
    over.set()
    await runner.cleanup()


async def test_a_call_is_answered_or_refused_in_telegrams_words(telegram: str) -> None:
    async with Bot(TOKEN, base_url=telegram, request=AiohttpRequest(2)) as bot:
        assert bot.first_name == "Линия"
        with pytest.raises(BadRequest, match="Привет & ты"):
            await bot.send_message(5, "Привет & ты")


async def test_an_answer_is_read_without_the_librarys_classes(telegram: str) -> None:
    request = AiohttpRequest(2)
    try:
        where = f"{telegram}{TOKEN}"
        assert (await request.call(f"{where}/getMe", {}))["first_name"] == "Линия"
        with pytest.raises(BadRequest, match="Привет & ты"):
            await request.call(f"{where}/sendMessage", {"text": "Привет & ты"})
        with pytest.raises(TelegramError) as caught:
            await request.call(f"{where}/editMessageText", {"text": "canary"})
        assert "canary" not in str(caught.value)
    finally:
        await request.shutdown()


async def test_who_doesnt_answer_in_time_is_given_up(telegram: str) -> None:
    async with Bot(TOKEN, base_url=telegram, request=AiohttpRequest(2, seconds=0.05)) as bot:
        with pytest.raises(TimedOut):
            await bot.get_chat(5)
        with pytest.raises(TimedOut):
            await bot.get_chat(5, read_timeout=0.01)


async def test_a_fault_doesnt_tell_the_token() -> None:
    """The address of a call holds it, and errors are logged."""
    request = AiohttpRequest(2)
    bot = Bot(TOKEN, base_url=f"http://127.0.0.1:{free_port()}/bot", request=request)
    with pytest.raises(NetworkError) as raised:
        await bot.get_me()
    await request.shutdown()
    error: BaseException | None = raised.value
    while error is not None:
        assert "canary" not in repr(error)
        error = error.__cause__
