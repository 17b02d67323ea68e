"""The order of the queue as a score: the most urgent first, then who has waited longest.

Outboxes are sent in the same order. Redis's sorted sets keep the scores (`bot.store.names.Index`).
"""

from datetime import datetime

from bot.tickets.ticket import Ticket
from flows.urgency import Urgency


def order(ticket: Ticket) -> float:
    """Where it stands in the queue: by urgency, then by waiting time. Smaller is sooner."""
    return rank(ticket.urgency, ticket.opened_at)


def rank(urgency: Urgency, since: datetime) -> float:
    """A score that sorts by urgency first, then by time; `since_of` gives the time back."""
    return since.timestamp() - urgency * _STEP


def span(urgency: Urgency) -> tuple[float, float]:
    """The scores that `rank` gives in an urgency: from the first up to, but without, the second."""
    return -urgency * _STEP, (1 - urgency) * _STEP


def since_of(score: float) -> float:
    """The time in a score of `rank`, in seconds since 1970."""
    while score < 0:
        score += _STEP
    return score


_STEP = 1e11
"""More seconds than any clock shows, and still exact to a millisecond in a double."""
