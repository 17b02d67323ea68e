"""What else can be done to a ticket, with the choices for it: shown when somebody asks for it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.console.desk.asked import BLOCKS, MORNING, SNOOZES, next_morning
from bot.errors import NoSuchTicket
from bot.helpline import cards
from bot.store.conversations.conversations import Conversations
from bot.store.staff.roster import Roster
from bot.store.tickets.queue import Queue
from bot.texts.voices import Voice
from bot.tickets.operator import Operator, Role
from bot.tickets.permissions import AT_THE_DESK
from bot.tickets.ticket import TargetKind
from flows.status import Status
from flows.urgency import Urgency


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice: what the request says, and how it reads. `speaks`: a colleague who has the
    person's language."""

    value: str
    words: str
    speaks: bool = False


@dataclass(frozen=True, slots=True)
class MoreView:
    """Everything that can be chosen. `reads`: the ticket is one's own, so notes can go with it;
    `snoozes`: none for an emergency, which can't be put aside; `why`: why it is as urgent as it is.
    """

    name: str
    reads: bool
    claimed: bool
    colleagues: Sequence[Choice]
    snoozes: Sequence[Choice]
    urgency: str
    why: str
    urgencies: Sequence[str]
    blocks: Sequence[Choice]


class MoreViews:
    """Makes the view."""

    def __init__(self, conversations: Conversations, queue: Queue, roster: Roster) -> None:
        self._conversations = conversations
        self._queue = queue
        self._roster = roster

    async def of(
        self, conversation: str, operator: Operator, voice: Voice, now: datetime
    ) -> MoreView:
        """The choices at this moment. Raises `NoSuchTicket`, `StoreUnavailable`."""
        read = await self._conversations.load(conversation)
        ticket = read.ticket
        if ticket is None:
            raise NoSuchTicket
        urgency = ticket.urgency
        return MoreView(
            ticket.name,
            ticket.assignee == operator.id,
            read.conversation.status is Status.HUMAN,
            await self._colleagues(operator, ticket.locale, voice),
            () if urgency is Urgency.EMERGENCY else _snoozes(voice, now),
            urgency.word,
            voice.say(cards.why(ticket)),
            [one.word for one in reversed(Urgency) if one is not urgency],
            [Choice(one, voice(f"console-block-{one}")) for one in BLOCKS],
        )

    async def _colleagues(self, operator: Operator, locale: str, voice: Voice) -> list[Choice]:
        """Who is there: first who has the person's language, then who has least to do; last
        whoever comes and has the language."""
        loads = Counter(one.assignee for one in (await self._queue.claimed()).values())
        there = [
            one
            for one in await self._roster.all()
            if one.on_shift and one.role in AT_THE_DESK and one.id != operator.id
        ]
        there.sort(key=lambda one: (locale not in one.languages, loads[one.id], one.name))
        found = [
            Choice(
                f"{TargetKind.OPERATOR.value}:{one.name}",
                _described(one, loads[one.id], voice),
                locale in one.languages,
            )
            for one in there
        ]
        language = voice.named("language", locale)
        anybody = voice("console-transfer-language", language=language)
        return [*found, Choice(f"{TargetKind.LANGUAGE.value}:{locale}", anybody)]


def _described(operator: Operator, load: int, voice: Voice) -> str:
    told = [operator.name]
    if operator.role is Role.SUPERVISOR:
        told.append(voice("console-role-supervisor"))
    told += [voice.named("language", one) for one in operator.languages]
    told.append(voice("console-colleague-load", load=load, capacity=operator.capacity))
    return " · ".join(told)


def _snoozes(voice: Voice, now: datetime) -> list[Choice]:
    found = [
        Choice(one, voice(f"console-snooze-{one}", time=cards.clock(now + span)))
        for one, span in SNOOZES.items()
    ]
    morning = cards.clock(next_morning(now))
    return [*found, Choice(MORNING, voice("console-snooze-morning", time=morning))]
