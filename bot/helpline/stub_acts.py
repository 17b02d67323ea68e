"""The use case of stubs: an operator writes once to somebody who has erased an emergency, or ends
it. Any operator on shift may: who had the ticket isn't kept either."""

from collections.abc import Sequence

from bot.errors import NoSuchTicket
from bot.helpline.staff_audit import StaffAudit
from bot.store.rows import Stub
from bot.store.tickets.stubs import Stubs
from bot.store.tickets.topics import Topics
from bot.tickets.operator import Operator
from bot.tickets.permissions import check_on_shift
from bot.tickets.ticket import Action


class StubActs:
    """Acts on stubs, each of which is in the audit."""

    def __init__(self, stubs: Stubs, topics: Topics, log: StaffAudit) -> None:
        self._stubs = stubs
        self._topics = topics
        self._log = log

    async def standing(self) -> Sequence[tuple[str, Stub]]:
        """Stubs that can still be written to, each with its id, the oldest first. One whose
        erasure isn't written yet is none: its code name is still the ticket's. Raises
        `StoreUnavailable`."""
        found = []
        for stub_id in await self._stubs.known():
            stub = await self._stubs.load(stub_id)
            if stub is not None and await self._topics.named(stub.name) == stub_id:
                found.append((stub_id, stub))
        return found

    async def write(self, operator: Operator, stub_id: str, words: str) -> None:
        """The one message; the stub ends with it. Raises `NotAllowed`, and `NoSuchTicket` once it
        has ended."""
        check_on_shift(operator)
        stub = await self._stubs.load(stub_id)
        if stub is None or not await self._stubs.reply(stub_id, words):
            raise NoSuchTicket
        await self._log.note(operator, Action.REPLY.value, ticket=stub.name)

    async def close(self, operator: Operator, stub_id: str) -> None:
        """Nobody will write. Raises `NotAllowed`."""
        check_on_shift(operator)
        stub = await self._stubs.load(stub_id)
        await self._stubs.close(stub_id)
        await self._log.note(operator, Action.CLOSE.value, ticket=stub.name if stub else "")
