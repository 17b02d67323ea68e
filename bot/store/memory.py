"""How full the servers are, and what is still taken then.

Redis with `noeviction` refuses every write once it is full, a call for help as well. So room is
kept: the fuller a server is, the less is taken that can wait (`bot.helpline.admission`).
"""

import logging
from enum import IntEnum

from bot.store.client.every_server import EveryServer
from bot.telemetry.store_metrics import MEMORY_USED

logger = logging.getLogger(__name__)

LOOK_SECONDS = 2.0


class Level(IntEnum):
    """How much is let in. Each level holds from a share of the memory on that a server may use
    (`FROM`)."""

    ALL = 0
    NO_TRANSCRIPTS = 1
    """Of plain requests, what is written while they wait isn't kept."""
    NOBODY_NEW = 2
    """Besides: no new person and no new request, but in an emergency."""
    RESERVED = 3
    """Emergencies, closes and erasures alone, and what operators do."""


FROM = {Level.NO_TRANSCRIPTS: 0.70, Level.NOBODY_NEW: 0.85, Level.RESERVED: 0.95}


class Memory:
    """The level of this moment, as it was last looked at. `used`: the share of its memory that the
    fullest server uses."""

    def __init__(self) -> None:
        self.level = Level.ALL
        self.used = 0.0

    async def look(self, servers: EveryServer) -> None:
        """Ask each server. Raises `StoreUnavailable`: then the level stays."""
        used = 0.0
        for info in await servers.infos("memory"):
            if info["maxmemory"]:
                used = max(used, info["used_memory"] / info["maxmemory"])
        level = max((one for one, share in FROM.items() if used >= share), default=Level.ALL)
        if level is not self.level:
            logger.error("memory_level", extra={"count": int(level)})
        self.level, self.used = level, used
        MEMORY_USED.set(used)
