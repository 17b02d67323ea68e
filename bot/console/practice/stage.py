"""A practice dialogue on the real program: a helpline apart, and a simulated person.

What is meant for Telegram is read here, as the person reads it, and taken out.
"""

import asyncio
from dataclasses import dataclass, field

from bot.compose import Parts
from bot.console.apart import Apart
from bot.console.practice.play import (
    Began,
    Claimed,
    Deed,
    Ended,
    Happening,
    Leaves,
    OperatorWrote,
    Passed,
    Play,
    Says,
    advance,
)
from bot.helpline import inputs
from bot.helpline.inputs import Inbound, Input
from bot.practising import practice
from bot.store import Changes, Redis
from bot.store.rows import Audience, Change, DeskKind, DeskRow, PersonRow
from bot.texts.catalogue import plain
from bot.texts.practice.script import Opens, Script
from bot.texts.practice.signs import Signs
from bot.tickets.operator import Operator
from bot.tickets.ticket import Outcome
from flows.conversation import Conversation
from flows.status import Status

ADDRESS = 1
"""The simulated person's chat: no number of Telegram's begins there."""

DANGER = ("need", "danger")
ASK_HUMAN = "/operator"
_ENDS = frozenset({"close", "release", "mute"})


@dataclass
class Stage:
    """A practice that goes on. `parts`: as the desk's pages take them; `play`: where it stands."""

    parts: Parts
    play: Play
    signs: Signs
    apart: Apart
    conversation: str = ""
    _turn: int = 0
    _busy: asyncio.Lock = field(default_factory=asyncio.Lock)

    @classmethod
    async def begin(
        cls, real: Parts, redis: Redis, script: Script, locale: str, signs: Signs, who: Operator
    ) -> "Stage":
        """The person has written, and waits. Raises `StoreUnavailable`, `Conflict`."""
        apart = await Apart.begin(real, redis)
        stage = cls(apart.parts, Play(script, locale, real.clock.now()), signs, apart)
        with practice():
            await apart.parts.store.roster.put(who)
            await stage._arrive(locale)
            await stage._goes_on([Began()])
        return stage

    async def tick(self) -> bool:
        """Let happen what is due, on either side; whether anything did. Raises `StoreUnavailable`,
        `Conflict`: then it is due still."""
        with practice():
            return await self._goes_on([Passed()])

    async def end(self) -> None:
        """Delete every row. Raises `StoreUnavailable`: then they lapse by themselves."""
        if not self.play.over:
            self.play, _ = advance(self.play, Ended(), self.parts.clock.now())
        await self.apart.empty()

    # -- the person ----------------------------------------------------------------------------

    async def _arrive(self, locale: str) -> None:
        """Somebody whose language is known: how it is asked for isn't the operator's business."""
        self.conversation = await self.parts.helpline.conversation_of(ADDRESS)
        conversations = self.parts.store.conversations
        read = await conversations.load(self.conversation)
        await conversations.commit(
            self.conversation, read, Changes(Conversation(locale=locale), None)
        )
        if self.play.script.opens is Opens.PERSON:
            await self._hear(inputs.Wrote(ASK_HUMAN))

    async def _does(self, deed: Deed) -> None:
        match deed:
            case Says(text):
                await self._hear(inputs.Wrote(text))
                if not await self._waits_or_talks() and self.play.claimed_at is None:
                    await self._hear(inputs.Pressed(self._danger()))
                    await self._hear(inputs.Wrote(text))
            case Leaves():
                await self._hear(inputs.Blocked())

    async def _waits_or_talks(self) -> bool:
        read = await self.parts.store.conversations.load(self.conversation)
        return read.conversation.status in {Status.QUEUED, Status.HUMAN}

    def _danger(self) -> str:
        """The menu's button for danger, for words that the keywords alone don't understand."""
        found = self.parts.library.choices.values()
        return next(one.id for one in found if (one.slot, one.value) == DANGER)

    async def _hear(self, given: Input) -> None:
        self._turn += 1
        await self.parts.helpline.hear(Inbound(self._turn, ADDRESS, given, self._turn))

    # -- the operator --------------------------------------------------------------------------

    async def _goes_on(self, first: list[Happening]) -> bool:
        async with self._busy:
            await self.parts.helpline.wake()
            changed = False
            happened: list[Happening] = [*first, *await self._operator_did()]
            while happened:
                deeds: list[Deed] = []
                for one in happened:
                    before = self.play
                    self.play, done = advance(before, one, self.parts.clock.now())
                    changed = changed or self.play != before
                    deeds += done
                for deed in deeds:
                    await self._does(deed)
                happened = await self._operator_did() if deeds else []
            return changed

    async def _operator_did(self) -> list[Happening]:
        """What lies in both outboxes, taken out: what the operator did, what the person reads."""
        outbox, happened = self.parts.store.outbox, list[Happening]()
        ready: dict[str, str] = {}
        for raw, row, _ in await outbox.for_desk(self.conversation):
            await outbox.sent(self.conversation, Audience.DESK, raw)
            happened += self._done(row)
            if row.kind is DeskKind.TEXT:
                ready[row.detail] = ""
            elif row.kind is DeskKind.ASKED:
                ready[row.detail] = row.detail
        for raw, message in await outbox.for_person(self.conversation):
            await outbox.sent(self.conversation, Audience.PERSON, raw)
            if message.change is not Change.SEND:
                continue
            if message.ref:
                await self.parts.store.people.relay(self.conversation, message.ref, self._turn)
            if message.operator or message.text_id in ready:
                happened.append(self._read(message, ready.get(message.text_id, "")))
        return sorted(happened, key=lambda one: isinstance(one, Ended))

    def _read(self, message: PersonRow, question: str) -> Happening:
        text = message.text if message.operator else plain(message.text)
        return OperatorWrote(text, self.signs.hear(text, question), question)

    def _done(self, row: DeskRow) -> list[Happening]:
        if row.kind is DeskKind.CLAIMED:
            return [Claimed()]
        if row.kind is not DeskKind.AUDIT:
            return []
        entry = self.parts.store.audit.opened(row.sealed)
        if entry is None or entry.action not in _ENDS:
            return []
        outcome = entry.detail if entry.action == "close" else ""
        return [Ended(Outcome(outcome) if outcome else None)]
