"""What an operator does to a ticket from the page: read from its request, done by the use cases."""

import re
from dataclasses import dataclass

import msgspec

from bot.console.routes import Visit
from bot.errors import NoSuchTicket, NotAllowed
from bot.helpline import Helpline
from bot.helpline.notes import OperatorNotes
from bot.privacy.vault import Vault
from bot.store.tickets.log import TicketLog
from bot.tickets.ticket import Action, Details, Outcome

MOST_CHARACTERS = 4096
"""Bot API, sendMessage: what a message may have."""

_NUMBER = re.compile(r"[0-9a-f]{32}")


class Asked(msgspec.Struct, forbid_unknown_fields=True):
    """The body of a request that changes something. `number`: of this request, at random, so that
    it does nothing when it comes again; `text`: words; `line`: an own line of what was said."""

    number: str
    text: str = ""
    outcome: Outcome | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class TicketActs:
    """Does them."""

    helpline: Helpline
    notes: OperatorNotes
    log: TicketLog
    vault: Vault

    async def do(self, action: Action, visit: Visit, conversation: str) -> None:
        """An action. Raises `NotAllowed`, `NoSuchTicket`, `Conflict`, `StoreUnavailable`, and
        `ValueError` for a body that isn't one."""
        asked = await read(visit)
        operator, mark = visit.who.operator, self._mark(visit, asked)
        text, details = "", Details()
        match action:
            case Action.REPLY:
                text, details = _words(asked), Details(ref=self._ref(mark))
            case Action.EDIT:
                text, details = (
                    _words(asked),
                    Details(ref=await self._own(visit, conversation, asked)),
                )
            case Action.DELETE:
                details = Details(ref=await self._own(visit, conversation, asked))
            case Action.CLOSE:
                if asked.outcome is None:
                    raise NotAllowed("refused-say-how-it-ended")
                details = Details(outcome=asked.outcome)
            case _:
                pass
        await self.helpline.staff.acted(operator)
        await self.helpline.act(action, operator, conversation, text, mark, details)

    async def note(self, visit: Visit, conversation: str) -> None:
        """Keep a note. Raises what `do` raises."""
        asked = await read(visit)
        mark = self._mark(visit, asked)
        await self.notes.keep(visit.who.operator, conversation, _words(asked), mark)

    async def _own(self, visit: Visit, conversation: str, asked: Asked) -> str:
        """What names the message that is to be changed: the line must be of what was said here, and
        the operator's own."""
        operator = visit.who.operator
        for line in (await self.log.read(conversation)).lines:
            if line.id == asked.line and line.ref and line.by == operator.name:
                return line.ref
        raise NoSuchTicket

    def _mark(self, visit: Visit, asked: Asked) -> str:
        return self.vault.hashed("console request", visit.who.operator.id, asked.number)

    def _ref(self, mark: str) -> str:
        return self.vault.hashed("console message", mark)


async def read(visit: Visit) -> Asked:
    """The body of a request. Raises `ValueError`."""
    asked = msgspec.json.decode(await visit.request.read(), type=Asked)
    if not _NUMBER.fullmatch(asked.number):
        raise ValueError("a request has a number")
    return asked


def _words(asked: Asked) -> str:
    words = asked.text.strip()
    if not words or len(words) > MOST_CHARACTERS:
        raise NotAllowed("console-refused-length", most=MOST_CHARACTERS)
    return words
