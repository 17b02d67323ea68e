"""What goes wrong on demand."""

import aiogram
import pytest
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError

from sandbox import Person, Sandbox


async def test_reply_dropped_after_the_effect(
    intake: aiogram.Bot, person: Person, sandbox: Sandbox
) -> None:
    sandbox.fault("drop_reply", "sendMessage")
    with pytest.raises(TelegramNetworkError):
        await intake.send_message(person.chat_id, "sent")
    assert person.messages[-1].text == "sent"
    await intake.send_message(person.chat_id, "again")


async def test_request_dropped_before_the_effect(
    intake: aiogram.Bot, person: Person, sandbox: Sandbox
) -> None:
    sandbox.fault("drop_request", "sendMessage")
    with pytest.raises(TelegramNetworkError):
        await intake.send_message(person.chat_id, "lost")
    assert person.messages[-1].text == "/start"


@pytest.mark.parametrize("code", [500, 502])
async def test_errors_for_the_next_calls(
    intake: aiogram.Bot, person: Person, sandbox: Sandbox, code: int
) -> None:
    sandbox.fault("error", "sendMessage", code=code, times=2)
    await intake.get_me()
    for _ in range(2):
        with pytest.raises(TelegramServerError):
            await intake.send_message(person.chat_id, "x")
    await intake.send_message(person.chat_id, "x")


async def test_flood(intake: aiogram.Bot, person: Person, sandbox: Sandbox) -> None:
    sandbox.fault("too_many", retry_after=7)
    with pytest.raises(TelegramRetryAfter) as refused:
        await intake.send_message(person.chat_id, "x")
    assert refused.value.retry_after == 7


async def test_timeout(intake: aiogram.Bot, person: Person, sandbox: Sandbox) -> None:
    sandbox.fault("delay", "sendMessage", seconds=30)
    with pytest.raises(TelegramNetworkError, match="timeout"):
        await intake.send_message(person.chat_id, "x", request_timeout=0.05)  # type: ignore[arg-type]


async def test_faults_of_one_bot(intake: aiogram.Bot, sandbox: Sandbox) -> None:
    sandbox.fault("error", bot_id=sandbox.bot("desk").id)
    await intake.get_me()
    sandbox.faults.clear()


async def test_update_twice(intake: aiogram.Bot, person: Person, sandbox: Sandbox) -> None:
    sandbox.bot("intake").queue.repeat(1)
    await person.say("a")
    [first] = await intake.get_updates()
    [again] = await intake.get_updates(offset=first.update_id + 1)
    assert again == first
    assert await intake.get_updates(offset=first.update_id + 1) == []


async def test_updates_out_of_order(intake: aiogram.Bot, person: Person, sandbox: Sandbox) -> None:
    sandbox.bot("intake").queue.swap(2)
    await person.say("a")
    assert await intake.get_updates() == []
    await person.say("b")
    updates = await intake.get_updates()
    assert [update.message and update.message.text for update in updates] == ["b", "a"]
    assert updates[0].update_id > updates[1].update_id
    assert await intake.get_updates(offset=updates[0].update_id + 1) == []


async def test_updates_late(intake: aiogram.Bot, person: Person, sandbox: Sandbox) -> None:
    queue = sandbox.bot("intake").queue
    queue.hold()
    await person.say("a")
    assert await intake.get_updates() == []
    queue.release()
    assert len(await intake.get_updates()) == 1


async def test_unknown_fault(sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="no such fault"):
        sandbox.fault("fire")  # type: ignore[arg-type]
