"""A ticket that stays open for long keeps its code name and the way back from its topic."""

import pytest

from bot.privacy.vault import Vault
from bot.store.names import Index, index_key, name_key, partition, row_key
from bot.store.rows import DeskPlace
from bot.store.tickets.topics import thread_key
from tests.bot.store.conftest import Shelf
from tests.bot.store.turns import SHE, TICKET, full

WEEK = 7 * 24


async def test_everything_of_an_open_ticket_lives_on(shelf: Shelf) -> None:
    await full(shelf)
    await shelf.store.topics.reserve(TICKET.name, SHE)
    place = DeskPlace(-100, 7, 9)
    await shelf.store.topics.remember(SHE, place)
    keys = [name_key(TICKET.name), thread_key(Vault(shelf.keys), place.chat, place.thread)]
    keys += [index_key(partition(SHE), index) for index in (Index.QUEUE, Index.TO_DESK)]
    rows = ["state", "ticket", "transcript", "address", "desk", "key", "address-key"]
    for name in keys:
        await shelf.redis.pexpire(name, 1000)
    for row in rows:
        await shelf.lies(row).pexpire(row_key(SHE, row), 1000)
    assert await shelf.store.renewal.renew(SHE)
    for name in keys:
        assert float(await shelf.redis.pttl(name)) / 3_600_000 == pytest.approx(WEEK, abs=0.1)
    for row in rows:
        assert await shelf.life(SHE, row) == pytest.approx(WEEK, abs=0.1)


async def test_what_has_no_ticket_is_left_alone(shelf: Shelf) -> None:
    assert not await shelf.store.renewal.renew(SHE)
    assert await shelf.redis.keys("*") == []
