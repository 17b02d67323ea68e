"""The use cases without Telegram: people and operators by number, on a real Redis."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from bot.clock import SettableClock
from bot.compose import Parts
from bot.config import Settings
from bot.helpline import inputs
from bot.helpline.inputs import Inbound
from bot.helpline.recogniser import Recogniser
from bot.privacy.naming import Names
from bot.privacy.vault import Keys
from bot.processes.redis_server import store_and_keyring
from bot.store import Loaded
from bot.store.rows import Audience, Change, DeskRow, PersonRow
from bot.tickets.hours import ALWAYS, Hours
from bot.tickets.operator import Operator, Role
from bot.tickets.ticket import NO_DETAILS, Action, Details, Ticket
from tests.kit import own
from tests.kit.own import parts

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
DANGER = "нас заперли помогите"


@dataclass
class Bench:
    """One helpline. People are numbers from 1 on, operators are those whom a test admits."""

    parts: Parts
    clock: SettableClock
    names: Names
    updates: int = 0
    rows: dict[int, list[PersonRow]] = field(default_factory=dict)

    def conversation(self, person: int) -> str:
        return self.names.person(person)

    async def loaded(self, person: int) -> Loaded:
        return await self.parts.store.conversations.load(self.conversation(person))

    async def ticket(self, person: int) -> Ticket:
        found = (await self.loaded(person)).ticket
        assert found is not None, "there is a ticket"
        return found

    async def writes(self, person: int, text: str) -> None:
        self.updates += 1
        said = Inbound(self.updates, person, inputs.Wrote(text), self.updates)
        await self.parts.helpline.hear(said)

    async def asks(self, person: int) -> None:
        """Somebody whose language is known asks for a human."""
        await self.writes(person, "Русский")
        await self.writes(person, "/operator")

    async def admits(self, number: int, name: str, role: Role = Role.OPERATOR) -> Operator:
        return await self.parts.helpline.staff.admit(number, name, role)

    async def acts(
        self,
        action: Action,
        operator: Operator,
        person: int,
        text: str = "",
        details: Details = NO_DETAILS,
    ) -> Ticket | None:
        return await self.parts.helpline.act(
            action, operator, self.conversation(person), text, details=details
        )

    async def waits(self, seconds: float) -> None:
        self.clock.advance(seconds)
        await self.parts.helpline.wake()
        await self.parts.helpline.read_held()

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
async def benches(
    clock: SettableClock, hours: Hours = ALWAYS, recogniser: Recogniser | None = None
) -> AsyncIterator[Bench]:
    """A helpline without operators, on a Redis of its own."""
    async with store_and_keyring() as servers:
        settings = Settings(
            redis_url=servers.store, keyring_url=servers.keyring, master_key=Keys.new_master()
        )
        shown = own.publication(clock, hours=hours)  # with what waits for its review
        async with parts(settings, clock=clock, recogniser=recogniser, shown=shown) as built:
            yield Bench(built, clock, await built.store.people_key.names())


@pytest.fixture
async def bench() -> AsyncIterator[Bench]:
    """A helpline without operators."""
    async with benches(SettableClock(NOW)) as built:
        yield built
