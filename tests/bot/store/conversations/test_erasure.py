"""An erasure: what goes at once, what waits, and what a crash in between changes."""

from dataclasses import replace

import pytest

from bot.attempt import Result
from bot.store import Changes, Contact
from bot.store.conversations.revisions import STRANGER
from bot.store.rows import Audience, DeskKind, DeskRow
from flows.conversation import Conversation
from tests.bot.store.conftest import Shelf
from tests.bot.store.turns import ERASED, QUEUED, SHE, TALKING, TICKET, full, write


async def test_an_erasure_leaves_only_its_own_job(shelf: Shelf) -> None:
    await full(shelf)
    changes = replace(
        ERASED, contact=Contact(77, 6), to_desk=[(DeskRow(DeskKind.CLOSED, "erased"), "words")]
    )
    assert await write(shelf, changes, "update-2") is Result.DONE
    read = await shelf.store.conversations.load(SHE)
    assert read.erasing
    assert (read.conversation, read.ticket, read.revision) == (Conversation(), None, STRANGER)
    await shelf.store.conversations.shred(SHE)
    assert await shelf.rows(SHE) == {
        *("address", "address-key", "chat", "messages", "erase:job"),
        *("out:desk", "seen"),
    }
    [(_, row, words)] = await shelf.store.outbox.for_desk(SHE)
    assert (row.kind, row.sealed, words) == (DeskKind.CLOSED, b"", "")
    assert await shelf.store.people.erasure(SHE) == "ru"
    assert await shelf.life(SHE, "address") == pytest.approx(48, abs=0.1)
    assert await shelf.life(SHE, "erase:job") == pytest.approx(48, abs=0.1)


async def test_after_an_erasure_old_readers_write_nothing(shelf: Shelf) -> None:
    """A counter would begin again at the same number, and let them."""
    await write(shelf, Changes(TALKING, None))
    old = await shelf.store.conversations.load(SHE)
    await write(shelf, ERASED)
    await shelf.store.conversations.shred(SHE)
    assert (
        await shelf.store.conversations.commit(SHE, old, Changes(QUEUED, TICKET)) is Result.CONFLICT
    )
    await write(shelf, Changes(Conversation(locale="kk"), None))
    assert (
        await shelf.store.conversations.commit(SHE, old, Changes(QUEUED, TICKET)) is Result.CONFLICT
    )
    assert (await shelf.store.conversations.load(SHE)).conversation.locale == "kk"


async def test_an_erasure_goes_on_after_a_crash(shelf: Shelf) -> None:
    """The process died between the write and the key's destruction: whoever reads sees it."""
    await full(shelf)
    await write(shelf, ERASED)
    again = shelf.opened_with(shelf.keys)
    assert await again.outbox.filled(Audience.PERSON, [SHE]) == [SHE]
    assert (await again.conversations.load(SHE)).erasing
    await again.conversations.shred(SHE)
    assert "key" not in await shelf.rows(SHE)
    assert not (await again.conversations.load(SHE)).erasing
    assert await again.people.erasure(SHE) == "ru", "its messages are still to be deleted"


async def test_a_new_life_keeps_its_key_and_the_old_job(shelf: Shelf) -> None:
    await full(shelf)
    await write(shelf, ERASED)
    await shelf.store.conversations.shred(SHE)
    await write(shelf, Changes(TALKING, None, contact=Contact(77)))
    await shelf.store.conversations.shred(SHE)
    assert (await shelf.store.conversations.load(SHE)).conversation == TALKING
    assert await shelf.store.people.erasure(SHE) == "ru"
