"""Chats are emptied in time, at once where it is wanted, and never under an operator's hands."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from bot.attempt import Later
from bot.clock import SettableClock
from bot.intake.chat_cleaner import ChatCleaner
from bot.intake.message_deletion import MessageDeletion
from bot.intake.process import make_bot
from bot.privacy.chat_deletion import WALL
from bot.privacy.retention import lower
from bot.store.names import row_key
from bot.store.rows import Audience
from bot.telemetry.metrics import REGISTRY
from sandbox.clock import SandboxClock
from sandbox.people import Person
from tests.kit.wire import Line, arrive, claimed, running, still_answered

HOUR = 3600.0
START = datetime(2026, 7, 15, 21, 0, tzinfo=UTC)


@asynccontextmanager
async def timed(lifetimes: str = "") -> AsyncIterator[tuple[Line, SettableClock]]:
    """A helpline whose clock, and Telegram's, the test moves."""
    clock = SettableClock(START)
    telegram = SandboxClock(lambda: clock.now().timestamp())
    async with running(clock=clock, telegram=telegram, lifetimes=lifetimes) as line:
        yield line, clock


@asynccontextmanager
async def cleaner(line: Line) -> AsyncIterator[ChatCleaner]:
    """A cleaner of the test's own, so that it acts when the test says so."""
    bot = make_bot(line.settings.intake_token, line.sandbox.url)
    try:
        store, deleting = line.parts.store, MessageDeletion(bot, line.parts.store.people)
        yield ChatCleaner(
            store.deletions,
            store.people,
            store.leases,
            store.conversations,
            deleting,
            line.parts.clock,
        )
    finally:
        await bot.session.close()


async def _sent(line: Line, *people: Person) -> None:
    """Until nothing is being sent to them: a chat that is being sent to is left for later."""
    async with asyncio.timeout(10):
        for person in people:
            conversation = await line.parts.helpline.conversation_of(person.chat_id)
            while True:
                async with line.parts.store.leases.take(conversation, Audience.PERSON) as mine:
                    if mine and not await line.parts.store.outbox.for_person(conversation):
                        break
                await asyncio.sleep(0)


async def _emptied(line: Line) -> None:
    await _sent(line, *line.sandbox.people.values())
    async with cleaner(line) as one:
        await one.wipe()


async def test_a_day_after_the_last_message_the_chat_is_empty() -> None:
    async with timed() as (line, clock):
        person = line.sandbox.person("p1")
        await arrive(person)
        clock.advance(23 * HOUR)
        await _emptied(line)
        assert person.messages
        clock.advance(HOUR)
        await _emptied(line)
        assert person.messages == []
        conversation = await line.parts.helpline.conversation_of(person.chat_id)
        assert await line.parts.store.people.messages(conversation) == []
        assert await line.parts.store.people.plan(conversation) is None
        await still_answered(person)


async def test_where_numbers_live_shorter_nobody_is_forgotten_with_a_full_chat() -> None:
    try:
        async with timed("message_ids=10h") as (line, clock):
            person = line.sandbox.person("p1")
            await arrive(person)
            clock.advance(9 * HOUR)
            await _emptied(line)
            assert person.messages == []
    finally:
        lower({})


async def test_nothing_is_deleted_while_an_operator_is_there() -> None:
    async with timed() as (line, clock):
        person, operator = line.sandbox.person("p1"), line.sandbox.operator("o1")
        await arrive(person)
        topic = await claimed(person, operator)
        clock.advance(30 * HOUR)
        await _emptied(line)
        assert len(person.messages) > 3
        await operator.say_in(topic, "/close informed")
        await person.expect(contains="Оператор закончил")
        clock.advance(17 * HOUR)
        await _emptied(line)
        assert [one.text for one in person.messages if "/operator" in one.text] == []
        assert person.messages, "what came at the close is younger than a day"


async def test_under_an_operators_hands_no_message_stays_for_ever() -> None:
    """A ticket may be open for days; past the wall nobody could delete what was said at first."""
    async with timed() as (line, clock):
        person, operator = line.sandbox.person("p1"), line.sandbox.operator("o1")
        await arrive(person)
        topic = await claimed(person, operator)
        early = list(person.messages)
        clock.advance(46 * HOUR)
        await operator.say_in(topic, "ещё здесь")
        await person.expect(contains="ещё здесь")
        clock.advance(HOUR)
        await _emptied(line)
        assert all(one.deleted for one in early)
        assert [one.text for one in person.messages] == ["ещё здесь"]
        await operator.say_in(topic, "/close informed")
        await person.expect(contains="Оператор закончил")


async def test_quick_exit_leaves_one_harmless_line(line: Line) -> None:
    person, operator = line.sandbox.person("p1"), line.sandbox.operator("o1")
    await arrive(person)
    topic = await claimed(person, operator)
    await operator.say_in(topic, "мы на связи")
    await person.expect(contains="мы на связи")
    await person.say("/exit")
    await person.expect(contains="Всего доброго")
    [left] = person.messages
    assert left.silent
    assert not left.buttons
    await operator.expect(contains="has emptied the chat", topic=topic)
    await operator.say_in(topic, "ещё здесь")
    assert (await person.expect(contains="ещё здесь")).silent


async def test_an_outage_is_caught_up_oldest_first() -> None:
    async with timed() as (line, clock):
        people: list[Person] = []
        for number in range(3):
            people.append(line.sandbox.person(f"p{number}"))
            await arrive(people[-1])
            clock.advance(2 * HOUR)
        await _sent(line, *people)
        line.sandbox.fault("error", "deleteMessages", code=502, times=1000)
        clock.advance(30 * HOUR)
        async with cleaner(line) as one:
            with pytest.raises(Later):
                await one.wipe()
            assert all(person.messages for person in people)
            clock.advance(11 * HOUR)
            line.sandbox.faults.clear()
            line.sandbox.fault("too_many", "deleteMessages", retry_after=7, times=1)
            with pytest.raises(Later) as pause:
                await one.wipe()
            assert pause.value.attempt.seconds == 7
            order: list[int] = []
            line.sandbox.world.listeners.append(
                lambda event: order.append(event.chat.id) if event.kind == "deleted" else None
            )
            await one.wipe()
        assert all(person.messages == [] for person in people)
        assert list(dict.fromkeys(order)) == [person.chat_id for person in people]


async def test_what_is_past_the_wall_is_counted(caplog: pytest.LogCaptureFixture) -> None:
    async with timed() as (line, clock):
        person = line.sandbox.person("p1")
        await arrive(person)
        count = len(person.messages)
        line.sandbox.fault("error", "deleteMessages", code=502, times=1000)
        clock.advance(49 * HOUR)
        line.sandbox.faults.clear()
        await _emptied(line)
        assert len(person.messages) == count
        [record] = [one for one in caplog.records if one.msg == "messages_not_deleted"]
        assert vars(record)["count"] == count
        conversation = await line.parts.helpline.conversation_of(person.chat_id)
        assert await line.parts.store.people.messages(conversation) == [], "and forgotten"


def _counted(caplog: pytest.LogCaptureFixture) -> int:
    return sum(vars(one)["count"] for one in caplog.records if one.msg == "messages_not_deleted")


async def test_what_is_lost_while_telegram_is_away_is_counted_before_it_is_forgotten(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Of two chats, and of one of them only a part: the rest may be deleted yet. At the wall Redis
    forgets a chat's last number, so it is counted before."""
    async with timed() as (line, clock):
        first, second = line.sandbox.person("p1"), line.sandbox.person("p2")
        await arrive(first)
        early = len(first.messages)
        await arrive(second)
        lost = early + len(second.messages)
        clock.advance(20 * HOUR)
        await first.say("ещё раз")
        await first.until(lambda: first.unseen, timeout=10)
        await _sent(line, first, second)
        line.sandbox.fault("error", "deleteMessages", code=502, times=1000)
        clock.advance(WALL.total_seconds() - 20 * HOUR - 60)
        before = _metric()
        async with cleaner(line) as one:
            for _ in range(2):
                with pytest.raises(Later):
                    await one.wipe()
        assert _counted(caplog) == lost == _metric() - before, "once, however often it is tried"
        line.sandbox.faults.clear()
        clock.advance(HOUR)
        await _emptied(line)
        assert _counted(caplog) == lost
        assert len(first.messages) == early, "what came later is gone"


def _metric() -> float:
    return REGISTRY.get_sample_value("helpline_messages_not_deleted_total") or 0.0


async def test_a_chat_that_nobody_looked_at_in_time_is_counted(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Intake was away past the wall, and Redis has forgotten the numbers: the chat is known yet."""
    async with timed() as (line, clock):
        person = line.sandbox.person("p1")
        await arrive(person)
        await _sent(line, person)
        conversation = await line.parts.helpline.conversation_of(person.chat_id)
        rows = (row_key(conversation, row) for row in ("chat", "messages"))
        assert await line.parts.store.redis.delete(*rows) == 2
        clock.advance(WALL.total_seconds())
        await _emptied(line)
        await _emptied(line)
        assert [one.msg for one in caplog.records].count("chat_lapsed") == 1


async def test_hundreds_of_messages_go_a_hundred_at_once() -> None:
    async with timed() as (line, clock):
        person, operator = line.sandbox.person("p1"), line.sandbox.operator("o1")
        await arrive(person)
        topic = await claimed(person, operator)
        for number in range(120):
            await person.say(f"строка {number}")
        await operator.expect(contains="строка 119", topic=topic, timeout=30)
        calls = line.sandbox.bot("intake").calls
        before = calls["deletemessages"]
        await person.say("/exit")
        await person.expect(contains="Всего доброго", timeout=30)
        assert len(person.messages) == 1
        assert calls["deletemessages"] == before + 2
        assert clock.now() == START
