"""Effects become rows: what one turn writes, with every text rendered."""

from typing import assert_never

from bot import names, tickets
from bot.ports import Clock
from bot.store import Changes, Store
from bot.store.rows import DeskKind, DeskRow, PersonRow
from bot.texts.publication import Publication
from bot.tickets import Ticket
from flows.conversation import Turn
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
    WipeChat,
    WithdrawTicket,
)
from flows.status import Status


class Rows:
    """Makes the rows of a turn."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def changes(
        self,
        conversation: str,
        ticket: Ticket | None,
        turn: Turn,
        shows: tuple[DeskKind, ...],
        live: Publication,
        *,
        closes: bool,
    ) -> Changes:
        """Effects become rows. Texts are rendered now: what is sent later is what was decided."""
        to_person: list[PersonRow] = []
        to_desk: list[tuple[DeskRow, str]] = [(DeskRow(kind), "") for kind in shows]
        said: list[str] = []
        erase_in: str | None = None
        wipe = False
        closed = closes
        human = turn.conversation.status is Status.HUMAN
        before = ticket
        for effect in turn.effects:
            match effect:
                case Utter():
                    to_person.append(_utter(live, effect))
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
                case WipeChat():
                    wipe = True
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
            wipe=wipe,
        )

    async def _name(self, conversation: str) -> str:
        while True:
            name = names.new()
            if await self._store.topics.reserve(name, conversation):
                return name


def _utter(live: Publication, effect: Utter) -> PersonRow:
    buttons = tuple(
        (live.catalogue.label(live.library, choice, effect.locale), choice.id)
        for choice in effect.choices
    )
    html = live.catalogue.html(effect.text_id, effect.locale, dict(effect.args))
    return PersonRow(html, buttons, effect.silent)
