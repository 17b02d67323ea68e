"""Flood control, limit by limit."""

from datetime import timedelta

import aiogram
import pytest
import telegram
from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter

from sandbox import Limits, Person, Sandbox, SandboxSettings, frozen_clock


@pytest.fixture
def settings() -> SandboxSettings:
    """Telegram's own limits on a clock that stands still."""
    return SandboxSettings(clock=frozen_clock())


async def fill(intake: aiogram.Bot, chat_id: int, count: int) -> None:
    """Send `count` messages."""
    for number in range(count):
        await intake.send_message(chat_id, str(number))


async def test_one_a_second_for_each_chat(
    intake: aiogram.Bot, person: Person, sandbox: Sandbox
) -> None:
    await fill(intake, person.chat_id, 5)
    with pytest.raises(TelegramRetryAfter) as refused:
        await intake.send_message(person.chat_id, "one too many")
    assert refused.value.retry_after == 1
    sandbox.clock.advance(1)
    await intake.send_message(person.chat_id, "later")
    with pytest.raises(TelegramRetryAfter):
        await intake.send_message(person.chat_id, "one too many")
    assert len(person.messages) == 1 + 6


async def test_chats_have_their_own_limits(
    intake: aiogram.Bot, person: Person, sandbox: Sandbox
) -> None:
    other = sandbox.person("p2")
    await other.start()
    await fill(intake, person.chat_id, 5)
    await fill(intake, other.chat_id, 5)


async def test_twenty_a_minute_for_a_group(desk: telegram.Bot, sandbox: Sandbox) -> None:
    for number in range(20):
        await desk.send_message(sandbox.desk.id, str(number))
    with pytest.raises(telegram.error.RetryAfter) as refused:
        await desk.send_message(sandbox.desk.id, "one too many")
    assert refused.value.retry_after == timedelta(seconds=60)
    sandbox.clock.advance(59)
    with pytest.raises(telegram.error.RetryAfter):
        await desk.send_message(sandbox.desk.id, "one too many")
    sandbox.clock.advance(1)
    await desk.send_message(sandbox.desk.id, "later")


async def test_thirty_a_second_for_a_bot(intake: aiogram.Bot, sandbox: Sandbox) -> None:
    people = [sandbox.person(f"p{number}") for number in range(31)]
    for person in people:
        await person.start()
    for person in people[:30]:
        await intake.send_message(person.chat_id, "x")
    with pytest.raises(TelegramRetryAfter) as refused:
        await intake.send_message(people[30].chat_id, "x")
    assert refused.value.retry_after == 1
    sandbox.clock.advance(1)
    await intake.send_message(people[30].chat_id, "x")


async def test_topics_and_edits_share_the_groups_limit(
    desk: telegram.Bot, sandbox: Sandbox
) -> None:
    topic = await desk.create_forum_topic(sandbox.desk.id, "T")
    sent = await desk.send_message(sandbox.desk.id, "0", message_thread_id=topic.message_thread_id)
    for number in range(1, 19):
        await desk.edit_message_text(
            str(number), chat_id=sandbox.desk.id, message_id=sent.message_id
        )
    with pytest.raises(telegram.error.RetryAfter):
        await desk.create_forum_topic(sandbox.desk.id, "U")


async def test_answers_deletions_and_typing_are_free(intake: aiogram.Bot, person: Person) -> None:
    await fill(intake, person.chat_id, 5)
    press = await person.forge_callback("x")
    await intake.answer_callback_query(press.id)
    await intake.send_chat_action(person.chat_id, "typing")
    await intake.delete_message(person.chat_id, person.messages[-1].id)


async def test_a_refused_call_costs_nothing(intake: aiogram.Bot, person: Person) -> None:
    for _ in range(10):
        with pytest.raises(TelegramBadRequest):
            await intake.send_message(person.chat_id, "")
    await fill(intake, person.chat_id, 5)


async def test_limits_can_be_scaled() -> None:
    limits = Limits().scaled(10)
    assert (limits.private_per_second, limits.private_burst) == (10, 50)
    assert (limits.group_per_minute, limits.bot_per_second) == (200, 300)


async def test_limits_can_be_off() -> None:
    assert not SandboxSettings(limits=False).flood_limits().enabled
    assert SandboxSettings(limits=Limits(private_burst=2)).flood_limits().private_burst == 2
