"""Nobody's Telegram opens a link by itself: neither what a person sends nor what operators answer.

Scenario 3, turn 7: a link is not previewed to the operator.
"""

from collections.abc import Iterable

from sandbox import Sandbox
from sandbox.shown import Shown
from tests.kit.wire import Line, arrive, waiting

LINK = "смотрите https://example.org/a"
MORE = "и https://example.org/b"
ANSWER = "вот https://example.org/c"
CORRECTED = "нет, https://example.org/d"


def by_bots(sandbox: Sandbox) -> Iterable[Shown]:
    """All that both bots show, on the person's phone and in the group."""
    yield from (one for one in sandbox.person("p1").messages if one.from_bot)
    yield from (one for one in sandbox.operator("o1").messages if one.from_bot)


async def test_no_message_or_edit_of_a_bot_has_a_preview(line: Line) -> None:
    person, heron = line.sandbox.person("p1"), line.sandbox.operator("o1")
    await arrive(person)
    topic = await waiting(person, heron)
    await person.say(LINK)  # shown to whoever claims
    await heron.press_in(topic, "Claim")
    await heron.expect(contains=LINK, topic=topic)
    await person.say(MORE)  # copied as it comes
    await heron.expect(contains=MORE, topic=topic)

    answer = await heron.say_in(topic, ANSWER)
    await person.expect(contains=ANSWER)
    await heron.edit(answer, CORRECTED)
    await person.expect(contains=CORRECTED)

    shown = list(by_bots(line.sandbox))
    assert {one.text for one in shown} >= {CORRECTED}
    assert any(LINK in one.text for one in shown)
    assert any(one.edited for one in shown)
    assert [one.text for one in shown if one.previews] == []
