"""The desk on the wire: who may act, calls that widen, words that can be mended."""

import asyncio
import base64
from datetime import UTC, datetime

import pytest

from bot.clock import SettableClock, SystemClock
from bot.helpline.shifts import code_at
from bot.tickets.operator import Role
from sandbox.errors import ClientError
from sandbox.operators import Operator
from sandbox.people import Person
from tests.kit.constants import DANGER
from tests.kit.wire import EN, Line, arrive, claimed, running, waiting

PATIENCE = 60.0


async def _cast(line: Line) -> tuple[Person, Operator]:
    person = line.sandbox.person("p1")
    await arrive(person)
    return person, line.sandbox.operator("o1")


def _general(operator: Operator, words: str) -> int:
    return sum(words in one.text for one in operator.general)


async def test_a_stranger_in_the_group_is_ignored_and_reported_once(line: Line) -> None:
    person, heron = await _cast(line)
    stranger = line.sandbox.operator("o9", admin=True)  # whom a bot can't put out
    topic = await waiting(person, heron)
    press = await stranger.press_in(topic, "Claim")
    await stranger.until(lambda: press.answer)
    assert press.answer
    assert press.answer["text"] == EN("refused-not-enrolled")
    for number in range(3):
        await stranger.say_in(topic, f"чужие слова {number}")
    await heron.expect(contains=EN("stranger"))
    await line.sandbox.bot("desk").queue.drained(PATIENCE)
    assert _general(heron, EN("stranger")) == 1
    assert not any("чужие" in one.text for one in person.messages)


async def test_a_code_given_privately_lets_somebody_in(line: Line) -> None:
    person, heron = await _cast(line)
    newcomer = line.sandbox.operator("o9")
    made = await line.parts.helpline.staff.invitations.make(Role.OPERATOR)
    await newcomer.private.say(f"/enrol {made.code} Swift")
    await newcomer.private.expect(contains="Welcome, Swift")
    await newcomer.private.say("/next")
    await newcomer.private.expect(contains=EN("refused-off-shift"))
    await newcomer.private.say(f"/on {code_at(made.secret, SystemClock().now())}")
    await newcomer.private.expect(contains=EN("office-on", name="Swift"))
    newcomer.join()
    topic = await waiting(person, heron)
    await newcomer.press_in(topic, "Claim")
    await person.expect(contains="Теперь здесь человек")
    await heron.expect_card(contains="claimed by Swift", topic=topic)
    await heron.private.say("/remove Swift")
    await heron.private.expect(contains="1 tickets wait again")
    await person.expect(contains="Ваша просьба снова ждёт")
    await newcomer.until(lambda: not newcomer.is_present)
    with pytest.raises(ClientError, match="not in the group"):
        await newcomer.say_in(topic, "ещё слово")


async def test_an_emergency_calls_everyone_and_then_supervisors() -> None:
    clock = SettableClock(datetime(2026, 11, 25, 12, tzinfo=UTC))
    async with running(clock=clock) as line:
        person, heron = await _cast(line)
        await person.say(DANGER)
        call = await heron.expect(contains="EMERGENCY: nobody has it yet")
        assert call.topic is None
        assert not call.silent
        assert "Everyone on shift (4)" in call.text
        clock.advance(61)
        again = await heron.expect(contains="second call")
        assert not again.silent
        clock.advance(120)
        await heron.expect(contains="supervisors")
        told = await person.expect(contains="старших операторов")
        assert told.silent
        clock.advance(421)
        truth = await person.expect(contains="сообщили им несколько раз")
        assert "запасному" not in truth.text, "there is no backup chat in this test"
        await heron.press_in(call, 0)
        await person.expect(contains="Теперь здесь человек")


async def test_corrections_and_deletions_follow_through(line: Line) -> None:
    person, heron = await _cast(line)
    topic = await claimed(person, heron)
    said = await heron.say_in(topic, "первая версия")
    first = await person.expect(contains="первая версия")
    await heron.edit(said, "вторая версия")
    await person.until(lambda: first.current().text == "вторая версия")
    await heron.edit(said, "// передумал")
    await heron.expect(contains="still have the first version", topic=topic)
    await heron.say_in(topic, "/delete", reply_to=said)
    await person.until(lambda: first.deleted)
    await heron.say_in(topic, "/delete")
    await heron.expect(contains="as an answer to your own message", topic=topic)


async def test_ready_texts_go_out_in_the_persons_language(line: Line) -> None:
    person, heron = await _cast(line)
    await heron.private.say("/languages en ru")
    await heron.private.expect(contains="Your languages: en, ru")
    topic = await claimed(person, heron)
    await heron.say_in(topic, "/find")
    await heron.expect(contains=EN("find-how"), topic=topic)
    await heron.say_in(topic, "/find need some minutes")
    await heron.expect(contains="1. /say wait", with_button="1", topic=topic)
    press = await heron.press_in(topic, "1")
    await person.expect(contains="Нужно несколько минут")
    assert press.answer
    assert press.answer["text"] == EN("done-say")
    await heron.private.say("/find safe for you to write")
    found = await heron.private.expect(contains="/say can_write")
    assert not found.buttons
    await heron.say_in(topic, "/say can_write")
    await person.expect(contains="Вам сейчас безопасно писать?")
    await heron.expect(contains="Is it safe for you to write", topic=topic)


async def test_a_transfer_and_a_close_with_an_outcome(line: Line) -> None:
    person, heron = await _cast(line)
    sparrow = line.sandbox.operator("o2")
    topic = await claimed(person, heron)
    await heron.say_in(topic, "/transfer Sparrow она говорит по-узбекски")
    await person.expect(contains="передают другому оператору")
    await sparrow.expect_card(contains="for: Sparrow", topic=topic)
    assert not any("узбекски" in one.text for one in person.messages), "the note stays here"
    await sparrow.say_in(topic, "/claim")
    await person.expect(contains="Теперь здесь человек")
    await sparrow.say_in(topic, "/close referred")
    await person.expect(contains="Оператор закончил")
    await heron.until(lambda: not heron.topics)
    await heron.private.say("/audit Sparrow")
    await heron.private.expect(contains="close", matches="referred")
    await heron.say("/audit Sparrow")
    await heron.expect(contains="privately")


async def test_a_group_that_becomes_a_supergroup_goes_on(line: Line) -> None:
    person, heron = await _cast(line)
    topic = await claimed(person, heron)
    line.sandbox.desk.migrate()
    await person.say("вы ещё здесь?")
    await heron.expect(contains="вы ещё здесь?")
    await heron.say_in(topic.id, "здесь")
    await person.expect(contains="здесь")


async def test_a_mute_can_be_lifted_by_supervisors_only(line: Line) -> None:
    person, heron = await _cast(line)
    sparrow = line.sandbox.operator("o2")
    topic = await waiting(person, sparrow)
    await sparrow.say_in(topic, "/claim")
    await person.expect(contains="Теперь здесь человек")
    await sparrow.say_in(topic, "/mute 1h")
    await person.expect(contains="пока не отвечают на обычные")
    review = await heron.expect(with_button="Lift the mute")
    await sparrow.press_in(review, 0)
    await sparrow.until(lambda: "Only a supervisor can do that." in sparrow.toasts)
    await heron.press_in(review, 0)
    await heron.until(lambda: "The mute is lifted." in heron.toasts)
    conversation = await line.parts.helpline.conversation_of(person.chat_id)
    async with asyncio.timeout(PATIENCE):  # intake obeys when it looks at the clocks next
        while await line.parts.store.board.is_lifted(conversation):
            pass
    await person.say("/operator")
    await person.expect(with_button="Отменить просьбу")


async def test_the_board_is_pinned_and_follows_the_queue(line: Line) -> None:
    _, heron = await _cast(line)
    board = await heron.expect(contains="Queue at")
    await heron.until(lambda: board.id in heron.chat.pinned)
    assert "on shift: Falcon, Heron, Robin, Sparrow" in board.text
    await heron.private.say("/health")
    await heron.private.expect(contains="0 waiting")


async def test_the_key_for_codes_goes_once_a_code_of_it_was_given(line: Line) -> None:
    heron, newcomer = line.sandbox.operator("o1"), line.sandbox.operator("o9")
    await heron.private.say("/invite")
    told = await heron.private.expect(contains="/enrol")
    await newcomer.private.say(f"/enrol {told.text.split('/enrol ')[1].split()[0]} Swift")
    shown = await newcomer.private.expect(contains="Your key for codes")
    secret = base64.b32decode(shown.text.splitlines()[1].replace(" ", ""))
    code = code_at(secret, SystemClock().now())

    await newcomer.private.say(f"/on {(int(code) + 500_000) % 1_000_000:06}")
    await newcomer.private.expect(contains=EN("refused-code-wrong"))
    assert not shown.current().deleted
    await newcomer.private.say(f"/on {code}")
    await newcomer.private.expect(contains=EN("office-on", name="Swift"))

    await newcomer.private.until(lambda: shown.deleted)
    await newcomer.private.say(f"/on {code}")
    await newcomer.private.expect(contains=EN("refused-code-used"))


async def test_a_second_supervisor_agrees_in_the_group(line: Line) -> None:
    heron, falcon, robin = (line.sandbox.operator(key) for key in ("o1", "o3", "o4"))
    await line.parts.helpline.staff.set_role("Falcon", Role.SUPERVISOR)
    await heron.private.say("/role Robin supervisor")
    await heron.private.expect(contains="takes a second supervisor")
    asked = await heron.expect(with_button="Agree")

    await heron.press_in(asked, "Agree")
    await heron.until(lambda: EN("refused-own-proposal") in heron.toasts)
    await robin.press_in(asked, "Agree")
    await robin.until(lambda: EN("refused-supervisors-only") in robin.toasts)
    assert (await line.parts.helpline.staff.named("Robin")).role is Role.OPERATOR
    await falcon.press_in(asked, "Agree")

    await heron.private.expect(contains="Robin is supervisor now")
    await heron.until(lambda: not asked.current().buttons)
