"""Two groups share the load: each keeps its own limit, and in each everything works."""

from bot.privacy.retention import Retention
from bot.store.rows import DeskPlace
from sandbox.operators import Operator
from sandbox.people import Person
from sandbox.shown import ShownTopic
from tests.kit.constants import DANGER
from tests.kit.wire import EN, Line, arrive, running

CROWD = 12


async def _in_second(line: Line, key: str = "p1") -> tuple[Person, Operator, ShownTopic]:
    """A person whose ticket shows in the second group, and an operator there.

    The place is remembered before the topic is needed, as if there had been most room.
    """
    person = line.sandbox.person(key)
    await arrive(person)
    heron = line.sandbox.operator("o1").at(line.sandbox.groups["desk2"])
    topic = await heron.open_topic("made before")
    conversation = await line.parts.helpline.conversation_of(person.chat_id)
    place = DeskPlace(heron.desk.id, topic.id, 0)
    await line.parts.store.topics.remember(conversation, place, Retention.OPEN_TICKET)
    await person.say("/operator")
    await person.expect(with_button="Отменить просьбу")
    await heron.expect_card(contains="language: ru", topic=topic)
    return person, heron, topic


async def _claimed(line: Line) -> tuple[Person, Operator, ShownTopic]:
    person, heron, topic = await _in_second(line)
    await heron.press_in(topic, "Claim")
    await person.expect(contains="Теперь здесь человек")
    return person, heron, topic


async def test_words_go_both_ways_and_the_end_takes_the_topic_along() -> None:
    async with running(groups=2) as line:
        person, heron, topic = await _claimed(line)
        await heron.say_in(topic, "слово из второй группы")
        await person.expect(contains="слово из второй группы")
        await person.say("я здесь")
        await heron.expect(contains="я здесь", topic=topic)
        assert not line.sandbox.operator("o1").topics, "nothing of it in the first group"
        await heron.press_in(topic, "Close: informed")
        await person.expect(contains="Оператор закончил")
        await heron.until(lambda: not heron.topics)


async def test_an_emergency_in_the_second_group_rings_in_the_first() -> None:
    async with running(groups=2) as line:
        person, there, topic = await _in_second(line)
        here = line.sandbox.operator("o1")
        await person.say(DANGER)
        call = await here.expect(contains="EMERGENCY")
        await here.press_in(call, 0)
        await there.expect(contains=DANGER, topic=topic)
        await here.until(lambda: "taken by Heron" in call.current().text)
        assert not call.current().buttons, "an old call invites nobody any more"
        assert there.topic(topic.id).name.startswith("🔴"), "the list of topics says so too"
        await person.say("/delete")
        await person.press((await person.expect(with_button="Да, стереть")).buttons[0])
        await person.expect(contains="Стёрто")
        await there.until(lambda: topic.id not in {one.id for one in there.topics})


async def test_strangers_and_leavers_of_either_group() -> None:
    async with running(groups=2) as line:
        person, heron, topic = await _claimed(line)
        boss = line.sandbox.operator("o9", admin=True)
        heron.desk.join(boss.user, "administrator")
        boss = boss.at(heron.desk)
        await boss.say_in(topic, "чужие слова")
        first = line.sandbox.operator("o1")
        await first.expect(contains=EN("stranger"))
        robin = line.sandbox.operator("o4").at(heron.desk)
        await robin.say_in(topic, "не мой запрос")
        await heron.expect(contains=EN("refused-reply-others"), topic=topic)
        assert not any("чужие" in one.text or "не мой" in one.text for one in person.messages)
        heron.leave()
        await person.expect(contains="Ваша просьба снова ждёт")
        await robin.expect_card(with_button="Claim", topic=topic)


async def test_either_group_may_get_a_new_number() -> None:
    async with running(groups=2) as line:
        person, heron, topic = await _claimed(line)
        heron.desk.migrate()
        await person.say("вы ещё здесь?")
        await heron.expect(contains="вы ещё здесь?")
        await heron.say_in(topic.id, "мы здесь")
        await person.expect(contains="мы здесь")


async def test_a_group_that_was_taken_out_of_the_settings_gives_its_tickets_up() -> None:
    async with running(groups=2) as line:
        person = line.sandbox.person("p1")
        await arrive(person)
        conversation = await line.parts.helpline.conversation_of(person.chat_id)
        gone = line.sandbox.desk_group("gone")
        heron = line.sandbox.operator("o1").at(gone)
        old = await heron.open_topic("🟢 in a group of last year")
        place = DeskPlace(gone.id, old.id, 0)
        await line.parts.store.topics.remember(conversation, place, Retention.OPEN_TICKET)
        await person.say("/operator")
        first = line.sandbox.operator("o1")
        await first.expect_topic("· ru")
        assert not heron.topics


async def test_a_full_group_sends_new_tickets_to_the_other() -> None:
    """Telegram's own limit is on, in each group."""
    async with running(limits=True, groups=2) as line:
        crowd = [line.sandbox.person(f"p{number}") for number in range(CROWD)]
        here = line.sandbox.operator("o1")
        there = here.at(line.sandbox.groups["desk2"])
        for person in crowd:
            await person.say("Русский")
            await person.say("/operator")
        await here.until(lambda: here.topics)
        await there.until(lambda: there.topics)
        names = [one.name for one in (*here.topics, *there.topics)]
        assert len(names) == len(set(names)), "no ticket in both"
