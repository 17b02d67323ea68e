"""What one turn writes."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.store.conversations.reader import OPEN
from bot.store.log_lines import OperatorNote
from bot.store.rows import Audience, DeskRow, PersonRow
from bot.tickets.ticket import Ticket
from flows.builtin import ERASED_TEXT
from flows.conversation import Conversation


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the person: the chat's number, and their own message's with Telegram's time
    of it, in seconds since 1970."""

    address: int
    message_id: int | None = None
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that one turn writes.

    `to_desk`: rows with the person's words, if any. `transcript`: words for whoever will claim the
    ticket. `erase_in`: the locale in which to say that everything is erased, `erased_text` by which
    text. `wipe`: the chat is to be emptied before `to_person` is sent. `lifted`: the desk's word
    that a mute is over was obeyed. `notes`: of an operator's, to be kept with what was said.
    """

    conversation: Conversation
    ticket: Ticket | None
    closed: bool = False
    contact: Contact | None = None
    to_person: Sequence[PersonRow] = ()
    to_desk: Sequence[tuple[DeskRow, str]] = ()
    transcript: Sequence[str] = ()
    erase_in: str | None = None
    erased_text: str = ERASED_TEXT
    wipe: bool = False
    lifted: bool = False
    notes: Sequence[OperatorNote] = ()

    @property
    def audiences(self) -> tuple[Audience, ...]:
        """Whose outboxes have something to do after it."""
        person = bool(self.to_person) or self.wipe or self.erase_in is not None
        wanted = {Audience.PERSON: person, Audience.DESK: bool(self.to_desk)}
        return tuple(audience for audience, filled in wanted.items() if filled)

    @property
    def frees(self) -> bool:
        """Whether it gives back more memory than it takes: a full store must take it, too."""
        return self.closed or self.wipe or self.erase_in is not None

    @property
    def is_open(self) -> bool:
        """Whether a ticket is open after it."""
        return self.conversation.status in OPEN
