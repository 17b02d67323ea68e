"""What an erasure leaves where an emergency is open: a stub, so that nobody in danger vanishes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.store import Changes, Loaded, Store
from bot.store.rows import DeskKind, DeskRow, Stub
from flows.urgency import Urgency


@dataclass(frozen=True, slots=True)
class Left:
    """A stub that was prepared: whose code name, and its id."""

    name: str
    stub: str


async def leave_stub(
    store: Store, conversation: str, read: Loaded, changes: Changes
) -> tuple[Changes, Left | None]:
    """Before an erasure is written: prepare the stub of an open emergency, and let the erasure's
    row for the desk name it. Call `settle` with what became of the write."""
    ticket = read.ticket
    if changes.erase_in is None or ticket is None or ticket.urgency is not Urgency.EMERGENCY:
        return changes, None
    contact = changes.contact
    address = contact.address if contact else await store.people.address(conversation)
    if address is None:
        return changes, None
    stub = Stub(ticket.name, ticket.urgency, ticket.locale)
    left = Left(ticket.name, await store.stubs.prepare(stub, address))
    return replace(changes, to_desk=_named(changes.to_desk, left.stub)), left


def _named(rows: Sequence[tuple[DeskRow, str]], stub: str) -> list[tuple[DeskRow, str]]:
    return [
        (replace(row, stub=stub) if row.kind is DeskKind.CLOSED else row, words)
        for row, words in rows
    ]


async def settle(store: Store, left: Left | None, *, written: bool) -> None:
    """The erasure is written: the code name is the stub's. It isn't: the stub goes."""
    if left is None:
        return
    if written:
        await store.topics.rename(left.name, left.stub)
    else:
        await store.stubs.close(left.stub)
