"""An operator's record: who changes one thing in it takes back nothing that another has changed."""

import asyncio
from dataclasses import replace

from bot.tickets.operator import Operator, Role
from tests.bot.store.conftest import Shelf

HERON = Operator("heron", Role.OPERATOR, "Heron")


async def test_what_changed_since_it_was_read_stays(shelf: Shelf) -> None:
    roster = shelf.store.roster
    await roster.put(HERON)
    await roster.change(HERON, suspended=True)

    changed = await roster.change(HERON, capacity=2)  # as they were read before

    assert changed == await roster.get("heron") == replace(HERON, suspended=True, capacity=2)


async def test_of_changes_at_once_none_is_lost(shelf: Shelf) -> None:
    roster = shelf.store.roster
    await roster.put(HERON)
    changes = ({"suspended": True}, {"role": Role.SUPERVISOR}, {"keys": not HERON.keys})
    await asyncio.gather(*(roster.change(HERON, **fields) for fields in changes))

    found = await roster.get("heron")
    assert found is not None
    assert (found.suspended, found.role, found.keys) == (True, Role.SUPERVISOR, not HERON.keys)


async def test_who_was_removed_is_not_enrolled_again(shelf: Shelf) -> None:
    roster = shelf.store.roster
    await roster.put(HERON)
    await roster.remove(HERON)

    assert await roster.change(HERON, capacity=2) is None
    assert await roster.get("heron") is None
