"""One person, another one, and turns to write for them."""

from dataclasses import replace
from datetime import timedelta

from bot.attempt import Result
from bot.store import Changes, Contact
from bot.store.rows import DeskKind, DeskRow, PersonRow
from bot.store.staff.board import BlockReview
from bot.tickets.ticket import Ticket
from flows.conversation import Conversation, Frame, Timer
from flows.events import TimerKind
from flows.status import Status
from flows.urgency import Urgency
from tests.bot.store.conftest import NOW, Shelf

SHE = "5e" * 16
HE = "4e" * 16
BLOCK = BlockReview("Heron", "Amber-417", "29.11 18:00")
TICKET = Ticket("Amber-417", "danger", Urgency.EMERGENCY, "ru", NOW)
TALKING = Conversation(
    locale="uz-Cyrl",
    frames=(Frame("safety", "seen_by_others"),),
    slots={"need": "rights"},
    urgency=Urgency.HIGH,
    told=("emergency",),
    timers=(Timer(TimerKind.NOBODY_FREE, NOW + timedelta(minutes=2)),),
    heard_at=NOW,
)
QUEUED = replace(TALKING, status=Status.QUEUED)
CLOSED = replace(TALKING, status=Status.CLOSED, timers=())
ERASED = Changes(Conversation(), None, closed=True, erase_in="ru")


async def write(shelf: Shelf, changes: Changes, update: str | None = None) -> Result:
    """Load and commit, as one turn does."""
    read = await shelf.store.conversations.load(SHE, update)
    return await shelf.store.conversations.commit(SHE, read, changes, update)


async def full(shelf: Shelf) -> None:
    """A conversation with every kind of row."""
    everything = Changes(
        QUEUED,
        TICKET,
        contact=Contact(77, 5),
        to_person=[PersonRow("words")],
        to_desk=[(DeskRow(DeskKind.SAID), "words")],
        transcript=["words"],
    )
    assert await write(shelf, everything, "update-1") is Result.DONE
