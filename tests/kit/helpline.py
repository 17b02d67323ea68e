"""A helpline without Telegram on a real Redis: people and operators are numbers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from bot.clock import Clock, SettableClock
from bot.compose import Parts
from bot.helpline import inputs
from bot.helpline.inputs import Inbound, Input
from bot.helpline.recogniser import Recogniser
from bot.privacy.pseudonyms import Pseudonyms
from bot.store import LoadedConversation
from bot.store.rows import Audience, Change, DeskRow, PersonRow
from bot.texts.publication import Publication
from bot.tickets.hours import ALWAYS, Hours
from bot.tickets.operator import Operator, Role
from bot.tickets.ticket import NO_DETAILS, Action, Details, Ticket
from flows.status import Status
from tests.kit import own
from tests.kit.empty_servers import empty_servers


@asynccontextmanager
async def fresh_parts(
    *,
    clock: Clock | None = None,
    recogniser: Recogniser | None = None,
    shown: Publication | None = None,
    **settings: Any,
) -> AsyncIterator[Parts]:
    """The parts of a process, with a new master key, on empty servers of their own.

    `shown`: instead of what these settings show; `settings`: more fields of `Settings`.
    """
    async with empty_servers() as servers:
        chosen = own.settings_on(servers, **settings)
        async with own.parts(chosen, clock=clock, recogniser=recogniser, shown=shown) as built:
            yield built


@dataclass
class Helpline:
    """One helpline. People are numbers from 1 on, operators are those whom a test admits.

    Updates and messages of people are numbered from `first_update` and `first_message` on.
    """

    parts: Parts
    clock: SettableClock
    names: Pseudonyms
    first_update: int = 0
    first_message: int = 0
    steps: int = 0

    # -- what is known -------------------------------------------------------------------------

    def conversation(self, person: int) -> str:
        return self.names.person(person)

    async def loaded(self, person: int) -> LoadedConversation:
        return await self.parts.store.conversations.load(self.conversation(person))

    async def status(self, person: int) -> Status:
        return (await self.loaded(person)).conversation.status

    async def ticket(self, person: int) -> Ticket:
        found = (await self.loaded(person)).ticket
        assert found is not None, "there is a ticket"
        return found

    # -- what people and operators do ----------------------------------------------------------

    def next_message(self) -> int:
        """A number that no message has had."""
        self.steps += 1
        return self.first_message + self.steps

    async def hears(self, person: int, given: Input) -> None:
        """Whatever a person does; nothing is delivered yet."""
        message = self.next_message()
        update = self.first_update + self.steps
        await self.parts.helpline.hear(Inbound(update, person, given, message))

    async def writes(self, person: int, text: str) -> None:
        await self.hears(person, inputs.Wrote(text))

    async def asks(self, person: int) -> None:
        """Somebody whose language is known asks for a human."""
        await self.writes(person, "Русский")
        await self.writes(person, "/operator")

    async def admits(self, number: int, name: str, role: Role = Role.OPERATOR) -> Operator:
        return await self.parts.helpline.staff.by_telegram.admit(number, name, role)

    async def acts(
        self,
        action: Action,
        operator: Operator,
        person: int,
        text: str = "",
        details: Details = NO_DETAILS,
        *,
        mark: str = "",
    ) -> Ticket | None:
        """`mark`: of the operator's update, so that it counts once."""
        return await self.parts.helpline.act(
            action, operator, self.conversation(person), text, mark, details=details
        )

    async def waits(self, seconds: float) -> None:
        self.clock.advance(seconds)
        await self.parts.helpline.wake()
        await self.parts.helpline.read_held()

    # -- what either side is sent --------------------------------------------------------------

    async def to_person(self, person: int) -> list[PersonRow]:
        """What the person is sent, taken out."""
        conversation, outbox = self.conversation(person), self.parts.store.outbox
        rows = []
        for number, (raw, row) in enumerate(await outbox.for_person(conversation)):
            await outbox.sent(conversation, Audience.PERSON, raw)
            if row.change is Change.SEND and row.ref:
                await self.parts.store.people.relay(conversation, row.ref, 900 + number)
            rows.append(row)
        return rows

    async def to_desk(self, person: int) -> list[DeskRow]:
        """What the desk is shown, taken out; audit entries are kept."""
        conversation, outbox = self.conversation(person), self.parts.store.outbox
        shown = []
        for raw, row, _words in await outbox.for_desk(conversation):
            if row.kind == "audit":
                await self.parts.store.audit.append(row.sealed)
            await outbox.sent(conversation, Audience.DESK, raw)
            shown.append(row)
        return shown


@asynccontextmanager
async def open_helpline(
    clock: SettableClock,
    hours: Hours = ALWAYS,
    recogniser: Recogniser | None = None,
    **settings: Any,
) -> AsyncIterator[Helpline]:
    """A helpline without operators, with what waits for its review. `settings`: see
    `fresh_parts`."""
    shown = own.publication(clock, hours=hours)
    async with fresh_parts(clock=clock, recogniser=recogniser, shown=shown, **settings) as built:
        yield Helpline(built, clock, await built.store.people_key.names())
