"""Telegram, the network and Redis misbehave: what was written arrives all the same."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from redis.asyncio import from_url

from bot.clock import SettableClock
from sandbox import Sandbox
from sandbox.faults import FAULT_KINDS, FaultKind
from sandbox.operators import Operator
from sandbox.people import Person
from sandbox.shown import ShownTopic
from tests.kit.wire import Line, arrive, claimed, running, still_answered

PATIENCE = 60.0
"""Seconds of real time: a send that failed is tried again after two."""

BLOCKED = "the person has blocked the bot"
BACK = "the person is back"


async def _talking(line: Line) -> tuple[Person, Operator, ShownTopic]:
    person, operator = line.sandbox.person("p1"), line.sandbox.operator("o1")
    await arrive(person)
    return person, operator, await claimed(person, operator)


async def _both_ways(person: Person, operator: Operator, topic: ShownTopic, mark: str) -> None:
    await person.say(f"вопрос {mark}")
    await operator.say_in(topic, f"ответ {mark}")
    await operator.expect(contains=f"вопрос {mark}", topic=topic)
    await person.expect(contains=f"ответ {mark}")


@pytest.mark.parametrize("bot", ["intake", "desk"])
async def test_429_is_waited_out(line: Line, bot: str) -> None:
    person, operator, topic = await _talking(line)
    sender = line.sandbox.bot(bot)
    calls = sender.calls["sendmessage"]
    line.sandbox.fault("too_many", "sendMessage", retry_after=1, bot_id=sender.id)
    started = asyncio.get_running_loop().time()
    if bot == "intake":
        await operator.say_in(topic, "подождите")
        await person.expect(contains="подождите")
    else:
        await person.say("подождите")
        await operator.expect(contains="подождите", topic=topic)
    assert asyncio.get_running_loop().time() - started >= 1, "not before Telegram allows it"
    assert sender.calls["sendmessage"] >= calls + 2, "asked once in vain, then once more"
    await _both_ways(person, operator, topic, "потом")


Arm = Callable[[Sandbox], object]
FAULTS: dict[str, Arm] = {
    "500": lambda box: box.fault("error", code=500, times=2),
    "502": lambda box: box.fault("error", code=502, times=2),
    "reply lost": lambda box: box.fault("drop_reply", "sendMessage", times=2),
    "request lost": lambda box: box.fault("drop_request", times=2),
    "updates fail": lambda box: box.fault("error", "getUpdates", code=502, times=2),
    "updates lost": lambda box: box.fault("drop_reply", "getUpdates", times=2),
}


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_fault_loses_nothing(line: Line, fault: str) -> None:
    person, operator, topic = await _talking(line)
    FAULTS[fault](line.sandbox)
    await _both_ways(person, operator, topic, "в беде")
    line.sandbox.faults.clear()
    await _both_ways(person, operator, topic, "потом")
    for mark in ("в беде", "потом"):
        shown = [one for one in operator.messages if one.text.endswith(f"вопрос {mark}")]
        said = [one for one in person.messages if one.text == f"ответ {mark}" and one.from_bot]
        assert 1 <= len(shown) <= 3
        assert 1 <= len(said) <= 3, "a repeat is possible where the reply was lost"


@pytest.mark.parametrize("fault", ["too_many", "error"])
async def test_a_group_that_cant_be_left_holds_up_nobody(line: Line, fault: FaultKind) -> None:
    """Strangers add the bot to a group; Telegram won't let it go now."""
    person, stranger = line.sandbox.person("p1"), line.sandbox.person("stranger")
    await arrive(person)
    line.sandbox.fault(fault, "leaveChat", code=400, retry_after=600, times=1_000_000)
    group = line.sandbox.group("strangers")
    group.add_bot("intake", by=stranger)
    await group.say(stranger, "есть тут кто")
    await still_answered(person)
    assert line.sandbox.intake.calls["leavechat"] >= 1
    assert not any(message.from_bot for message in group.messages), "not a word was said"


async def test_telegram_is_away_for_hours() -> None:
    """Nothing comes and nothing goes; then everything, in its order. Sending is tried again and
    again, so nobody has to do anything."""
    clock = SettableClock(datetime(2026, 7, 1, 9, tzinfo=UTC))
    async with running(clock=clock) as line:
        person, operator, topic = await _talking(line)
        line.sandbox.fault("error", code=502, times=1_000_000)
        for hour in range(3):
            await person.say(f"вопрос {hour}!")
            await operator.say_in(topic, f"ответ {hour}!")
            clock.advance(3600)
            line.sandbox.clock.advance(3600)
        line.sandbox.faults.clear()
        await operator.until(
            lambda: all(any(f"вопрос {n}!" in m.text for m in topic.messages) for n in range(3)),
            timeout=3 * PATIENCE,
        )
        await person.until(
            lambda: all(any(m.text == f"ответ {n}!" for m in person.messages) for n in range(3)),
            timeout=3 * PATIENCE,
        )
        said = [m.text for m in person.messages if m.text.startswith("ответ")]
        assert said == [f"ответ {n}!" for n in range(3)]


@pytest.mark.parametrize("kind", FAULT_KINDS)
async def test_a_ticket_lives_through_faults(line: Line, kind: FaultKind) -> None:
    person, operator = line.sandbox.person("p1"), line.sandbox.operator("o1")
    await arrive(person)
    for method in ("createForumTopic", "editMessageText", "deleteForumTopic"):
        line.sandbox.fault(kind, method)
    await person.say("/operator")
    await operator.expect_card(contains="language: ru")
    topic = next(one for one in operator.topics if one.messages)
    await operator.press_in(topic, "Claim")
    await operator.expect_card(with_button="Release", topic=topic)
    await _both_ways(person, operator, topic, "сейчас")
    await operator.press_in(topic, "Close")
    await person.expect(contains="Оператор закончил")
    await operator.until(lambda: all(one.id != topic.id for one in operator.topics))
    await still_answered(person)


async def test_a_button_counts_even_if_its_answer_fails(line: Line) -> None:
    person = line.sandbox.person("p1")
    await arrive(person)
    line.sandbox.fault("error", "answerCallbackQuery", code=500)
    await person.press("Нет")
    await person.expect(with_button="Права, полиция")
    await still_answered(person)


async def test_the_operators_see_who_blocked_the_bot_and_who_is_back(line: Line) -> None:
    person, operator, topic = await _talking(line)
    person.block()
    await operator.expect_card(contains=BLOCKED, topic=topic)
    await operator.say_in(topic, "слова в пустоту")
    await line.sandbox.drained()
    await person.start()
    await operator.expect_card(contains=BACK, topic=topic)
    await _both_ways(person, operator, topic, "снова")


@pytest.mark.parametrize("gone", [Person.block, Person.deactivate])
async def test_a_refused_send_shows_on_the_ticket(
    line: Line, gone: Callable[[Person], None]
) -> None:
    """Telegram need not say that it was blocked: the send that fails says so as well."""
    person, operator, topic = await _talking(line)
    line.sandbox.bot("intake").queue.hold()
    gone(person)
    await operator.say_in(topic, "первое")
    await operator.expect_card(contains=BLOCKED, topic=topic)
    line.sandbox.bot("intake").queue.release()
    other = line.sandbox.person("p2")
    await arrive(other)
    await still_answered(other)


async def test_several_words_that_cant_arrive_are_one_notice(line: Line) -> None:
    person, operator, topic = await _talking(line)
    line.sandbox.bot("intake").queue.hold()
    line.sandbox.fault("too_many", "sendMessage", retry_after=1, bot_id=line.sandbox.intake.id)
    for number in range(3):
        await operator.say_in(topic, f"слово {number}")
    await line.sandbox.bot("desk").queue.drained(5)
    person.block()
    await operator.expect_card(contains=BLOCKED, topic=topic)
    await operator.say_in(topic, "// дальше")
    await line.sandbox.bot("desk").queue.drained(5)
    told = [
        one for one in topic.messages if one.text == "🚪 " + BLOCKED + ": messages don't arrive"
    ]
    assert len(told) == 1


async def test_an_erasure_ends_for_who_has_blocked_the_bot(line: Line) -> None:
    person, operator, _ = await _talking(line)
    await person.say("/delete")
    await person.expect(with_button="Да, стереть")
    line.sandbox.fault("too_many", "deleteMessages", retry_after=1)
    await person.press("Да, стереть")
    person.block()
    await operator.until(lambda: not operator.topics)
    await person.until(lambda: len(person.messages) == 0)


async def test_updates_that_come_twice_count_once(line: Line) -> None:
    person, operator, topic = await _talking(line)
    for bot in ("intake", "desk"):
        line.sandbox.bot(bot).queue.repeat(5)
    for number in range(5):
        await person.say(f"вопрос {number}!")
        await operator.say_in(topic, f"ответ {number}!")
    await person.say("конец вопросов")
    await operator.say_in(topic, "конец ответов")
    await operator.expect(contains="конец вопросов", topic=topic)
    await person.expect(contains="конец ответов")
    await line.sandbox.drained()
    shown = "\n".join(one.text for one in topic.messages if one.from_bot)
    said = [one.text for one in person.messages if one.from_bot]
    for number in range(5):
        assert shown.count(f"вопрос {number}!") == 1
        assert said.count(f"ответ {number}!") == 1


async def test_updates_out_of_order_all_count(line: Line) -> None:
    person, operator, topic = await _talking(line)
    line.sandbox.bot("intake").queue.swap(4)
    line.sandbox.bot("desk").queue.swap(4)
    for number in range(4):
        await person.say(f"вопрос {number}!")
        await operator.say_in(topic, f"ответ {number}!")
    await operator.until(
        lambda: all(
            any(f"вопрос {number}!" in one.text and one.from_bot for one in topic.messages)
            for number in range(4)
        )
    )
    await person.until(
        lambda: all(
            any(f"ответ {number}!" in one.text for one in person.messages) for number in range(4)
        )
    )
    await line.sandbox.drained()
    await _both_ways(person, operator, topic, "потом")


async def test_flood_control_delays_and_loses_nothing(line: Line) -> None:
    person, operator, topic = await _talking(line)
    intake = line.sandbox.bot("intake")
    line.sandbox.fault("too_many", "sendMessage", times=3, retry_after=1, bot_id=intake.id)
    for number in range(10):
        await operator.say_in(topic, f"ответ {number}!")
    await person.expect(contains="ответ 9!")
    said = [one.text for one in person.messages if one.text.startswith("ответ")]
    assert said == [f"ответ {number}!" for number in range(10)], "in order, each once"


async def test_redis_breaks_all_connections_and_stands_still(line: Line) -> None:
    person, operator, topic = await _talking(line)
    async with from_url(line.settings.redis_url) as redis:
        for kind in ("pubsub", "normal"):
            await redis.client_kill_filter(_type=kind, skipme=True)
        await _both_ways(person, operator, topic, "после обрыва")
        await redis.client_pause(1500)
    await _both_ways(person, operator, topic, "после остановки")
    await operator.press_in(topic, "Release")
    await person.expect(contains="Оператор вышел")
    await still_answered(person)
