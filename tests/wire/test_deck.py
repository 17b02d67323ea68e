"""The question deck on the wire: asked in the person's language, answered in the operator's."""

from sandbox.operators import Operator
from sandbox.people import Person
from sandbox.shown import ShownTopic
from tests.kit.wire import EN, Line, arrive, claimed, still_answered

OVER = "Этот разговор закончен"


async def _claimed_in_kazakh(person: Person, operator: Operator) -> ShownTopic:
    await arrive(person, "Қазақша")
    before = len(operator.topics)
    await person.say("/operator")
    await operator.until(lambda: len(operator.topics) > before)
    topic = operator.topics[-1]
    await operator.expect_card(contains="language: kk", topic=topic)
    await operator.press_in(topic, "Claim")
    await person.expect(contains="Енді сізге адам жауап береді")
    return topic


async def test_two_presses_ask_in_russian_and_the_answer_comes_in_english(line: Line) -> None:
    person, heron = line.sandbox.person("p1"), line.sandbox.operator("o1")
    await arrive(person)
    topic = await claimed(person, heron)

    await heron.say_in(topic, "/ask")
    await heron.expect(contains=EN("ask-groups"), with_button="Safety", topic=topic)
    await heron.press_in(topic, "Safety")
    await heron.expect(contains="/ask can_write", with_button="1", topic=topic)
    press = await heron.press_in(topic, "1")

    await person.expect(contains="Вам сейчас безопасно писать?", with_button="Пропустить")
    await heron.expect(contains="(asked: can_write)\nIs it safe for you to write", topic=topic)
    assert press.answer
    assert press.answer["text"] == EN("done-ask")
    await person.press("Да")
    await heron.expect(contains="Is it safe for you to write now? → Yes", topic=topic)
    marked = await person.expect(contains="✓ Да")
    assert marked.text == "Вам сейчас безопасно писать?\n✓ Да"
    assert not marked.buttons


async def test_what_is_skipped_or_comes_in_words_is_told_in_kazakh(line: Line) -> None:
    person, heron = line.sandbox.person("p1"), line.sandbox.operator("o1")
    topic = await _claimed_in_kazakh(person, heron)

    await heron.say_in(topic, "/ask can_write")
    await person.expect(with_button="Өткізіп жіберу")
    await person.press("Өткізіп жіберу")
    await heron.expect(contains="Is it safe for you to write now? → Skip", topic=topic)
    await person.expect(contains="✓ Өткізіп жіберу")

    await heron.say_in(topic, "/ask read_along")
    await person.expect(with_button="Өз сөзіммен жазамын")
    await person.press("Өз сөзіммен жазамын")
    await person.expect(contains="Өз сөзіңізбен жазыңыз")
    await heron.expect(contains="→ I’ll write", topic=topic)
    await person.say("күйеуім")
    await heron.expect(contains="күйеуім", topic=topic)


async def test_an_answer_given_while_the_ticket_waits_is_shown_at_the_next_claim(
    line: Line,
) -> None:
    person, heron = line.sandbox.person("p1"), line.sandbox.operator("o1")
    await arrive(person)
    topic = await claimed(person, heron)
    await heron.say_in(topic, "/ask danger_now")
    await person.expect(with_button="Да")
    await heron.press_in(topic, "Back to queue")
    await heron.expect_card(contains="waiting since", topic=topic)

    await person.press("Да")
    await person.expect(contains="✓ Да")
    card = await heron.expect_card(contains="Are you in danger now? → Yes", topic=topic)
    assert "≈" not in card.text.split("said, in order")[1].split("\n")[1]
    await heron.press_in(topic, "Claim")
    said = await heron.expect(matches=r"\AAre you in danger now\? → Yes\Z", topic=topic)
    assert not said.buttons


async def test_a_press_after_the_close_says_so_and_begins_nothing(line: Line) -> None:
    person, heron = line.sandbox.person("p1"), line.sandbox.operator("o1")
    await arrive(person)
    topic = await claimed(person, heron)
    await heron.say_in(topic, "/ask can_write")
    question = await person.expect(with_button="Да")
    await heron.say_in(topic, "/close informed")
    await person.expect(contains="закончил")
    before = len(person.messages)

    await person.press("Да", question)
    await person.expect(contains=OVER)
    await person.forge_callback("d:can_write:never:x", question)
    await person.until(lambda: sum(OVER in one.text for one in person.messages) == 2)

    assert len(person.messages) == before + 2
    await still_answered(person)


async def test_only_the_assignee_asks_and_only_what_the_deck_has(line: Line) -> None:
    person, heron = line.sandbox.person("p1"), line.sandbox.operator("o1")
    await arrive(person)
    topic = await claimed(person, heron)
    other = line.sandbox.operator("o2")

    await other.say_in(topic, "/ask can_write")
    await other.expect(contains=EN("refused-reply-others"), topic=topic)
    await heron.say_in(topic, "/ask who_are_you")
    await heron.expect(contains=EN("refused-no-question"), topic=topic)
    assert not any("безопасно писать" in one.text for one in person.messages)
