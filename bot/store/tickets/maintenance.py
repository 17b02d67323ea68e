"""Open tickets don't lapse: intake renews them, also where nobody writes for days.

The one place that goes through all of them, in batches and one after another: beside a flood of
tickets a pass takes longer, and no turn has to wait for it.
"""

import asyncio
import logging

from bot.errors import StoreUnavailable
from bot.processes.cancellation import ending
from bot.store import Store

logger = logging.getLogger(__name__)

RENEW_SECONDS = 1800.0
"""Below the shortest lifetime that an open ticket can be given (bot/privacy/retention.py)."""


async def keep(store: Store) -> None:
    """Renew every open ticket now and twice an hour, and put its hints right. Until cancelled."""
    while not ending():
        try:
            async for batch in store.queue.batches():
                await store.queue.mend(batch)
                for conversation, _ in batch:
                    if await store.renewal.renew(conversation):
                        read = await store.conversations.load(conversation)
                        await store.indexes.remind(conversation, read.conversation)
        except StoreUnavailable:
            logger.warning("store_unavailable")
        await asyncio.sleep(RENEW_SECONDS)
