"""What operators write and press in the topics of tickets."""

from collections.abc import Awaitable, Callable

from telegram import CallbackQuery, Message

from bot.compose import Parts
from bot.desk import card, commands, lines
from bot.desk.commands import Known, Wanting
from bot.desk.keyboards import CLAIM, LIFT
from bot.desk.mouth import Mouth, Saying
from bot.desk.stubs import StubTopics
from bot.errors import NoSuchTicket, NotAllowed
from bot.message import Wording
from bot.store.names import is_stub
from bot.store.rows import Note
from bot.texts.replies import ready
from bot.texts.voices import Voices
from bot.tickets.operator import DeskAction, Operator
from bot.tickets.permissions import check_desk
from bot.tickets.ticket import Action, Details, Outcome
from flows.format.model import HandoverStep

NOTES = {Action.TRANSFER: Note.TRANSFERRED, Action.SLEEP: Note.ASIDE}
STUB_CLOSE = Wanting(Action.CLOSE)
"""What the button of a stub's card wants; a ticket's are closed with an outcome."""

Answer = Callable[[CallbackQuery, str, bool], Awaitable[None]]


class Topics:
    """Translates into use cases, and says why something was not done."""

    def __init__(
        self, parts: Parts, mouth: Mouth, stubs: StubTopics, voices: Voices, answer: Answer
    ) -> None:
        self._helpline = parts.helpline
        self._store = parts.store
        self._vault = parts.vault
        self._clock = parts.clock
        self._mouth = mouth
        self._stubs = stubs
        self._voices = voices
        self._answer = answer
        self._live = parts.live

    @property
    def known_topics(self) -> list[str]:
        """What tickets can be about, in today's flows."""
        flows = self._live.current.library.flows.values()
        steps = (step for flow in flows for step in flow.steps)
        return sorted({step.topic for step in steps if isinstance(step, HandoverStep)})

    # -- buttons -------------------------------------------------------------------------------

    async def press(self, query: CallbackQuery, operator: Operator, mark: str) -> None:
        """A button of a card, of a call, or of a mute. Raises `StoreUnavailable`, `Conflict`."""
        voice = self._voices.of(operator.languages)
        try:
            done = await self._pressed(query, operator, mark)
        except (NotAllowed, NoSuchTicket) as refused:
            await self._answer(query, voice.say(refused.told_operator), True)
        else:
            await self._answer(query, voice(f"done-{done}") if done else "", False)

    async def _pressed(self, query: CallbackQuery, operator: Operator, mark: str) -> str:
        data, message = query.data or "", query.message
        if data.startswith(LIFT):
            return await self._lift(data.removeprefix(LIFT), operator)
        if data.startswith(CLAIM):
            await self.claim(data.removeprefix(CLAIM), operator, mark)
            return Action.CLAIM.value
        wanting = _wanting(data)
        if wanting is None or not isinstance(message, Message):
            return ""
        conversation = await self._conversation(message)
        await self._act(wanting, operator, conversation, "", mark)
        return wanting.action.value

    async def claim(self, name: str, operator: Operator, mark: str) -> None:
        """Claim a ticket by its code name. Raises `NotAllowed`, `NoSuchTicket`."""
        conversation = await self._store.topics.named(name)
        if conversation is None:
            raise NoSuchTicket
        await self._helpline.act(Action.CLAIM, operator, conversation, mark=mark)

    async def _lift(self, token: str, operator: Operator) -> str:
        check_desk(DeskAction.LIFT, operator)
        conversation = await self._store.board.reviewed(token)
        if conversation is None:
            raise NotAllowed("refused-mute-over")
        await self._helpline.staff.note(operator, DeskAction.LIFT)
        await self._store.board.lift(conversation, token, self._clock.now())
        return "lift"

    # -- words ---------------------------------------------------------------------------------

    async def message(self, message: Message, operator: Operator, mark: str) -> None:
        """Words, a command or a note in a topic. Raises `StoreUnavailable`, `Conflict`."""
        try:
            conversation = await self._conversation(message)
        except NoSuchTicket:
            return  # a topic of the operators' own
        try:
            await self._said(message, conversation, operator, mark)
        except (NotAllowed, NoSuchTicket) as refused:
            self.refuse(message, operator, refused.told_operator)

    async def _said(
        self, message: Message, conversation: str, operator: Operator, mark: str
    ) -> None:
        text = message.text
        if text is None:
            if message.effective_attachment:
                raise NotAllowed("refused-only-text")
            return
        match lines.read(text):
            case lines.InternalNote():
                return
            case lines.Slip():
                raise NotAllowed("refused-slip")
            case lines.Command("delete", _):
                await self._unsend(message, conversation, operator, mark)
            case lines.Command(word, rest):
                wanting = commands.read(word, rest, self._clock.now(), await self._known())
                await self._act(wanting, operator, conversation, "", mark)
            case lines.Reply(words):
                wanting = Wanting(Action.REPLY, Details(ref=self._ref(message)))
                await self._act(wanting, operator, conversation, words, mark)

    async def _unsend(
        self, message: Message, conversation: str, operator: Operator, mark: str
    ) -> None:
        said = message.reply_to_message
        own = said is not None and said.from_user is not None and message.from_user is not None
        if said is None or not own or said.from_user != message.from_user or not said.text:
            raise NotAllowed("refused-delete-how")
        first_version = said.edit_date is None
        if first_version and not isinstance(lines.read(said.text), lines.Reply):
            raise NotAllowed("refused-delete-note")
        details = Details(ref=self._ref(said))
        await self._helpline.act(Action.UNSEND, operator, conversation, "", mark, details)

    async def edited(self, message: Message, operator: Operator, mark: str) -> None:
        """A correction follows through to the person. Raises `StoreUnavailable`, `Conflict`."""
        try:
            conversation = await self._conversation(message)
        except NoSuchTicket:
            return
        try:
            if message.text is None:
                raise NotAllowed("refused-only-text")
            match lines.read(message.text):
                case lines.Reply(words):
                    details = Details(ref=self._ref(message))
                    await self._helpline.act(
                        Action.EDIT, operator, conversation, words, mark, details
                    )
                case lines.InternalNote():
                    raise NotAllowed("refused-edit-to-note")
                case _:
                    raise NotAllowed("refused-slip")
        except (NotAllowed, NoSuchTicket) as refused:
            self.refuse(message, operator, refused.told_operator)

    async def _act(
        self, wanting: Wanting, operator: Operator, conversation: str, text: str, mark: str
    ) -> None:
        """On a ticket; or on the stub that an erasure left, which any operator may answer once."""
        if is_stub(conversation):
            await self._stubs.act(wanting.action, conversation, text)
            return
        if wanting == STUB_CLOSE:
            raise NotAllowed("refused-say-how-it-ended")
        note = NOTES.get(wanting.action)
        await self._helpline.act(
            wanting.action, operator, conversation, text, mark, wanting.details, note
        )

    # -- small things --------------------------------------------------------------------------

    def refuse(self, message: Message, operator: Operator | None, why: Wording) -> None:
        """Say in the topic why something was not done, in the language of whoever tried."""
        voice = self._voices.of(operator.languages if operator else ())
        self._mouth.say(Saying(message.chat.id, voice.say(why), message.message_thread_id))

    def _ref(self, message: Message) -> str:
        return self._vault.hashed("desk message", message.chat.id, message.message_id)

    async def _known(self) -> Known:
        names = [operator.name for operator in await self._store.roster.all()]
        catalogue = self._live.current.catalogue
        locales = [locale.id for locale in catalogue.locales.all]
        topics = self.known_topics
        meant = commands.meant(self._voices, topics, locales)
        return Known(names, locales, topics, ready(catalogue), meant)

    async def _conversation(self, message: Message) -> str:
        thread = message.message_thread_id or 0
        found = await self._store.topics.conversation_in(message.chat.id, thread)
        if found is None:
            raise NoSuchTicket
        return found


def _wanting(data: str) -> Wanting | None:
    """What a card's button wants; None for data that no card of today offers."""
    for action in (*card.BUTTONS, Action.CLOSE):
        if data == action.value:
            return Wanting(action)
    for outcome in Outcome:
        if data == f"{card.CLOSE}{outcome.value}":
            return Wanting(Action.CLOSE, Details(outcome=outcome))
    return None
