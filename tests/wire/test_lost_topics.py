"""A topic in the operators' group never outlives its ticket, however the ticket ended."""

from datetime import UTC, datetime

from bot.clock import SettableClock
from bot.desk.budget import Budget
from bot.desk.group import DeskGroup, DeskGroups
from bot.desk.lost_topics import LostTopics
from bot.desk.process import make_bot
from bot.store.names import row_key
from tests.kit.wire import arrive, claimed, running


async def test_a_topic_whose_ticket_was_lost_is_deleted_with_its_words() -> None:
    """The store and the keyring began anew but for the way back: nobody else would delete it."""
    clock = SettableClock(datetime(2026, 7, 1, 9, tzinfo=UTC))
    async with running(clock=clock) as line:
        person, operator = line.sandbox.person("p1"), line.sandbox.operator("o1")
        await arrive(person)
        topic = await claimed(person, operator)
        await person.say("нас заперли помогите")
        await operator.expect(contains="нас заперли помогите", topic=topic)
        store, conversation = (
            line.parts.store,
            await line.parts.helpline.conversation_of(person.chat_id),
        )
        bot = make_bot(line.settings.desk_token, line.settings.telegram_api)
        group = DeskGroup(line.settings.desk_chats[0], Budget(0, clock.monotonic))
        lost = LostTopics(
            bot,
            DeskGroups([group], store.queue, store.topics, store.presence),
            store.topics,
            store.conversations,
        )
        async with bot:
            clock.advance(2 * 3600)
            await lost.clear()
            assert [one.id for one in operator.topics] == [topic.id], "somebody talks there"
            for redis in (store.redis, store.keyring):
                pattern = row_key(conversation, "*")
                await redis.delete(*[name async for name in redis.scan_iter(pattern)])
            clock.advance(2 * 3600)
            await lost.clear()
        await operator.until(lambda: not operator.topics)


async def test_who_cries_after_the_keyring_was_lost_has_a_card_of_their_own() -> None:
    """The store still knew the topic of the ticket before, whose card spoke of a claim."""
    async with running() as line:
        person, operator = line.sandbox.person("p1"), line.sandbox.operator("o1")
        await arrive(person)
        before = await claimed(person, operator)
        await line.parts.store.keyring.flushall()
        await person.say("нас заперли помогите")
        await operator.until(lambda: len(operator.topics) > 1)
        topic = operator.topics[-1]
        assert topic.id != before.id
        await operator.expect_card(with_button="Claim", topic=topic)
