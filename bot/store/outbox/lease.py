"""What whoever sends to one side of a conversation holds, while nobody else does."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.store.conversations.reader import LoadedConversation
from bot.store.outbox.local_delivery import WrittenOutbox
from bot.store.rows import DeskPlace, DeskRow


@dataclass(frozen=True, slots=True)
class DeskOutbox:
    """An outbox as the desk begins with it: rows that wait, as (raw, row, the person's words or
    ""), the conversation, and where it shows."""

    rows: Sequence[tuple[bytes, DeskRow, str]] = field(repr=False)
    read: LoadedConversation
    place: DeskPlace | None


@dataclass(slots=True)
class Lease:
    """To send to one audience of a conversation.

    `written`: all that waits for the person, if it needn't be read. `outbox`: what the desk was
    told with the lease, and only the desk. `over`: it was given back with the last message.
    """

    written: WrittenOutbox | None = None
    outbox: DeskOutbox | None = None
    over: bool = False
