"""Which ticket an operator had best take next, without looking at all that wait."""

from collections.abc import Awaitable, Callable

from bot.errors import NoSuchTicket, NotAllowed
from bot.store.tickets.queue import Queue
from bot.tickets.operator import Operator
from bot.tickets.queue_health import preferred, suits
from bot.tickets.ticket import Ticket

PAGE = 16
"""Tickets read at a time."""

MOST = 10 * PAGE
"""Tickets read at all: more than a quiet queue holds."""


async def best_for(operator: Operator, queue: Queue) -> Ticket | None:
    """The most urgent; among the same urgency what suits the operator best, on the first page that
    has anything that suits. None if nobody waits.

    So urgency is never given up. What is, where more than a page wait in the same urgency: a ticket
    that suits even better (one transferred to this very operator, say) further behind those that
    suit; and beyond `MOST`, one that suits at all: the best of those who have waited longest is
    given instead. Whoever it waits for is preferred, never a wall.
    """
    seen: list[Ticket] = []
    for start in range(0, MOST, PAGE):
        page, more = await queue.waiting(start, PAGE)
        seen += page
        best = preferred(seen, operator)
        if not more:
            return best
        if best is not None and (suits(best, operator) or seen[-1].urgency is not best.urgency):
            return best
    return preferred(seen, operator)


async def claim_best(
    operator: Operator, queue: Queue, claim: Callable[[str], Awaitable[None]]
) -> Ticket | None:
    """Claim it by its code name. Whoever is a moment later than a colleague gets the one after it
    rather than a refusal. None if nobody waits.

    Raises what `claim` raises about a ticket that waits all the same.
    """
    refused = ""
    while True:
        best = await best_for(operator, queue)
        if best is None:
            return None
        try:
            await claim(best.name)
        except (NotAllowed, NoSuchTicket):
            if best.name == refused:
                raise
            refused = best.name
        else:
            return best
