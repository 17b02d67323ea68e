"""All that intake does beside messages, in one list; each job is harmless where nothing is due."""

import asyncio
from datetime import UTC, datetime

import pytest

from bot.clock import SettableClock
from bot.intake.message_deletion import MessageDeletion
from bot.intake.process import jobs, make_bot
from bot.privacy.retention import Retention
from bot.processes.jobs import every
from tests.bot.helpline.conftest import benches

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


async def test_each_job_runs_where_nothing_is_due_and_ends_when_it_is_told_to() -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        raise asyncio.CancelledError

    async with benches(SettableClock(NOW)) as bench:
        bot = make_bot("1:token", "http://127.0.0.1:9")
        listed = jobs(bench.parts, MessageDeletion(bot, bench.parts.store.people))
        for job in listed:
            with pytest.raises(asyncio.CancelledError):
                await every(job, sleep)
        await bot.session.close()

    assert [job.name for job in listed] == ["wake", "read_held", "wipe_chats", "renew_tickets"]
    assert slept == [job.seconds for job in listed], "none of them failed"
    renewal = next(job for job in listed if job.name == "renew_tickets")
    assert renewal.seconds < Retention.OPEN_TICKET.milliseconds / 2000
