"""Webhooks: the secret, retries, calls in the answer."""

import asyncio
from collections.abc import AsyncIterator

import aiogram
import pytest
from aiogram.exceptions import TelegramBadRequest
from aiohttp import web

from sandbox import Limits, Person, Sandbox, SandboxSettings, frozen_clock

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


class Hook:
    """A bot's own server: writes down what comes and answers what it was told to."""

    def __init__(self) -> None:
        self.url = ""
        self.got: asyncio.Queue[tuple[str | None, str]] = asyncio.Queue()
        self.answers: list[web.Response] = []

    async def handle(self, request: web.Request) -> web.Response:
        """Take one update."""
        update = await request.json()
        secret = request.headers.get(SECRET_HEADER)
        await self.got.put((secret, update["message"]["text"]))
        return self.answers.pop(0) if self.answers else web.Response()


@pytest.fixture
def settings() -> SandboxSettings:
    """Retries at once."""
    limits = Limits(enabled=False, webhook_backoff_seconds=0)
    return SandboxSettings(limits=limits, clock=frozen_clock())


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    """A running server for webhooks."""
    made = Hook()
    app = web.Application()
    app.router.add_post("/hook", made.handle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield made
    await runner.cleanup()


async def test_secret_and_order(intake: aiogram.Bot, person: Person, hook: Hook) -> None:
    await person.say("waiting")
    await intake.set_webhook(hook.url, secret_token="s3cret_-")
    await person.say("new")
    async with asyncio.timeout(5):
        assert await hook.got.get() == ("s3cret_-", "waiting")
        assert await hook.got.get() == ("s3cret_-", "new")


async def test_repeated_until_taken(
    intake: aiogram.Bot, person: Person, sandbox: Sandbox, hook: Hook
) -> None:
    hook.answers = [web.Response(status=500), web.Response(status=302)]
    await intake.set_webhook(hook.url)
    await person.say("once")
    async with asyncio.timeout(5):
        assert [await hook.got.get() for _ in range(3)] == [(None, "once")] * 3
    await sandbox.drained()
    info = await intake.get_webhook_info()
    assert (info.url, info.pending_update_count) == (hook.url, 0)
    assert info.last_error_message == "Wrong response from the webhook: 302 Found"


async def test_a_call_in_the_answer(intake: aiogram.Bot, person: Person, hook: Hook) -> None:
    call = {"method": "sendMessage", "chat_id": person.chat_id, "text": "at once"}
    hook.answers = [web.json_response(call)]
    await intake.set_webhook(hook.url)
    await person.say("quick")
    assert (await person.expect(contains="at once")).from_bot


async def test_deleted_webhook_hears_nothing(
    intake: aiogram.Bot, person: Person, hook: Hook
) -> None:
    await person.say("dropped")
    await intake.set_webhook(hook.url, drop_pending_updates=True, allowed_updates=["message"])
    assert (await intake.get_webhook_info()).allowed_updates == ["message"]
    await intake.delete_webhook()
    await person.say("for polling")
    [update] = await intake.get_updates()
    assert update.message is not None
    assert update.message.text == "for polling"
    assert hook.got.empty()
    assert (await intake.get_webhook_info()).url == ""


async def test_refused_webhooks(intake: aiogram.Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="bad webhook"):
        await intake.set_webhook("ftp://127.0.0.1/")
    with pytest.raises(TelegramBadRequest, match="secret token"):
        await intake.set_webhook("https://127.0.0.1/", secret_token="no spaces")
    with pytest.raises(TelegramBadRequest, match="secret token"):
        await intake.set_webhook("https://127.0.0.1/", secret_token="x" * 257)
