"""The console as a process of its own, and clients that behave as its pages do."""

import asyncio
import itertools
import os
import re
import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from bench.processes import QUIET, READY_SECONDS
from bot.compose import Needs, parts
from bot.config import Settings
from bot.console.sessions import Cookie
from bot.console.together import Together
from bot.tickets.operator import Role
from sandbox import Sandbox
from sandbox.ports import free_port
from tests.kit.processes import Prepared, Process, prepared

CAPACITY = 20
COOKIE = Cookie(secure=False).name

_OWN = re.compile(r'data-handle="([^"]+)" data-kind="mine"')
_HANDLE = re.compile(r'data-handle="([^"]+)" data-kind="waiting"')


@dataclass
class Console:
    """A helpline whose desk is in a browser, all of it in processes of their own. `settings`: of
    the console."""

    sandbox: Sandbox
    bots: dict[str, Process]
    process: Process
    url: str
    settings: Settings

    @property
    def processor_seconds(self) -> float:
        """What the console has used so far (proc(5), /proc/PID/stat: utime, stime)."""
        stat = Path(f"/proc/{self.process.started.pid}/stat").read_text(encoding="utf-8")
        used = stat.rpartition(")")[2].split()[11:13]
        return sum(map(int, used)) / os.sysconf("SC_CLK_TCK")

    async def sign_in(self, count: int) -> list[str]:
        """So many operators on shift, with a session each: their cookies."""
        tokens = []
        async with parts(self.settings, needs=Needs.STORE) as built:
            staff = built.helpline.staff
            for _ in range(count):
                operator = await staff.by_telegram.admit(None, next(_names), Role.OPERATOR)
                operator = await staff.change(operator, capacity=CAPACITY, on_shift=True)
                tokens.append(await built.store.console_sessions.begin(operator.id))
        return tokens


_names = (
    "".join(letters).title() for letters in itertools.product("bdfgkl", "aeu", "mnprst", "aeu")
)
"""Code names, none like another."""


@asynccontextmanager
async def console() -> AsyncIterator[Console]:
    """Redis, intake, the desk that only rings, and the console."""
    port = free_port()
    url = f"http://localhost:{port}"
    where = {"HELPLINE_DESK": "browser", "HELPLINE_CONSOLE_ORIGIN": url}
    async with prepared(None, limits=False, **where) as ready:
        bots = {name: ready.bot(name, QUIET) for name in ready.environments}
        environment = _environment(ready, port, where)
        served = Process(("bot", "console"), environment, QUIET)
        settings = Settings(
            redis_url=ready.servers.store,
            keyring_url=ready.servers.keyring,
            master_key=environment["HELPLINE_MASTER_KEY"],
        )
        started = Console(ready.sandbox, bots, served, url, settings)
        try:
            for name, bot in bots.items():
                await bot.start()
                await ready.sandbox.polled(name, READY_SECONDS)
            await served.start()
            await _answers(url)
            yield started
        finally:
            for one in (*bots.values(), served):
                if one.runs:
                    await one.kill()


def _environment(ready: Prepared, port: int, where: dict[str, str]) -> dict[str, str]:
    return {
        **ready.servers.environment(),
        **where,
        "HELPLINE_DESK_LOCALE": "en",
        "HELPLINE_MASTER_KEY": ready.environments["desk"]["HELPLINE_MASTER_KEY"],
        "HELPLINE_CONSOLE_LISTEN": f"127.0.0.1:{port}",
    }


async def _answers(url: str) -> None:
    async with asyncio.timeout(READY_SECONDS), aiohttp.ClientSession() as http:
        while True:
            with suppress(aiohttp.ClientError):
                async with http.get(f"{url}/") as got:
                    if got.ok:
                        return
            await asyncio.sleep(0.1)


@dataclass
class Client:
    """A browser: its stream, the queue that it fetches with each event, the ticket that is open."""

    url: str
    http: aiohttp.ClientSession
    opened: str = ""
    shown: str = ""
    own: set[str] = field(default_factory=set)
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    def __post_init__(self) -> None:
        self._ticket = Together(self._show)  # one request at a time, as in_turn.js does it
        self._entries = Together(self._queue)

    async def sends(self, path: str, **body: object) -> None:
        """A request as the page makes it. Raises `aiohttp.ClientResponseError`."""
        asked = {"number": secrets.token_hex(16), **body}
        headers = {"Origin": self.url}
        async with self.http.post(f"{self.url}{path}", json=asked, headers=headers) as got:
            got.raise_for_status()

    async def gets(self, path: str) -> str:
        """A page or a fragment. Raises `aiohttp.ClientResponseError`."""
        async with self.http.get(f"{self.url}{path}") as got:
            got.raise_for_status()
            return await got.text()

    async def waiting(self, count: int) -> list[str]:
        """The handles of who waits, once there are so many."""
        async with asyncio.timeout(READY_SECONDS):
            while True:
                found = _HANDLE.findall(await self.gets("/desk/queue"))
                if len(found) >= count:
                    return found
                await asyncio.sleep(0.1)

    async def claims(self, handle: str) -> None:
        """Take a ticket, and open it."""
        await self.sends(f"/desk/ticket/{handle}/claim")
        self.opened = handle

    async def sees(self, words: str, seconds: float) -> bool:
        """Whether these words are on the screen within that time."""
        async with self.changed:
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self.changed.wait_for(lambda: words in self.shown)
        return words in self.shown

    async def listen(self) -> None:
        """Follow the stream, and fetch what `desk.js` fetches, until cancelled."""
        async with (
            self.http.get(f"{self.url}/live", timeout=aiohttp.ClientTimeout()) as stream,
            asyncio.TaskGroup() as group,
        ):
            event = ""
            async for line in stream.content:
                name, _, value = line.decode().rstrip("\n").partition(": ")
                event = value if name == "event" else event
                if name != "data":
                    continue
                own = event == "conversation" and value in self.own
                if event == "all" or (event == "conversation" and value == self.opened):
                    group.create_task(self._ticket.ask())
                if event in {"all", "queue"} or own:
                    group.create_task(self._entries.ask())

    async def refresh(self) -> None:
        """Fetch once more what the page shows, behind all that is being fetched."""
        await asyncio.gather(self._ticket.ask(), self._entries.ask(), return_exceptions=True)

    async def _queue(self) -> None:
        self.own = set(_OWN.findall(await self.gets("/desk/queue")))

    async def _show(self) -> None:
        if not self.opened:
            return
        found = await self.gets(f"/desk/ticket/{self.opened}")
        async with self.changed:
            self.shown = found
            self.changed.notify_all()


@asynccontextmanager
async def clients(line: Console, count: int) -> AsyncIterator[list[Client]]:
    """Browsers with their streams, each of an operator of its own who is on shift."""
    async with AsyncExitStack() as stack:
        found = list[Client]()
        for token in await line.sign_in(count):
            connector = aiohttp.TCPConnector(limit=6)  # as browsers do
            http = aiohttp.ClientSession(connector=connector, cookies={COOKIE: token})
            found.append(Client(line.url, await stack.enter_async_context(http)))
        streams = [asyncio.ensure_future(one.listen()) for one in found]
        try:
            yield found
        finally:
            for stream in streams:
                stream.cancel()
            await asyncio.wait(streams, timeout=READY_SECONDS)
            # What they fetch still ends before their connections do.
            await asyncio.gather(*(one.refresh() for one in found), return_exceptions=True)
