"""What is counted, on the wireless path: turns add to the keyring, moves to the store."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.cli.report import check_whole, months_of, report
from bot.clock import SettableClock
from bot.compose import Parts
from bot.config import Settings
from bot.errors import ConfigError
from bot.helpline import inputs
from bot.helpline.inputs import Inbound
from bot.privacy.retention import Retention
from bot.privacy.vault import Keys
from bot.processes.redis_server import store_and_keyring
from bot.store import connect
from bot.tickets.operator import Role
from bot.tickets.ticket import Action
from tests.kit.own import parts

START = datetime(2026, 10, 31, 20, 30, tzinfo=UTC)
"""Half past one on the first of November, in Kazakhstan."""


@pytest.fixture
async def built() -> AsyncIterator[Parts]:
    async with store_and_keyring() as servers:
        settings = Settings(
            redis_url=servers.store, keyring_url=servers.keyring, master_key=Keys.new_master()
        )
        async with parts(settings, clock=SettableClock(START)) as one:
            yield one


async def talks(built: Parts, chat: int, *texts: str) -> None:
    for number, text in enumerate(texts):
        update = chat * 100 + number
        await built.helpline.hear(Inbound(update, chat, inputs.Wrote(text), number))


async def day(built: Parts) -> dict[str, int]:
    await built.store.counts.move()
    [found] = await built.store.statistics.days(["2026-11-01"])
    return found


async def test_conversations_topics_and_tickets_are_counted_once(built: Parts) -> None:
    await talks(built, 7, "Русский", "/privacy", "нас заперли помогите")
    conversation = await built.helpline.conversation_of(7)
    operator = await built.helpline.staff.admit(1, "Heron", Role.SUPERVISOR)
    await built.helpline.act(Action.CLAIM, operator, conversation)
    await built.helpline.act(Action.CLOSE, operator, conversation, mark="once")
    await built.helpline.act(Action.CLOSE, operator, conversation, mark="once")
    found = await day(built)
    assert found["conversation|ru||||"] == 1
    assert found["topic|ru|privacy|||"] == 1
    tickets = {field: count for field, count in found.items() if field.startswith("ticket")}
    assert tickets == {"ticket|ru|danger|emergency|closed|under 2 min": 1}


async def test_an_erased_ticket_counts_as_erased_and_nothing_names_anybody(built: Parts) -> None:
    await talks(built, 7, "Русский", "нас заперли помогите", "/delete", "Да, стереть")
    found = await day(built)
    assert found["ticket|ru|danger|emergency|erased|never claimed"] == 1
    redis = connect(built.settings.redis_url, "HELPLINE_REDIS_URL")
    life = await redis.pttl("statistics:2026-11-01")
    assert 0 < life <= Retention.STATISTICS.milliseconds
    await redis.aclose()


async def test_a_report_shows_charts_and_asks_nobody(built: Parts) -> None:
    for chat in range(1, 8):
        await talks(built, chat, "Русский")
    await talks(built, 9, "English")
    assert isinstance(built.clock, SettableClock)
    built.clock.advance(35 * 86400)
    page, sheet = await report(built, date(2026, 11, 1), date(2026, 11, 30))
    assert "conversation,locale,total,8" in sheet
    assert "conversation,locale,en,\n" in sheet
    assert "conversation,locale,ru,\n" in sheet, "eight less seven would be the one"
    assert "conversation,day,2026-11-01,8" in sheet
    assert "<svg" in page
    assert "http" not in page.replace('http-equiv="Content-Security-Policy"', "")
    assert "src=" not in page.replace("default-src", "").replace("style-src", "")


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2026-10-02", "2026-10-31"),
        ("2026-10-01", "2026-10-30"),
        ("2026-11-01", "2026-11-30"),
        ("2026-10-01", "2026-09-30"),
        ("2025-09-01", "2026-10-31"),
    ],
)
def test_only_whole_months_that_are_over_and_kept(first: str, last: str) -> None:
    with pytest.raises(ConfigError):
        months_of(date.fromisoformat(first), date.fromisoformat(last), date(2026, 11, 15))


def test_months_are_cut_at_their_ends() -> None:
    found = months_of(date(2026, 9, 1), date(2026, 10, 31), date(2026, 11, 1))
    assert [len(month) for month in found] == [30, 31]


def test_a_month_that_lapses_day_by_day_is_refused() -> None:
    """Its reports of two days could be subtracted: somebody had lowered the lifetime for a time."""
    today, month = date(2026, 12, 20), ["2026-11-01", "2026-11-02"]
    whole = {day: date.fromisoformat(day) + Retention.STATISTICS.lifetime - today for day in month}
    check_whole(whole, today)
    check_whole({}, today)
    for short in (timedelta(days=1), timedelta(days=180), whole[month[1]] - timedelta(days=3)):
        with pytest.raises(ConfigError, match="HELPLINE_LIFETIMES"):
            check_whole({**whole, month[1]: short}, today)


async def test_what_was_counted_for_less_time_is_told_by_its_end(built: Parts) -> None:
    await talks(built, 7, "Русский")
    await built.store.counts.move()
    [(day_, left)] = (await built.store.statistics.left(["2026-11-01", "2026-11-02"])).items()
    assert day_ == "2026-11-01"
    assert timedelta() <= Retention.STATISTICS.lifetime - left < timedelta(minutes=5)


async def test_beside_a_turn_nothing_is_counted_in_the_store(built: Parts) -> None:
    """Its file keeps each command: a topic beside a conversation's name would tell on somebody."""
    await talks(built, 7, "Русский", "/privacy", "нас заперли помогите", "/delete", "Да, стереть")
    redis = connect(built.settings.redis_url, "HELPLINE_REDIS_URL")
    assert await redis.keys("statistics:*") == []
    await redis.aclose()


async def test_a_month_is_reported_only_after_its_last_move(built: Parts) -> None:
    assert isinstance(built.clock, SettableClock)
    for chat in range(1, 6):
        await talks(built, chat, "Русский")
    first, last = date(2026, 11, 1), date(2026, 11, 30)
    built.clock.advance((datetime(2026, 11, 30, 19, 9, tzinfo=UTC) - START).total_seconds())
    with pytest.raises(ConfigError, match="on their way"):
        await report(built, first, last)
    built.clock.advance(60)
    _, sheet = await report(built, first, last)
    assert "conversation,day,2026-11-01,5" in sheet, "it moves what nobody else has"
