"""The one turn that every use case is made of: load, `advance`, write, or begin again."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from bot.clock import Clock
from bot.errors import Conflict, NoSuchTicket
from bot.helpline import stubs
from bot.helpline.rows import Rows
from bot.reports import counting
from bot.store import Contact, Loaded, Store
from bot.store.rows import DeskRow
from bot.texts.current import Live
from bot.texts.publication import Publication
from bot.tickets.ticket import Ticket
from flows import events
from flows.conversation import Conversation
from flows.engine.advance import advance
from flows.status import IllegalTransition

MAX_ATTEMPTS = 12
"""Write conflicts in a row before giving up: more than a person and an operator can cause."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What one input led to, for whoever wants to show it (`helpline talk`)."""

    conversation: Conversation
    repeated: bool = False


def unchanged(ticket: Ticket | None) -> Ticket | None:
    """For a turn in which no operator has a part."""
    return ticket


@dataclass(frozen=True, slots=True)
class Act:
    """An operator's part in a turn, in the same write.

    `change`: what it makes of the ticket; `rows`: what the desk is shown and the audit is told;
    `closes`: whether the ticket is over.
    """

    change: Callable[[Ticket | None], Ticket | None] = unchanged
    rows: Callable[[], Sequence[DeskRow]] = tuple
    closes: bool = False


NO_ACT = Act()


class Turns:
    """Takes turns, one conversation at a time."""

    def __init__(self, live: Live, rows: Rows, store: Store, clock: Clock) -> None:
        self._live = live
        self._rows = rows
        self._store = store
        self._clock = clock

    async def take(
        self,
        conversation: str,
        event: Callable[[Loaded], Awaitable[events.Event]],
        *,
        update: str | None = None,
        contact: Contact | None = None,
        act: Act = NO_ACT,
        publication: Publication | None = None,
        lifted: bool = False,
    ) -> Heard:
        """One turn of a conversation. Raises `Conflict`, `NoSuchTicket`, `StoreUnavailable`, and
        what `event` raises: then nothing was written.

        `publication`: what `event` has looked into; one version holds from begin to end.
        `lifted`: the turn obeys the desk's word that a mute is over, and takes it away.
        """
        live = publication or self._live.current
        for _ in range(MAX_ATTEMPTS):
            read = await self._store.conversations.load(conversation, update)
            if read.repeated:
                return Heard(read.conversation, repeated=True)
            if read.erasing:
                await self._store.conversations.shred(conversation)
            if read.set_back:
                await self._restore(conversation, read, live)
                continue
            now = self._clock.now()
            try:
                turn = advance(live.library, read.conversation, await event(read), now)
            except IllegalTransition as error:
                raise NoSuchTicket from error
            before = act.change(read.ticket)
            changes = await self._rows.changes(
                conversation, before, turn, act.rows(), live, closes=act.closes
            )
            counts = tuple(
                counting.counts(
                    *(live.library, read.conversation, read.ticket, turn, now),
                    over=changes.closed,
                )
            )
            changes = replace(changes, contact=contact, lifted=lifted)
            changes, stub = await stubs.leave_stub(self._store, conversation, read, changes)
            written = await self._store.conversations.commit(conversation, read, changes, update)
            await stubs.settle(self._store, stub, written=bool(written))
            if written is None:
                return Heard(read.conversation, repeated=True)
            if written:
                if changes.erase_in is not None:
                    await self._store.conversations.shred(conversation)
                # Last: what a crash in between loses is a figure.
                await self._store.counts.add(counts)
                return Heard(turn.conversation)
        raise Conflict

    async def _restore(self, conversation: str, read: Loaded, live: Publication) -> None:
        """The store lost a ticket's last writes: what is remembered of it becomes the state, in a
        turn of its own. If somebody else was quicker, they did the same."""
        turn = advance(live.library, read.conversation, events.SetBack(), self._clock.now())
        changes = await self._rows.changes(conversation, read.ticket, turn, (), live, closes=False)
        if changes.ticket is not None:
            await self._store.topics.reserve(changes.ticket.name, conversation)
        await self._store.conversations.commit(conversation, read, changes)
