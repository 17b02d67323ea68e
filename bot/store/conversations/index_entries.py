"""The index entries of a conversation: when it is to be woken, and where its ticket stands.

They are written in the same step as the turn, so they are exact; a row that lapsed leaves its entry
behind, which whoever finds it takes out (`Conversations.take_out`).
"""

from bot.store.conversations.batch import Batch
from bot.store.names import Index
from bot.tickets.queue_order import order
from bot.tickets.ticket import Ticket
from flows.conversation import Conversation

LIFTED = "lifted"
"""The row by which the desk says that a mute is over (`bot.store.staff.board`)."""


def enter(batch: Batch, state: Conversation, ticket: Ticket | None) -> None:
    """Its entries among the timers and the tickets, exactly. While the desk's word that a mute is
    over lies there, what it entered stays."""
    due = min((timer.due for timer in state.timers), default=None)
    batch.unless(LIFTED)
    batch.unindex(Index.TIMERS)
    if due is not None:
        batch.index(Index.TIMERS, due.timestamp(), earliest=True)
    index = index_of(ticket)
    batch.unindex(*(one for one in (Index.QUEUE, Index.CLAIMED) if one is not index))
    if ticket is not None and index is not None:
        batch.index(index, order(ticket))


def index_of(ticket: Ticket | None) -> Index | None:
    """Where an open ticket is named; None for one that is over."""
    if ticket is None:
        return None
    return Index.QUEUE if ticket.assignee is None else Index.CLAIMED
