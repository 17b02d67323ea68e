"""What the keyring remembers of an open ticket, when the store comes back with less."""

from dataclasses import replace

import pytest

from bot.attempt import Result
from bot.privacy.vault import Vault
from bot.store import Changes
from bot.store.conversations import recovery as recovery
from bot.store.keyring.keyring import Keyring
from bot.store.names import row_key
from flows.conversation import Conversation
from flows.engine.setback import essentials
from flows.status import Status
from flows.urgency import Urgency
from tests.bot.store.conftest import Shelf
from tests.bot.store.turns import CLOSED, ERASED, QUEUED, SHE, TALKING, TICKET, write

ROWS = ("state", "ticket")


async def _rows(shelf: Shelf) -> dict[str, bytes | None]:
    return {row: await shelf.redis.dump(row_key(SHE, row)) for row in ROWS}


async def _put_back(shelf: Shelf, rows: dict[str, bytes | None]) -> None:
    for row, copy in rows.items():
        await shelf.redis.delete(row_key(SHE, row))
        if copy is not None:
            await shelf.redis.restore(row_key(SHE, row), 60_000, copy, replace=True)


async def _turns(shelf: Shelf, changes: Changes, count: int) -> None:
    for _ in range(count):
        assert await write(shelf, changes) is Result.DONE


@pytest.mark.parametrize("lost", [2, 3, 10])
async def test_an_open_ticket_outlives_any_number_of_lost_turns(shelf: Shelf, lost: int) -> None:
    await _turns(shelf, Changes(QUEUED, TICKET), 1)
    rows = await _rows(shelf)
    claimed = replace(TICKET, assignee="heron", assigned_name="Heron")
    await _turns(shelf, Changes(replace(QUEUED, status=Status.HUMAN), claimed), lost)
    await _put_back(shelf, rows)
    for store in (shelf.store, shelf.desk()):
        read = await store.conversations.load(SHE)
        assert read.set_back
        assert (read.conversation.status, read.ticket) == (Status.HUMAN, claimed)
        assert await store.conversations.tickets([SHE]) == {SHE: claimed}


async def test_a_ticket_that_was_opened_by_the_only_lost_turn(shelf: Shelf) -> None:
    """The store knows of a person who talks with the bot, the keyring of one who calls for help."""
    await _turns(shelf, Changes(TALKING, None), 3)
    rows = await _rows(shelf)
    await _turns(shelf, Changes(QUEUED, TICKET), 1)
    await _put_back(shelf, rows)
    read = await shelf.store.conversations.load(SHE)
    assert read.set_back
    assert (read.conversation, read.ticket) == (essentials(QUEUED), TICKET)
    assert await write(shelf, Changes(read.conversation, read.ticket)) is Result.DONE
    read = await shelf.store.conversations.load(SHE)
    assert (read.set_back, read.ticket) == (False, TICKET), "and then all is as ever"


async def test_a_store_that_forgot_everything(shelf: Shelf) -> None:
    await _turns(shelf, Changes(QUEUED, TICKET), 2)
    await shelf.redis.delete(*(row_key(SHE, row) for row in ROWS))
    read = await shelf.store.conversations.load(SHE)
    assert (read.set_back, read.ticket) == (True, TICKET)


async def test_one_lost_turn_of_an_open_ticket_is_taken_as_it_is(shelf: Shelf) -> None:
    """A turn that is being written looks the same, so nobody may be told of a loss."""
    await _turns(shelf, Changes(QUEUED, TICKET), 1)
    rows = await _rows(shelf)
    await _turns(shelf, Changes(QUEUED, TICKET), 1)
    await _put_back(shelf, rows)
    read = await shelf.store.conversations.load(SHE)
    assert (read.set_back, read.conversation, read.ticket) == (False, QUEUED, TICKET)


async def test_nothing_is_remembered_of_a_ticket_that_ended(shelf: Shelf) -> None:
    await _turns(shelf, Changes(QUEUED, TICKET), 3)
    rows = await _rows(shelf)
    snapshot = await shelf.keyring.dump(row_key(SHE, "memo"))
    await _turns(shelf, Changes(CLOSED, None, closed=True), 1)
    assert "memo" not in await shelf.rows(SHE)
    await _put_back(shelf, rows)
    await shelf.keyring.restore(row_key(SHE, "memo"), 60_000, snapshot)
    await shelf.lend(SHE)
    read = await shelf.store.conversations.load(SHE)
    assert (read.set_back, read.conversation, read.ticket) == (False, Conversation(), None), (
        "not even where the snapshot is put back with the rest"
    )


async def test_nothing_is_remembered_of_what_was_erased(shelf: Shelf) -> None:
    await _turns(shelf, Changes(QUEUED, TICKET), 3)
    rows = await _rows(shelf)
    snapshot = await shelf.keyring.dump(row_key(SHE, "memo"))
    await _turns(shelf, ERASED, 1)
    assert not (await shelf.store.conversations.load(SHE)).set_back
    await shelf.store.conversations.shred(SHE)
    assert "memo" not in await shelf.rows(SHE)
    await write(shelf, Changes(TALKING, None))
    await _put_back(shelf, rows)
    await shelf.keyring.restore(row_key(SHE, "memo"), 60_000, snapshot)
    assert not (await shelf.store.conversations.load(SHE)).set_back


async def test_a_request_that_was_never_written_isnt_made_up(shelf: Shelf) -> None:
    """Somebody else wrote first: the snapshot was left in vain, and
    the state counts."""
    vault = Vault(shelf.keys)
    keyring = Keyring(shelf.keyring, vault)
    own = await keyring.for_turn(SHE, is_open=False)
    assert own is not None
    snapshot = recovery.sealed(vault, own.key, SHE, 1, QUEUED, TICKET)
    assert await keyring.begin(SHE, own, 1, snapshot, is_open=True)
    await _turns(shelf, Changes(TALKING, None), 1)
    assert "memo" in await shelf.rows(SHE)
    read = await shelf.store.conversations.load(SHE)
    assert (read.set_back, read.conversation, read.ticket) == (False, TALKING, None)


async def test_a_memo_cant_be_given_to_somebody_else(shelf: Shelf) -> None:
    await _turns(shelf, Changes(QUEUED, TICKET), 2)
    other = "4e" * 16
    for row in ("key", "turn", "memo"):
        await shelf.keyring.copy(row_key(SHE, row), row_key(other, row))
    assert not (await shelf.store.conversations.load(other)).set_back
    await shelf.keyring.set(row_key(SHE, "memo"), b"torn", px=60_000)
    await shelf.redis.delete(row_key(SHE, "state"))
    assert not (await shelf.store.conversations.load(SHE)).set_back


async def test_a_memo_lives_and_ends_as_the_ticket(shelf: Shelf) -> None:
    await _turns(shelf, Changes(QUEUED, TICKET), 1)
    assert await shelf.life(SHE, "memo") == pytest.approx(168, abs=0.01)
    await shelf.keyring.pexpire(row_key(SHE, "memo"), 1000)
    assert await shelf.store.renewal.renew(SHE)
    assert await shelf.life(SHE, "memo") == pytest.approx(168, abs=0.01)


def test_what_is_remembered_is_little() -> None:
    kept = essentials(replace(QUEUED, watched=True, child=True))
    assert (kept.frames, kept.slots, kept.told, kept.said) == ((), {}, (), ())
    assert (kept.watched, kept.child, kept.urgency) == (True, True, Urgency.HIGH)
    assert (kept.timers, kept.locale) == (QUEUED.timers, QUEUED.locale)
