"""Commands, words and presses of operators in the topics of tickets."""

from collections.abc import Sequence

from telegram import CallbackQuery, Message

from bot.clock import Clock
from bot.desk import card, commands, found_texts, question_menu, topic_message
from bot.desk.answer import answer
from bot.desk.commands import CommandContext, TicketCommand
from bot.desk.keyboards import AGREE, CLAIM, LIFT
from bot.desk.notifier import Notification, Notifier
from bot.desk.proposal_calls import ProposalCalls
from bot.desk.question_menu import QuestionMenu
from bot.errors import NoSuchTicket, NotAllowed
from bot.helpline import Helpline, sendable
from bot.helpline.block_reviews import BlockReviews
from bot.helpline.operators import NOTES
from bot.helpline.stub_acts import StubActs
from bot.message import Wording, wording
from bot.privacy.vault import Vault
from bot.store.names import is_stub
from bot.store.outbox.outbox import Outbox
from bot.store.rows import DeskKind
from bot.store.staff.roster import Roster
from bot.store.tickets.topics import Topics as TopicDirectory
from bot.texts.catalogue import CONTENT
from bot.texts.checks.own_words import OwnWords
from bot.texts.checks.words import Forbidden, read_forbidden
from bot.texts.current import LivePublication
from bot.texts.replies import ready
from bot.texts.voices import Voices
from bot.tickets.operator import DeskAction, Operator
from bot.tickets.permissions import check_desk
from bot.tickets.ticket import Action, Details, Outcome, Ticket

MOST_CLOSED = 50
"""Tickets that one command closes."""

STUB_CLOSE = TicketCommand(Action.CLOSE)
"""The command of the button on a stub's card; tickets are closed with an outcome."""

_WORDS = frozenset({DeskKind.SAID, DeskKind.UNSUPPORTED, DeskKind.ANSWERED})


class TicketCommands:
    """Turns them into use cases, and tells the operator why something was refused."""

    def __init__(
        self,
        helpline: Helpline,
        directory: TopicDirectory,
        reviews: BlockReviews,
        roster: Roster,
        vault: Vault,
        clock: Clock,
        live: LivePublication,
        notifier: Notifier,
        stubs: StubActs,
        voices: Voices,
        proposals: ProposalCalls,
        questions: QuestionMenu,
        outbox: Outbox,
    ) -> None:
        self._helpline = helpline
        self._directory = directory
        self._reviews = reviews
        self._roster = roster
        self._vault = vault
        self._clock = clock
        self._live = live
        self._notifier = notifier
        self._stubs = stubs
        self._voices = voices
        self._proposals = proposals
        self._questions = questions
        self._outbox = outbox
        self._forbidden: Sequence[Forbidden] | None = None

    # -- buttons -------------------------------------------------------------------------------

    async def press(self, query: CallbackQuery, operator: Operator, mark: str) -> None:
        """A button of a card, of a call, or of a block. Raises `StoreUnavailable`, `Conflict`."""
        voice = self._voices.of(operator.languages)
        try:
            done = await self._pressed(query, operator, mark)
        except (NotAllowed, NoSuchTicket) as refused:
            await answer(query, voice.say(refused.told_operator), alert=True)
        else:
            await answer(query, voice(f"done-{done}") if done else "", alert=False)

    async def _pressed(self, query: CallbackQuery, operator: Operator, mark: str) -> str:
        data, message = query.data or "", query.message
        if data.startswith(LIFT):
            return await self._lift(data.removeprefix(LIFT), operator)
        if data.startswith(AGREE):
            await self._proposals.agree(query, data.removeprefix(AGREE), operator)
            return DeskAction.AGREE.value
        if data.startswith(CLAIM):
            await self.claim(data.removeprefix(CLAIM), operator, mark)
            return Action.CLAIM.value
        if question_menu.is_turn(data):
            await self._questions.turn(query, self._voices.of(operator.languages))
            return ""
        command = _command_of(data) or self._question_of(data, mark) or self._text_of(data)
        if command is None or not isinstance(message, Message):
            return ""
        conversation = await self._conversation(message)
        await self._act(command, operator, conversation, "", mark)
        return command.action.value

    async def claim(self, name: str, operator: Operator, mark: str) -> None:
        """Claim a ticket by its code name. Raises `NotAllowed`, `NoSuchTicket`."""
        conversation = await self._directory.named(name)
        if conversation is None:
            raise NoSuchTicket
        await self._helpline.act(Action.CLAIM, operator, conversation, mark=mark)

    async def close_several(self, rest: str, operator: Operator, mark: str) -> Wording:
        """`OUTCOME NAME NAME …`: close tickets by their code names, each as far as it may be.

        An emergency that nobody has claimed isn't closed unread; but one whose first words are
        equal to those of a claimed one in the same command is claimed and closed. Raises
        `NotAllowed`.
        """
        check_desk(DeskAction.CLOSE_SEVERAL, operator)
        word, *names = rest.split()[: 1 + MOST_CLOSED] or [""]
        command = commands.read("close", word, self._clock.now(), await self._context())
        found = {name: await self._directory.named(name) for name in dict.fromkeys(names)}
        reads = [await self._helpline.read(one) for one in found.values() if one is not None]
        seen = {one.first_words for one in reads if one is not None and one.assignee} - {""}
        equal = {one.name for one in reads if one is not None and one.first_words in seen}
        closed, left = 0, []
        for name, conversation in found.items():
            try:
                if conversation is None:
                    raise NoSuchTicket
                await self._close(command, operator, conversation, mark, claims=name in equal)
                closed += 1
            except (NotAllowed, NoSuchTicket):
                left.append(name)
        return wording("office-closed-several", count=closed, left=", ".join(left) or "—")

    async def _close(
        self,
        command: TicketCommand,
        operator: Operator,
        conversation: str,
        mark: str,
        *,
        claims: bool,
    ) -> None:
        ticket = await self._helpline.read(conversation)
        if claims and ticket is not None and ticket.assignee is None:
            claim = f"{mark}:claim"  # two acts of one message
            await self._helpline.act(Action.CLAIM, operator, conversation, mark=claim)
        await self._act(command, operator, conversation, "", mark)

    async def _lift(self, token: str, operator: Operator) -> str:
        await self._reviews.lift(operator, token)
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
        if is_stub(conversation) and await self._to_stub(text, conversation, operator):
            return
        match topic_message.read(text):
            case topic_message.InternalNote():
                return
            case topic_message.Slip():
                raise NotAllowed("refused-slip")
            case topic_message.Command("delete", _):
                await self._delete(message, conversation, operator, mark)
            case topic_message.Command("ask", ""):
                self._questions.show(message, self._voices.of(operator.languages))
            case topic_message.Command("ask", question_id):
                command = self._question(question_id.casefold(), mark)
                await self._act(command, operator, conversation, "", mark)
            case topic_message.Command(word, rest):
                command = commands.read(word, rest, self._clock.now(), await self._context())
                await self._act(command, operator, conversation, "", mark)
            case topic_message.Reply(words):
                command = TicketCommand(Action.REPLY, Details(ref=self._ref(message)))
                ticket = await self._act(command, operator, conversation, words, mark)
                if ticket is not None:
                    self._warn(message, operator, words, ticket.locale)

    async def _to_stub(self, text: str, stub_id: str, operator: Operator) -> bool:
        """Words in the topic of a stub, where only `/last` writes to the person; whether it was
        that, or nothing. Raises `NotAllowed`."""
        match topic_message.read(text):
            case topic_message.Command("last", words) if words:
                await self._stubs.write(operator, stub_id, words)
                return True
            case topic_message.Command("last", _) | topic_message.Reply():
                raise NotAllowed("refused-stub-how")
            case _:
                return False

    async def _delete(
        self, message: Message, conversation: str, operator: Operator, mark: str
    ) -> None:
        said = message.reply_to_message
        own = said is not None and said.from_user is not None and message.from_user is not None
        if said is None or not own or said.from_user != message.from_user or not said.text:
            raise NotAllowed("refused-delete-how")
        first_version = said.edit_date is None
        if first_version and not isinstance(topic_message.read(said.text), topic_message.Reply):
            raise NotAllowed("refused-delete-note")
        details = Details(ref=self._ref(said))
        await self._helpline.act(Action.DELETE, operator, conversation, "", mark, details)

    async def edited(self, message: Message, operator: Operator, mark: str) -> None:
        """A correction follows through to the person. Raises `StoreUnavailable`, `Conflict`."""
        try:
            conversation = await self._conversation(message)
        except NoSuchTicket:
            return
        try:
            if message.text is None:
                raise NotAllowed("refused-only-text")
            match topic_message.read(message.text):
                case topic_message.Reply(words):
                    details = Details(ref=self._ref(message))
                    await self._helpline.act(
                        Action.EDIT, operator, conversation, words, mark, details
                    )
                case topic_message.InternalNote():
                    raise NotAllowed("refused-edit-to-note")
                case _:
                    raise NotAllowed("refused-slip")
        except (NotAllowed, NoSuchTicket) as refused:
            self.refuse(message, operator, refused.told_operator)

    async def _act(
        self, command: TicketCommand, operator: Operator, conversation: str, text: str, mark: str
    ) -> Ticket | None:
        """On a ticket; or on the stub that an erasure left, which any operator may close."""
        if is_stub(conversation):
            if command.action is not Action.CLOSE:
                raise NoSuchTicket
            await self._stubs.close(operator, conversation)
            return None
        if command == STUB_CLOSE:
            raise NotAllowed("refused-say-how-it-ended")
        if command.action is Action.CLOSE and await self._is_unread(conversation):
            raise NotAllowed("refused-close-unread")
        note = NOTES.get(command.action)
        return await self._helpline.act(
            command.action, operator, conversation, text, mark, command.details, note
        )

    async def _is_unread(self, conversation: str) -> bool:
        """Whether the person's last words are still on their way into the topic."""
        rows = await self._outbox.for_desk(conversation)
        return any(row.kind in _WORDS for _, row, _ in rows)

    def _question_of(self, data: str, mark: str) -> TicketCommand | None:
        question_id = question_menu.question(data)
        return None if question_id is None else self._question(question_id, mark)

    def _text_of(self, data: str) -> TicketCommand | None:
        name, catalogue = found_texts.named(data), self._live.current.catalogue
        if name is None:
            return None
        return TicketCommand(Action.SAY, sendable.text(catalogue, name))

    def _question(self, question_id: str, mark: str) -> TicketCommand:
        """`mark` names the message: an update asks once."""
        details = sendable.question(self._live.current.catalogue, question_id, mark)
        return TicketCommand(Action.ASK, details)

    def _warn(self, message: Message, operator: Operator, words: str, locale: str) -> None:
        """Words that went out may still be mended: say what our own texts would be told of them.
        One hint a message, since a group takes few."""
        catalogue = self._live.current.catalogue
        if self._forbidden is None:
            self._forbidden = read_forbidden(CONTENT, catalogue.locales)
        today = self._clock.now().date()
        hints = OwnWords(catalogue, self._forbidden).hints(words, locale, today)
        if hints:
            first = hints[0].worded(self._voices.of(operator.languages))
            self.refuse(message, operator, wording("office-sent-but", hint=first))

    # -- small things --------------------------------------------------------------------------

    def refuse(self, message: Message, operator: Operator | None, why: Wording) -> None:
        """Say in the topic why something was not done, in the language of whoever tried."""
        voice = self._voices.of(operator.languages if operator else ())
        self._notifier.notify(
            Notification(message.chat.id, voice.say(why), message.message_thread_id)
        )

    def _ref(self, message: Message) -> str:
        return self._vault.hashed("desk message", message.chat.id, message.message_id)

    async def _context(self) -> CommandContext:
        names = [operator.name for operator in await self._roster.all()]
        catalogue = self._live.current.catalogue
        locales = [locale.id for locale in catalogue.locales.all]
        topics = commands.known_topics(self._live.current.library)
        synonyms = commands.synonyms(self._voices, topics, locales)
        return CommandContext(names, locales, topics, ready(catalogue), synonyms)

    async def _conversation(self, message: Message) -> str:
        thread = message.message_thread_id or 0
        found = await self._directory.conversation_in(message.chat.id, thread)
        if found is None:
            raise NoSuchTicket
        return found


def _command_of(data: str) -> TicketCommand | None:
    """The command of a card's button; None for data that no card of today offers."""
    for action in (*card.BUTTONS, Action.CLOSE):
        if data == action.value:
            return TicketCommand(action)
    for outcome in Outcome:
        if data == f"{card.CLOSE}{outcome.value}":
            return TicketCommand(Action.CLOSE, Details(outcome=outcome))
    return None
