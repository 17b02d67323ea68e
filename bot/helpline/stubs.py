"""Stubs, which an erasure leaves where an emergency is open, so that nobody in danger vanishes."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.attempt import Result
from bot.errors import StoreUnavailable
from bot.store import Changes, LoadedConversation
from bot.store.chats.people import People
from bot.store.keyring.after_erasure import AfterErasure
from bot.store.rows import DeskKind, DeskRow, Stub
from bot.store.tickets.stubs import Stubs
from bot.store.tickets.topics import Topics
from flows.urgency import Urgency

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PreparedStub:
    """A stub that becomes the ticket's if the erasure is written: the code name, and its id."""

    name: str
    id: str


class EmergencyStubs:
    """Prepares a stub before an erasure is written, and settles it afterwards."""

    def __init__(self, people: People, stubs: Stubs, topics: Topics, after: AfterErasure) -> None:
        self._people = people
        self._stubs = stubs
        self._topics = topics
        self._after = after

    async def leave(
        self, conversation: str, read: LoadedConversation, changes: Changes
    ) -> tuple[Changes, PreparedStub | None]:
        """Prepare the stub of an open emergency, and let the erasure's row for the desk name it.
        None for any other turn. Call `settle` with what became of the write."""
        ticket = read.ticket
        if changes.erase_in is None or ticket is None or ticket.urgency is not Urgency.EMERGENCY:
            return changes, None
        contact = changes.contact
        address = contact.address if contact else await self._people.address(conversation)
        if address is None:
            return changes, None
        earlier = (await self._after.load(conversation)).stub
        if earlier and await self._stubs.load(earlier) is not None:
            return changes, None  # one for each account: whoever wants to write, can
        stub = Stub(ticket.name, ticket.urgency, ticket.locale)
        try:
            prepared = PreparedStub(ticket.name, await self._stubs.prepare(stub, address))
        except StoreUnavailable:  # full, perhaps: then the erasure, which makes room, goes first
            logger.warning("stub_not_kept")
            return changes, None
        return replace(changes, to_desk=_named(changes.to_desk, prepared.id)), prepared

    async def settle(self, prepared: PreparedStub | None, result: Result) -> None:
        """After the write: the code name is the stub's. If it wasn't written, the stub goes."""
        if prepared is None:
            return
        if result is Result.DONE:
            await self._topics.rename(prepared.name, prepared.id)
        else:
            await self._stubs.close(prepared.id)


def _named(rows: Sequence[tuple[DeskRow, str]], stub: str) -> list[tuple[DeskRow, str]]:
    return [
        (replace(row, stub=stub) if row.kind is DeskKind.CLOSED else row, words)
        for row, words in rows
    ]
