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
    """Renew every open ticket now and twice an hour. Until cancelled."""
    while not ending():
        try:
            await renew_all(store)
        except StoreUnavailable:
            logger.warning("store_unavailable")
        await asyncio.sleep(RENEW_SECONDS)


async def renew_all(store: Store) -> None:
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
