"""The cause of a turn: an event, and what is written along with it."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from bot.store import LoadedConversation
from bot.store.rows import DeskRow
from bot.tickets.ticket import Outcome, Ticket
from flows.events import Event


class Act(ABC):
    """A deed on a conversation that depends on the state which the turn reads.

    Its methods are called in the order in which they stand here, and all of them anew whenever
    somebody else wrote in between. An event that is known beforehand needs no act: it is given to
    `Turns.take` as it is.
    """

    closes = False
    """Whether the ticket is over with this."""

    outcome: Outcome | None = None
    """How the ticket ended, where an operator says so."""

    @abstractmethod
    async def event(self, read: LoadedConversation) -> Event:
        """The event for `advance`. What it raises ends the turn, and nothing is written."""

    def ticket(self, before: Ticket | None) -> Ticket | None:
        """The ticket as the act makes it, before the event's own effects."""
        return before

    def rows(self, after: Ticket | None) -> Sequence[DeskRow]:  # noqa: ARG002 - most have none
        """Rows for the desk and its audit. `after`: what `ticket` returned."""
        return ()


class PlainAct(Act):
    """An event that is known beforehand."""

    def __init__(self, event: Event) -> None:
        self._event = event

    async def event(self, _: LoadedConversation) -> Event:
        """The event that was given."""
        return self._event
