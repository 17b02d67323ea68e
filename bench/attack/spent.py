"""The processor's time that each process took, so that a slow machine isn't taken for slow code."""

import os
from collections.abc import Mapping
from pathlib import Path

from bot.store import connect

_TICKS = os.sysconf("SC_CLK_TCK")


def of(pid: int) -> float:
    """Seconds of all its threads, in the kernel and out of it (Linux: proc, stat)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


async def server(url: str) -> int:
    """The process of a Redis."""
    redis = connect(url, "HELPLINE_REDIS_URL")
    number = int((await redis.info("server"))["process_id"])
    await redis.aclose()
    return number


class Spent:
    """Counts from its making on. `pids`: process by what it is called on the page."""

    def __init__(self, pids: Mapping[str, int]) -> None:
        self._pids = pids
        self._before = {name: of(pid) for name, pid in pids.items()}

    def since(self) -> dict[str, float]:
        """Seconds of each that still runs."""
        found = {}
        for name, pid in self._pids.items():
            if Path(f"/proc/{pid}").exists():
                found[name] = of(pid) - self._before[name]
        return found
