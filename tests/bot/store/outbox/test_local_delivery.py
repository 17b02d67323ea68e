"""What a turn leaves to be sent by the very process that wrote it."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.attempt import Result
from bot.store import Changes, Contact
from bot.store.names import row_key
from bot.store.outbox.local_delivery import SURE_SECONDS, WrittenOutbox
from bot.store.rows import Audience, PersonRow
from tests.bot.store.conftest import Shelf
from tests.bot.store.turns import CLOSED, QUEUED, SHE, TALKING, TICKET, write

PERSON = Audience.PERSON
SAID = Changes(
    TALKING, None, contact=Contact(77, 5), to_person=[PersonRow("one"), PersonRow("two")]
)


@dataclass
class Recorder:
    """Delivers nothing, and remembers what it was told."""

    free: bool = True
    told: list[tuple[str, WrittenOutbox | None]] = field(default_factory=list)

    def due(self, conversation: str, _: float, written: WrittenOutbox | None = None) -> None:
        self.told.append((conversation, written))

    def is_free(self, _: str) -> bool:
        return self.free


async def told(
    shelf: Shelf, changes: Changes, recorder: Recorder | None = None
) -> WrittenOutbox | None:
    """What a process that delivers is told of a turn of its own."""
    recorder = recorder or Recorder()
    with shelf.store.deliveries.delivering(PERSON, recorder):
        assert await write(shelf, changes) is Result.DONE
    [(conversation, written)] = recorder.told
    assert conversation == SHE
    return written


async def test_whoever_writes_and_delivers_needs_to_read_nothing(shelf: Shelf) -> None:
    written = await told(shelf, SAID)
    assert written is not None
    assert written.chat == 77
    assert list(written.rows) == await shelf.store.outbox.for_person(SHE), "and there it waits"
    assert await shelf.life(SHE, "lease:person") > 0
    assert await shelf.life(SHE, "under-way") > 0
    async with shelf.store.leases.take(SHE, PERSON) as other:
        assert other is None, "nobody else sends it"
    async with shelf.store.leases.take(SHE, PERSON, written) as lease:
        assert lease is not None
        assert lease.written is written
    assert await shelf.life(SHE, "lease:person") < 0


async def test_a_process_that_dies_then_leaves_it_to_the_others(shelf: Shelf) -> None:
    assert await told(shelf, SAID)
    await shelf.redis.pexpire(row_key(SHE, "lease:person"), 0)  # its few seconds are over
    assert [one.conversation for one in await shelf.store.outbox.due(PERSON)] == [SHE]
    async with shelf.store.leases.take(SHE, PERSON) as other:
        assert other is not None
        assert [row.text for _, row in await shelf.store.outbox.for_person(SHE)] == ["one", "two"]
        assert await shelf.store.people.begin(SHE), "one of them may stand in the chat"


async def waits_already(shelf: Shelf) -> None:
    assert await write(shelf, SAID) is Result.DONE


async def is_sent_to(shelf: Shelf) -> None:
    await shelf.redis.set(row_key(SHE, "lease:person"), b"1", px=60_000)


async def broke_off(shelf: Shelf) -> None:
    await shelf.store.people.begin(SHE)


async def is_to_be_emptied(shelf: Shelf) -> None:
    assert await write(shelf, Changes(TALKING, None, contact=Contact(77), wipe=True)) is Result.DONE


async def is_to_be_erased(shelf: Shelf) -> None:
    changes = Changes(TALKING, None, closed=True, contact=Contact(77), erase_in="ru")
    assert await write(shelf, changes) is Result.DONE
    await shelf.store.conversations.shred(SHE)


@pytest.mark.parametrize(
    "before", [waits_already, is_sent_to, broke_off, is_to_be_emptied, is_to_be_erased]
)
async def test_where_something_is_to_be_done_first_all_is_read(
    shelf: Shelf, before: Callable[[Shelf], Coroutine[Any, Any, None]]
) -> None:
    await before(shelf)
    mine = await shelf.redis.exists(row_key(SHE, "lease:person"))
    assert await told(shelf, SAID) is None
    assert await shelf.redis.exists(row_key(SHE, "lease:person")) == mine


@pytest.mark.parametrize(
    "changes",
    [
        Changes(CLOSED, None, to_person=[PersonRow("words")]),
        Changes(TALKING, None, contact=Contact(77), to_person=[PersonRow("words")], wipe=True),
        Changes(TALKING, None, closed=True, contact=Contact(77), erase_in="ru"),
    ],
    ids=["not from the chat", "a quick exit", "an erasure"],
)
async def test_what_doesnt_come_from_the_chat_or_empties_it_is_read(
    shelf: Shelf, changes: Changes
) -> None:
    assert await told(shelf, changes) is None
    assert await shelf.life(SHE, "lease:person") < 0


async def test_whoever_cant_send_at_once_takes_no_lease(shelf: Shelf) -> None:
    assert await told(shelf, SAID, Recorder(free=False)) is None
    assert await shelf.life(SHE, "lease:person") < 0


async def test_a_turn_that_isnt_written_takes_no_lease(shelf: Shelf) -> None:
    late = await shelf.store.conversations.load(SHE)
    assert await write(shelf, Changes(QUEUED, TICKET)) is Result.DONE
    with shelf.store.deliveries.delivering(PERSON, Recorder()):
        assert await shelf.store.conversations.commit(SHE, late, SAID) is Result.CONFLICT
    assert await shelf.life(SHE, "lease:person") < 0


async def test_what_has_waited_here_for_long_is_read_anew(shelf: Shelf) -> None:
    """Its lease may have ended, and another process may have sent it."""
    written = await told(shelf, SAID)
    assert written is not None
    assert written.is_sure
    object.__setattr__(written, "until", written.until - SURE_SECONDS - 1)
    async with shelf.store.leases.take(SHE, PERSON, written) as lease:
        assert lease is None, "it is its own lease, but who knows"
    await shelf.redis.delete(row_key(SHE, "lease:person"))
    async with shelf.store.leases.take(SHE, PERSON, written) as lease:
        assert lease is not None
        assert lease.written is None
