"""Who is no operator costs their bot little, however much they write."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot, Message

from bot.clock import SettableClock
from bot.desk.budget import Budget
from bot.desk.command_router import CommandRouter
from bot.desk.group import DeskGroup, DeskGroups
from bot.desk.notifier import MOST_STRANGERS, Notification, Notifier
from bot.desk.process import make_bot
from bot.desk.profile_commands import ProfileCommands
from bot.desk.stubs import delete_topic
from bot.desk.supervisor_commands import SupervisorCommands
from bot.store.rows import DeskPlace
from bot.texts.voices import voices
from tests.kit.constants import NOW
from tests.kit.helpline import Helpline, open_helpline

GROUP, SHE, HE = -100, 77, 78


class Telegram:
    """Takes every call, and refuses messages that say "too many"."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Any]] = []

    async def answer(self, request: web.Request) -> web.Response:
        method, body = request.path.rpartition("/")[2], await request.json()
        self.calls.append((method, body))
        if body.get("text") == "too many":
            wait = {"retry_after": 7}
            refused = {"ok": False, "error_code": 429, "description": "no", "parameters": wait}
            return web.json_response(refused, status=429)
        return web.json_response({"ok": True, "result": {"message_id": len(self.calls)}})

    def said(self) -> list[str]:
        return [body["text"] for method, body in self.calls if method == "sendMessage"]


@pytest.fixture
async def telegram() -> AsyncIterator[tuple[Telegram, Bot]]:
    fake, app = Telegram(), web.Application()
    app.router.add_post("/{path:.*}", fake.answer)
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    bot = make_bot("123:" + "a" * 35, f"http://127.0.0.1:{runner.addresses[0][1]}")
    yield fake, bot
    await bot.request.shutdown()
    await runner.cleanup()


def groups_of(helpline: Helpline, rate: int = 0) -> DeskGroups:
    group = DeskGroup(GROUP, Budget(rate, helpline.clock.monotonic))
    store = helpline.parts.store
    return DeskGroups([group], store.queue, store.topics, store.presence)


def message(sender: int, text: str) -> Message:
    person = {"id": sender, "is_bot": False, "first_name": "x"}
    chat = {"id": sender, "type": "private"}
    raw = {"message_id": 1, "date": 0, "chat": chat, "from": person, "text": text}
    found = Message.de_json(raw, None)
    assert found is not None
    return found


def router_of(helpline: Helpline, notifier: Notifier) -> CommandRouter:
    nobody: Any = None  # parts that no stranger's words get to
    staff, store, spoken = helpline.parts.helpline.staff, helpline.parts.store, voices("en")
    return CommandRouter(
        staff,
        store.roster,
        store.queue,
        store.conversations,
        helpline.clock,
        helpline.parts.live,
        nobody,
        nobody,
        notifier,
        spoken,
        ProfileCommands(staff, helpline.parts.live, spoken, nobody, nobody, nobody),
        SupervisorCommands(staff, store.audit, helpline.clock, spoken, nobody, nobody),
        nobody,
        nobody,
    )


async def test_a_stranger_is_answered_once_a_day(telegram: tuple[Telegram, Bot]) -> None:
    fake, bot = telegram
    async with open_helpline(SettableClock(NOW)) as helpline:
        notifier = Notifier(bot, groups_of(helpline))
        router = router_of(helpline, notifier)
        for _ in range(30):
            for text in ("hello", "/start", "/health"):
                await router.message(message(SHE, text), None, "mark")
        await router.message(message(HE, "hello"), None, "mark")
        await notifier.send_waiting()
        [life] = {
            await helpline.parts.store.redis.pttl(name) // 3_600_000
            for name in await helpline.parts.store.redis.keys("stranger:*")
        }
    assert len(fake.said()) == 2, "each once"
    assert life == 23


async def test_who_guesses_codes_is_told_so_often_as_they_may_try(
    telegram: tuple[Telegram, Bot],
) -> None:
    fake, bot = telegram
    async with open_helpline(SettableClock(NOW)) as helpline:
        notifier = Notifier(bot, groups_of(helpline))
        router = router_of(helpline, notifier)
        for number in range(30):
            await router.message(message(SHE, f"/enrol CODE{number} Robin"), None, "mark")
        await notifier.send_waiting()
    assert len(fake.said()) == 5


async def test_a_crowd_of_strangers_takes_no_operator_s_place(
    telegram: tuple[Telegram, Bot],
) -> None:
    fake, bot = telegram
    async with open_helpline(SettableClock(NOW)) as helpline:
        notifier = Notifier(bot, groups_of(helpline))
        for number in range(200):
            notifier.notify(Notification(1000 + number, "stranger", to_stranger=True))
        notifier.notify(Notification(SHE, "operator"))
        await notifier.send_waiting()
    assert fake.said() == ["operator", *["stranger"] * MOST_STRANGERS]


async def test_nothing_more_is_said_for_as_long_as_telegram_wants(
    telegram: tuple[Telegram, Bot],
) -> None:
    fake, bot = telegram
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    async with open_helpline(SettableClock(NOW)) as helpline:
        notifier = Notifier(bot, groups_of(helpline), sleep)
        notifier.notify(Notification(SHE, "too many"))
        notifier.notify(Notification(SHE, "after that"))
        await notifier.send_waiting()
    assert (fake.said(), slept) == (["too many", "after that"], [7.0])


async def test_to_delete_a_topic_takes_a_token(telegram: tuple[Telegram, Bot]) -> None:
    fake, bot = telegram
    async with open_helpline(SettableClock(NOW)) as helpline:
        groups = groups_of(helpline, rate=20)
        before = groups.main.budget.level
        await delete_topic(bot, groups, DeskPlace(GROUP, 5, 0))
        assert groups.main.budget.level == before - 1
    assert [method for method, _ in fake.calls] == ["deleteForumTopic"]
