"""The console under its own Redis user: it is refused nothing that it needs, and may do no more."""

import asyncio
import re
import secrets
from dataclasses import dataclass, replace
from pathlib import Path

import aiohttp
import pytest
from redis.asyncio import Redis
from redis.exceptions import NoPermissionError

from bot.processes.redis_server import Servers
from bot.store.names import row_key
from tests.architecture.guarded import MAINTENANCE, Guarded, guarded
from tests.kit.console import Served, console_beside
from tests.kit.servers import program
from tests.kit.wire import arrive, running

pytestmark = [pytest.mark.process, pytest.mark.alone]

NOT_ITS = (
    *(("GET", row_key("she", row)) for row in ("address", "chat", "key", "address-key")),
    *(("LRANGE", row_key("she", row), 0, -1) for row in ("messages", "relayed")),
    ("LRANGE", "audit:2026-11-25", 0, -1),
    ("DEL", "audit:2026-11-25"),
    ("SET", "account:somebody", "x", "PX", 1000, "GET"),
    ("SET", "invitation:code", "x"),
    ("SET", "{texts}:live", "x"),
    ("GET", "people-key:1"),
    ("GET", "factor:somebody"),
    *(("KEYS", "*"), ("SCAN", "0"), ("MONITOR",), ("CONFIG", "GET", "*"), ("FLUSHALL",)),
)
"""What leads to a person, enrols an operator, publishes a text, or reads what supervisors read."""


@dataclass(frozen=True, slots=True)
class Desk:
    """An operator's requests, as the page makes them."""

    served: Served
    http: aiohttp.ClientSession

    async def posts(self, path: str, **body: object) -> None:
        asked = {"number": secrets.token_hex(16), **body}
        headers = {"Origin": self.served.url}
        async with self.http.post(f"{self.served.url}{path}", json=asked, headers=headers) as got:
            assert got.status == 204, (path, got.status, await got.text())

    async def gets(self, path: str) -> str:
        async with self.http.get(f"{self.served.url}{path}") as got:
            assert got.status == 200, path
            return await got.text()

    async def handle(self) -> str:
        """Of the first ticket in the queue, once there is one."""
        async with asyncio.timeout(60):
            while not (found := re.search('data-handle="([^"]+)"', await self.gets("/desk/queue"))):
                pass
        return f"/desk/ticket/{found[1]}"

    async def line(self) -> int:
        """The number of the own message."""
        shown = await self.gets(await self.handle())
        found = re.search(r'bubble operator" data-line="(\d+)"', shown)
        assert found
        return int(found[1])


async def test_the_console_is_refused_nothing_and_may_do_no_more(tmp_path: Path) -> None:
    folder = tmp_path / "keyring"
    folder.mkdir()
    async with guarded(program(), tmp_path) as redis, guarded(program(), folder) as keyring:
        await _a_conversation(redis, keyring)
        assert await redis.refused() == await keyring.refused() == []
        async with Redis.from_url(redis.url("console")) as own:
            for command in NOT_ITS:
                with pytest.raises(NoPermissionError):
                    await own.execute_command(*command)  # type: ignore[no-untyped-call]


def _as(user: str, redis: Guarded, keyring: Guarded) -> Servers:
    return Servers(redis.url(user), keyring.url(user))


async def _a_conversation(redis: Guarded, keyring: Guarded) -> None:
    upkeep = " ".join(one.url(MAINTENANCE) for one in (redis, keyring))
    stores = _as("intake", redis, keyring), _as("desk", redis, keyring)
    async with running(stores=stores, maintenance=upkeep) as line:
        own = _as("console", redis, keyring)
        settings = replace(line.settings, redis_url=own.store, keyring_url=own.keyring)
        async with console_beside(settings) as served, aiohttp.ClientSession() as http:
            desk = Desk(served, http)
            await desk.posts("/demo", role="operator")
            await desk.posts("/desk/shift")
            person = line.sandbox.person("p1", language_code="ru")
            await arrive(person, timeout=60)
            await person.say("нас заперли помогите")
            ticket = await desk.handle()
            await desk.posts(f"{ticket}/claim")
            await desk.posts(f"{ticket}/reply", text="первая версия")
            first = await person.expect(contains="первая версия", timeout=60)
            await desk.posts(f"{ticket}/note", text="заметка")
            await desk.posts(f"{ticket}/correct", text="вторая версия", line=await desk.line())
            await person.until(lambda: first.current().text == "вторая версия", timeout=60)
            await desk.posts(f"{ticket}/delete", line=await desk.line())
            await person.until(lambda: first.deleted, timeout=60)
            await desk.posts(f"{ticket}/requeue")
            await desk.posts(f"{ticket}/claim")
            assert "заметка" in await desk.gets(ticket)
            async with http.get(f"{served.url}/live") as stream:
                assert await stream.content.readline() == b"event: all\n"
            await desk.posts("/awake")
            await desk.posts("/lock")
            assert '"locked":true' in await desk.gets("/waiting")
            await desk.posts("/unlock")
            await desk.posts(f"{ticket}/close", outcome="other")
            await person.expect(contains="Оператор закончил", timeout=60)
            await desk.posts("/end-shift")
