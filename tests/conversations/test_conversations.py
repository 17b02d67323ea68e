"""Every dialogue of this folder, in every language that it is told in, on the real helpline."""

from collections.abc import Iterator

import pytest

from bot.errors import HelplineError
from flows.status import Status
from flows.urgency import Urgency
from tests.conversations.rules import broken
from tests.conversations.script import (
    BEGINNINGS,
    LIBRARY,
    Dialogue,
    Expected,
    Presses,
    Step,
    Writes,
    read_folder,
)
from tests.conversations.stage import Stage, stage


def _told() -> Iterator[object]:
    """All of them. Beyond its first language a dialogue takes the same way through other words, so
    `make quick` leaves those out."""
    seen = set[str]()
    for told in read_folder():
        name = told.id.partition("[")[0]
        yield pytest.param(told, id=told.id, marks=[pytest.mark.slow] if name in seen else [])
        seen.add(name)


@pytest.mark.parametrize("told", list(_told()))
async def test_dialogue(told: Dialogue) -> None:
    await play(told)


async def play(told: Dialogue) -> None:
    """The whole dialogue. Fails at the first step that comes out differently."""
    async with stage(told.desk) as helpline:
        await begin(helpline, told)
        for step in told.steps:
            await take(helpline, step)


async def begin(helpline: Stage, told: Dialogue) -> None:
    """The first contact, where the dialogue begins after it."""
    if told.begins == "stranger":
        return
    await helpline.play(Writes("/start", None))
    for name in (f"utter_ask_locale.{told.locale}", *BEGINNINGS[told.begins]):
        text_id, _, value = name.rpartition(".")
        choice = next(
            one
            for one in LIBRARY.choices.values()
            if (LIBRARY.utter_of(one), one.value) == (text_id, value)
        )
        await helpline.play(Presses(choice))


async def take(helpline: Stage, step: Step) -> None:
    """One step, and everything that is looked at after it."""
    begun = await helpline.state()
    before = begun.conversation
    try:
        await helpline.play(step.act)
    except (AssertionError, HelplineError) as error:
        pytest.fail(f"{step.place}: {error}", pytrace=False)
    read = await helpline.state()
    after = read.conversation
    expected = step.expected
    says = [one.name(expected.locale) for one in helpline.said]
    look(step, "B", list(expected.says), says)
    look(step, "notices", sorted(expected.notices), sorted(helpline.notices))
    look(step, "status", expected.status or before.status, after.status)
    look_for_urgency(step, expected, before.urgency, after.urgency)
    if expected.silent is not None:
        look(step, "silent", [expected.silent] * len(says), [one.silent for one in helpline.said])
    if expected.passed_on is not None:
        look(step, "passed_on", expected.passed_on, helpline.passed_on)
    if expected.buttons is not None:
        look(step, "buttons", labels(helpline, expected), list(helpline.said[-1].buttons))
    if read.ticket is not None:
        look(step, "the ticket's urgency", after.urgency, read.ticket.urgency)
        look(step, "the ticket's language", expected.locale, read.ticket.locale)
        if begun.ticket is not None and step.expected.status is None:
            look(step, "the ticket", begun.ticket.name, read.ticket.name)
    if expected.topic is not None:
        look(step, "topic", expected.topic, read.ticket.topic if read.ticket else "no ticket")
    look(step, "rules", [], broken(step.act, helpline.said, before, after))


def look(step: Step, what: str, expected: object, found: object) -> None:
    """Fails with the place in the file, as an editor wants it."""
    if expected != found:
        pytest.fail(f"{step.place}: {what}: expected {expected}, was {found}", pytrace=False)


def look_for_urgency(step: Step, expected: Expected, before: Urgency, after: Urgency) -> None:
    """Where a step doesn't name it, an urgency stays; it ends with its ticket."""
    if expected.urgency is not None:
        look(step, "urgency", expected.urgency.word, after.word)
    elif expected.status not in {Status.BOT, Status.CLOSED}:
        look(step, "urgency", before.word, after.word)


def labels(helpline: Stage, expected: Expected) -> list[str]:
    """The words on the buttons of the last text, for the values that are expected: its own, and
    those that a menu has as well (`flows.engine.suggesting`)."""
    menus = [one for one in LIBRARY.choices.values() if not LIBRARY.flows[one.flow].is_page]
    own = [one for one in LIBRARY.choices.values() if LIBRARY.utter_of(one) == expected.says[-1]]
    choices = {one.value: one for one in (*reversed(menus), *own)}
    catalogue = helpline.parts.catalogue
    return [
        catalogue.label(LIBRARY, choices[value], expected.locale)
        if value in choices
        else f"no button {value}"
        for value in expected.buttons or ()
    ]
