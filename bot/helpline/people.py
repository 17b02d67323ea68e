"""What a person's messages, and the time that passes, lead to."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import assert_never

from bot.clock import Clock
from bot.errors import Conflict, StoreUnavailable
from bot.helpline import inputs
from bot.helpline.batching import Batching, Held
from bot.helpline.inputs import Inbound
from bot.helpline.recogniser import Recogniser
from bot.helpline.turns import Heard, Turns
from bot.privacy.vault import Vault
from bot.store import Contact, Loaded, Store
from bot.texts.current import Live
from bot.texts.publication import Publication
from flows import events
from flows.conversation import Conversation
from flows.engine import erasing, presence
from flows.engine.meaning import gets_through
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
        self._batching = Batching(clock.monotonic)

    async def conversation_of(self, address: int) -> str:
        """The id of the conversation with this chat: a keyed hash. Raises `StoreUnavailable`,
        `NotAllowed` at the desk."""
        return (await self._store.people_key.names()).person(address)

    async def hear(self, update: Inbound) -> Heard:
        """One update of the person's. Raises `StoreUnavailable`, `Conflict`: then nothing was
        written, and Telegram must not be told that the update was taken."""
        names = await self._store.people_key.names()
        conversation, mark = names.person(update.address), names.update(update.update_id)
        parse: events.Parse | None = None
        live = self._live.current

        async def event(read: Loaded) -> events.Event:
            nonlocal parse
            said = update.input
            if isinstance(said, inputs.Wrote):
                chosen = _typed_choice(live, said, read.conversation)
                if chosen:
                    return chosen
                if parse is None:
                    parse = await self._parse(said.text, conversation, read, live)
            return _event(update.input, parse or events.Parse(), partial(_label, live))

        at = self._clock.now().timestamp() if update.at is None else update.at
        contact = Contact(update.address, update.message_id, at)
        heard = await self._turns.take(
            conversation, event, update=mark, contact=contact, publication=live
        )
        erased = heard.conversation.heard_at is None
        if erased or isinstance(update.input, inputs.Exited | inputs.Left):
            self._batching.forget(conversation)
        return heard

    async def _parse(
        self, text: str, conversation: str, read: Loaded, live: Publication
    ) -> events.Parse:
        """What was heard. A human's conversation is for the operator alone: only commands, which
        need no model, are looked at there, and the answer to whether to erase everything. Nor is
        the model asked about each message of a flood (`batching`)."""
        state = read.conversation
        if state.status is Status.HUMAN:
            wanted = text.startswith("/") or erasing.is_asked(state)
            return self._recogniser.short(text) if wanted else events.Parse()
        if read.own is not None and presence.is_flooding(state, text, self._clock.now()):
            heard = self._recogniser.short(text)
            enough = heard.source is events.Source.COMMAND or gets_through(live.library, heard)
            hold = partial(self._batching.hold, conversation, text, read.own.key)
            if enough or hold(watched=state.watched):
                return heard
        return await self._recogniser.parse(text)

    async def read_held(self) -> int:
        """Let the model read what it was spared of floods and is due; returns of how many chats.

        Raises `StoreUnavailable`, `Conflict`: then that is held still.
        """
        due = self._batching.take_due()
        ends = await asyncio.gather(
            *(self._read_held(name, held) for name, held in due.items()), return_exceptions=True
        )
        for end in ends:
            if end is not None:
                raise end
        return len(due)

    async def _read_held(self, conversation: str, held: Held) -> None:
        """Danger is answered as that of any message, and so is what is always answered. Operators
        may see lines twice that they had singly: better than none."""
        text, live = held.text, self._live.current
        parse = await self._recogniser.parse(text)
        if not gets_through(live.library, parse):
            return

        async def event(read: Loaded) -> events.Event:
            if _is_over(held, read):
                raise _Over
            return events.UserUttered(text, parse)

        try:
            await self._turns.take(conversation, event, publication=live)
        except _Over:
            pass
        except (StoreUnavailable, Conflict):
            self._batching.put_back(conversation, held)
            raise

    async def wake(self) -> int:
        """Do what is due by now; returns how many conversations were woken."""
        now = self._clock.now()
        found = await self._store.conversations.to_wake(now)
        for conversation in found:
            await self._wake(conversation, now)
        return len(found)

    async def _wake(self, conversation: str, now: datetime) -> None:
        if await self._store.board.is_lifted(conversation):
            await self._lift_mute(conversation)
        read = await self._store.conversations.load(conversation)
        due = [timer for timer in read.conversation.timers if timer.due <= now]
        for timer in due:

            async def event(_: Loaded, kind: events.TimerKind = timer.kind) -> events.Event:
                return events.TimedOut(kind)

            await self._turns.take(conversation, event)
        if not due:  # its rows lapsed, or its key is gone
            await self._store.conversations.enter(conversation, read)

    async def erase(self, conversation: str) -> None:
        """Erase one conversation by order of whoever runs the helpline. Raises `Conflict`."""

        async def event(_: Loaded) -> events.Event:
            return events.ErasureOrdered()

        await self._turns.take(conversation, event)

    async def _lift_mute(self, conversation: str) -> None:
        """A supervisor has looked at the mute and ended it."""

        async def event(_: Loaded) -> events.Event:
            return events.MuteLifted()

        await self._turns.take(conversation, event, lifted=True)

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


class _Over(Exception):
    """What was held back isn't to be heard any more."""


def _is_over(held: Held, read: Loaded) -> bool:
    """Everything was erased; the chat was emptied, and nothing is to come into it unasked; or an
    operator reads the person's words."""
    erased = read.own is None or read.own.key != held.key
    left = read.conversation.watched and not held.watched
    return erased or left or read.conversation.status is Status.HUMAN


def _typed_choice(
    live: Publication, said: inputs.Wrote, conversation: Conversation
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


def _event(said: inputs.Input, parse: events.Parse, label: Callable[[str], str]) -> events.Event:
    """What happened, in the words of `flows`."""
    match said:
        case inputs.Started(hint):
            return events.SessionStarted(hint)
        case inputs.Wrote(text, hint):
            return events.UserUttered(text, parse, hint)
        case inputs.Pressed(data):
            return events.ChoiceMade(data, label(data))
        case inputs.SentUnsupported(kind, hint):
            return events.UnsupportedSent(kind, hint)
        case inputs.Exited():
            return events.ExitAsked()
        case inputs.Left():
            return events.PersonLeft()
        case inputs.Returned():
            return events.PersonReturned()
        case _:
            assert_never(said)
