"""Open tickets don't lapse: intake renews them, also where nobody writes for days.

The one place that goes through all of them, in batches and one after another: beside a flood of
tickets a pass takes longer, and no turn has to wait for it.
"""

from bot.store.conversations.conversations import Conversations
from bot.store.tickets.queue import Queue
from bot.store.tickets.renewal import Renewal

RENEW_SECONDS = 1800.0
"""Below the shortest lifetime that an open ticket can be given (bot/privacy/retention.py)."""


async def keep(queue: Queue, renewal: Renewal, conversations: Conversations) -> None:
    """Renew every open ticket once. One of which the store lost its last writes is entered where
    the keyring remembers it; one that isn't there is taken out. Raises `StoreUnavailable`."""
    async for batch in queue.batches():
        for conversation in batch:
            await renewal.renew(conversation)
            read = await conversations.load(conversation)
            if read.ticket is None:
                await conversations.take_out(conversation)
            elif read.set_back:
                await conversations.enter(conversation, read)
