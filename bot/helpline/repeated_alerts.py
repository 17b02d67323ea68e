"""Who erases and cries again: heard each time, but the whole shift isn't called each time.

Of emergencies that one account erased within an hour the first two are as any other. From the third
on there is at first no call and no topic: a line on the stub that was left and the board say it,
and anybody may claim it there. If it still stands after two minutes, the flow's own timers call as
always: who erases in a loop doesn't get that far, and who is in danger does.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from bot.errors import StoreUnavailable
from bot.helpline.stubs import PreparedStub
from bot.store import Changes, LoadedConversation
from bot.store.conversations import revisions
from bot.store.keyring.after_erasure import AfterErasure
from bot.store.rows import DeskKind, DeskRow
from flows.urgency import Urgency

CALLED = 2
"""So many emergencies that were erased within an hour are called as any other."""

QUIET = timedelta(minutes=2)
"""So long there is no topic for a later one, unless somebody claims it."""


class RepeatedAlerts:
    """Keeps what outlives an erasure, and acts by it."""

    def __init__(self, after: AfterErasure) -> None:
        self._after = after

    async def recalled(
        self, conversation: str, read: LoadedConversation, now: datetime
    ) -> LoadedConversation:
        """A stranger as they are read, but with the block that an erasure didn't end. Raises
        `StoreUnavailable`."""
        if read.revision != revisions.STRANGER:
            return read
        until = (await self._after.load(conversation)).blocked(now)
        return replace(read, conversation=replace(read.conversation, muted_until=until))

    async def quieter(
        self, conversation: str, read: LoadedConversation, changes: Changes, now: datetime
    ) -> Changes:
        """A turn that opens an emergency: without a call, if it is one of many."""
        ticket = changes.ticket
        if read.ticket is not None or ticket is None or ticket.urgency is not Urgency.EMERGENCY:
            return changes
        recent = await self._after.load(conversation)
        before = recent.emergencies(now)
        if before < CALLED:
            return changes
        rows = _without_calls(changes.to_desk, recent.stub)
        return replace(changes, ticket=replace(ticket, again=before + 1), to_desk=rows)

    async def erased(
        self, conversation: str, read: LoadedConversation, stub: PreparedStub | None, now: datetime
    ) -> None:
        """Everything was erased: this much is kept. What is lost here is a count."""
        ticket = read.ticket
        urgent = ticket is not None and ticket.urgency is Urgency.EMERGENCY
        left = (stub.id if stub else "") if urgent else None
        with suppress(StoreUnavailable):
            recent = await self._after.load(conversation)
            kept = recent.after(now, stub=left, muted_until=read.conversation.muted_until)
            await self._after.keep(conversation, kept)


def _without_calls(rows: Sequence[tuple[DeskRow, str]], stub: str) -> Sequence[tuple[DeskRow, str]]:
    return [
        (replace(row, stub=stub) if row.kind is DeskKind.OPENED else row, words)
        for row, words in rows
        if row.kind is not DeskKind.ALERT
    ]
