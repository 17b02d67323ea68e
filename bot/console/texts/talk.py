"""A dialogue tried from one of its steps: the real core on the working tree's texts, nobody real.

The clock stands still but for `wait`, as in `helpline talk`.
"""

import asyncio
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from bot.clock import SettableClock
from bot.compose import Parts
from bot.console.apart import Apart
from bot.helpline import inputs
from bot.helpline.inputs import Inbound, Input
from bot.practising import practice
from bot.store import Changes, Redis
from bot.store.rows import Audience, Change, PersonRow
from bot.studio.reach import in_danger
from bot.studio.snapshot import Snapshot
from bot.texts.hours import read_hours
from bot.texts.publication import Publication
from bot.tickets.hours import Hours
from bot.tickets.ticket import Ticket
from flows.builtin import EMERGENCY_FLOW, WAITING_FLOW
from flows.conversation import Conversation
from flows.events import StepTried
from flows.format.model import Flow, HandoverStep, Library, SlotType

ADDRESS = 1
"""The chat: no number of Telegram's begins there."""

LOOK_SECONDS = 30.0
"""Between two looks at what is due, while time passes."""

_COMMANDS: dict[str, Input] = {"/start": inputs.Started(), "/exit": inputs.Exited()}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the chat. `own`: in the person's place; `text_id`: of the catalogue, or "";
    `buttons`: (label, choice id)."""

    words: Markup
    own: bool = False
    text_id: str = ""
    buttons: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What an act led to. `emptied`: everything before these lines is gone from the chat; `ticket`:
    what operators would see, None where nobody was called."""

    lines: tuple[Line, ...]
    emptied: bool
    ticket: Ticket | None


@dataclass
class Talk:
    """One chat. `written`: the language whose texts it shows. Its acts raise `StoreUnavailable`,
    `Conflict`."""

    apart: Apart
    clock: SettableClock
    conversation: str
    written: str
    _shown: dict[str, str] = field(default_factory=dict)
    _turn: int = 0
    _busy: asyncio.Lock = field(default_factory=asyncio.Lock)

    @classmethod
    async def begin(cls, real: Parts, redis: Redis, snapshot: Snapshot, locale: str) -> "Talk":
        """A chat with somebody whose language is known, and who has read the notice."""
        clock = SettableClock(real.clock.now())
        live = Publication(
            "", snapshot.library, snapshot.catalogue, await asyncio.to_thread(_hours, snapshot)
        )
        apart = await Apart.begin(real, redis, publication=live, clock=clock)
        with practice():
            conversation = await apart.parts.helpline.conversation_of(ADDRESS)
            conversations = apart.parts.store.conversations
            read = await conversations.load(conversation)
            known = Conversation(locale=locale, noticed=True)
            await conversations.commit(conversation, read, Changes(known, None))
        written = snapshot.catalogue.locales[locale].derived_from or locale
        return cls(apart, clock, conversation, written)

    async def go_to(self, flow: str, step: str) -> Told:
        """Begin at a step. What must have happened before, such as a call for a human, has."""
        library = self.apart.parts.library
        slots = tuple(
            (slot.name, self.clock.now().date().isoformat())
            for slot in library.slots.values()
            if slot.type is SlotType.DATE
        )
        async with self._busy:
            with practice():
                before = _before(library, library.flows[flow], step)
                if before is not None:
                    await self._try(StepTried(*before))
                    await self._told()
                await self._try(StepTried(flow, step, slots))
                return await self._told()

    async def write(self, words: str) -> Told:
        """The person writes, or gives a command."""
        return await self._hear(_COMMANDS.get(words, inputs.Wrote(words)), words)

    async def press(self, choice_id: str) -> Told:
        """The person presses a button. Raises `KeyError` for one that was never shown."""
        return await self._hear(inputs.Pressed(choice_id), self._shown[choice_id])

    async def wait(self, seconds: float) -> Told:
        """Time passes; what is due happens when it is due."""
        async with self._busy:
            with practice():
                end = self.clock.now().timestamp() + seconds
                while (left := end - self.clock.now().timestamp()) > 0:
                    self.clock.advance(min(left, LOOK_SECONDS))
                    await self.apart.parts.helpline.wake()
                return await self._told()

    async def end(self) -> None:
        """Delete every row. Raises `StoreUnavailable`: then they lapse by themselves."""
        await self.apart.empty()

    async def _try(self, where: StepTried) -> None:
        await self.apart.parts.helpline.try_from(self.conversation, where)

    async def _hear(self, given: Input, words: str) -> Told:
        async with self._busy:
            with practice():
                self._turn += 1
                await self.apart.parts.helpline.hear(
                    Inbound(self._turn, ADDRESS, given, self._turn)
                )
                return await self._told(Line(escape(words), own=True))

    async def _told(self, *own: Line) -> Told:
        """What lies in both outboxes, taken out."""
        store, here = self.apart.parts.store, self.conversation
        for raw, _, _ in await store.outbox.for_desk(here):
            await store.outbox.sent(here, Audience.DESK, raw)
        lines = list(own)
        emptied = (await store.people.tasks(here)).wipe
        if emptied:
            lines.clear()
            await store.people.wiped(here)
        for raw, row in await store.outbox.for_person(here):
            await store.outbox.sent(here, Audience.PERSON, raw)
            if row.change is Change.SEND:
                lines.append(self._line(row))
        tasks = await store.people.tasks(here)
        if tasks.erase_in is not None:
            emptied = True
            await store.conversations.shred(here)
            await store.people.erased(here)
            words = self.apart.parts.catalogue.html(tasks.erased_text, tasks.erase_in)
            lines = [Line(Markup(words), text_id=tasks.erased_text)]  # noqa: S704 - escaped where it is made
        read = await store.conversations.load(here)
        return Told(tuple(lines), emptied, read.ticket)

    def _line(self, row: PersonRow) -> Line:
        self._shown |= {choice_id: label for label, choice_id in row.buttons}
        words = Markup(row.text)  # noqa: S704 - escaped where it is made
        return Line(words, text_id=row.text_id, buttons=row.buttons)


def _hours(snapshot: Snapshot) -> Hours:
    return read_hours(snapshot.content)


def _before(library: Library, flow: Flow, step: str) -> tuple[str, str] | None:
    """The handover that must have been before a step; None if nobody need have been called."""
    for one in flow.steps:
        if one.id == step:
            break
        if isinstance(one, HandoverStep):
            return flow.id, one.id
    own = next((one.id for one in flow.steps[:1] if isinstance(one, HandoverStep)), None)
    if own is not None:
        return None
    waits = bool(flow.answers or flow.waits_with)
    if waits or flow.id in in_danger(library):
        return EMERGENCY_FLOW, library.flows[EMERGENCY_FLOW].steps[0].id
    if flow.id == WAITING_FLOW:
        return next(
            (one.id, one.steps[0].id)
            for one in library.flows.values()
            if isinstance(one.steps[0], HandoverStep) and not one.is_urgent
        )
    return None
