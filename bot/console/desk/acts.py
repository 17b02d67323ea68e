"""What an operator does to a ticket from the page: read from its request, done by the use cases."""

from dataclasses import dataclass

from bot.clock import Clock
from bot.console.bodies import body, mark
from bot.console.desk import asked as choices
from bot.console.desk.asked import BLOCKS, SNOOZES, Asked
from bot.console.desk.gate import look_around
from bot.console.routes import Visit
from bot.errors import NoSuchTicket, NotAllowed
from bot.helpline import Helpline
from bot.helpline.notes import OperatorNotes
from bot.helpline.operators import NOTES
from bot.privacy.vault import Vault
from bot.store.conversations.conversations import Conversations
from bot.store.log_lines import Author, Delivery, LogLine
from bot.store.staff.roster import Roster
from bot.store.tickets.log import TicketLog
from bot.tickets.ticket import Action, Details, TargetKind, TransferTarget

NEUTRAL = "reply_short"
"""A ready text that tells nobody anything: one word will do, and none is needed."""

UNDELIVERED = frozenset({Delivery.BLOCKED, Delivery.FAILED})


@dataclass(frozen=True, slots=True)
class TicketActs:
    """Does them."""

    helpline: Helpline
    conversations: Conversations
    roster: Roster
    notes: OperatorNotes
    log: TicketLog
    vault: Vault
    clock: Clock

    async def do(self, action: Action, visit: Visit, conversation: str) -> None:
        """An action. Raises `NotAllowed`, `NoSuchTicket`, `Conflict`, `StoreUnavailable`, and
        `ValueError` for what isn't among the choices."""
        asked = await body(visit, Asked)
        operator, mark = visit.who.operator, self._mark(visit, asked)
        text, details = "", Details()
        match action:
            case Action.REPLY:
                text, details = choices.words(asked), Details(ref=self._ref(mark))
                await look_around(self.conversations, conversation, asked)
            case Action.EDIT:
                text = choices.words(asked)
                details = Details(ref=(await self._own(visit, conversation, asked)).ref)
            case Action.DELETE:
                details = Details(ref=(await self._own(visit, conversation, asked)).ref)
            case Action.CLOSE:
                if asked.outcome is None:
                    raise NotAllowed("refused-say-how-it-ended")
                await self._check_seen(conversation, asked)
                details = Details(outcome=asked.outcome)
            case Action.SAY:
                details = Details(text_ids=(NEUTRAL,))
            case Action.TRANSFER:
                details = Details(wanted=await self._target(asked))
            case Action.PRIORITISE:
                details = Details(urgency=choices.urgency(asked))
            case Action.SNOOZE:
                details = Details(until=choices.until(asked.until, SNOOZES, self.clock.now()))
            case Action.BLOCK:
                details = Details(until=choices.until(asked.until, BLOCKS, self.clock.now()))
            case _:
                pass
        await self.helpline.staff.acted(operator)
        if action in {Action.TRANSFER, Action.PRIORITISE} and asked.text.strip():
            await self._keep(visit, conversation, asked, f"{mark}:note")
        note = NOTES.get(action)
        await self.helpline.act(action, operator, conversation, text, mark, details, note)

    async def note(self, visit: Visit, conversation: str) -> None:
        """Keep a note. Raises what `do` raises."""
        asked = await body(visit, Asked)
        await self._keep(visit, conversation, asked, self._mark(visit, asked))

    async def again(self, visit: Visit, conversation: str) -> None:
        """Send an own message that wasn't delivered once more, as a line of its own; a second wish
        does nothing. Raises what `do` raises."""
        line = await self._own(visit, conversation, await body(visit, Asked))
        if line.delivery not in UNDELIVERED or line.deleted:
            raise NotAllowed("console-refused-again")
        mark = self.vault.hashed("console again", conversation, line.id)
        details = Details(ref=self._ref(mark))
        operator = visit.who.operator
        await self.helpline.act(Action.REPLY, operator, conversation, line.text, mark, details)
        await self.log.mark(conversation, line.id, Delivery.AGAIN)

    async def _keep(self, visit: Visit, conversation: str, asked: Asked, mark: str) -> None:
        await self.notes.keep(visit.who.operator, conversation, choices.words(asked), mark)

    async def _own(self, visit: Visit, conversation: str, asked: Asked) -> LogLine:
        """The line that is meant: it must be of what was said here, and the operator's own."""
        operator = visit.who.operator
        for line in (await self.log.read(conversation)).lines:
            if line.id == asked.line and line.ref and line.by == operator.name:
                return line
        raise NoSuchTicket

    async def _target(self, asked: Asked) -> TransferTarget:
        """For whom it is to wait: of operators, one who is there. Raises `NotAllowed`,
        `ValueError`."""
        wanted = choices.target(asked)
        if wanted.wish is TargetKind.OPERATOR:
            there = [one.name for one in await self.roster.all() if one.on_shift]
            if wanted.value not in there:
                raise NotAllowed("console-refused-gone", name=wanted.value)
        return wanted

    async def _check_seen(self, conversation: str, asked: Asked) -> None:
        """Don't close over words that the page hasn't shown yet. Raises `NotAllowed`."""
        if asked.seen is None:
            return
        heard = [
            line.id
            for line in (await self.log.read(conversation)).lines
            if line.author is Author.PERSON
        ]
        if heard and heard[-1] > asked.seen:
            raise NotAllowed("console-refused-unread")

    def _mark(self, visit: Visit, asked: Asked) -> str:
        return mark(visit, asked, self.vault)

    def _ref(self, mark: str) -> str:
        return self.vault.hashed("console message", mark)
