"""Whole conversations over HTTP: a phone on one side, the operators' group on the other."""

from tests.kit.wire import Line


async def test_a_person_is_answered_handed_over_and_forgotten(line: Line) -> None:
    person = line.sandbox.person("p1", language_code="ru")
    operator = line.sandbox.operator("o1")

    await person.start()
    language = await person.expect(with_button="Русский")
    assert language.buttons[0] == "Русский", "Telegram's hint puts its language first"
    await person.press("Русский")
    await person.expect(contains="/delete")
    await person.expect(with_button="Пропустить")
    await person.press("Нет")
    await person.expect(with_button="Позвать человека")
    await person.say("что такое 30 дней на размышление")
    await person.press("Позвать человека")

    card = await operator.expect_card(contains="language: ru")
    await operator.press_in(card, "Claim")
    await person.expect(contains="человек")
    topic = operator.topics[0]
    await operator.say_in(topic, "Здравствуйте. Чем помочь?")
    answer = await person.expect(contains="Чем помочь?")
    assert not answer.buttons
    await person.say("у меня забрали паспорт")
    await operator.expect(contains="у меня забрали паспорт")
    await operator.press_in(topic, "Close")
    await person.expect(contains="Оператор закончил")
    await operator.until(lambda: not operator.topics)

    await person.say("/delete")
    await person.expect(with_button="Да, стереть")
    await person.press("Да, стереть")
    await person.expect(contains="Стёрто")
    left = [message for message in person.messages if not message.deleted]
    assert len(left) == 1, "only the last word stays in the chat"
