"""Levels by how full a server is, and what is written into one that is full."""

import pytest

from bot.errors import StoreUnavailable
from bot.store import Changes
from bot.store.client.every_server import EveryServer
from bot.store.conversations.turn_batch import LINE_LETTERS, MOST_BYTES, MOST_UNREAD
from bot.store.memory import Level, Memory
from bot.store.names import row_key
from bot.store.rows import DeskKind, DeskRow
from bot.telemetry.metrics import REGISTRY
from flows.conversation import Conversation
from tests.bot.store.conftest import Shelf
from tests.bot.store.turns import CLOSED, ERASED, QUEUED, SHE, TICKET, full, write

WIDE = "한"
"""Three bytes in UTF-8."""


async def _used(shelf: Shelf) -> int:
    return int((await shelf.redis.info("memory"))["used_memory"])


async def _limit(shelf: Shelf, share: float) -> None:
    """So much memory that this share of it is in use."""
    await shelf.redis.config_set("maxmemory-policy", "noeviction")
    await shelf.redis.config_set("maxmemory", int(await _used(shelf) / share))


@pytest.mark.parametrize(
    ("share", "level"),
    [
        (0.5, Level.ALL),
        (0.77, Level.NO_TRANSCRIPTS),
        (0.9, Level.NOBODY_NEW),
        (1.2, Level.RESERVED),
    ],
)
async def test_the_fuller_a_server_the_less_is_taken(
    shelf: Shelf, share: float, level: Level
) -> None:
    await _limit(shelf, share)
    memory = Memory()
    await memory.look(EveryServer(shelf.url, "X"))
    assert memory.level is level
    told = REGISTRY.get_sample_value("helpline_store_memory_used_ratio")
    assert told == pytest.approx(share, rel=0.1)


async def test_a_server_without_a_limit_is_never_full(shelf: Shelf) -> None:
    memory = Memory()
    memory.level = Level.RESERVED
    await memory.look(EveryServer(shelf.url, "X"))
    assert memory.level is Level.ALL


async def test_of_words_that_wait_bytes_are_bounded_and_not_lines(shelf: Shelf) -> None:
    """The beginning, where the place is named, and the latest."""
    said = [f"{number:03}{WIDE * 4093}" for number in range(40)]
    for words in said:
        await write(shelf, Changes(QUEUED, TICKET, transcript=[words]))
    kept = await shelf.desk().outbox.transcript(SHE)
    assert [one[:3] for one in kept] == ["000", "001", "002", *(f"{n:03}" for n in range(33, 40))]
    assert {len(one) for one in kept} == {LINE_LETTERS + 1}
    raw = await shelf.redis.lrange(row_key(SHE, "transcript"), 0, -1)
    assert sum(map(len, raw)) <= MOST_BYTES
    assert await shelf.desk().outbox.left_out(SHE) == 30
    assert await shelf.desk().outbox.left_out(SHE) == 0, "told once"


async def test_of_words_that_nobody_reads_only_so_many_wait_for_the_desk(shelf: Shelf) -> None:
    for number in range(MOST_UNREAD + 6):
        row = DeskRow(DeskKind.SAID)
        await write(shelf, Changes(QUEUED, TICKET, to_desk=[(row, f"{number}")]))
    await write(shelf, Changes(CLOSED, None, closed=True, to_desk=[(DeskRow(DeskKind.CLOSED), "")]))
    raw = await shelf.redis.lrange(row_key(SHE, "out:desk"), 0, -1)
    assert len(raw) == MOST_UNREAD + 1, "what ends the ticket is always told"


async def test_a_full_store_takes_nothing_but_what_frees_it(shelf: Shelf) -> None:
    await full(shelf)
    await _limit(shelf, 1.01)
    with pytest.raises(StoreUnavailable):
        await write(shelf, Changes(QUEUED, TICKET, transcript=["more"]))
    assert await write(shelf, Changes(CLOSED, None, closed=True))
    assert "transcript" not in await shelf.rows(SHE)


async def test_who_erases_is_heard_by_a_full_store_and_a_full_keyring(shelf: Shelf) -> None:
    await full(shelf)
    await _limit(shelf, 1.01)
    await shelf.keyring.config_set("maxmemory-policy", "noeviction")
    await shelf.keyring.config_set("maxmemory", 1)
    assert await write(shelf, ERASED)
    assert (await shelf.store.conversations.load(SHE)).conversation == Conversation()
