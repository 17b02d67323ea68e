"""An older copy of a row that is put back is refused and counted, and the person begins anew."""

import pytest

from bot.attempt import Result
from bot.store import Changes, Contact
from bot.store.conversations.revisions import STRANGER, after, is_stale, number
from bot.store.names import row_key
from flows.conversation import Conversation
from flows.status import Status
from tests.bot.store.conftest import Shelf
from tests.bot.store.turns import CLOSED, ERASED, QUEUED, SHE, TALKING, TICKET, write

STRANGE = (Conversation(), None)


async def _copy(shelf: Shelf, row: str) -> bytes:
    copy: bytes = await shelf.lies(row).dump(row_key(SHE, row))
    return copy


async def _put_back(shelf: Shelf, row: str, copy: bytes) -> None:
    await shelf.lies(row).restore(row_key(SHE, row), 60_000, copy, replace=True)


async def _seen(shelf: Shelf) -> tuple[Conversation, object]:
    read = await shelf.store.conversations.load(SHE)
    return read.conversation, read.ticket


async def test_an_older_state_is_a_strangers(
    shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    await write(shelf, Changes(TALKING, None))
    old = await _copy(shelf, "state")
    for _ in range(2):
        await write(shelf, Changes(TALKING, None))
    await _put_back(shelf, "state", old)
    assert await _seen(shelf) == STRANGE
    assert [vars(one)["kind"] for one in caplog.records] == ["state_replayed"]
    assert await write(shelf, Changes(TALKING, None)) is Result.DONE, "and they can begin anew"
    assert await _seen(shelf) == (TALKING, None)
    await _put_back(shelf, "state", old)
    assert await _seen(shelf) == STRANGE, "also then it stays refused"


async def test_a_ticket_doesnt_come_back_with_everything_of_its_time(shelf: Shelf) -> None:
    """State and ticket of the same moment, put back after the ticket was closed."""
    await write(shelf, Changes(QUEUED, TICKET))
    copies = {row: await _copy(shelf, row) for row in ("state", "ticket", "ticket-key")}
    await write(shelf, Changes(CLOSED, None, closed=True))
    for row, copy in copies.items():
        await _put_back(shelf, row, copy)
    assert await _seen(shelf) == STRANGE
    desk = await shelf.desk().conversations.load(SHE)
    assert (desk.conversation, desk.ticket) == STRANGE, "at the desk neither"


async def test_an_older_ticket_doesnt_open_under_a_newer_state(shelf: Shelf) -> None:
    await write(shelf, Changes(QUEUED, TICKET))
    old = await _copy(shelf, "ticket")
    await write(shelf, Changes(QUEUED, TICKET))
    await _put_back(shelf, "ticket", old)
    read = await shelf.store.conversations.load(SHE)
    assert read.set_back, "what the keyring remembers stands in for it"
    assert (read.conversation.frames, read.ticket) == ((), TICKET)
    assert await shelf.store.conversations.tickets([SHE]) == {SHE: TICKET}


async def test_a_state_cant_be_given_another_revision(shelf: Shelf) -> None:
    await write(shelf, Changes(TALKING, None))
    _, old = await shelf.state(SHE)
    await write(shelf, Changes(TALKING, None))
    await shelf.put_state(SHE, blob=old)
    assert await _seen(shelf) == STRANGE
    await shelf.put_state(SHE, revision=b"\xff9.x")
    assert await _seen(shelf) == STRANGE


async def test_an_erased_state_doesnt_come_back(shelf: Shelf) -> None:
    await write(shelf, Changes(TALKING, None, contact=Contact(77, 5)))
    copies = {row: await _copy(shelf, row) for row in ("state", "turn")}
    await write(shelf, ERASED)
    await shelf.store.conversations.shred(SHE)
    assert "turn" not in await shelf.rows(SHE)
    await write(shelf, Changes(TALKING, None))
    for row, copy in copies.items():
        await _put_back(shelf, row, copy)
    assert await _seen(shelf) == STRANGE


async def test_a_write_that_was_announced_and_never_came_refuses_nothing(shelf: Shelf) -> None:
    """A crash between the announcement and the write, as often as it may."""
    await write(shelf, Changes(TALKING, None))
    for _ in range(5):
        stale = await shelf.store.conversations.load(SHE)
        await shelf.put_state(SHE, revision=b"9.somebody")
        refused = await shelf.store.conversations.commit(SHE, stale, Changes(QUEUED, None))
        assert refused is Result.CONFLICT
        await shelf.put_state(SHE, revision=stale.revision.encode())
    assert await _seen(shelf) == (TALKING, None)
    assert await write(shelf, Changes(TALKING, None)) is Result.DONE


async def test_a_keyring_that_forgot_the_number_refuses_nothing(shelf: Shelf) -> None:
    for _ in range(3):
        await write(shelf, Changes(QUEUED, TICKET))
    await shelf.keyring.delete(row_key(SHE, "turn"))
    assert (await _seen(shelf))[0].status is Status.QUEUED


async def test_a_lapsed_state_is_followed_by_a_new_one(shelf: Shelf) -> None:
    """The number outlives the state it was for: the new life goes on counting."""
    for _ in range(4):
        await write(shelf, Changes(TALKING, None))
    await shelf.redis.delete(row_key(SHE, "state"))
    await write(shelf, Changes(TALKING, None))
    assert await _seen(shelf) == (TALKING, None)


async def test_the_number_lives_as_long_as_the_key(shelf: Shelf) -> None:
    await write(shelf, Changes(QUEUED, TICKET))
    assert await shelf.life(SHE, "turn") == pytest.approx(168, abs=0.01)
    await write(shelf, Changes(CLOSED, None, closed=True))
    assert await shelf.life(SHE, "turn") == pytest.approx(24, abs=0.01)
    assert await shelf.life(SHE, "key") == pytest.approx(24, abs=0.01)


def test_revisions() -> None:
    assert number(STRANGER) == 0
    assert number(after(41)) == 42
    assert number("forged") == number("²") == 0
    assert after(1) != after(1)
    assert not is_stale("4.x", 0)
    assert not is_stale("4.x", 5)
    assert is_stale("4.x", 6)
