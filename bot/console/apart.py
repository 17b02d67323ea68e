"""A helpline beside the real one: the same use cases, on rows that lie apart and reach nobody.

The rows lie under a prefix of their own (`bot.store.client.apart`), sealed under a key that only
this process's memory holds. Nothing sends them anywhere: who plays reads what is meant for
Telegram, and takes it out. So it neither rings, nor counts, nor is audited.
"""

import asyncio
import secrets
from dataclasses import dataclass, replace

from bot.clock import Clock
from bot.compose import Parts, make_helpline
from bot.privacy.vault import Keys, Vault
from bot.store import Redis, open_store
from bot.store.client.apart import ApartRedis
from bot.texts.current import LivePublication
from bot.texts.publication import Publication
from bot.texts.publishers.approval import Unsigned

PREFIX = "practice:"


@dataclass(frozen=True, slots=True)
class Apart:
    """`parts`: as the real ones; `rows`: all that was ever written."""

    parts: Parts
    rows: tuple[ApartRedis, ...]

    @classmethod
    async def begin(
        cls,
        real: Parts,
        redis: Redis,
        *,
        publication: Publication | None = None,
        clock: Clock | None = None,
    ) -> "Apart":
        """An empty one. `publication`, `clock`: in place of the real one's."""
        prefix = f"{PREFIX}{secrets.token_hex(8)}:"
        rows, keys = ApartRedis(redis, prefix), ApartRedis(redis, f"{prefix}key:")
        vault = Vault(Keys.read(Keys.new_master()))
        time = clock or real.clock
        store = open_store(rows, keys, vault, time)
        live = real.live
        if publication is not None:
            own = publication
            live = LivePublication(
                lambda: own, store.publications, time, Unsigned(), production=False
            )
        helpline = make_helpline(live, store, vault, real.recogniser, time)
        parts = replace(real, clock=time, live=live, vault=vault, store=store, helpline=helpline)
        await asyncio.to_thread(real.recogniser.short, "")  # it may read its words only now
        return cls(parts, (rows, keys))

    async def empty(self) -> None:
        """Delete every row. Raises `StoreUnavailable`: then they lapse by themselves."""
        for one in self.rows:
            await one.empty()
