"""Bytes and requests of any kind to the ports that listen: the internal one, and the model's."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import AsyncExitStack

import aiohttp
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.config import Address, Settings
from bot.privacy.vault import Keys
from bot.processes.model_server import bundled
from bot.processes.redis_server import store_and_keyring
from bot.telemetry.health_port import internal
from tests.kit.own import parts

pytestmark = pytest.mark.proof


SECONDS = 60.0
CANARY = "какаду"
ANYWHERE = Address("127.0.0.1", 0)
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))

METHODS = st.sampled_from(["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW"])
PATHS = st.one_of(
    st.sampled_from(["/", "/healthz", "/readyz", "/metrics", "/metrics/", "/model", "/status"]),
    st.text(st.sampled_from("/.%~ab2e?#&;="), max_size=12).map(lambda text: "/" + text),
)
HEADERS = st.lists(st.binary(max_size=40).map(lambda raw: b"X: " + raw), max_size=3)
REQUESTS = st.one_of(
    st.binary(max_size=200),
    st.tuples(METHODS, PATHS, HEADERS, st.binary(max_size=60)).map(
        lambda one: b"\r\n".join(
            [
                f"{one[0]} {one[1]} HTTP/1.1".encode("latin-1", "replace"),
                b"Host: h",
                b"Connection: close",
                *(line.replace(b"\\r", b"").replace(b"\\n", b"") for line in one[2]),
                f"Content-Length: {len(one[3])}".encode(),
                b"",
                one[3],
            ]
        )
    ),
)


async def said(port: int, raw: bytes) -> bytes:
    """All that is answered."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(raw)
    writer.write_eof()
    try:
        async with asyncio.timeout(SECONDS):
            return await reader.read()
    except ConnectionError:
        return b""
    finally:
        writer.close()


@pytest.fixture(scope="module")
def alive() -> Iterator[tuple[asyncio.Runner, str]]:
    """A process's internal port, and the loop that it runs in."""

    async def up(stack: AsyncExitStack) -> str:
        servers = await stack.enter_async_context(store_and_keyring())
        chosen = Settings(
            redis_url=servers.store, keyring_url=servers.keyring, master_key=Keys.new_master()
        )
        built = await stack.enter_async_context(parts(chosen))
        return await stack.enter_async_context(internal(built, ANYWHERE))

    with asyncio.Runner() as runner:
        stack = AsyncExitStack()
        yield runner, runner.run(up(stack))
        runner.run(stack.aclose())


@QUICK
@given(st.lists(REQUESTS, min_size=1, max_size=8))
def test_the_internal_port_tells_strangers_nothing(
    alive: tuple[asyncio.Runner, str], requests: list[bytes]
) -> None:
    runner, url = alive

    async def main() -> None:
        for raw in requests:
            answer = await said(int(url.rpartition(":")[2]), raw)
            head, _, body = answer.partition(b"\r\n\r\n")
            assert b"aiohttp" not in head
            assert b" 200 " in head or not body, "a refusal has no words"
        async with aiohttp.ClientSession() as session, session.get(f"{url}/healthz") as ok:
            assert ok.status == 200, "it is alive all the same"

    runner.run(main())


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=8,
)
BODIES = st.one_of(
    st.binary(max_size=200),
    JSON.map(lambda value: json.dumps(value).encode()),
    JSON.map(lambda value: json.dumps({"text": value, "more": CANARY}).encode()),
    st.text(max_size=400).map(lambda text: json.dumps({"text": text + CANARY}).encode()),
)
REFUSALS = {400, 404, 405, 411, 413, 415, 422, 503}


@pytest.fixture(scope="module")
def served() -> Iterator[tuple[asyncio.Runner, str]]:
    """The model's process, and the loop in which it was started."""
    with asyncio.Runner() as runner:
        stack = AsyncExitStack()
        url = runner.run(stack.enter_async_context(bundled())).url
        yield runner, url
        runner.run(stack.aclose())


@pytest.mark.process
@QUICK
@given(st.lists(st.tuples(st.sampled_from(["/model/parse", "/status", "/"]), BODIES), max_size=6))
def test_the_model_answers_whatever_comes(
    served: tuple[asyncio.Runner, str], requests: list[tuple[str, bytes]]
) -> None:
    runner, url = served

    async def main() -> None:
        async with aiohttp.ClientSession() as session:
            for path, body in requests:
                async with session.post(url + path, data=body) as answer:
                    told = await answer.json()
                    assert answer.status == 200 or answer.status in REFUSALS
                    assert answer.status == 200 or CANARY not in str(told), "no word is repeated"
            async with session.post(f"{url}/model/parse", json={"text": "нас заперли"}) as answer:
                assert (await answer.json())["urgency"]["urgent"]

    runner.run(main())
