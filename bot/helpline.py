"""The use cases: hear a person, let operators act, wake on time.

Every one is the same turn: load, `advance`, write atomically, and begin again if somebody else
wrote in between. Nothing is sent here; what is to be sent is part of the write (the outbox).
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from bot import inbound, names, tickets
from bot.catalogue import Catalogue
from bot.errors import Conflict, NoSuchTicket, NotAllowed
from bot.inbound import Inbound
from bot.ports import Clock, Recogniser
from bot.store import Changes, Contact, Loaded, Store
from bot.store.rows import DeskKind, DeskRow, PersonRow
from bot.tickets import Action, Operator, Ticket
from bot.vault import Vault
from flows import events
from flows.conversation import Conversation, Turn
from flows.effects import (
    Erase,
    Notice,
    NotifyOperators,
    OpenTicket,
    RelayToOperator,
    RelayToPerson,
    RelayUnsupported,
    UpdateTicket,
    Utter,
    WithdrawTicket,
)
from flows.engine import advance
from flows.model import Library
from flows.status import IllegalTransition, Status

MAX_ATTEMPTS = 12
"""Write conflicts in a row before giving up: more than a person and an operator can cause."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What one input led to, for whoever wants to show it (`helpline talk`)."""

    conversation: Conversation
    repeated: bool = False


class Helpline:
    """The helpline's use cases, the same for every channel."""

    def __init__(
        self,
        library: Library,
        catalogue: Catalogue,
        store: Store,
        vault: Vault,
        recogniser: Recogniser,
        clock: Clock,
    ) -> None:
        self._library = library
        self._catalogue = catalogue
        self._store = store
        self._vault = vault
        self._recogniser = recogniser
        self._clock = clock

    def conversation_of(self, address: int) -> str:
        """The id of the conversation with this chat: a keyed hash."""
        return self._vault.hashed("person", address)

    def operator(self, telegram_id: int) -> Operator:
        """The operator with this account; the number itself goes no further."""
        return Operator(self._vault.hashed("operator", telegram_id))

    # -- the person ----------------------------------------------------------------------------

    async def hear(self, update: Inbound) -> Heard:
        """One update of the person's. Raises `StoreUnavailable`, `Conflict`: then nothing was
        written, and Telegram must not be told that the update was taken."""
        conversation = self.conversation_of(update.address)
        mark = self._vault.hashed("update", update.update_id)
        parse: events.Parse | None = None

        async def event(read: Loaded) -> events.Event:
            nonlocal parse
            said = update.input
            if isinstance(said, inbound.Wrote):
                chosen = self._typed_choice(said, read.conversation)
                if chosen:
                    return chosen
                if parse is None:
                    parse = await self._parse(said.text, read.conversation)
            return _event(update.input, parse or events.Parse(), self._label)

        contact = Contact(update.address, update.message_id)
        return await self._turn(conversation, event, update=mark, contact=contact)

    async def _parse(self, text: str, conversation: Conversation) -> events.Parse:
        """What was heard. A human's conversation is for the operator alone: only commands, which
        need no model, are looked at there."""
        if conversation.status is Status.HUMAN and not text.startswith("/"):
            return events.Parse()
        return await self._recogniser.parse(text)

    def _typed_choice(
        self, said: inbound.Wrote, conversation: Conversation
    ) -> events.ChoiceMade | None:
        """Somebody who types a button's words means the button."""
        top = conversation.top
        if top is None or conversation.status is Status.HUMAN:
            return None
        words = said.text.strip().casefold()
        for choice in self._library.choices.values():
            if (choice.flow, choice.step) != (top.flow, top.step):
                continue
            label = self._label(choice.id, conversation.locale)
            if label and label.casefold() == words:
                return events.ChoiceMade(choice.id, label)
        return None

    def _label(self, choice_id: str, locale: str | None = None) -> str:
        choice = self._library.choices.get(choice_id)
        return self._catalogue.label(self._library, choice, locale) if choice else ""

    # -- operators -----------------------------------------------------------------------------

    async def act(
        self, action: Action, operator: Operator, conversation: str, text: str = "", mark: str = ""
    ) -> Ticket | None:
        """An operator claims, replies, releases, requeues or closes; None for a repeat.

        `mark`: names the update, so that a repeat does nothing. Raises `NotAllowed`,
        `NoSuchTicket`, `Conflict`, each with a sentence for the operator.
        """
        acted: Ticket | None = None

        async def event(read: Loaded) -> events.Event:
            nonlocal acted
            if read.ticket is None:
                raise NoSuchTicket
            tickets.check(action, operator, read.ticket, read.conversation.status)
            acted = self._after(action, operator, read.ticket)
            return _OPERATOR_EVENTS[action](text)

        def change(ticket: Ticket | None) -> Ticket | None:
            return self._after(action, operator, ticket) if ticket else None

        await self._turn(
            conversation,
            event,
            update=mark or None,
            change=change,
            shows=_SHOWN.get(action, ()),
            closes=action in _ENDS,
        )
        return acted

    def _after(self, action: Action, operator: Operator, ticket: Ticket) -> Ticket:
        match action:
            case Action.CLAIM:
                return replace(ticket, assignee=operator.id, claimed_at=self._clock.now())
            case Action.REQUEUE:
                return replace(ticket, assignee=None, claimed_at=None)
            case _:
                return ticket

    async def lost_operator(self, operator: Operator) -> None:
        """An operator left the group: their tickets wait again."""
        for conversation in await self._store.indexes.waiting():
            read = await self._store.conversations.load(conversation)
            if read.ticket is not None and read.ticket.assignee == operator.id:
                try:
                    await self.act(Action.REQUEUE, operator, conversation)
                except (NotAllowed, NoSuchTicket):
                    continue  # it was closed or released in this very moment

    # -- time ----------------------------------------------------------------------------------

    async def wake(self) -> int:
        """Do what is due by now; returns how many conversations were woken."""
        now = self._clock.now()
        found = await self._store.indexes.due_timers(now)
        for conversation, score in found:
            await self._wake(conversation, score, now)
        return len(found)

    async def _wake(self, conversation: str, score: float, now: datetime) -> None:
        read = await self._store.conversations.load(conversation)
        due = [timer for timer in read.conversation.timers if timer.due <= now]
        later = [timer.due for timer in read.conversation.timers if timer.due > now]
        for timer in due:

            async def event(_: Loaded, kind: events.TimerKind = timer.kind) -> events.Event:
                return events.TimedOut(kind)

            after = await self._turn(conversation, event)
            later = [timer.due for timer in after.conversation.timers]
        await self._store.indexes.settle_timer(conversation, score, min(later, default=None))

    async def undeliverable(self, conversation: str) -> None:
        """Telegram says that the person blocked the bot."""
        await self._store.outbox.drop(conversation)

        async def event(_: Loaded) -> events.Event:
            return events.PersonLeft()

        await self._turn(conversation, event)

    # -- the turn ------------------------------------------------------------------------------

    async def _turn(
        self,
        conversation: str,
        event: Callable[[Loaded], Awaitable[events.Event]],
        *,
        update: str | None = None,
        contact: Contact | None = None,
        change: Callable[[Ticket | None], Ticket | None] | None = None,
        shows: tuple[DeskKind, ...] = (),
        closes: bool = False,
    ) -> Heard:
        for _ in range(MAX_ATTEMPTS):
            read = await self._store.conversations.load(conversation, update)
            if read.repeated:
                return Heard(read.conversation, repeated=True)
            if read.erasing:
                await self._store.conversations.shred(conversation)
            now = self._clock.now()
            try:
                turn = advance(self._library, read.conversation, await event(read), now)
            except IllegalTransition as error:
                raise NoSuchTicket from error
            before = change(read.ticket) if change else read.ticket
            changes = await self._changes(conversation, before, turn, shows, closes=closes)
            changes = replace(changes, contact=contact)
            written = await self._store.conversations.commit(conversation, read, changes, update)
            if written is None:
                return Heard(read.conversation, repeated=True)
            if written:
                if changes.erase_in is not None:
                    await self._store.conversations.shred(conversation)
                if changes.closed:
                    await self._store.indexes.leave_queue(conversation)
                return Heard(turn.conversation)
        raise Conflict

    async def _changes(
        self,
        conversation: str,
        ticket: Ticket | None,
        turn: Turn,
        shows: tuple[DeskKind, ...],
        *,
        closes: bool,
    ) -> Changes:
        """Effects become rows. Texts are rendered now: what is sent later is what was decided."""
        to_person: list[PersonRow] = []
        to_desk: list[tuple[DeskRow, str]] = [(DeskRow(kind), "") for kind in shows]
        said: list[str] = []
        erase_in: str | None = None
        closed = closes
        human = turn.conversation.status is Status.HUMAN
        before = ticket
        for effect in turn.effects:
            match effect:
                case Utter():
                    to_person.append(self._utter(effect))
                case RelayToPerson(text, silent):
                    to_person.append(PersonRow(text, silent=silent, operator=True))
                case OpenTicket():
                    name = await self._name(conversation)
                    ticket = tickets.opened(effect, name, self._clock.now())
                    to_desk.append((DeskRow(DeskKind.OPENED), ""))
                case UpdateTicket() if ticket:
                    ticket = tickets.updated(ticket, effect)
                case NotifyOperators(notice) if ticket:
                    ticket = tickets.noted(ticket, notice)
                    to_desk.append((DeskRow(DeskKind.NOTICE, notice.value), ""))
                case RelayToOperator(text):
                    if human:
                        to_desk.append((DeskRow(DeskKind.SAID), text))
                    else:
                        said.append(text)
                case RelayUnsupported(kind):
                    to_desk.append((DeskRow(DeskKind.UNSUPPORTED, kind.value), ""))
                case WithdrawTicket():
                    closed = True
                    to_desk.append((DeskRow(DeskKind.CLOSED, Notice.WITHDRAWN.value), ""))
                case Erase(locale):
                    erase_in, closed = locale, True
                    if ticket:
                        to_desk = [(DeskRow(DeskKind.CLOSED, Notice.ERASED.value), "")]
                case UpdateTicket() | NotifyOperators():
                    pass  # the ticket ended in this very turn
                case _:
                    assert_never(effect)
        if closes:
            to_desk.append((DeskRow(DeskKind.CLOSED), ""))
        elif ticket and before and ticket != before and not closed:
            to_desk.append((DeskRow(DeskKind.CHANGED), ""))
        return Changes(
            turn.conversation,
            None if closed else ticket,
            closed=closed,
            to_person=to_person,
            to_desk=to_desk,
            transcript=said,
            erase_in=erase_in,
        )

    def _utter(self, effect: Utter) -> PersonRow:
        buttons = tuple(
            (self._catalogue.label(self._library, choice, effect.locale), choice.id)
            for choice in effect.choices
        )
        html = self._catalogue.html(effect.text_id, effect.locale, dict(effect.args))
        return PersonRow(html, buttons, effect.silent)

    async def _name(self, conversation: str) -> str:
        while True:
            name = names.new()
            if await self._store.topics.reserve(name, conversation):
                return name


_ENDS = frozenset({Action.RELEASE, Action.CLOSE})
"""Acts after which the ticket is over."""

_SHOWN = {
    Action.CLAIM: (DeskKind.CHANGED, DeskKind.CLAIMED),
    Action.REQUEUE: (DeskKind.CHANGED,),
}
"""What an act shows in the ticket's topic, beside what the turn itself shows."""

_OPERATOR_EVENTS: Mapping[Action, Callable[[str], events.Event]] = {
    Action.CLAIM: lambda _: events.OperatorClaimed(),
    Action.REPLY: events.OperatorUttered,
    Action.RELEASE: lambda _: events.OperatorReleased(),
    Action.REQUEUE: lambda _: events.OperatorRequeued(),
    Action.CLOSE: lambda _: events.TicketClosed(),
}


def _event(said: inbound.Input, parse: events.Parse, label: Callable[[str], str]) -> events.Event:
    """What happened, in the words of `flows`."""
    match said:
        case inbound.Started(hint):
            return events.SessionStarted(hint)
        case inbound.Wrote(text, hint):
            return events.UserUttered(text, parse, hint)
        case inbound.Pressed(data):
            return events.ChoiceMade(data, label(data))
        case inbound.SentUnsupported(kind, hint):
            return events.UnsupportedSent(kind, hint)
        case inbound.Left():
            return events.PersonLeft()
        case inbound.Returned():
            return events.PersonReturned()
        case _:
            assert_never(said)
