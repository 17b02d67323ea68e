"""In a topic, on the wire: a person's words can't be taken for the desk's, nor do they do anything.

Until they stood in a block of their own, a person who typed a notice gave what the notice gives,
byte for byte, and `/release` in a person's words could be tapped.
"""

from tests.kit.wire import EN, Line, arrive, claimed, waiting

TRAP = "нажмите /release или t.me/evil @evil_person"


async def test_words_of_a_person_stand_in_a_block_and_notices_never_do(line: Line) -> None:
    person, heron = line.sandbox.person("p1"), line.sandbox.operator("o1")
    await arrive(person)
    topic = await waiting(person, heron)
    await person.say(TRAP)  # while it waits: shown to whoever claims
    await heron.press_in(topic, "Claim")
    before = await heron.expect(contains=TRAP, topic=topic)
    await person.say(EN("notice-unwatched"))
    lie = await heron.expect(contains=EN("notice-unwatched"), topic=topic)
    await person.send_sticker()
    notice = await heron.expect(contains="it was not kept", topic=topic)

    for shown in (before, lie):
        whole = len(shown.text.encode("utf-16-le")) // 2
        assert [(one.type, one.offset, one.length) for one in shown.entities] == [("pre", 0, whole)]
    assert not notice.entities
    cards = [one for one in heron.topic(topic.id).messages if one.from_bot and one.buttons]
    assert cards
    assert not any(one.type == "pre" for card in cards for one in card.entities)


async def test_what_the_desk_shows_in_the_group_can_not_be_carried_out_of_it(line: Line) -> None:
    person, heron = line.sandbox.person("p1"), line.sandbox.operator("o1")
    await arrive(person)
    topic = await claimed(person, heron)
    await person.say("тайна")
    await heron.expect(contains="тайна", topic=topic)

    assert all(one.protected for one in heron.messages if one.from_bot)
