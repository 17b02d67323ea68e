"""getUpdates: the offset rule, long polls, conflicts, what is kept how long."""

import asyncio

import aiogram
import pytest
from aiogram.exceptions import TelegramConflictError

from sandbox import Person, Sandbox

HOUR = 3600


async def texts(
    intake: aiogram.Bot,
    offset: int | None = None,
    limit: int | None = None,
    timeout: int | None = None,
) -> list[str | None]:
    """The texts of the updates that a poll gets."""
    updates = await intake.get_updates(offset, limit, timeout)
    return [update.message.text if update.message else None for update in updates]


async def test_updates_come_again_until_confirmed(intake: aiogram.Bot, person: Person) -> None:
    await person.say("a")
    await person.say("b")
    first = await intake.get_updates()
    assert await texts(intake) == ["a", "b"]
    assert await texts(intake, offset=first[0].update_id + 1) == ["b"]
    assert await texts(intake) == ["b"]
    assert await texts(intake, offset=first[1].update_id + 1) == []


async def test_negative_offset_forgets_all_but_the_last(
    intake: aiogram.Bot, person: Person
) -> None:
    for text in "abc":
        await person.say(text)
    assert await texts(intake, offset=-2) == ["b", "c"]
    assert await texts(intake) == ["b", "c"]


async def test_limit(intake: aiogram.Bot, person: Person) -> None:
    for number in range(101):
        await person.say(str(number))
    assert await texts(intake, limit=2) == ["0", "1"]
    assert len(await texts(intake)) == 100


async def test_long_poll_ends_with_the_first_update(
    intake: aiogram.Bot, person: Person, sandbox: Sandbox
) -> None:
    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        poll = group.create_task(texts(intake, timeout=30))
        await sandbox.polled("intake")
        await person.say("now")
    assert poll.result() == ["now"]


async def test_a_second_poll_ends_the_first(intake: aiogram.Bot, sandbox: Sandbox) -> None:
    async def first() -> None:
        with pytest.raises(TelegramConflictError, match="terminated by other getUpdates"):
            await intake.get_updates(timeout=30)

    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        group.create_task(first())
        await sandbox.polled("intake")
        assert await texts(intake) == []


async def test_no_poll_while_a_webhook_is_set(intake: aiogram.Bot) -> None:
    await intake.set_webhook("http://127.0.0.1:9/hook")
    with pytest.raises(TelegramConflictError, match="webhook is active"):
        await intake.get_updates()
    await intake.delete_webhook()
    assert await intake.get_updates() == []


async def test_allowed_updates_hold_until_changed(intake: aiogram.Bot, person: Person) -> None:
    await intake.get_updates(allowed_updates=["callback_query"])
    await person.say("a")
    assert await texts(intake) == []
    await intake.get_updates(allowed_updates=[])
    await person.say("b")
    assert await texts(intake) == ["b"]


async def test_updates_are_kept_for_a_day(
    intake: aiogram.Bot, person: Person, sandbox: Sandbox
) -> None:
    await person.say("old")
    sandbox.clock.advance(23 * HOUR)
    await person.say("new")
    sandbox.clock.advance(2 * HOUR)
    assert await texts(intake) == ["new"]


async def test_drained_waits_for_confirmation(
    intake: aiogram.Bot, person: Person, sandbox: Sandbox
) -> None:
    await person.say("a")
    [update] = await intake.get_updates()
    with pytest.raises(TimeoutError):
        await sandbox.drained(timeout=0.01)
    async with asyncio.TaskGroup() as group:
        group.create_task(sandbox.drained())
        await intake.get_updates(offset=update.update_id + 1)


async def test_bots_do_not_hear_each_other(intake: aiogram.Bot, sandbox: Sandbox) -> None:
    sandbox.desk.add_bot(sandbox.bot("intake"))
    sandbox.bot("desk").queue.clear()
    await intake.send_message(sandbox.desk.id, "hello")
    assert len(sandbox.bot("desk").queue) == 0
