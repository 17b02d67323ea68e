"""What is counted, on the wireless path: turns add to the keyring, moves to the store."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.cli.report import check_whole, months_of, report
from bot.clock import SettableClock
from bot.errors import ConfigError
from bot.privacy.retention import Retention
from bot.store import connect
from bot.tickets.operator import Role
from bot.tickets.ticket import Action, Details, Outcome
from tests.kit.helpline import Helpline, open_helpline

START = datetime(2026, 10, 31, 20, 30, tzinfo=UTC)
"""Half past one on the first of November, in Kazakhstan."""


@pytest.fixture
async def counted() -> AsyncIterator[Helpline]:
    async with open_helpline(SettableClock(START)) as one:
        yield one


async def talks(one: Helpline, chat: int, *texts: str) -> None:
    for text in texts:
        await one.writes(chat, text)


async def day(one: Helpline) -> dict[str, int]:
    await one.parts.store.counts.move()
    [found] = await one.parts.store.statistics.days(["2026-11-01"])
    return found


async def test_conversations_topics_and_tickets_are_counted_once(counted: Helpline) -> None:
    await talks(counted, 7, "Русский", "/privacy", "нас заперли помогите")
    operator = await counted.admits(1, "Heron", Role.SUPERVISOR)
    await counted.acts(Action.CLAIM, operator, 7)
    await counted.acts(Action.CLOSE, operator, 7, mark="once")
    await counted.acts(Action.CLOSE, operator, 7, mark="once")
    found = await day(counted)
    assert found["conversation|ru||||"] == 1
    assert found["topic|ru|privacy|||"] == 1
    tickets = {field: count for field, count in found.items() if field.startswith("ticket")}
    assert tickets == {"ticket|ru|danger|emergency|closed|under 2 min": 1}


async def test_a_false_alarm_is_counted_as_one(counted: Helpline) -> None:
    await talks(counted, 7, "Русский", "нас заперли помогите")
    operator = await counted.admits(1, "Heron")
    await counted.acts(Action.CLAIM, operator, 7)
    said = Details(outcome=Outcome.FALSE_ALARM)
    await counted.acts(Action.CLOSE, operator, 7, details=said)

    tickets = {field for field in await day(counted) if field.startswith("ticket")}
    assert tickets == {"ticket|ru|danger|emergency|false alarm|under 2 min"}


async def test_an_erased_ticket_counts_as_erased_and_nothing_names_anybody(
    counted: Helpline,
) -> None:
    await talks(counted, 7, "Русский", "нас заперли помогите", "/delete", "Да, стереть")
    found = await day(counted)
    assert found["ticket|ru|danger|emergency|erased|never claimed"] == 1
    redis = connect(counted.parts.settings.redis_url, "HELPLINE_REDIS_URL")
    life = await redis.pttl("statistics:2026-11-01")
    assert 0 < life <= Retention.STATISTICS.milliseconds
    await redis.aclose()


async def test_a_report_shows_charts_and_asks_nobody(counted: Helpline) -> None:
    for chat in range(1, 8):
        await talks(counted, chat, "Русский")
    await talks(counted, 9, "English")
    counted.clock.advance(35 * 86400)
    page, sheet = await report(counted.parts, date(2026, 11, 1), date(2026, 11, 30))
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


async def test_what_was_counted_for_less_time_is_told_by_its_end(counted: Helpline) -> None:
    await talks(counted, 7, "Русский")
    await counted.parts.store.counts.move()
    [(day_, left)] = (
        await counted.parts.store.statistics.left(["2026-11-01", "2026-11-02"])
    ).items()
    assert day_ == "2026-11-01"
    assert timedelta() <= Retention.STATISTICS.lifetime - left < timedelta(minutes=5)


async def test_beside_a_turn_nothing_is_counted_in_the_store(counted: Helpline) -> None:
    """Its file keeps each command: a topic beside a conversation's name would tell on somebody."""
    await talks(counted, 7, "Русский", "/privacy", "нас заперли помогите", "/delete", "Да, стереть")
    redis = connect(counted.parts.settings.redis_url, "HELPLINE_REDIS_URL")
    assert await redis.keys("statistics:*") == []
    await redis.aclose()


async def test_a_month_is_reported_only_after_its_last_move(counted: Helpline) -> None:
    for chat in range(1, 6):
        await talks(counted, chat, "Русский")
    first, last = date(2026, 11, 1), date(2026, 11, 30)
    counted.clock.advance((datetime(2026, 11, 30, 19, 9, tzinfo=UTC) - START).total_seconds())
    with pytest.raises(ConfigError, match="on their way"):
        await report(counted.parts, first, last)
    counted.clock.advance(60)
    _, sheet = await report(counted.parts, first, last)
    assert "conversation,day,2026-11-01,5" in sheet, "it moves what nobody else has"
