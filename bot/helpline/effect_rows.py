"""Effects become rows: what one turn writes, with every text rendered."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import assert_never

from bot.clock import Clock
from bot.helpline import deck_rows
from bot.store import Changes
from bot.store.rows import Change, DeskKind, DeskRow, PersonRow
from bot.store.staff.closure import Closure
from bot.store.tickets.topics import Topics
from bot.texts.publication import Publication
from bot.tickets import code_names, first_words
from bot.tickets import ticket as tickets
from bot.tickets.hours import KAZAKHSTAN
from bot.tickets.ticket import Ticket
from flows.builtin import ERASED_TEXT
from flows.conversation import Turn
from flows.effects import (
    Alert,
    AskQuestion,
    Correct,
    DeleteMessage,
    Effect,
    Erase,
    Notice,
    NotifyOperators,
    OpenTicket,
    RelayAnswer,
    RelayToOperator,
    RelayToPerson,
    RelayUnsupported,
    Reprioritise,
    SendText,
    ShowFact,
    UpdateTicket,
    Utter,
    WipeChat,
    WithdrawTicket,
)
from flows.status import Status

STILL_NOBODY = "utter_still_nobody"
STILL_NOBODY_HERE = "utter_still_nobody_here"
CLOSED_HOURS = "utter_closed_hours"


@dataclass
class _Written:
    """The rows of one turn in the making."""

    ticket: Ticket | None
    closed: bool
    to_person: list[PersonRow] = field(default_factory=list)
    to_desk: list[tuple[DeskRow, str]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    erase_in: str | None = None
    erased_text: str = ERASED_TEXT
    wipe: bool = False
    facts: bool = False

    def tell_desk(self, kind: DeskKind, detail: str = "", words: str = "") -> None:
        self.to_desk.append((DeskRow(kind, detail), words))


class EffectRows:
    """Makes the rows of a turn. `has_backup`: whether there is a backup to be called."""

    def __init__(self, topics: Topics, closure: Closure, clock: Clock, *, has_backup: bool) -> None:
        self._topics = topics
        self._closure = closure
        self._clock = clock
        self._has_backup = has_backup

    async def changes(
        self,
        conversation: str,
        ticket: Ticket | None,
        turn: Turn,
        shows: Sequence[DeskRow],
        live: Publication,
        *,
        closes: bool,
    ) -> Changes:
        """Effects become rows. Texts are rendered now: what is sent later is what was decided."""
        out = _Written(ticket, closes, to_desk=[(row, "") for row in shows])
        for effect in turn.effects:
            if isinstance(effect, OpenTicket):
                name = await self._name(conversation)
                out.ticket = tickets.opened(effect, name, self._clock.now())
            self._add(out, effect, turn, live)
        if any(isinstance(effect, OpenTicket) for effect in turn.effects):
            if out.ticket is not None and out.said:
                out.ticket = replace(out.ticket, first_words=first_words.mark(out.said[0]))
            await self._tell_closed(out, turn, live)
        if out.ticket and turn.conversation.status is Status.QUEUED:
            out.ticket = tickets.unclaimed(out.ticket)
        if closes:
            out.tell_desk(DeskKind.CLOSED)
        elif out.ticket and ticket and (out.ticket != ticket or out.facts) and not out.closed:
            out.tell_desk(DeskKind.CHANGED)
        return Changes(
            turn.conversation,
            None if out.closed else out.ticket,
            closed=out.closed,
            to_person=out.to_person,
            to_desk=out.to_desk,
            transcript=out.said,
            erase_in=out.erase_in,
            erased_text=out.erased_text,
            wipe=out.wipe,
        )

    def _add(self, out: _Written, effect: Effect, turn: Turn, live: Publication) -> None:
        match effect:
            case Utter():
                out.to_person.append(self._utter(live, effect))
            case SendText(text_id, locale, silent):
                html = live.catalogue.html(text_id, locale)
                out.to_person.append(PersonRow(html, silent=silent, text_id=text_id, chosen=True))
                out.tell_desk(DeskKind.TEXT, text_id)
            case AskQuestion():
                out.to_person.append(deck_rows.question(live, effect))
                out.tell_desk(DeskKind.ASKED, effect.question)
            case RelayAnswer():
                out.to_person.append(deck_rows.mark(live, effect))
                self._hear(out, deck_rows.written(effect.answer), DeskKind.ANSWERED, turn)
            case RelayToPerson(text, silent, ref):
                out.to_person.append(PersonRow(text, silent=silent, operator=True, ref=ref))
            case Correct(text, ref):
                row = PersonRow(text, operator=True, ref=ref, change=Change.CORRECT)
                out.to_person.append(row)
            case DeleteMessage(ref):
                out.to_person.append(PersonRow("", ref=ref, change=Change.UNSEND))
            case OpenTicket():
                out.tell_desk(DeskKind.OPENED)
            case UpdateTicket() if out.ticket:
                out.ticket = tickets.updated(out.ticket, effect)
            case Reprioritise(urgency) if out.ticket:
                out.ticket = replace(out.ticket, urgency=urgency)
            case NotifyOperators(notice) if out.ticket:
                out.ticket = tickets.noted(out.ticket, notice)
                out.tell_desk(DeskKind.NOTICE, notice.value)
            case ShowFact() if out.ticket:
                out.facts = True
            case Alert(level) if out.ticket:
                out.tell_desk(DeskKind.ALERT, level.value)
            case RelayToOperator(text):
                self._hear(out, text, DeskKind.SAID, turn)
            case RelayUnsupported(kind):
                out.tell_desk(DeskKind.UNSUPPORTED, kind.value)
            case WithdrawTicket():
                out.closed = True
                out.tell_desk(DeskKind.CLOSED, Notice.WITHDRAWN.value)
            case Erase(locale, text_id):
                out.erase_in, out.erased_text, out.closed = locale, text_id, True
                if out.ticket:
                    out.to_desk = [(DeskRow(DeskKind.CLOSED, Notice.ERASED.value), "")]
            case WipeChat():
                out.wipe = True
            case UpdateTicket() | NotifyOperators() | ShowFact() | Reprioritise() | Alert():
                pass  # the ticket ended in this very turn
            case _:
                assert_never(effect)

    def _hear(self, out: _Written, words: str, kind: DeskKind, turn: Turn) -> None:
        """What the person said: at once for whoever has the ticket, else for whoever claims it."""
        if turn.conversation.status is Status.HUMAN:
            out.tell_desk(kind, words=words)
        else:
            out.said.append(words)

    def _utter(self, live: Publication, effect: Utter) -> PersonRow:
        buttons = tuple(
            (live.catalogue.label(live.library, choice, effect.locale), choice.id)
            for choice in effect.choices
        )
        text_id = effect.text_id
        if text_id == STILL_NOBODY and not self._has_backup:
            text_id = STILL_NOBODY_HERE  # whoever reads it must not wait for a signal to nobody
        html = live.catalogue.html(text_id, effect.locale, _args(effect))
        return PersonRow(html, buttons, effect.silent, text_id=text_id)

    async def _tell_closed(self, out: _Written, turn: Turn, live: Publication) -> None:
        """Outside the hours, and while a supervisor has closed the desk, the truth is said with the
        receipt. Hours are the world's, so they are looked at here and not in `flows`. Not while
        somebody may be looking: it is unasked."""
        if out.ticket is None or turn.conversation.watched:
            return
        opening = live.hours.opens(self._clock.now(), await self._closure.until())
        if opening is None:
            return
        args = {"next_opening": opening.isoformat(timespec="minutes")}
        html = live.catalogue.html(CLOSED_HOURS, out.ticket.locale, args)
        first = PersonRow(html, silent=True, text_id=CLOSED_HOURS)
        asks = bool(out.to_person and out.to_person[-1].buttons)
        out.to_person.insert(len(out.to_person) - asks, first)  # a question stays last

    async def _name(self, conversation: str) -> str:
        for tries in itertools.count():
            name = code_names.new(tries)
            if await self._topics.reserve(name, conversation):
                return name
        raise AssertionError("counting never ends")


def _args(effect: Utter) -> dict[str, str]:
    """What a text names; a moment that has passed as the time of day in Kazakhstan."""
    args = dict(effect.args)
    if "since" in args:
        since = datetime.fromisoformat(args["since"]).astimezone(KAZAKHSTAN)
        args["since"] = f"{since:%H:%M}"
    return args
