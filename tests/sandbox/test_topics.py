"""Forum topics, by the desk bot and by hand."""

import pytest
import telegram
from telegram.error import BadRequest

from sandbox import ClientError, Operator, Sandbox, SandboxSettings, frozen_clock, serve

HOURS_50 = 50 * 3600


@pytest.fixture
def operator(sandbox: Sandbox) -> Operator:
    """A member of the operators' group."""
    return sandbox.operator("o1")


async def test_life_of_a_topic(desk: telegram.Bot, sandbox: Sandbox, operator: Operator) -> None:
    chat = sandbox.desk.id
    made = await desk.create_forum_topic(chat, "Quiet Fox", icon_color=16766590)
    number = made.message_thread_id
    topic = operator.topic("Quiet Fox")
    assert (made.name, made.icon_color, topic.id) == ("Quiet Fox", 16766590, number)
    sent = await desk.send_message(chat, "hello", message_thread_id=number)
    assert (sent.message_thread_id, sent.is_topic_message) == (number, True)
    assert [shown.text for shown in topic.messages] == ["hello"]
    await desk.edit_forum_topic(chat, number, name="Calm Owl")
    assert topic.name == "Calm Owl"
    await desk.close_forum_topic(chat, number)
    assert topic.closed
    with pytest.raises(ClientError):
        await operator.say_in(topic, "too late")
    await desk.reopen_forum_topic(chat, number)
    await operator.say_in(topic, "in time")
    await desk.delete_forum_topic(chat, number)
    assert (operator.topics, operator.messages) == ([], [])


async def test_operators_words_carry_the_topic(
    desk: telegram.Bot, sandbox: Sandbox, operator: Operator
) -> None:
    made = await desk.create_forum_topic(sandbox.desk.id, "T")
    await operator.say_in("T", "in the topic")
    await operator.say("in General")
    first, second = await desk.get_updates()
    assert first.message is not None
    assert second.message is not None
    assert first.message.message_thread_id == made.message_thread_id
    assert first.message.is_topic_message
    assert first.message.reply_to_message is not None
    assert first.message.reply_to_message.forum_topic_created is not None
    assert second.message.message_thread_id is None


async def test_a_topic_that_vanished(
    desk: telegram.Bot, sandbox: Sandbox, operator: Operator
) -> None:
    made = await desk.create_forum_topic(sandbox.desk.id, "T")
    await operator.delete_topic("T")
    assert await desk.get_updates() == ()
    number = made.message_thread_id
    with pytest.raises(BadRequest, match=r"[Mm]essage thread not found"):
        await desk.send_message(sandbox.desk.id, "x", message_thread_id=number)
    for call in (desk.close_forum_topic, desk.reopen_forum_topic, desk.delete_forum_topic):
        with pytest.raises(BadRequest, match=r"[Tt]opic_id_invalid"):
            await call(sandbox.desk.id, number)


async def test_general_has_no_thread_id(desk: telegram.Bot, sandbox: Sandbox) -> None:
    with pytest.raises(BadRequest, match=r"[Mm]essage thread not found"):
        await desk.send_message(sandbox.desk.id, "x", message_thread_id=1)


async def test_nothing_to_change(desk: telegram.Bot, sandbox: Sandbox) -> None:
    made = await desk.create_forum_topic(sandbox.desk.id, "T")
    with pytest.raises(BadRequest, match=r"[Tt]opic_not_modified"):
        await desk.edit_forum_topic(sandbox.desk.id, made.message_thread_id, name="T")
    with pytest.raises(BadRequest, match=r"[Tt]opic_not_modified"):
        await desk.reopen_forum_topic(sandbox.desk.id, made.message_thread_id)


@pytest.mark.parametrize("name", ["", " ", "x" * 129])
async def test_length_of_names(desk: telegram.Bot, sandbox: Sandbox, name: str) -> None:
    with pytest.raises(BadRequest):
        await desk.create_forum_topic(sandbox.desk.id, name)
    await desk.create_forum_topic(sandbox.desk.id, "x" * 128)


async def test_unknown_colour(desk: telegram.Bot, sandbox: Sandbox) -> None:
    with pytest.raises(BadRequest, match="icon color"):
        await desk.create_forum_topic(sandbox.desk.id, "T", icon_color=1)


async def test_the_opening_message_stays(
    desk: telegram.Bot, sandbox: Sandbox, operator: Operator
) -> None:
    made = await desk.create_forum_topic(sandbox.desk.id, "T")
    with pytest.raises(BadRequest, match="can't be deleted"):
        await desk.delete_message(sandbox.desk.id, made.message_thread_id)


async def test_an_old_topic_goes_with_all_it_holds(
    desk: telegram.Bot, sandbox: Sandbox, operator: Operator
) -> None:
    made = await desk.create_forum_topic(sandbox.desk.id, "T")
    await operator.say_in("T", "words")
    sandbox.clock.advance(HOURS_50)
    assert await desk.delete_forum_topic(sandbox.desk.id, made.message_thread_id)
    assert operator.messages == []


async def test_without_rights() -> None:
    settings = SandboxSettings(limits=False, clock=frozen_clock(), desk_rights=frozenset())
    async with (
        serve(settings) as sandbox,
        telegram.Bot(settings.desk_token, base_url=f"{sandbox.url}/bot") as desk,
    ):
        with pytest.raises(BadRequest, match=r"(?i)not enough rights to create a topic"):
            await desk.create_forum_topic(sandbox.desk.id, "T")
        topic = await sandbox.operator("o1").open_topic("T")
        with pytest.raises(BadRequest, match=r"(?i)not enough rights to delete a topic"):
            await desk.delete_forum_topic(sandbox.desk.id, topic.id)
        with pytest.raises(BadRequest, match=r"(?i)not enough rights to pin"):
            await desk.pin_chat_message(sandbox.desk.id, topic.id)


async def test_not_a_forum(desk: telegram.Bot, sandbox: Sandbox) -> None:
    group = sandbox.group("plain", supergroup=True)
    group.add_bot(sandbox.bot("desk"))
    with pytest.raises(BadRequest, match="not a forum"):
        await desk.create_forum_topic(group.id, "T")


async def test_by_hand(desk: telegram.Bot, sandbox: Sandbox, operator: Operator) -> None:
    topic = await operator.open_topic("By hand")
    await operator.close_topic(topic)
    await operator.reopen_topic(topic)
    opened, closed, reopened = (update.message for update in await desk.get_updates())
    assert opened is not None
    assert closed is not None
    assert reopened is not None
    assert opened.forum_topic_created is not None
    assert closed.forum_topic_closed is not None
    assert reopened.forum_topic_reopened is not None
    with pytest.raises(ClientError):
        operator.topic("another")
