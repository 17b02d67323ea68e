"""All that the desk does beside messages, in one list; Telegram's absence ends none of it."""

import asyncio

import pytest

from bot.clock import SettableClock
from bot.desk.alarm_calls import AlarmCalls
from bot.desk.budget import Budget
from bot.desk.door import Door
from bot.desk.group import DeskGroup, DeskGroups
from bot.desk.group_check import GroupCheck
from bot.desk.lost_topics import LostTopics
from bot.desk.notifier import Notifier
from bot.desk.process import Watches, jobs, make_bot
from bot.desk.queue_monitor import QueueMonitor
from bot.desk.stubs import StubTopics
from bot.processes.jobs import every
from bot.telegram.token_watch import TokenWatch
from bot.texts.voices import voices
from tests.kit.constants import NOW
from tests.kit.helpline import open_helpline


async def test_each_job_is_tried_again_while_telegram_is_away() -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        raise asyncio.CancelledError

    async with open_helpline(SettableClock(NOW)) as helpline:
        store, clock, voice = helpline.parts.store, helpline.clock, voices("en").own
        bot = make_bot("1:token", "http://127.0.0.1:9")
        group = DeskGroup(-100, Budget(0, clock.monotonic))
        groups = DeskGroups([group], store.queue, store.topics, store.presence)
        staff = helpline.parts.helpline.staff
        notifier = Notifier(bot, groups)
        door = Door(
            bot, groups, staff, store.roster, store.expulsions, store.alarms, notifier, voice
        )
        watches = Watches(
            door,
            GroupCheck(bot, groups, store.roster, store.alarms, door),
            AlarmCalls(bot, groups, store.alarms, voice),
            TokenWatch("desk", helpline.parts.settings, store.alarms, bot.get_webhook_info),
        )
        listed = jobs(
            groups,
            QueueMonitor(
                bot,
                groups,
                store.queue,
                store.roster,
                store.board,
                staff,
                clock,
                voice,
                store.alarms,
            ),
            StubTopics(bot, groups, store.stubs, store.topics, voice),
            LostTopics(bot, groups, store.topics, store.conversations),
            watches,
        )
        for job in listed:
            with pytest.raises(asyncio.CancelledError):
                await every(job, sleep)
        await bot.request.shutdown()

    names = [job.name for job in listed]
    assert names == [
        *("put_out", "check_groups", "call_for_alarms", "watch_token"),
        *("share_budgets", "show_queue", "delete_stubs", "delete_lost_topics"),
    ]
    seconds = dict(zip(names, slept, strict=True))
    asking = {"show_queue", "check_groups", "watch_token"}
    assert {seconds[name] for name in asking} == {0.5}, "they asked Telegram, and will again soon"
    assert all(seconds[job.name] == job.seconds for job in listed if job.name not in asking)
