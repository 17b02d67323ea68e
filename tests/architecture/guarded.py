"""A Redis with the users and the settings of the deployment, and what it refused."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from redis.asyncio import Redis

from bot.redis_process import redis_server

DEPLOY = Path(__file__).parents[2] / "deploy" / "redis"
USERS = ("intake", "desk", "keeper")
_WATCHER = "watcher"


@dataclass(frozen=True, slots=True)
class Guarded:
    """A server with the users of the file, and one of the test's own who may ask everything."""

    folder: Path
    socket: str
    passwords: dict[str, str]

    def url(self, user: str) -> str:
        return f"unix://{user}@{self.socket}?password={self.passwords[user]}"

    async def refused(self) -> dict[str, int]:
        """Commands that were refused so far, also in scripts → how often."""
        async with Redis.from_url(self.url(_WATCHER)) as redis:
            found = await redis.info("commandstats")
        counts = {
            name.removeprefix("cmdstat_"): int(stats["rejected_calls"])
            for name, stats in found.items()
        }
        return {name: count for name, count in counts.items() if count}


@asynccontextmanager
async def guarded(server: str, folder: Path) -> AsyncIterator[Guarded]:
    """Start it with the deployment's configuration, on a socket."""
    passwords = {name: secrets.token_hex(16) for name in (*USERS, _WATCHER)}
    acl = (DEPLOY / "users.acl").read_text(encoding="utf-8")
    for name in USERS:
        acl = acl.replace(f"{name.upper()}_PASSWORD", passwords[name])
    acl += f"user {_WATCHER} on >{passwords[_WATCHER]} allkeys allchannels +@all\n"
    (folder / "users.acl").write_text(acl, encoding="utf-8")
    config = (DEPLOY / "redis.conf").read_text(encoding="utf-8")
    config = config.replace("/etc/redis/users.acl", str(folder / "users.acl"))
    (folder / "redis.conf").write_text(config, encoding="utf-8")
    async with redis_server(server, config=folder / "redis.conf") as url:
        yield Guarded(folder, url.removeprefix("unix://"), passwords)
