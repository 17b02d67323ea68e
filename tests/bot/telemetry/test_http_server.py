"""What strangers are told who speak to a port of ours: nothing."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from bot.config import Address
from bot.telemetry.http_server import listening

SECONDS = 20.0


async def _broken(_: web.Request) -> web.StreamResponse:
    raise RuntimeError("какаду")


async def _echo(request: web.Request) -> web.StreamResponse:
    return web.Response(body=await request.read())


@pytest.fixture
async def port() -> AsyncIterator[int]:
    app = web.Application()
    app.router.add_post("/echo", _echo)
    app.router.add_get("/broken", _broken)
    async with listening(app, Address("127.0.0.1", 0), "HELPLINE_WEBHOOK_LISTEN") as url:
        yield int(url.rpartition(":")[2])


async def said(port: int, raw: bytes) -> bytes:
    """All that is answered until the connection ends, or an answer is whole."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(raw)
    async with asyncio.timeout(SECONDS):
        answer = await reader.read()
    writer.close()
    return answer


@pytest.mark.parametrize(
    "raw",
    [
        b"hello there\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nA: " + b"b" * 20_000 + b"\r\n\r\n",
        b"\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03",
    ],
    ids=["no HTTP", "version", "long line", "long header", "TLS"],
)
async def test_what_is_no_http_gets_no_answer(port: int, raw: bytes) -> None:
    async with asyncio.timeout(SECONDS):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(raw)
        writer.write_eof()
        assert await reader.read() == b""
        writer.close()


@pytest.mark.parametrize("expect", [b"100-continue", b"something else"])
async def test_nobody_is_asked_to_go_on(port: int, expect: bytes) -> None:
    """An expectation would be answered before the door is known, or the secret looked at."""
    head = b" HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 2\r\nExpect: "
    known = await said(port, b"POST /echo" + head + expect + b"\r\n\r\nhi")
    assert known.startswith(b"HTTP/1.1 200")
    assert known.endswith(b"\r\n\r\nhi")
    other = await said(port, b"POST /other" + head + expect + b"\r\n\r\nhi")
    assert other.startswith(b"HTTP/1.1 404")
    assert b"Server" not in other
    assert other.endswith(b"\r\n\r\n")


async def test_a_fault_of_ours_is_no_answer(port: int, caplog: pytest.LogCaptureFixture) -> None:
    """Telegram brings the update again; the log tells the kind of the fault."""
    raw = b"GET /broken HTTP/1.1\r\nHost: h\r\n\r\n"
    assert await said(port, raw) == b""
    assert [record.message for record in caplog.records] == ["request_failed"]
