"""What is sent twice, because a sending broke off, doesn't stay twice."""

from bot.store.rows import Audience
from tests.wire.conftest import ANSWER, QUESTION, Line, arrive

PATIENCE = 60.0


async def test_a_lost_reply_of_telegrams_leaves_one_copy(line: Line) -> None:
    person = line.sandbox.person("p1")
    await arrive(person, timeout=PATIENCE)
    deleted: list[int] = []
    line.sandbox.world.listeners.append(
        lambda event: deleted.append(event.chat.id) if event.kind == "deleted" else None
    )
    line.sandbox.fault("drop_reply", "sendMessage", times=1)
    await person.say(QUESTION)
    await person.until(lambda: deleted == [person.chat_id], timeout=PATIENCE)
    assert sum(ANSWER in one.text for one in person.messages) == 1
    conversation = line.parts.helpline.conversation_of(person.chat_id)
    async with line.parts.store.outbox.lease(conversation, Audience.PERSON):
        assert not await line.parts.store.people.begin(conversation), "nothing is under way"
