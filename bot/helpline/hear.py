"""The use case of people: their messages, buttons and commands are heard."""

import asyncio
from functools import partial
from typing import assert_never

from bot.clock import Clock
from bot.errors import Conflict, StoreUnavailable
from bot.helpline import inputs
from bot.helpline.acts import Act
from bot.helpline.batching import Batching, Held
from bot.helpline.inputs import Inbound
from bot.helpline.recent_messages import RecentMessages, is_faint, is_piece
from bot.helpline.recogniser import Recogniser
from bot.helpline.situations import situation
from bot.helpline.turns import TurnResult, Turns
from bot.helpline.typed_choices import typed_choice
from bot.store import Contact, LoadedConversation
from bot.store.keyring.people_key import PeopleKey
from bot.store.names import Index
from bot.store.partitions import Partitions
from bot.texts import asking
from bot.texts.current import LivePublication
from bot.texts.publication import Publication
from flows import events
from flows.engine import activity, erasing
from flows.engine.meaning import gets_through
from flows.engine.open_topic import open_page
from flows.status import Status
from nlu.context import in_context

GLANCE_LETTERS = 300
"""Of the beginning and of the end of a long message, where it is only asked who goes first."""


class Hearing:
    """Hears people: updates one by one, and the messages that a flood held back."""

    def __init__(
        self,
        live: LivePublication,
        people_key: PeopleKey,
        partitions: Partitions,
        recogniser: Recogniser,
        clock: Clock,
        turns: Turns,
    ) -> None:
        self._live = live
        self._people_key = people_key
        self._partitions = partitions
        self._recogniser = recogniser
        self.clock = clock
        self._turns = turns
        self._batching = Batching(clock.monotonic)
        self._recent = RecentMessages(clock.monotonic)

    async def conversation_of(self, address: int) -> str:
        """The id of the conversation with this chat: a keyed hash. Raises `StoreUnavailable`,
        `NotAllowed` at the desk."""
        return (await self._people_key.names()).person(address)

    async def hear(self, update: Inbound) -> TurnResult:
        """Hear a person's update. Raises `StoreUnavailable`, `Conflict`: then nothing was written,
        and Telegram must not be told that the update was taken."""
        names = await self._people_key.names()
        conversation, mark = names.person(update.address), names.update(update.update_id)
        live = self._live.current
        said = _Said(update.input, conversation, live, self)
        at = self.clock.now().timestamp() if update.at is None else update.at
        contact = Contact(update.address, update.message_id, at)
        heard = await self._turns.take(
            conversation, said, update=mark, contact=contact, publication=live
        )
        erased = heard.conversation.heard_at is None
        if erased or isinstance(update.input, inputs.Exited | inputs.Blocked):
            self._batching.forget(conversation)
            self._recent.forget(conversation)
        return heard

    async def goes_first(self, conversation: str, text: str) -> bool:
        """Whether a message can't wait, as far as can be told without reading it: danger, a wish
        for a human or for erasure that keywords hear, a command; or an operator talks to this
        chat, which is asked first, since looking for keywords takes longer. Of a long message only
        beginning and end are looked at. Raises `StoreUnavailable`."""
        if await self._partitions.names(Index.CLAIMED, conversation):
            return True
        beginning, end = text[:GLANCE_LETTERS], text[GLANCE_LETTERS:][-GLANCE_LETTERS:]
        heard = self._recogniser.short(f"{beginning} {end}" if end else beginning)
        is_command = heard.source is events.Source.COMMAND
        return is_command or gets_through(self._live.current.library, heard)

    async def parse(
        self, text: str, conversation: str, read: LoadedConversation, live: Publication
    ) -> events.Parse:
        """Understand a message. A human's conversation is for the operator alone: only commands,
        which need no model, are looked at there, and the answer to whether to erase everything. Nor
        is the model asked about each message of a flood (`batching`)."""
        state = read.conversation
        if state.status is Status.HUMAN:
            wanted = text.startswith("/") or erasing.is_asked(state)
            return self._recogniser.short(text) if wanted else events.Parse()
        if read.own is not None and activity.is_flooding(state, text, self.clock.now()):
            heard = self._recogniser.short(text)
            enough = heard.source is events.Source.COMMAND or gets_through(live.library, heard)
            hold = partial(self._batching.hold, conversation, text, read.own.key)
            if enough or hold(watched=state.watched):
                return heard
        page = open_page(live.library, state, self.clock.now())
        return await self._with_recent(text, conversation, read, page)

    async def _with_recent(
        self, text: str, conversation: str, read: LoadedConversation, page: str
    ) -> events.Parse:
        """A message with the pieces right before it, unless it says something by itself in a form
        that the keywords know. In an emergency the alarm has been given: each is read alone. So is
        what goes on with an open `page` ("two months", "the passport is with me"), but for an
        alarm that the pieces before it explain; that costs one reading more."""
        recent = self._recent
        if read.conversation.in_emergency or not is_piece(text) or self._says_something(text):
            recent.forget(conversation)
            return await self._recogniser.parse(text)
        key = None if read.own is None else read.own.key
        joined = recent.joined(conversation, key, text)
        parse = await self._recogniser.parse(joined)
        if joined != text and (is_faint(parse) or (page and not parse.urgent)):
            alone = await self._recogniser.parse(text)
            parse = alone if parse.urgent or not alone.urgent else parse
        if parse.urgent:
            recent.forget(conversation)
        else:
            recent.remember(conversation, key, text)
        return parse

    def _says_something(self, text: str) -> bool:
        said = self._recogniser.short(text)
        return said.source is not events.Source.NOBODY or bool(said.signals or said.kinds)

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
        try:
            await self._turns.take(conversation, _HeldBack(held, text, parse), publication=live)
        except _Over:
            pass
        except (StoreUnavailable, Conflict):
            self._batching.put_back(conversation, held)
            raise


class _Said(Act):
    """A person's input. A message is understood once, also where the turn begins again."""

    def __init__(
        self, said: inputs.Input, conversation: str, live: Publication, hearing: Hearing
    ) -> None:
        self._said = said
        self._conversation = conversation
        self._live = live
        self._hearing = hearing
        self._parse: events.Parse | None = None

    async def event(self, read: LoadedConversation) -> events.Event:
        """The event that the input is at this point of the dialogue."""
        match self._said:
            case inputs.Started(hint):
                return events.SessionStarted(hint)
            case inputs.Wrote(text, hint):
                chosen = typed_choice(self._live, text, read.conversation)
                return chosen or events.UserUttered(text, await self._parsed(text, read), hint)
            case inputs.Pressed(data) if asking.is_answer(data):
                return events.QuestionAnswered(asking.read_answer(self._live.catalogue, data))
            case inputs.Pressed(data):
                return events.ChoiceMade(data, self._label(data))
            case inputs.SentUnsupported(kind, hint):
                return events.UnsupportedSent(kind, hint)
            case inputs.Exited():
                return events.ExitAsked()
            case inputs.Blocked():
                return events.PersonLeft()
            case inputs.Unblocked():
                return events.PersonReturned()
            case _:
                assert_never(self._said)

    async def _parsed(self, text: str, read: LoadedConversation) -> events.Parse:
        if self._parse is None:
            self._parse = await self._hearing.parse(text, self._conversation, read, self._live)
        state = read.conversation
        if state.status is Status.HUMAN and not erasing.is_asked(state):
            return self._parse  # what the context tells isn't looked at (`flows.engine.hearing`)
        now = self._hearing.clock.now()
        return in_context(self._parse, text, situation(self._live, state, now))

    def _label(self, choice_id: str) -> str:
        choice = self._live.library.choices.get(choice_id)
        return self._live.catalogue.label(self._live.library, choice, None) if choice else ""


class _Over(Exception):
    """Nobody is to hear what was held back any more."""


class _HeldBack(Act):
    """Messages of a flood, read together. Raises `_Over` where nobody is to hear them any more."""

    def __init__(self, held: Held, text: str, parse: events.Parse) -> None:
        self._held = held
        self._text = text
        self._parse = parse

    async def event(self, read: LoadedConversation) -> events.Event:
        """The messages as one, unless everything was erased since; the chat was emptied, and
        nothing is to come into it unasked; or an operator reads the person's words."""
        erased = read.own is None or read.own.key != self._held.key
        left = read.conversation.watched and not self._held.watched
        if erased or left or read.conversation.status is Status.HUMAN:
            raise _Over
        return events.UserUttered(self._text, self._parse)
