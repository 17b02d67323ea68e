"""The pinned board doesn't go on saying what isn't true, however busy the group is."""

import pytest
from telegram import Bot
from telegram.error import TelegramError

from bot.clock import SettableClock
from bot.desk.budget import Budget, Lane
from bot.desk.group import DeskGroup, DeskGroups
from bot.desk.process import make_bot
from bot.desk.queue_monitor import STALE_SECONDS, QueueMonitor
from bot.texts.voices import voices
from tests.kit.constants import NOW
from tests.kit.helpline import Helpline, open_helpline

NOWHERE = "http://127.0.0.1:9"
"""Whoever tries to send there is refused."""


def monitor(helpline: Helpline, budget: Budget, bot: Bot) -> QueueMonitor:
    parts = helpline.parts
    store = parts.store
    groups = DeskGroups([DeskGroup(-100, budget)], store.queue, store.topics, store.presence)
    return QueueMonitor(
        bot,
        groups,
        store.queue,
        store.roster,
        store.board,
        parts.helpline.staff,
        parts.clock,
        voices("en").own,
        store.alarms,
    )


async def test_while_others_need_the_group_the_board_waits_a_minute_and_no_longer() -> None:
    async with open_helpline(SettableClock(NOW)) as helpline:
        budget = Budget(20, lambda: 0.0)  # as much goes out as comes in: it never fills
        while budget.take_if_free(Lane.BOARD):
            pass
        bot = make_bot("1:token", NOWHERE)
        left, board = budget.level, monitor(helpline, budget, bot)
        assert left > 1, "emergencies still find room"
        await helpline.writes(1, "нас заперли помогите")

        await board.look()
        helpline.clock.advance(STALE_SECONDS - 1)
        await board.look()
        assert budget.level == left, "it has sent nothing"

        helpline.clock.advance(1)
        with pytest.raises(TelegramError):
            await board.look()
        assert budget.level == left - 1
        await bot.request.shutdown()
