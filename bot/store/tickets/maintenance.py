"""Open tickets don't lapse: intake renews them, also where nobody writes for days.

The one place that goes through all of them, in batches and one after another: beside a flood of
tickets a pass takes longer, and no turn has to wait for it.
"""

from bot.store import Store

RENEW_SECONDS = 1800.0
"""Below the shortest lifetime that an open ticket can be given (bot/privacy/retention.py)."""


async def keep(store: Store) -> None:
    """Renew every open ticket once. One of which the store lost its last writes is entered where
    the keyring remembers it; one that isn't there is taken out. Raises `StoreUnavailable`."""
    async for batch in store.queue.batches():
        for conversation in batch:
            await store.renewal.renew(conversation)
            read = await store.conversations.load(conversation)
            if read.ticket is None:
                await store.conversations.take_out(conversation)
            elif read.set_back:
                await store.conversations.enter(conversation, read)
