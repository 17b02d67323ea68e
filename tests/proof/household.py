"""Everything that runs: Redis with files, a keyring without, both bots as processes, a sink."""

import asyncio
import contextlib
import os
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestServer
from redis.asyncio import Redis as Patient

from bot.privacy.vault import Keys
from bot.processes.redis_server import Servers, die_with_parent, redis_server
from bot.store import Redis, connect
from sandbox import Sandbox, SandboxSettings, serve
from sandbox.demo_staff import enrol_before_start
from sandbox.environment import environments
from tests.bot.sentry import Sink, sink
from tests.proof import passing
from tests.proof.canaries import as_bytes, files


@dataclass
class Household:
    """What runs, and where it might leave something."""

    sandbox: Sandbox
    sink: Sink
    master: str
    redis: Redis
    keyring: Redis
    folder: Path
    environments: dict[str, dict[str, str]]
    running: dict[str, asyncio.subprocess.Process] = field(default_factory=dict)
    arguments: bytes = b""
    watched: bytearray = field(default_factory=bytearray)
    passed: timedelta = timedelta()

    @property
    def disk(self) -> Path:
        """Redis's files."""
        return self.folder / "disk"

    async def start(self, name: str) -> None:
        """Start a bot."""
        told = {**self.environments[name], passing.VARIABLE: str(self.folder / "seconds")}
        await self.run(name, told, "tests.proof.passing", name)

    async def run(self, name: str, environment: dict[str, str], *module: str) -> None:
        """Start a process; its log and its temporary files lie where they can be searched.
        `module`: with its arguments."""
        temporary = self.folder / "tmp" / name
        temporary.mkdir(parents=True, exist_ok=True)
        with (self.folder / "logs" / f"{name}.log").open("ab") as log:
            self.running[name] = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", *module),
                env={**os.environ, **environment, "TMPDIR": str(temporary)},
                stdout=log,
                stderr=log,
                preexec_fn=die_with_parent,
            )

    async def pass_time(self, time: timedelta) -> None:
        """Time passes for everyone: the processes, Telegram, and each key of Redis."""
        self.passed += time
        self.tell_time()
        self.sandbox.clock.advance(time.total_seconds())
        gone = int(time.total_seconds() * 1000)
        for redis in (self.redis, self.keyring):
            for name in await redis.keys("*"):
                left = await redis.pttl(name)
                assert left != -1, "every key ends"
                await redis.pexpire(name, max(left - gone, 0))  # none left: it is gone at once

    def tell_time(self) -> None:
        """Where the processes read it."""
        whole = self.folder / "seconds.new"
        whole.write_text(str(self.passed.total_seconds()), encoding="ascii")
        whole.replace(self.folder / "seconds")

    async def kill(self, name: str) -> None:
        """SIGKILL, and start it again."""
        self.look_at_arguments()
        await self.end(name)
        await self.start(name)

    async def end(self, name: str) -> None:
        """SIGKILL."""
        process = self.running.pop(name)
        process.kill()
        await process.wait()

    def look_at_arguments(self) -> None:
        """What everybody on the machine can read of the processes, and what their owner can."""
        for process in self.running.values():
            proc = Path(f"/proc/{process.pid}")
            self.arguments += (proc / "cmdline").read_bytes()
            with contextlib.suppress(PermissionError):  # no dumps: then root alone reads it
                self.arguments += (proc / "environ").read_bytes()

    async def outside(self) -> dict[str, bytes]:
        """Everything that exists outside of the processes, but for the sandbox's chats."""
        await self.redis.save()
        self.look_at_arguments()
        return {
            **await _contents("store", self.redis),
            **await _contents("keyring", self.keyring),
            **files("redis file", [self.disk]),
            **files("log", [self.folder / "logs"]),
            **files("temporary", [self.folder / "tmp"]),
            "sentry": "".join(self.sink.raw).encode(),
            "arguments": self.arguments,
            "slowlog": as_bytes([await one.slowlog_get(128) for one in self._both]),
            "clients": as_bytes([await one.client_list() for one in self._both]),
            "monitor": bytes(self.watched),
        }

    @property
    def _both(self) -> tuple[Redis, Redis]:
        return self.redis, self.keyring

    async def watch(self, url: str) -> None:
        """Note every command that Redis is sent, as whoever may ask it could (MONITOR)."""
        async with Patient.from_url(url, socket_timeout=None) as redis, redis.monitor() as monitor:
            async for one in monitor.listen():
                self.watched += one["command"].encode() + b"\n"

    def chats(self) -> dict[str, bytes]:
        """What the sandbox's chats show."""
        world = self.sandbox.world
        shown = {f"chat:{key}": list(chat.messages.values()) for key, chat in world.private.items()}
        shown |= {
            f"group:{key}": list(group.messages.values()) for key, group in world.groups.items()
        }
        return {
            place: as_bytes([[one.text, one.body, one.keyboard] for one in messages])
            for place, messages in shown.items()
        }


async def _contents(kind: str, redis: Redis) -> dict[str, bytes]:
    """Every key, as Redis would move it to another server, and its value as it is."""
    found = {}
    for name in await redis.keys("*"):
        raw = name + b"\0" + (await redis.dump(name) or b"")
        match (await redis.type(name)).decode():
            case "string":
                raw += await redis.get(name) or b""
            case "hash":
                raw += b"\0".join(
                    part for pair in (await redis.hgetall(name)).items() for part in pair
                )
            case "list":
                raw += b"\0".join(await redis.lrange(name, 0, -1))
            case _:
                raw += b"\0".join(await redis.zrange(name, 0, -1))
        found[f"{kind}:{name.decode()}"] = raw
    return found


async def _broken_model() -> TestServer:
    """A model that fails by quoting what it was sent."""

    async def fail(request: web.Request) -> web.Response:
        return web.Response(status=500, text=f"cannot parse {await request.text()}")

    app = web.Application()
    app.router.add_post("/model/parse", fail)
    return TestServer(app)


@asynccontextmanager
async def household(folder: Path) -> AsyncIterator[Household]:
    """Start everything, end everything."""
    for part in ("disk", "logs", "tmp"):
        (folder / part).mkdir()
    async with AsyncExitStack() as stack:
        store = await stack.enter_async_context(redis_server(disk=folder / "disk"))
        keyring = await stack.enter_async_context(redis_server())
        sandbox = await stack.enter_async_context(serve(SandboxSettings(limits=False)))
        taken = await stack.enter_async_context(sink())
        model = await stack.enter_async_context(await _broken_model())
        redis = connect(store, "HELPLINE_REDIS_URL")
        stack.push_async_callback(redis.aclose)
        keys = connect(keyring, "HELPLINE_KEYRING_URL")
        stack.push_async_callback(keys.aclose)
        # Plain files: what is compressed could hide what is looked for.
        await redis.config_set("rdbcompression", "no")
        await redis.config_set("aof-use-rdb-preamble", "no")
        master = Keys.new_master()
        more = {
            "HELPLINE_DESK_LOCALE": "en",
            "HELPLINE_NLU_URL": str(model.make_url("/")).rstrip("/"),
            "SENTRY_DSN": taken.dsn,
        }
        told = environments(sandbox, Servers(store, keyring), master, **more)
        home = Household(sandbox, taken, master, redis, keys, folder, told)
        home.tell_time()
        watching = [asyncio.ensure_future(home.watch(one)) for one in (store, keyring)]
        await enrol_before_start(sandbox, Servers(store, keyring), home.master)
        for name in ("intake", "desk"):
            await home.start(name)
        try:
            yield home
        finally:
            for name in list(home.running):
                await home.end(name)
            for task in watching:
                assert not task.done(), "it has watched all the time"
                task.cancel()
