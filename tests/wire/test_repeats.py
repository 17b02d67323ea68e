"""What is sent twice, because a sending broke off, doesn't stay twice."""

import asyncio

from tests.kit.wire import ANSWER, QUESTION, Line, arrive

PATIENCE = 60.0


async def test_the_first_copy_goes_when_the_chat_is_emptied(line: Line) -> None:
    """Not before: what the person wrote in between must not vanish under their eyes."""
    person = line.sandbox.person("p1")
    await arrive(person)
    line.sandbox.fault("drop_reply", "sendMessage", times=1)
    await person.say(QUESTION)
    await person.say("/operator")
    await person.expect(with_button="Отменить просьбу")
    assert sum(ANSWER in one.text for one in person.messages) == 2
    assert sum(not one.from_bot for one in person.messages) >= 3
    conversation = await line.parts.helpline.conversation_of(person.chat_id)
    people = line.parts.store.people
    async with asyncio.timeout(PATIENCE):
        while not any(one.span for _, one in await people.messages(conversation)):
            pass
    await person.say("/exit")
    await person.expect(contains="Всего доброго")
    assert len(person.messages) == 1


async def test_an_erasure_finds_it_too(line: Line) -> None:
    person = line.sandbox.person("p1")
    await arrive(person)
    line.sandbox.fault("drop_reply", "sendMessage", times=1)
    await person.say("/delete")
    await person.until(lambda: sum("Да, стереть" in one.buttons for one in person.messages) == 2)
    await person.press("Да, стереть")
    await person.expect(contains="Стёрто")
    assert len(person.messages) == 1


async def test_nothing_is_guessed_when_nothing_broke_off(line: Line) -> None:
    person = line.sandbox.person("p1")
    await arrive(person)
    await person.say(QUESTION)
    await person.expect(contains=ANSWER)
    await person.say("/exit")
    await person.expect(contains="Всего доброго")
    people = line.parts.store.people
    conversation = await line.parts.helpline.conversation_of(person.chat_id)
    assert not any(one.span for _, one in await people.messages(conversation))
