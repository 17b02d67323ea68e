"""Groups whose numbers change, on a real Redis; Telegram's answers are played."""

from types import SimpleNamespace
from typing import Any

import pytest
from telegram.error import BadRequest, ChatMigrated, RetryAfter, TelegramError, TimedOut

from bot.attempt import Later
from bot.clock import SettableClock
from bot.desk.budget import Budget, Lane
from bot.desk.group import DeskGroup, DeskGroups
from bot.store import Store
from bot.store.rows import DeskPlace
from tests.kit.constants import NOW
from tests.kit.helpline import open_helpline

OLD, NEW, OTHER = -200, -1_000_200, -300


class Telegram:
    """Answers to "is this group there?": those of `answers` in turn, then yes."""

    def __init__(self, **answers: list[TelegramError]) -> None:
        self.answers = {
            int(chat.replace("chat", "-")): list(all_) for chat, all_ in answers.items()
        }

    async def send_chat_action(self, chat: int, _: str) -> bool:
        if self.answers.get(chat):
            raise self.answers[chat].pop(0)
        return True


async def at_once(_: float) -> None:
    """Nobody waits in a test."""


def groups(store: Any, *chats: int, rate: int = 20) -> DeskGroups:
    clock = SettableClock(NOW)
    own = [DeskGroup(chat, Budget(rate, clock.monotonic)) for chat in chats]
    given: Any = store or SimpleNamespace(queue=None, topics=None, presence=None)
    return DeskGroups(own, given.queue, given.topics, given.presence)


async def _waiting_in(store: Store, conversation: str, chat: int) -> None:
    await store.topics.remember(conversation, DeskPlace(chat, 7, 8, "🔴 Oak-100"))


async def test_a_group_that_moved_while_nobody_looked_keeps_its_tickets() -> None:
    """The settings still have the old number, the places the new one."""
    async with open_helpline(SettableClock(NOW)) as helpline:
        store = helpline.parts.store
        await _waiting_in(store, "c", NEW)
        own = groups(store, OTHER, OLD)
        assert not own.knows_all(), "until then no place is given up"
        bot: Any = Telegram(chat200=[TimedOut(), ChatMigrated(NEW)])
        await own.ask(bot, at_once)
        assert own.knows_all()
        assert await own.place("c") == DeskPlace(NEW, 7, 8, "🔴 Oak-100")
        assert own.find(NEW)
        assert own.find(OLD) is None


async def test_places_under_the_old_number_follow() -> None:
    async with open_helpline(SettableClock(NOW)) as helpline:
        store = helpline.parts.store
        await _waiting_in(store, "c", OLD)
        own = groups(store, OTHER, OLD)
        bot: Any = Telegram(chat200=[ChatMigrated(NEW)])
        await own.ask(bot, at_once)
        assert await own.place("c") == DeskPlace(NEW, 7, 8, "🔴 Oak-100")
        assert await store.topics.conversation_in(NEW, 7) == "c"
        assert await store.topics.conversation_in(OLD, 7) is None


async def test_a_group_that_cannot_be_reached_stops_nothing() -> None:
    own = groups(None, OTHER, OLD)
    bot: Any = Telegram(chat300=[BadRequest("chat not found")])
    await own.ask(bot, at_once)
    assert own.knows_all()


async def test_telegram_s_limit_is_each_group_s_own() -> None:
    own = groups(None, OTHER, OLD)
    first, second = own.main, own.find(OLD)
    assert second is not None
    assert own.roomiest(Lane.QUEUE) is first, "of equals the first"
    with pytest.raises(Later) as caught:
        async with own.following(first):
            raise RetryAfter(30)
    assert not caught.value.attempt.everyone, "the other group goes on"
    assert own.roomiest(Lane.EMERGENCY) is second
    assert first.budget.level < 0 < second.budget.level


async def test_with_one_group_its_limit_is_everybody_s() -> None:
    own = groups(None, OTHER)
    with pytest.raises(Later) as caught:
        async with own.following(own.main):
            raise RetryAfter(30)
    assert caught.value.attempt.everyone
