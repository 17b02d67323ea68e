"""Open tickets don't lapse: intake renews them, also where nobody writes for days.

The one place that goes through all of them, in batches and one after another: beside a flood of
tickets a pass takes longer, and no turn has to wait for it.
"""

from bot.store import Store

RENEW_SECONDS = 1800.0
"""Below the shortest lifetime that an open ticket can be given (bot/privacy/retention.py)."""


async def keep(store: Store) -> None:
    """Renew every open ticket, and put its hints right. Raises `StoreUnavailable`."""
    async for batch in store.queue.batches():
        await store.queue.mend(batch)
        for conversation, _ in batch:
            if await store.renewal.renew(conversation):
                read = await store.conversations.load(conversation)
                await store.indexes.remind(conversation, read.conversation)
