"""A conversation as an operator sees it: the card for everybody, what was said for the assignee."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from bot.console.desk.acts import UNDELIVERED
from bot.console.desk.beside import Beside, Besides
from bot.console.desk.queue_view import whose_turn
from bot.errors import ContentError, NoSuchTicket, NotAllowed
from bot.helpline import cards, deck_rows
from bot.message import wording
from bot.store import LoadedConversation
from bot.store.conversations.conversations import Conversations
from bot.store.log_lines import Author, Delivery, LogLine
from bot.store.tickets.log import Log, TicketLog
from bot.texts import asking
from bot.texts.catalogue import Catalogue
from bot.texts.voices import Voice
from bot.tickets.operator import Operator, Role
from bot.tickets.permissions import CLAIMED, check_reading
from bot.tickets.ticket import Ticket
from flows.builtin import FALLBACK_LOCALE
from flows.engine.operating import arrives_silently

BRIEF = 140
"""Characters of a text of ours that are shown before somebody wants all of it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what was said. `number`: its id; `rest`: what follows of a text of ours, folded
    away; `delivery`: in words, "" for what isn't sent; `state`: the same for the styles; `mark`:
    that it was corrected or taken back; `own`: whether it may be; `again`: whether it wasn't
    delivered and may be sent once more."""

    number: int
    author: str
    who: str
    time: str
    text: str
    rest: str = ""
    delivery: str = ""
    state: str = ""
    mark: str = ""
    own: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class ConversationView:
    """Everything that the page shows of one ticket. `reads`: whether its assignee looks, who
    writes; `shown`: whether what was said is shown, to them or to whoever reads along; `silent`:
    whether what is sent makes no sound on the person's phone; `last`: the number of the person's
    last line, 0 for none; `unanswered`: their words since the operator's last message; `may_move`:
    whether more may be done to it than to claim it."""

    handle: str
    mark: str
    urgency: str
    name: str
    language: str
    topic: str
    why: str
    turn: str
    warnings: Sequence[str]
    facts: Sequence[str]
    history: Sequence[str]
    reads: bool
    waits: bool
    holder: str
    beside: Beside
    lines: Sequence[Line] = ()
    lost: int = 0
    shown: bool = False
    silent: bool = False
    last: int = 0
    unanswered: Sequence[Line] = ()
    may_move: bool = False


class ConversationViews:
    """Makes the view."""

    def __init__(self, conversations: Conversations, log: TicketLog, besides: Besides) -> None:
        self._conversations = conversations
        self._log = log
        self._besides = besides

    async def of(
        self,
        conversation: str,
        handle: str,
        operator: Operator,
        voice: Voice,
        catalogue: Catalogue,
        now: datetime,
    ) -> ConversationView:
        """One ticket at this moment. What was said is read for its assignee, and for a supervisor
        who is seen to read along. Raises `NoSuchTicket`, `StoreUnavailable`."""
        read = await self._conversations.load(conversation)
        ticket = read.ticket
        if ticket is None:
            raise NoSuchTicket
        answered = partial(asking.phrase, catalogue, locale=locale_of(voice, catalogue))
        lines: Sequence[Line] = ()
        lost, reads = 0, _reads(operator, ticket, read)
        if reads:
            said: Log | None = await self._log.read(conversation)
        else:
            said = await self._besides.followed(operator, conversation)
        if said is not None:
            lines = [_line(one, voice, catalogue, operator) for one in said.lines]
            lost = said.lost
        beside = await self._besides.of(
            operator, conversation, read, voice, follows=said is not None and not reads
        )
        heard = [one.number for one in lines if one.author == Author.PERSON.value]
        return ConversationView(
            handle,
            cards.MARKS[ticket.urgency],
            ticket.urgency.word,
            ticket.name,
            voice.find(f"language-{ticket.locale}") or ticket.locale,
            voice.named("topic", ticket.topic),
            voice(
                "card-urgency",
                urgency=wording(f"urgency-{ticket.urgency.word}"),
                why=cards.why(ticket),
            ),
            whose_turn(voice, read)
            if reads
            else cards.stage(voice, ticket, read.conversation, now),
            [voice(f"notice-{one.value}") for one in cards.warnings(ticket, read.conversation)],
            cards.facts(voice, read.conversation, answered),
            [
                *cards.for_whom(voice, ticket),
                *(voice(f"notice-{one.value}") for one in cards.history(ticket, read.conversation)),
            ],
            reads,
            read.conversation.status not in CLAIMED,
            ticket.assigned_name,
            beside,
            lines,
            lost,
            said is not None,
            arrives_silently(read.conversation, ticket.claimed_at),
            heard[-1] if heard else 0,
            _unanswered(lines),
            reads or operator.role is Role.SUPERVISOR,
        )


def _unanswered(lines: Sequence[Line]) -> list[Line]:
    """What the person has written since an operator's last message."""
    found: list[Line] = []
    for line in lines:
        if line.author == Author.OPERATOR.value:
            found.clear()
        elif line.author == Author.PERSON.value:
            found.append(line)
    return found


def _reads(operator: Operator, ticket: Ticket, read: LoadedConversation) -> bool:
    try:
        check_reading(operator, ticket, read.conversation.status)
    except NotAllowed:
        return False
    return True


_WHO = {Author.PERSON: "console-person", Author.PROGRAM: "console-program"}


def _line(line: LogLine, voice: Voice, catalogue: Catalogue, operator: Operator) -> Line:
    who = _WHO.get(line.author)
    text = _text(line, voice, catalogue)
    brief, rest = _folded(text) if line.text_id else (text, "")
    own = line.author is Author.OPERATOR and bool(line.ref) and line.by == operator.name
    return Line(
        line.id,
        line.author.value,
        voice(who) if who else line.by,
        cards.clock(datetime.fromtimestamp(line.at, UTC)),
        brief,
        rest,
        _delivery(line, voice),
        line.delivery.value,
        _mark(line, voice),
        own and not line.deleted and line.delivery is not Delivery.AGAIN,
        own and not line.deleted and line.delivery in UNDELIVERED,
    )


def _delivery(line: LogLine, voice: Voice) -> str:
    if line.delivery is Delivery.NONE:
        return ""
    if line.delivery is Delivery.SENT and line.sent_at:
        at = cards.clock(datetime.fromtimestamp(line.sent_at, UTC))
        return voice("console-delivery-sent-at", time=at)
    return voice(f"console-delivery-{line.delivery.value}")


def _text(line: LogLine, voice: Voice, catalogue: Catalogue) -> str:
    if line.author is Author.PERSON and line.text_id:
        return voice("line-unsupported", what=wording(line.text_id))
    locale = locale_of(voice, catalogue)
    if line.text_id:
        question = asking.asked_if_known(catalogue, line.text_id, locale)
        if question:
            return question
        try:
            return catalogue.plain(line.text_id, locale)
        except ContentError:  # it names a date, which isn't kept, or was taken out since
            return voice("line-sent", name=line.text_id.removeprefix("utter_"))
    answer = deck_rows.read(line.text)
    return asking.phrase(catalogue, answer, locale) if answer else line.text


def locale_of(voice: Voice, catalogue: Catalogue) -> str:
    """The language in which an operator reads texts of ours."""
    return voice.locale if voice.locale in catalogue.texts else FALLBACK_LOCALE


def _folded(text: str) -> tuple[str, str]:
    """The beginning of a long text, and the rest."""
    if len(text) <= BRIEF:
        return text, ""
    cut = text.rfind(" ", 0, BRIEF)
    cut = cut if cut > 0 else BRIEF
    return " ".join(text[:cut].split()), text[cut:].lstrip()


def _mark(line: LogLine, voice: Voice) -> str:
    if line.deleted:
        return voice("console-deleted")
    return voice("console-corrected") if line.corrected else ""
