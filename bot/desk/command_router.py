"""Commands that operators give to the desk bot privately, or in the group outside of tickets.

All are named here. Those about the operator are in `profile_commands`, those that only supervisors
may give in `supervisor_commands`, those about the queue and the texts here.
"""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import TypeAlias

from telegram import InlineKeyboardMarkup, Message

from bot.clock import Clock
from bot.desk import found_texts, queue_monitor, topic_message
from bot.desk.found_texts import FoundTexts
from bot.desk.notifier import Notification, Notifier
from bot.desk.profile_commands import ProfileCommands
from bot.desk.queue_monitor import QueueMonitor
from bot.desk.supervisor_commands import SupervisorCommands
from bot.desk.ticket_commands import TicketCommands
from bot.errors import NoSuchTicket, NotAllowed
from bot.helpline import cards
from bot.helpline.closures import Closures
from bot.helpline.next_ticket import claim_best
from bot.helpline.staff import Staff
from bot.helpline.text_search import TextSearch
from bot.message import Wording, wording
from bot.store.conversations.conversations import Conversations
from bot.store.staff.roster import Roster
from bot.store.tickets.queue import Queue
from bot.texts.current import LivePublication
from bot.texts.voices import Voice, Voices
from bot.tickets.hours import day_and_time
from bot.tickets.operator import DeskAction, Operator
from bot.tickets.permissions import check_desk, check_on_shift
from bot.tickets.ticket import Ticket
from flows.conversation import Conversation
from flows.events import TimerKind

CommandHandler: TypeAlias = Callable[[Operator, str, str], Awaitable[Wording | FoundTexts | str]]

_OFF_SHIFT = frozenset({"on", "off"})
"""Commands without which no shift begins or ends."""


class CommandRouter:
    """Finds the handler of a command, and answers whoever gave it in one message."""

    def __init__(
        self,
        staff: Staff,
        roster: Roster,
        queue: Queue,
        conversations: Conversations,
        clock: Clock,
        live: LivePublication,
        monitor: QueueMonitor,
        ticket_commands: TicketCommands,
        notifier: Notifier,
        voices: Voices,
        profile: ProfileCommands,
        supervisor: SupervisorCommands,
        closures: Closures,
        search: TextSearch,
    ) -> None:
        self._staff = staff
        self._roster = roster
        self._queue = queue
        self._conversations = conversations
        self._clock = clock
        self._live = live
        self._monitor = monitor
        self._ticket_commands = ticket_commands
        self._notifier = notifier
        self._voices = voices
        self._closures = closures
        self._search = search
        self._enrol = profile.enrol
        self._public: Mapping[str, CommandHandler] = {
            "off": profile.off,
            "next": self._next,
            "mine": self._mine,
            "claim": self._claim,
            "close": self._close,
            "health": self._health,
            "find": self._find,
            "name": profile.name,
            "languages": profile.languages,
            "topics": profile.serves,
            "capacity": profile.capacity,
        }
        self._private: Mapping[str, CommandHandler] = {
            "on": profile.on,
            "operators": supervisor.operators,
            "invite": supervisor.invite,
            "invitations": supervisor.invitations,
            "revoke": supervisor.revoke,
            "remove": supervisor.remove,
            "role": supervisor.role,
            "restore": supervisor.restore,
            "audit": supervisor.audit,
            "closed": supervisor.closed,
        }

    @property
    def words(self) -> frozenset[str]:
        """The commands that are about no ticket, also where they stand in a ticket's topic."""
        return frozenset(self._public) - {"claim", "close"} | {"on"}

    async def message(self, message: Message, operator: Operator | None, mark: str) -> None:
        """Words outside of tickets. Raises `StoreUnavailable`, `Conflict`."""
        private = message.chat.id > 0
        said = topic_message.read(message.text or "")
        voice = self._voice(operator)
        if operator is None and not await self._may_ask(said, message):
            return
        if not isinstance(said, topic_message.Command):
            if private:
                words = voice("office-help" if operator else "office-welcome")
                self._answer(message, words, to_stranger=operator is None)
            return
        try:
            answer = await self._run(said, message, operator, mark, private=private)
        except (NotAllowed, NoSuchTicket) as refused:
            answer = refused.told_operator
        if isinstance(answer, FoundTexts):
            keyboard = answer.keyboard if message.message_thread_id and not private else None
            self._answer(message, answer.text, keyboard)
        elif answer:
            text = answer if isinstance(answer, str) else voice.say(answer)
            self._answer(message, text, to_stranger=operator is None)

    async def _run(
        self,
        said: topic_message.Command,
        message: Message,
        operator: Operator | None,
        mark: str,
        *,
        private: bool,
    ) -> Wording | FoundTexts | str:
        if private and said.word == "enrol" and message.from_user is not None:
            return await self._enrol(message.from_user.id, said.rest)
        if operator is None:
            return wording("office-welcome") if private else ""
        if said.word not in _OFF_SHIFT:
            check_on_shift(operator)
        if said.word in self._public:
            return await self._public[said.word](operator, said.rest, mark)
        if said.word in self._private:
            if not private:
                raise NotAllowed("refused-privately")
            return await self._private[said.word](operator, said.rest, mark)
        return wording("office-help") if private else ""

    def _voice(self, operator: Operator | None) -> Voice:
        return self._voices.of(operator.languages if operator else ())

    def _answer(
        self,
        message: Message,
        text: str,
        keyboard: InlineKeyboardMarkup | None = None,
        *,
        to_stranger: bool = False,
    ) -> None:
        chat, thread = message.chat.id, message.message_thread_id
        self._notifier.notify(Notification(chat, text, thread, keyboard, to_stranger=to_stranger))

    async def _may_ask(self, said: topic_message.TopicMessage, message: Message) -> bool:
        """Whether somebody who is no operator is answered: once a day, and while they may still
        give a code. A crowd of them must not take what calls for help need."""
        if message.from_user is None:
            return False
        account = self._staff.by_telegram.account_of(message.from_user.id)
        if isinstance(said, topic_message.Command) and said.word == "enrol":
            return await self._staff.by_telegram.may_try(account)
        return await self._roster.first_seen(f"private:{account}")

    # -- the queue and the texts ---------------------------------------------------------------

    async def _next(self, operator: Operator, _: str, mark: str) -> Wording:
        claim = partial(self._ticket_commands.claim, operator=operator, mark=mark)
        ticket = await claim_best(operator, self._queue, claim)
        if ticket is None:
            return wording("office-nobody-waits")
        return wording("office-yours", name=ticket.name)

    async def _claim(self, operator: Operator, rest: str, mark: str) -> Wording:
        await self._ticket_commands.claim(rest, operator, mark)
        return wording("office-yours", name=rest)

    async def _close(self, operator: Operator, rest: str, mark: str) -> Wording:
        return await self._ticket_commands.close_several(rest, operator, mark)

    async def _mine(self, operator: Operator, _: str, __: str) -> Wording | str:
        voice = self._voice(operator)
        found = await self._queue.claimed()
        own = [one for one, ticket in found.items() if ticket.assignee == operator.id]
        shown = [(await self._conversations.load(one), found[one]) for one in own]
        told = [_mine_line(voice, read.conversation, ticket) for read, ticket in shown]
        return "\n".join(told) or wording("office-mine-none")

    async def _health(self, operator: Operator, _: str, __: str) -> str:
        check_desk(DeskAction.HEALTH, operator)
        voice, now = self._voice(operator), self._clock.now()
        told = [queue_monitor.text(voice, await self._monitor.health())]
        hours = self._live.current.hours
        closure = await self._closures.now()
        opening = hours.opens(now, closure.until if closure else None)
        if opening is not None:
            told.append(voice("health-closed", opening=day_and_time(opening)))
        if closure is not None:
            told.append(voice("health-closed-by", name=closure.by))
        reason = hours.reason(now)
        return "\n".join([*told, voice("health-exceptional", reason=reason)] if reason else told)

    async def _find(self, operator: Operator, rest: str, _: str) -> Wording | FoundTexts | str:
        check_desk(DeskAction.FIND, operator)
        if not rest:
            return wording("find-how")
        locale = operator.languages[0] if operator.languages else self._voices.own.locale
        found = await self._search.find(rest, locale, found_texts.MOST)
        catalogue = self._live.current.catalogue
        return found_texts.answer(found, catalogue, locale, self._voice(operator))


def _mine_line(voice: Voice, conversation: Conversation, ticket: Ticket) -> str:
    """One of an operator's tickets, and whether the person waits for them."""
    owed = [one.due for one in conversation.timers if one.kind is TimerKind.OPERATOR_SILENT]
    since = wording("office-mine-answered")
    if owed:
        since = wording("office-mine-owed", time=cards.clock(owed[0]))
    mark = cards.MARKS[ticket.urgency]
    return voice("office-mine", mark=mark, name=ticket.name, language=ticket.locale, since=since)
