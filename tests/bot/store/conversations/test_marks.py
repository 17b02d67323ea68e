"""What says that something is to be done, or leads somewhere, can't be forged or put back."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from bot.privacy.vault import Vault
from bot.store import Changes, Contact
from bot.store.names import name_key, row_key
from bot.store.rows import DeskPlace
from bot.store.tickets.topics import thread_key
from tests.bot.store.conftest import NOW, Shelf
from tests.bot.store.turns import BLOCK, ERASED, HE, QUEUED, SHE, TALKING, TICKET, full, write

PLACE = DeskPlace(-100, 7, 9)
GONE = replace(TALKING, watched=True)
Ask = Callable[[], Awaitable[object]]


async def forge(shelf: Shelf, row: str, value: bytes = b"ru") -> None:
    await shelf.redis.set(row_key(SHE, row), value, px=60_000)


def refused(caplog: pytest.LogCaptureFixture) -> set[str]:
    return {vars(one)["kind"] for one in caplog.records}


async def test_nobody_else_begins_an_erasure(
    shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    await full(shelf)
    await forge(shelf, "erase:begun")
    await forge(shelf, "erase:job")
    assert not (await shelf.store.conversations.load(SHE)).erasing
    await shelf.store.conversations.shred(SHE)
    assert "erase:begun" not in await shelf.rows(SHE)
    tasks = await shelf.store.people.tasks(SHE)
    assert (tasks.chat, tasks.erase_in, tasks.wipe) == (77, None, False)
    assert "erase:job" not in await shelf.rows(SHE), "and it is no work any more"
    assert (await shelf.store.conversations.load(SHE)).ticket == TICKET
    assert refused(caplog) == {"erase_begun", "erase_job"}


async def test_an_erasure_that_is_put_back_destroys_no_new_life(shelf: Shelf) -> None:
    await full(shelf)
    await write(shelf, ERASED)
    rows = {row: await shelf.redis.dump(row_key(SHE, row)) for row in ("erase:begun", "erase:job")}
    await shelf.store.conversations.shred(SHE)
    await shelf.store.people.erased(SHE)
    await write(shelf, Changes(TALKING, None, contact=Contact(77)))
    for row, copy in rows.items():
        await shelf.redis.restore(row_key(SHE, row), 60_000, copy)
    assert not (await shelf.store.conversations.load(SHE)).erasing
    await shelf.store.conversations.shred(SHE)
    assert (await shelf.store.conversations.load(SHE)).conversation == TALKING
    assert await shelf.store.people.erasure(SHE) is None


async def test_nobody_else_empties_a_chat(shelf: Shelf) -> None:
    await full(shelf)
    await forge(shelf, "wipe:job", b"1")
    assert not (await shelf.store.people.tasks(SHE)).wipe
    await write(shelf, Changes(GONE, None, wipe=True, contact=Contact(77)))
    assert (await shelf.store.people.tasks(SHE)).wipe
    assert await shelf.life(SHE, "wipe:job") == pytest.approx(48, abs=0.01)
    job = await shelf.redis.dump(row_key(SHE, "wipe:job"))
    await write(shelf, Changes(TALKING, None, contact=Contact(78)))
    await shelf.redis.restore(row_key(SHE, "erase:job"), 60_000, job)
    assert (await shelf.store.people.tasks(SHE)).erase_in is None, "a wipe is no erasure"


async def test_an_erasure_without_a_message_of_theirs_is_done_too(shelf: Shelf) -> None:
    """By order, or by a clock: what leads to the chat seals it all the same."""
    await full(shelf)
    await write(shelf, ERASED)
    assert (await shelf.store.people.tasks(SHE)).erase_in == "ru"


async def test_an_erasure_goes_on_where_the_key_of_the_chat_is_gone(shelf: Shelf) -> None:
    await full(shelf)
    await write(shelf, ERASED)
    await shelf.keyring.delete(row_key(SHE, "address-key"))
    tasks = await shelf.store.people.tasks(SHE)
    assert tasks.chat is None
    assert tasks.erase_in is not None, "there is nothing to delete, but it is to be ended"


async def test_a_code_name_and_a_topic_lead_where_the_helpline_says(shelf: Shelf) -> None:
    """Or an operator's words, or an erasure by code name, would go to somebody else."""
    topics = shelf.desk().topics
    name, thread = name_key(TICKET.name), thread_key(Vault(shelf.keys), PLACE.chat, PLACE.thread)
    asks: dict[str, Ask] = {
        name: lambda: topics.named(TICKET.name),
        thread: lambda: topics.conversation_in(PLACE.chat, PLACE.thread),
    }
    await shelf.store.topics.reserve(TICKET.name, SHE)
    await topics.remember(SHE, PLACE)
    assert [await ask() for ask in asks.values()] == [SHE, SHE]
    await shelf.store.topics.reserve("Basil-111", HE)
    await topics.remember(HE, replace(PLACE, thread=8))
    others = (name_key("Basil-111"), thread_key(Vault(shelf.keys), PLACE.chat, 8))
    for key, other in zip(asks, others, strict=True):
        for value in (HE.encode(), await shelf.redis.get(other)):
            await shelf.redis.set(key, value, px=60_000)
            assert await asks[key]() is None


async def test_a_mute_is_lifted_by_the_desk_alone(shelf: Shelf) -> None:
    board = shelf.store.board
    await forge(shelf, "lifted", b"1")
    assert not await board.is_lifted(SHE)
    assert "lifted" not in await shelf.rows(SHE)
    await shelf.desk().board.lift(SHE, await board.review(SHE, BLOCK, "row"), NOW)
    assert await board.is_lifted(SHE)
    await shelf.redis.copy(row_key(SHE, "lifted"), row_key(HE, "lifted"))
    assert not await board.is_lifted(HE)


async def test_what_waits_for_a_human_survives_the_forged_mark(shelf: Shelf) -> None:
    await write(shelf, Changes(QUEUED, TICKET))
    await forge(shelf, "erase:begun", b"1")
    for store in (shelf.store, shelf.desk()):
        read = await store.conversations.load(SHE)
        assert (read.erasing, read.ticket) == (False, TICKET)
