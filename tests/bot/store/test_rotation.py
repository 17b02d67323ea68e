"""A new master key: everything is opened by it, nothing by the old one, and nobody waits."""

import pytest

from bot.store.rotation import SEALED
from bot.store.rows import DeskPlace, Stub
from bot.store.writes import row_key
from bot.vault import Keys, Vault
from flows.urgency import Urgency
from tests.bot.store.conftest import Shelf
from tests.bot.store.turns import QUEUED, SHE, TICKET, full

PLACE = DeskPlace(-100, 7, 9)


async def test_everything_is_put_under_the_new_key(shelf: Shelf) -> None:
    await full(shelf)
    await shelf.store.topics.remember(SHE, PLACE)
    stub = await shelf.store.stubs.prepare(Stub("Basil-111", Urgency.EMERGENCY, "kk"), 78)
    sealed = {row for row in await shelf.rows(SHE) if row in SEALED}
    assert sealed == set(SEALED), "every kind of row is there"
    fresh = shelf.keys.next_master()
    both = Keys.read(f"{fresh},{shelf.keys.secrets[0]}")
    lives = {row: await shelf.life(SHE, row) for row in sealed}

    done = await shelf.opened_with(both).rotation.run()
    assert (done.renewed, done.unreadable) == (len(SEALED) + 2, 0), "the stub has two"

    new = shelf.opened_with(Keys.read(fresh))
    read = await new.conversations.load(SHE)
    assert (read.conversation, read.ticket) == (QUEUED, TICKET)
    assert await new.people.address(SHE) == 77
    assert [message.number for _, message in await new.people.messages(SHE)] == [5]
    assert await new.topics.place(SHE) == PLACE
    assert await new.people.address(stub) == 78
    assert (await new.stubs.load(stub)) is not None
    assert await new.outbox.transcript(SHE) == ["words"]
    for row, life in lives.items():
        assert await shelf.life(SHE, row) == pytest.approx(life, abs=0.01)
    old = shelf.store
    assert await old.people.address(SHE) is None
    assert await old.stubs.load(stub) is None
    again = await shelf.opened_with(both).rotation.run()
    assert (again.renewed, again.unreadable) == (0, 0)


async def test_it_can_be_broken_off_and_goes_on(shelf: Shelf) -> None:
    await full(shelf)
    both = Keys.read(f"{shelf.keys.next_master()},{shelf.keys.secrets[0]}")
    row = row_key(SHE, "address-key")
    vault = Vault(both)
    renewed = vault.resealed("address", SHE, "address-key", await shelf.redis.get(row))
    await shelf.redis.set(row, renewed, px=1_000_000)
    assert (await shelf.opened_with(both).rotation.run()).renewed > 0
    assert await shelf.opened_with(Keys.read(both.secrets[0])).people.address(SHE) == 77


async def test_what_no_key_opens_is_counted(shelf: Shelf) -> None:
    await full(shelf)
    await shelf.redis.set(row_key(SHE, "address-key"), b"torn", px=1_000_000)
    both = Keys.read(f"{shelf.keys.next_master()},{shelf.keys.secrets[0]}")
    assert (await shelf.opened_with(both).rotation.run()).unreadable == 1
