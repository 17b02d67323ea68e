"""The one turn that every use case is made of: load, `advance`, write, or begin again."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.attempt import Result
from bot.clock import Clock
from bot.errors import Conflict, NoSuchTicket
from bot.helpline import admission
from bot.helpline.acts import Act, PlainAct
from bot.helpline.admission import NoRoomError
from bot.helpline.effect_rows import EffectRows
from bot.helpline.repeated_alerts import RepeatedAlerts
from bot.helpline.stubs import EmergencyStubs
from bot.reports import counting
from bot.store import Changes, Contact, LoadedConversation
from bot.store.conversations.conversations import Conversations
from bot.store.memory import Level, Memory
from bot.store.statistics.counts import Counts
from bot.store.tickets.topics import Topics
from bot.telemetry.metrics import count_turn
from bot.texts.current import LivePublication
from bot.texts.publication import Publication
from bot.tickets.ticket import Ticket
from flows import events
from flows.conversation import Conversation, Turn
from flows.engine.advance import advance
from flows.status import IllegalTransition

MAX_ATTEMPTS = 12
"""Write conflicts in a row before giving up: more than a person and an operator can cause."""


@dataclass(frozen=True, slots=True)
class TurnResult:
    """How a turn ended. `repeated`: the update was taken before, so nothing was done; `ticket`: as
    the act made it, before the turn's own effects."""

    conversation: Conversation
    repeated: bool = False
    ticket: Ticket | None = None


class Turns:
    """Takes turns, one conversation at a time."""

    def __init__(
        self,
        live: LivePublication,
        rows: EffectRows,
        conversations: Conversations,
        topics: Topics,
        stubs: EmergencyStubs,
        counts: Counts,
        memory: Memory,
        repeated_alerts: RepeatedAlerts,
        clock: Clock,
    ) -> None:
        self._live = live
        self._rows = rows
        self._conversations = conversations
        self._topics = topics
        self._stubs = stubs
        self._counts = counts
        self._memory = memory
        self._repeated_alerts = repeated_alerts
        self._clock = clock

    async def take(
        self,
        conversation: str,
        cause: events.Event | Act,
        *,
        update: str | None = None,
        contact: Contact | None = None,
        publication: Publication | None = None,
        lifted: bool = False,
    ) -> TurnResult:
        """Take a turn of a conversation. Raises `Conflict`, `NoSuchTicket`, `StoreUnavailable`, and
        what an act's `event` raises: then nothing was written.

        `update`: the mark by which a repeat is known; `publication`: the one that `cause` has
        looked into, since one version holds from begin to end; `lifted`: the turn obeys the
        desk's word that a block is over, and takes it away.
        """
        act = cause if isinstance(cause, Act) else PlainAct(cause)
        live = publication or self._live.current
        for _ in range(MAX_ATTEMPTS):
            read = await self._conversations.load(conversation, update)
            if read.repeated:
                return TurnResult(read.conversation, repeated=True)
            if read.erasing:
                await self._conversations.shred(conversation)
            if read.set_back:
                await self._restore(conversation, read, live)
                continue
            now = self._clock.now()
            if contact is not None:
                read = await self._repeated_alerts.recalled(conversation, read, now)
            level = Level.ALL if contact is None else self._memory.level
            try:
                turn, ticket, changes = await self._decide(
                    conversation, read, act, live, now, level
                )
            except NoRoomError:
                count_turn(Result.REFUSED)
                return TurnResult(read.conversation)
            if contact is not None:
                changes = await self._repeated_alerts.quieter(conversation, read, changes, now)
            changes = replace(changes, contact=contact, lifted=lifted)
            changes, stub = await self._stubs.leave(conversation, read, changes)
            result = await self._conversations.commit(conversation, read, changes, update)
            await self._stubs.settle(stub, result)
            if result is Result.REPEATED:
                return TurnResult(read.conversation, repeated=True)
            if result is Result.DONE:
                if changes.erase_in is not None:
                    await self._repeated_alerts.erased(conversation, read, stub, now)
                    await self._conversations.shred(conversation)
                # Last: what a crash in between loses is a figure.
                counted = counting.counts(
                    *(live.library, read.conversation, read.ticket, turn, now),
                    over=changes.closed,
                    said=act.outcome,
                )
                await self._counts.add(tuple(counted))
                return TurnResult(turn.conversation, ticket=ticket)
        raise Conflict

    async def _decide(
        self,
        conversation: str,
        read: LoadedConversation,
        act: Act,
        live: Publication,
        now: datetime,
        level: Level,
    ) -> tuple[Turn, Ticket | None, Changes]:
        """The turn, the ticket as the act made it, and everything that is to be written. Raises
        `NoRoomError` where `level` lets nothing of it in."""
        try:
            turn = advance(live.library, read.conversation, await act.event(read), now)
        except IllegalTransition as error:
            raise NoSuchTicket from error
        ticket = act.ticket(read.ticket)
        admission.check(level, read, turn)
        if admission.is_refused(level, turn):
            return Turn(read.conversation, ()), ticket, admission.told_so(read, live)
        rows = act.rows(ticket)
        changes = await self._rows.changes(
            conversation, ticket, turn, rows, live, closes=act.closes
        )
        return turn, ticket, admission.trimmed(level, turn, changes)

    async def _restore(
        self, conversation: str, read: LoadedConversation, live: Publication
    ) -> None:
        """The store lost a ticket's last writes: what is remembered of it becomes the state, in a
        turn of its own. If somebody else was quicker, they did the same."""
        turn = advance(live.library, read.conversation, events.SetBack(), self._clock.now())
        changes = await self._rows.changes(conversation, read.ticket, turn, (), live, closes=False)
        if changes.ticket is not None:
            await self._topics.reserve(changes.ticket.name, conversation)
        await self._conversations.commit(conversation, read, changes)
