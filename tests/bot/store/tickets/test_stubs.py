"""Stubs in Redis: two hours, one message, and nothing that leads to the conversation."""

import pytest

from bot.errors import NotAllowed
from bot.store.names import is_stub
from bot.store.rows import Stub
from flows.urgency import Urgency
from tests.bot.store.conftest import Shelf
from tests.bot.store.turns import SHE

STUB = Stub("Amber-417", Urgency.EMERGENCY, "ru")


async def test_a_stub_lives_two_hours(shelf: Shelf) -> None:
    stub = await shelf.store.stubs.prepare(STUB, 77)
    assert is_stub(stub)
    assert not is_stub(SHE)
    assert await shelf.store.stubs.load(stub) == STUB
    assert await shelf.store.people.address(stub) == 77
    for row in ("state", "address"):
        assert await shelf.life(stub, row) == pytest.approx(2, abs=0.1)


async def test_one_message_ends_it(shelf: Shelf) -> None:
    stub = await shelf.store.stubs.prepare(STUB, 77)
    assert await shelf.desk().stubs.reply(stub, "words")
    assert not await shelf.desk().stubs.reply(stub, "more words")
    [(_, row)] = await shelf.store.outbox.for_person(stub)
    assert (row.text, row.silent, row.operator) == ("words", True, True)
    assert await shelf.store.people.address(stub) == 77, "still needed to send it"
    await shelf.store.stubs.sent(stub)
    assert await shelf.rows(stub) == {"out:person"}


async def test_closing_leaves_nothing(shelf: Shelf) -> None:
    stub = await shelf.store.stubs.prepare(STUB, 77)
    await shelf.store.topics.rename(STUB.name, stub)
    await shelf.desk().stubs.close(stub)
    assert await shelf.rows(stub) == set()
    assert await shelf.store.topics.named(STUB.name) is None
    assert await shelf.store.stubs.ended() == [stub], "its topic is still to be deleted"
    await shelf.store.stubs.settled(stub)
    assert await shelf.store.stubs.ended() == []


async def test_the_desk_opens_the_stub_but_not_its_address(shelf: Shelf) -> None:
    stub = await shelf.store.stubs.prepare(STUB, 77)
    assert await shelf.desk().stubs.load(stub) == STUB
    with pytest.raises(NotAllowed):
        await shelf.desk().people.address(stub)
    with pytest.raises(NotAllowed):
        await shelf.desk().stubs.prepare(STUB, 77)


async def test_time_ends_it(shelf: Shelf) -> None:
    stub = await shelf.store.stubs.prepare(STUB, 77)
    shelf.clock.advance(2 * 3600 - 1)
    assert await shelf.store.stubs.ended() == []
    shelf.clock.advance(1)
    assert await shelf.store.stubs.ended() == [stub]
