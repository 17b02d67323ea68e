"""Operators on the wire: who may do what, and what happens to a ticket's topic."""

from sandbox.happenings import Press
from sandbox.operators import Operator
from sandbox.people import Person
from tests.kit.wire import EN, Line, arrive, claimed, running, still_answered, waiting


def _heard(person: Person, words: str) -> bool:
    return any(words in message.text for message in person.messages)


async def _cast(line: Line) -> tuple[Person, Operator, Operator]:
    person = line.sandbox.person("p1")
    await arrive(person)
    return person, line.sandbox.operator("o1"), line.sandbox.operator("o2")


async def test_of_two_claims_at_once_one_wins_and_the_other_is_told(line: Line) -> None:
    for number in range(5):
        person, first, second = line.sandbox.person(f"p{number}"), *_operators(line)
        await arrive(person)
        topic = await waiting(person, first)
        line.sandbox.bot("desk").queue.hold()
        presses = [
            await first.press_in(topic, "Claim"),
            await second.press_in(topic, "Claim"),
        ]
        line.sandbox.bot("desk").queue.release()
        await _answered(first, presses)
        told = sorted(str(press.answer["text"]) for press in presses if press.answer)
        assert told == ["Someone has already claimed this ticket.", EN("done-claim")]
        await person.expect(contains="Теперь здесь человек")
        await person.say("слышно?")
        await first.expect(contains="слышно?", topic=topic)
        joined = [one for one in person.messages if "Теперь здесь человек" in one.text]
        assert len(joined) == 1


async def _answered(operator: Operator, presses: list[Press]) -> None:
    await operator.until(lambda: all(press.answer for press in presses))


def _operators(line: Line) -> tuple[Operator, Operator]:
    return line.sandbox.operator("o1"), line.sandbox.operator("o2")


async def test_only_the_assignees_words_go_out(line: Line) -> None:
    person, first, second = await _cast(line)
    topic = await waiting(person, first)
    await first.say_in(topic, "слишком рано")
    await first.expect(contains="Claim the ticket first", topic=topic)
    await first.press_in(topic, "Claim")
    await person.expect(contains="Теперь здесь человек")

    await second.say_in(topic, "чужие слова")
    await second.expect(contains="belongs to another operator", topic=topic)
    await second.until(lambda: any("Release" in one.buttons for one in second.messages))
    await second.press_in(topic, "Release")
    await second.until(lambda: any("can release it" in toast for toast in second.toasts))
    await first.say_in(topic, "свои слова")
    await person.expect(contains="свои слова")
    assert not _heard(person, "чужие слова")
    assert not _heard(person, "слишком рано")


async def test_what_is_no_word_for_the_person_is_not_sent(line: Line) -> None:
    person, first, _ = await _cast(line)
    topic = await claimed(person, first)
    for text in ("/close", "/close done"):
        await first.say_in(topic, text)
        await first.expect(contains="Not closed: say how it ended", topic=topic)
    for text in ("/ban", "/start", "/close_it please", "/"):
        await first.say_in(topic, text)
        await first.expect(contains="Not sent", topic=topic)
    await first.say_in(topic, "// она боится мужа")
    for slip in ("..она боится мужа", "\\\\ она боится", "/ / боится"):
        await first.say_in(topic, slip)
        await first.expect(contains=EN("refused-slip"), topic=topic)
    for kind in ("photo", "voice", "document", "sticker", "location", "contact"):
        await first.send(kind, topic, caption="подпись к вложению")
        await first.expect(contains=EN("refused-only-text"), topic=topic)
    await first.say("слова в General")
    other = await first.open_topic("своё")
    await first.say_in(other, "разговор между собой")
    await first.say_in(topic, "последнее слово")
    await person.expect(contains="последнее слово")
    for words in ("/", "боится", "подпись", "General", "между собой"):
        assert words not in person.messages[-1].text
    assert "Теперь здесь человек" in person.messages[-2].text, "nothing else was sent"
    assert all(message.kind == "text" for message in person.messages)
    assert not other.messages[1:], "nobody is refused in a topic of the operators' own"


async def test_commands_do_what_buttons_do(line: Line) -> None:
    person, first, _ = await _cast(line)
    topic = await waiting(person, first)
    await first.say_in(topic, "/claim")
    await person.expect(contains="Теперь здесь человек")
    await first.say_in(topic, "/requeue@sandbox_desk_bot")
    await person.expect(contains="пришлось прерваться")
    await first.say_in(topic, "/claim")
    await person.expect(contains="Теперь здесь человек")
    await first.say_in(topic, "/release")
    await person.expect(contains="Оператор вышел")


async def test_after_a_release_the_bot_answers_again(line: Line) -> None:
    person, first, _ = await _cast(line)
    topic = await claimed(person, first)
    await first.expect(with_button="Release", topic=topic)
    await first.press_in(topic, "Release")
    await person.expect(contains="снова отвечает программа")
    await first.until(lambda: not first.topics)
    await still_answered(person)
    assert not first.topics


async def test_back_in_the_queue_another_may_claim(line: Line) -> None:
    person, first, second = await _cast(line)
    topic = await claimed(person, first)
    await first.expect(with_button="Back to queue", topic=topic)
    await first.press_in(topic, "Back to queue")
    await person.expect(contains="Ваша просьба снова ждёт")
    await person.say("я подожду здесь")
    await second.expect_card(with_button="Claim", topic=topic)
    await second.expect(with_button="Claim", topic=topic)
    await second.press_in(topic, "Claim")
    await person.expect(contains="Теперь здесь человек")
    await second.expect(contains="я подожду здесь", topic=topic)
    await second.say_in(topic, "теперь отвечает вторая смена")
    await person.expect(contains="вторая смена")
    await first.say_in(topic, "поздние слова")
    await first.expect(contains="belongs to another operator", topic=topic)
    assert not _heard(person, "поздние слова")


async def test_close_deletes_the_topic_and_a_new_request_makes_a_new_one(line: Line) -> None:
    person, first, _ = await _cast(line)
    topic = await claimed(person, first)
    await first.expect_card(with_button="Release", topic=topic)  # the ways to close come with it
    await first.press_in(topic, "Close")
    await person.expect(contains="Оператор закончил разговор")
    await first.until(lambda: not first.topics)
    again = await claimed(person, first)
    assert again.id != topic.id
    await first.say_in(again, "снова здравствуйте")
    await person.expect(contains="снова здравствуйте")


async def test_a_topic_that_was_deleted_by_hand_is_made_again(line: Line) -> None:
    person, first, _ = await _cast(line)
    topic = await claimed(person, first)
    await first.delete_topic(topic)
    await person.say("кто-нибудь меня слышит?")
    again = await first.expect_topic()
    await first.expect(contains="кто-нибудь меня слышит?", topic=again)
    await first.say_in(again, "слышим")
    await person.expect(contains="слышим")
    await first.delete_topic(again)
    await person.say("/delete")
    await person.expect(with_button="Да, стереть")


async def test_a_deleted_topic_comes_back_when_only_its_card_changes(line: Line) -> None:
    person, first, _ = await _cast(line)
    topic = await waiting(person, first)
    await first.delete_topic(topic)
    await person.say("нас заперли помогите")
    again = await first.expect_topic("🔴", timeout=10)
    await first.expect_card(contains="urgency: emergency", topic=again)
    await first.press_in(again, "Claim")
    await person.expect(contains="Теперь здесь человек")
    await first.expect(contains="нас заперли помогите", topic=again)


async def test_a_card_that_was_deleted_by_hand_holds_nothing_up(line: Line) -> None:
    person, first, _ = await _cast(line)
    topic = await waiting(person, first)
    await first.delete_any(topic.messages[0])
    await person.say("нас заперли помогите")
    await first.expect_card(contains="urgency: emergency", topic=topic)
    await first.press_in(topic, "Claim")
    await person.expect(contains="Теперь здесь человек")
    await first.expect(contains="нас заперли помогите", topic=topic)


async def test_the_ticket_of_an_operator_who_leaves_waits_again(line: Line) -> None:
    person, first, second = await _cast(line)
    topic = await claimed(person, first)
    first.leave()
    await person.expect(contains="Ваша просьба снова ждёт")
    await second.expect_card(with_button="Claim", topic=topic)
    await second.expect(with_button="Claim", topic=topic)
    await second.press_in(topic, "Claim")
    await person.expect(contains="Теперь здесь человек")
    await second.say_in(topic, "продолжим")
    await person.expect(contains="продолжим")


async def test_who_erases_in_a_humans_conversation_leaves_nothing(line: Line) -> None:
    person, first, _ = await _cast(line)
    topic = await claimed(person, first)
    await person.say("у меня забрали паспорт")
    await first.expect(contains="у меня забрали паспорт")
    await person.say("/delete")
    await person.press((await person.expect(with_button="Да, стереть")).buttons[0])
    await person.expect(contains="Стёрто")
    await first.until(lambda: not first.topics)
    assert all(one.topic is None for one in first.messages), "the topic took its messages along"
    assert len(person.messages) == 1
    conversation = await line.parts.helpline.conversation_of(person.chat_id)
    read = await line.parts.store.conversations.load(conversation)
    assert read.ticket is None
    assert await line.parts.store.queue.waiting(0, 9) == ([], False)
    assert await line.parts.store.queue.claimed() == {}
    chat = line.settings.desk_chats[0]
    assert await line.parts.store.topics.conversation_in(chat, topic.id) is None
    await arrive(person)
    await still_answered(person)


async def test_words_while_erasing_is_asked_dont_reach_a_strange_chat() -> None:
    """Two people at once: each operator's word reaches its own person, and no other."""
    async with running() as line:
        people = [line.sandbox.person(f"p{number}") for number in range(3)]
        operator = line.sandbox.operator("o1")
        for person in people:
            await arrive(person)
        topics = [await claimed(person, operator) for person in people]
        for number, topic in enumerate(topics):
            await operator.say_in(topic, f"слово {number}!")
        for number, person in enumerate(people):
            await person.expect(contains=f"слово {number}!")
            others = {f"слово {other}!" for other in range(3)} - {f"слово {number}!"}
            assert not any(one.text in others for one in person.messages)
