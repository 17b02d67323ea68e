"""What a person's messages, and the time that passes, lead to."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import assert_never

from bot import inbound
from bot.helpline.turns import Heard, Turns
from bot.inbound import Inbound
from bot.live import Live
from bot.ports import Clock, Recogniser
from bot.store import Contact, Loaded, Store
from bot.texts.publication import Publication
from bot.vault import Vault
from flows import erasing, events
from flows.conversation import Conversation
from flows.status import Status


class People:
    """The person's side: hear, wake on time, notice that somebody is gone."""

    def __init__(
        self,
        live: Live,
        store: Store,
        vault: Vault,
        recogniser: Recogniser,
        clock: Clock,
        turns: Turns,
    ) -> None:
        self._live = live
        self._store = store
        self._vault = vault
        self._recogniser = recogniser
        self._clock = clock
        self._turns = turns

    def conversation_of(self, address: int) -> str:
        """The id of the conversation with this chat: a keyed hash."""
        return self._vault.hashed("person", address)

    async def hear(self, update: Inbound) -> Heard:
        """One update of the person's. Raises `StoreUnavailable`, `Conflict`: then nothing was
        written, and Telegram must not be told that the update was taken."""
        conversation = self.conversation_of(update.address)
        mark = self._vault.hashed("update", update.update_id)
        parse: events.Parse | None = None
        live = self._live.current

        async def event(read: Loaded) -> events.Event:
            nonlocal parse
            said = update.input
            if isinstance(said, inbound.Wrote):
                chosen = _typed_choice(live, said, read.conversation)
                if chosen:
                    return chosen
                if parse is None:
                    parse = await self._parse(said.text, read.conversation)
            return _event(update.input, parse or events.Parse(), partial(_label, live))

        at = self._clock.now().timestamp() if update.at is None else update.at
        contact = Contact(update.address, update.message_id, at)
        return await self._turns.take(
            conversation, event, update=mark, contact=contact, publication=live
        )

    async def _parse(self, text: str, conversation: Conversation) -> events.Parse:
        """What was heard. A human's conversation is for the operator alone: only commands, which
        need no model, are looked at there, and the answer to whether to erase everything."""
        if conversation.status is Status.HUMAN and not text.startswith("/"):
            answers = erasing.is_asked(conversation)
            return self._recogniser.short(text) if answers else events.Parse()
        return await self._recogniser.parse(text)

    async def wake(self) -> int:
        """Do what is due by now; returns how many conversations were woken."""
        now = self._clock.now()
        found = await self._store.indexes.due_timers(now)
        for conversation, score in found:
            await self._wake(conversation, score, now)
        return len(found)

    async def _wake(self, conversation: str, score: float, now: datetime) -> None:
        if await self._store.board.is_lifted(conversation):
            await self._lift_mute(conversation)
        read = await self._store.conversations.load(conversation)
        due = [timer for timer in read.conversation.timers if timer.due <= now]
        later = [timer.due for timer in read.conversation.timers if timer.due > now]
        for timer in due:

            async def event(_: Loaded, kind: events.TimerKind = timer.kind) -> events.Event:
                return events.TimedOut(kind)

            after = await self._turns.take(conversation, event)
            later = [timer.due for timer in after.conversation.timers]
        await self._store.indexes.settle_timer(conversation, score, min(later, default=None))

    async def erase(self, conversation: str) -> None:
        """Erase one conversation by order of whoever runs the helpline. Raises `Conflict`."""

        async def event(_: Loaded) -> events.Event:
            return events.ErasureOrdered()

        await self._turns.take(conversation, event)

    async def _lift_mute(self, conversation: str) -> None:
        """A supervisor has looked at the mute and ended it; the word is forgotten after the turn,
        so a crash repeats it."""

        async def event(_: Loaded) -> events.Event:
            return events.MuteLifted()

        await self._turns.take(conversation, event)
        await self._store.board.forget_lift(conversation)

    async def not_corrected(self, conversation: str) -> None:
        """An operator's correction couldn't reach the person any more: operators are told."""

        async def event(_: Loaded) -> events.Event:
            return events.NotCorrected()

        await self._turns.take(conversation, event)

    async def undeliverable(self, conversation: str) -> None:
        """Telegram says that the person blocked the bot."""
        await self._store.outbox.drop(conversation)

        async def event(_: Loaded) -> events.Event:
            return events.PersonLeft()

        await self._turns.take(conversation, event)


def _typed_choice(
    live: Publication, said: inbound.Wrote, conversation: Conversation
) -> events.ChoiceMade | None:
    """Somebody who types a button's words means the button."""
    top = conversation.top
    human = conversation.status is Status.HUMAN and not erasing.is_asked(conversation)
    if top is None or human:
        return None
    words = said.text.strip().casefold()
    for choice in live.library.offered.get((top.flow, top.step), ()):
        label = live.catalogue.label(live.library, choice, conversation.locale)
        if label.casefold() == words:
            return events.ChoiceMade(choice.id, label)
    return None


def _label(live: Publication, choice_id: str, locale: str | None = None) -> str:
    choice = live.library.choices.get(choice_id)
    return live.catalogue.label(live.library, choice, locale) if choice else ""


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
        case inbound.Exited():
            return events.ExitAsked()
        case inbound.Left():
            return events.PersonLeft()
        case inbound.Returned():
            return events.PersonReturned()
        case _:
            assert_never(said)
