"""What passes between our processes as deployed: Redis behind Sentinel, Redis as a cluster, and the
webhook, all with the settings and the certificates of deploy/, and nothing in clear."""

import asyncio
import shutil
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from redis.asyncio import Redis
from redis.exceptions import ConnectionError as RedisConnectionError

from bot.clock import SettableClock, SystemClock
from bot.config import Settings
from bot.privacy.vault import Keys
from bot.processes.redis_server import Servers, die_with_parent, redis_server
from bot.telegram.webhook import HEADER
from flows.status import Status
from sandbox.ports import free_port
from tests.architecture.certificates import certified
from tests.architecture.guarded import BETWEEN_SERVERS, MAINTENANCE, USERS, WATCHER, made, settings
from tests.architecture.members import members
from tests.kit.constants import DANGER
from tests.kit.own import parts, settings_on
from tests.kit.person import CHAT, Person
from tests.kit.processes import prepared
from tests.kit.servers import PATIENCE, SLOTS, Client, installed

pytestmark = [
    pytest.mark.process,
    pytest.mark.alone,
    pytest.mark.skipif(
        not (installed() and shutil.which("redis-cli")), reason="the embedded server has no TLS"
    ),
]

SECRET = "s" * 48


async def refuses_what_is_in_clear(port: int) -> None:
    async with Redis(port=port) as redis:
        with pytest.raises(RedisConnectionError):
            await redis.ping()


@pytest.mark.proof
async def test_the_keyring_and_its_sentinels_speak_tls_alone_over_a_failover(
    tmp_path: Path,
) -> None:
    async with members(tmp_path, encrypted=True) as keyring, redis_server() as store:
        chosen = Settings(redis_url=store, keyring_url=keyring.url, master_key=Keys.new_master())
        async with parts(chosen, clock=SettableClock(SystemClock().now())) as built:
            person = Person(built, CHAT, await built.store.people_key.names())
            await person.says(DANGER)
            for one in (*keyring.servers, *keyring.sentinels):
                await refuses_what_is_in_clear(one.port)
            await keyring.whole()
            await (await keyring.master()).kill()
            await person.says("вы здесь?")
            assert await person.status() is Status.QUEUED
            said = await built.store.outbox.transcript(person.conversation)
            assert said == [DANGER, "вы здесь?"]


@asynccontextmanager
async def encrypted_cluster(folder: Path) -> AsyncIterator[tuple[list[int], str]]:
    """Three nodes with the deployment's settings and users; their ports, and how to ask them."""
    _, passwords = made(folder, (*USERS, MAINTENANCE, *BETWEEN_SERVERS))
    conf, tls = settings(folder), certified(folder)
    authority, ports = folder / "tls" / "redis" / "ca.crt", [free_port() for _ in range(3)]
    nodes = []
    for port in ports:
        own = folder / str(port)
        own.mkdir()
        nodes.append(
            await asyncio.create_subprocess_exec(
                *("redis-server", str(conf), "--include", str(tls), "--tls-port", str(port)),
                *("--cluster-enabled", "yes", "--cluster-port", str(free_port())),
                *("--dir", str(own), "--bind", "127.0.0.1", "--maxmemory", "64mb"),
                *("--masteruser", "replica", "--masterauth", passwords["replica"]),
                stdout=asyncio.subprocess.DEVNULL,
                preexec_fn=die_with_parent,
            )
        )
    hosts = ",".join(f"127.0.0.1:{port}" for port in ports)
    login = f"{WATCHER}:{passwords[WATCHER]}"
    try:
        await _joined(ports, login, authority)
        yield ports, f"rediss+cluster://{login}@{hosts}?ssl_ca_certs={authority}"
    finally:
        for node in nodes:
            node.kill()
            await node.wait()


async def _joined(ports: list[int], login: str, authority: Path) -> None:
    clients: list[Client] = [
        Redis.from_url(
            f"rediss://{login}@127.0.0.1:{port}/0?ssl_ca_certs={authority}", decode_responses=True
        )
        for port in ports
    ]
    share = SLOTS // len(ports) + 1
    async with asyncio.timeout(PATIENCE):
        for number, redis in enumerate(clients):
            while not await _answers(redis):
                continue
            first = number * share
            await redis.execute_command(
                "CLUSTER", "ADDSLOTSRANGE", first, min(first + share, SLOTS) - 1
            )
        bus = (await clients[0].config_get("cluster-port"))["cluster-port"]
        for redis in clients[1:]:
            await redis.execute_command("CLUSTER", "MEET", "127.0.0.1", ports[0], bus)
        for redis in clients:
            while "cluster_state:ok" not in str(await redis.execute_command("CLUSTER", "INFO")):
                continue
            await redis.aclose()


async def _answers(redis: Client) -> bool:
    try:
        return bool(await redis.ping())
    except RedisConnectionError:  # it only comes up
        return False


@pytest.mark.proof
async def test_a_cluster_speaks_tls_alone_also_between_its_nodes(tmp_path: Path) -> None:
    async with encrypted_cluster(tmp_path) as (ports, url), redis_server() as keyring:
        for port in ports:
            await refuses_what_is_in_clear(port)
        chosen = settings_on(Servers(url, keyring))
        async with parts(chosen, clock=SettableClock(SystemClock().now())) as built:
            for chat in range(CHAT, CHAT + 5):  # in several partitions
                person = Person(built, chat, await built.store.people_key.names())
                await person.says(DANGER)
                assert await person.status() is Status.QUEUED


async def test_the_webhook_is_brought_by_tls_alone(tmp_path: Path) -> None:
    """Whoever brings updates checks the name and the authority, as a proxy before it does."""
    certified(tmp_path)
    own, port = tmp_path / "tls" / "bot", free_port()
    async with prepared() as ready:
        intake = ready.bot(
            "intake",
            HELPLINE_WEBHOOK_LISTEN=f"127.0.0.1:{port}",
            HELPLINE_WEBHOOK_SECRET=SECRET,
            HELPLINE_WEBHOOK_CERT=str(own / "tls.crt"),
            HELPLINE_WEBHOOK_KEY=str(own / "tls.key"),
        )
        await intake.start()
        person = ready.sandbox.person("she")
        await person.start()  # which waits at Telegram, as nobody asks for it
        chat = {"id": person.chat_id, "type": "private"}
        message = {"message_id": 1, "date": 1, "chat": chat, "text": DANGER}
        update = {"update_id": 1, "message": message}
        try:
            trusting = ssl.create_default_context(cafile=str(own / "ca.crt"))
            headers = {HEADER: SECRET}
            async with aiohttp.ClientSession(headers=headers) as session:
                async with asyncio.timeout(PATIENCE):
                    while await _brought(session, f"https://localhost:{port}", update, trusting):
                        continue
                await person.until(lambda: person.unseen)
                with pytest.raises(aiohttp.ClientConnectorCertificateError):
                    await session.post(f"https://localhost:{port}/intake", json=update)
                with pytest.raises(aiohttp.ClientError):
                    await session.post(f"http://localhost:{port}/intake", json=update)
        finally:
            await intake.kill()


async def _brought(
    session: aiohttp.ClientSession, url: str, update: object, trusting: ssl.SSLContext
) -> bool:
    """False once it was taken."""
    try:
        async with session.post(f"{url}/intake", json=update, ssl=trusting) as answer:
            return answer.status != 200
    except aiohttp.ClientConnectorCertificateError:
        raise
    except aiohttp.ClientConnectorError:  # it only comes up
        return True
