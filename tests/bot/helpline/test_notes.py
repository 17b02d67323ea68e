"""An operator keeps a note with a ticket; it reaches nobody but who has claimed it."""

import pytest

from bot.errors import NoSuchTicket, NotAllowed
from bot.helpline.notes import OperatorNotes
from bot.store.log_lines import Author
from bot.tickets.operator import Role
from bot.tickets.ticket import Action
from tests.kit.helpline import Helpline


def notes(helpline: Helpline) -> OperatorNotes:
    return OperatorNotes(helpline.parts.store.conversations)


async def kept(helpline: Helpline, person: int) -> list[tuple[str, str]]:
    found = await helpline.parts.store.log.read(helpline.conversation(person))
    return [(line.by, line.text) for line in found.lines if line.author is Author.NOTE]


async def test_a_note_changes_nothing_but_what_is_kept(helpline: Helpline) -> None:
    heron = await helpline.admits(10, "Heron")
    await helpline.asks(1)
    await helpline.acts(Action.CLAIM, heron, 1)
    await helpline.to_person(1)
    await helpline.to_desk(1)
    before = await helpline.loaded(1)

    await notes(helpline).keep(heron, helpline.conversation(1), "тихий голос")

    assert await kept(helpline, 1) == [("Heron", "тихий голос")]
    after = await helpline.loaded(1)
    assert (after.conversation, after.ticket) == (before.conversation, before.ticket)
    assert await helpline.to_person(1) == []
    assert await helpline.to_desk(1) == []


async def test_a_note_that_comes_again_is_kept_once(helpline: Helpline) -> None:
    heron = await helpline.admits(10, "Heron")
    await helpline.asks(1)
    await helpline.acts(Action.CLAIM, heron, 1)

    for _ in range(2):
        await notes(helpline).keep(heron, helpline.conversation(1), "раз", "mark")

    assert await kept(helpline, 1) == [("Heron", "раз")]


async def test_nobody_notes_on_what_isnt_theirs(helpline: Helpline) -> None:
    heron = await helpline.admits(10, "Heron")
    falcon = await helpline.admits(12, "Falcon", Role.SUPERVISOR)
    await helpline.asks(1)
    with pytest.raises(NotAllowed):
        await notes(helpline).keep(heron, helpline.conversation(1), "ждёт")

    await helpline.acts(Action.CLAIM, heron, 1)
    with pytest.raises(NotAllowed):
        await notes(helpline).keep(falcon, helpline.conversation(1), "чужой")
    assert await kept(helpline, 1) == []


async def test_a_ticket_that_is_over_takes_no_note(helpline: Helpline) -> None:
    heron = await helpline.admits(10, "Heron")
    await helpline.asks(1)
    await helpline.acts(Action.CLAIM, heron, 1)
    await helpline.acts(Action.CLOSE, heron, 1)

    with pytest.raises(NoSuchTicket):
        await notes(helpline).keep(heron, helpline.conversation(1), "поздно")
