"""All that intake does beside messages, in one list; each job is harmless where nothing is due."""

import asyncio

import pytest
from aiogram.types import WebhookInfo

from bot.clock import SettableClock
from bot.intake.message_deletion import MessageDeletion
from bot.intake.process import jobs, make_bot
from bot.intake.triage import Triage
from bot.privacy.retention import Retention
from bot.processes.jobs import every
from bot.telegram.token_watch import TokenWatch
from tests.kit.constants import NOW
from tests.kit.helpline import open_helpline


async def no_webhook() -> WebhookInfo:
    return WebhookInfo(url="", has_custom_certificate=False, pending_update_count=0)


@pytest.mark.slow
async def test_each_job_runs_where_nothing_is_due_and_ends_when_it_is_told_to() -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        raise asyncio.CancelledError

    async with open_helpline(SettableClock(NOW)) as helpline:
        bot = make_bot("1:token", "http://127.0.0.1:9")
        watch = TokenWatch(
            "intake", helpline.parts.settings, helpline.parts.store.alarms, no_webhook
        )
        deletion = MessageDeletion(bot, helpline.parts.store.people)
        store = helpline.parts.store
        triage = Triage(helpline.parts.helpline, store.backlog, store.memory)
        listed = jobs(helpline.parts, deletion, watch, triage)
        for job in listed:
            with pytest.raises(asyncio.CancelledError):
                await every(job, sleep)
        await bot.session.close()

    assert [job.name for job in listed] == [
        *("wake", "read_held", "read_backlog", "wipe_chats"),
        *("renew_tickets", "renew_people_key", "look_at_memory", "rewrite_files", "move_counts"),
        "watch_token",
    ]
    assert slept == [job.seconds for job in listed], "none of them failed"
    renewal = next(job for job in listed if job.name == "renew_tickets")
    assert renewal.seconds < Retention.OPEN_TICKET.milliseconds / 2000
