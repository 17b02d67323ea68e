"""What an erasure in an emergency leaves: two hours, one message, no word of the person's."""

from datetime import UTC, datetime, timedelta

from bot.clock import SettableClock
from sandbox.operators import Operator
from sandbox.people import Person
from sandbox.settings import DESK_RIGHTS
from sandbox.shown import ShownTopic
from tests.kit.wire import EN, Line, arrive, claimed, running, still_answered

WORDS = "нас заперли помогите"


async def _erased_in_danger(line: Line) -> tuple[Person, Operator, ShownTopic]:
    """Danger, an operator who has read and answered, then the erasure; the stub's topic."""
    person, operator = line.sandbox.person("p1"), line.sandbox.operator("o1")
    await arrive(person)
    await person.say(WORDS)
    card = await operator.expect_card(contains="urgency: emergency")
    await operator.press_in(card, "Claim")
    await operator.expect(contains=WORDS)
    await operator.say_in(operator.topics[0], "мы читаем")
    await person.expect(contains="мы читаем")
    await person.say("/delete")
    await person.press((await person.expect(with_button="Да, стереть")).buttons[0])
    await person.expect(contains="Стёрто")
    await operator.until(lambda: len(operator.topics) == 1 and "erased" in operator.topics[0].name)
    topic = operator.topics[0]
    await operator.until(lambda: any("once" in one.text for one in topic.messages))
    return person, operator, topic


async def test_the_stub_shows_no_word_and_the_person_is_a_stranger(line: Line) -> None:
    person, operator, topic = await _erased_in_danger(line)
    [card] = topic.messages
    assert EN("stub-card") in card.text
    assert card.buttons == ["Close"]
    everything = [one.text for one in operator.messages]
    assert not any(WORDS in text or "мы читаем" in text for text in everything)
    await arrive(person)
    await still_answered(person)


async def test_an_operator_writes_once(line: Line) -> None:
    person, operator, topic = await _erased_in_danger(line)
    stub = await line.parts.store.topics.conversation_in(line.settings.desk_chats[0], topic.id)
    assert stub
    await operator.say_in(topic, "ok")
    await operator.expect(contains=EN("refused-stub-how"))
    await operator.say_in(topic, "/last если можете, пишите")
    message = await person.expect(contains="если можете, пишите")
    assert message.silent
    await operator.until(lambda: not operator.topics)
    assert await line.parts.store.people.address(stub) is None
    await person.say("здравствуйте")
    await person.expect(with_button="Русский")


async def test_closing_it_ends_it(line: Line) -> None:
    person, operator, topic = await _erased_in_danger(line)
    await operator.press_in(topic, "Close")
    await operator.until(lambda: not operator.topics)
    assert len(person.messages) == 1


async def test_it_ends_after_two_hours() -> None:
    clock = SettableClock(datetime(2026, 7, 15, 21, 0, tzinfo=UTC))
    async with running(clock=clock) as line:
        _, operator, topic = await _erased_in_danger(line)
        stub = await line.parts.store.topics.conversation_in(line.settings.desk_chats[0], topic.id)
        assert stub
        clock.advance(timedelta(hours=2).total_seconds() - 60)
        assert await line.parts.store.stubs.ended() == []
        clock.advance(60)
        await operator.until(lambda: not operator.topics)


async def test_without_danger_nothing_is_left(line: Line) -> None:
    person, operator = line.sandbox.person("p1"), line.sandbox.operator("o1")
    await arrive(person)
    await claimed(person, operator)
    await person.say("/delete")
    await person.press((await person.expect(with_button="Да, стереть")).buttons[0])
    await operator.until(lambda: not operator.topics)


async def test_a_topic_that_cant_be_deleted_is_not_forgotten(line: Line) -> None:
    """A right that the bot lacks for a while: the words go when it has it."""
    person, operator = line.sandbox.person("p1"), line.sandbox.operator("o1")
    await arrive(person)
    topic = await claimed(person, operator)
    line.sandbox.desk.set_rights("desk", DESK_RIGHTS - {"can_delete_messages"})
    await operator.say_in(topic, "/close informed")
    await person.expect(contains="Оператор закончил")
    assert operator.topics, "still there"
    found = await line.parts.store.topics.conversation_in(line.settings.desk_chats[0], topic.id)
    assert found == await line.parts.helpline.conversation_of(person.chat_id)
