"""Open tickets don't lapse: intake renews them, also where nobody writes for days."""

import asyncio
import logging

from bot.errors import StoreUnavailable
from bot.store import Store
from bot.tasks import ending

logger = logging.getLogger(__name__)

RENEW_SECONDS = 3600.0
"""Far below the seven days that an open ticket lives without it."""


async def keep(store: Store) -> None:
    """Renew every open ticket now and each hour. Until cancelled."""
    while not ending():
        try:
            for conversation in await store.indexes.waiting():
                await store.renewal.renew(conversation)
        except StoreUnavailable:
            logger.warning("store_unavailable")
        await asyncio.sleep(RENEW_SECONDS)
