"""The webhook's door: who may speak, when 200 is said, and what a flood does to others."""

import asyncio
import io
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Hashable
from typing import Any

import aiohttp
import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.attempt import GIVEN_UP, Attempt, put_off
from bot.errors import StoreUnavailable
from bot.telegram.polling import MethodCall, UpdateSource
from bot.telegram.update_handler import GIVE_UP_AFTER, Raw
from bot.telegram.webhook import HEADER, MOST_BYTES, Lanes, application
from bot.telemetry.http_server import discreet

SECRET = "s3cret_-" * 4
Client = TestClient[Any, Any]
Handle = Callable[[Raw], Awaitable[None]]


def update(number: int, chat: int = 1) -> Raw:
    return {"update_id": number, "chat": chat}


class Turns:
    """Records turns; a test may hold them up or let them fail."""

    def __init__(self) -> None:
        self.done: list[int] = []
        self.fails: list[Exception] = []
        self.ends: dict[int, MethodCall] = {}
        self.held: dict[int, asyncio.Event] = {}
        self.began: asyncio.Queue[int] = asyncio.Queue()

    async def handle(self, raw: Raw) -> None:
        self.began.put_nowait(raw["update_id"])
        if self.fails:
            raise self.fails.pop(0)
        held = self.held.get(raw["chat"])
        if held:
            await held.wait()
        self.done.append(raw["update_id"])

    async def fetch(self, offset: int | None) -> list[Raw]:
        raise AssertionError("a webhook doesn't poll")

    def chat(self, raw: Raw) -> Hashable:
        chat: Hashable = raw.get("chat")
        return chat

    def judge(self, error: Exception, failures: int) -> Attempt:
        return put_off(2.0) if isinstance(error, StoreUnavailable) else GIVEN_UP

    def last_call(self, raw: Raw) -> MethodCall | None:
        return self.ends.get(raw["update_id"])

    def app(self, lanes: Lanes | None = None) -> aiohttp.web.Application:
        source = UpdateSource(
            self.fetch, self.handle, self.chat, self.judge, last_call=self.last_call
        )
        return discreet(application(source, SECRET, "intake", lanes))


@pytest.fixture
def turns() -> Turns:
    return Turns()


@pytest.fixture
async def client(turns: Turns) -> AsyncIterator[Client]:
    lanes = Lanes(most=6, most_of_a_chat=3)
    async with TestClient(TestServer(turns.app(lanes))) as made:
        yield made


async def brought(client: Client, raw: object, secret: str | None = SECRET) -> int:
    """What Telegram is answered."""
    headers = {} if secret is None else {HEADER: secret}
    body = raw if isinstance(raw, bytes | io.BytesIO) else json.dumps(raw).encode()
    async with client.post("/intake", data=body, headers=headers) as response:
        assert await response.read() == b"", "nothing is said"
        assert "Server" not in response.headers
        return response.status


async def test_200_is_said_after_the_turn_is_written(client: Client, turns: Turns) -> None:
    held = turns.held[1] = asyncio.Event()
    answer = asyncio.ensure_future(brought(client, update(7)))
    assert await turns.began.get() == 7
    assert not answer.done()
    held.set()
    assert await answer == 200
    assert turns.done == [7]


async def test_an_updates_last_call_travels_in_the_answer_to_it(
    client: Client, turns: Turns
) -> None:
    """Bot API, "Making requests when getting updates"; what was put off has no end yet."""
    call = turns.ends[7] = {"method": "answerCallbackQuery", "callback_query_id": "5"}
    turns.fails.append(StoreUnavailable())
    assert await brought(client, update(7)) == 503
    body = json.dumps(update(7)).encode()
    async with client.post("/intake", data=body, headers={HEADER: SECRET}) as response:
        assert response.content_type == "application/json"
        assert await response.json() == call


@pytest.mark.parametrize("secret", [None, "", SECRET[:-1], SECRET + "x", "ключ"])
async def test_without_the_secret_nothing_is_said_or_done(
    client: Client, turns: Turns, secret: str | None
) -> None:
    assert await brought(client, update(7), secret) == 404
    assert turns.began.empty()


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/intake"), ("PUT", "/intake"), ("HEAD", "/intake"), ("POST", "/"), ("GET", "/"),
     ("POST", "/desk"), ("POST", "/intake/"), ("GET", "/metrics"), ("OPTIONS", "/intake")],
)  # fmt: skip
async def test_other_doors_say_nothing(client: Client, method: str, path: str) -> None:
    async with client.request(method, path, headers={HEADER: SECRET}) as response:
        assert response.status == 404
        assert await response.read() == b""
        assert "Allow" not in response.headers


async def test_a_turn_that_could_not_be_written_is_asked_for_again(
    client: Client, turns: Turns
) -> None:
    turns.fails.extend([StoreUnavailable()] * 2 * GIVE_UP_AFTER)
    for _ in range(2 * GIVE_UP_AFTER):
        assert await brought(client, update(7)) == 503
    assert await brought(client, update(7)) == 200
    assert turns.done == [7]


async def test_an_update_that_fails_through_a_fault_of_ours_is_given_up(
    client: Client, turns: Turns
) -> None:
    turns.fails.extend([ValueError()] * GIVE_UP_AFTER)
    found = [await brought(client, update(7)) for _ in range(GIVE_UP_AFTER)]
    assert found == [503] * (GIVE_UP_AFTER - 1) + [200]


@pytest.mark.parametrize(
    "body",
    [b"", b"no json", b"[" * 50_000, b"[]", b"1", b"{}", b'{"update_id": "x"}',
     b'{"update_id": true}', b"\xff\xfe", b'{"update_id": 1.5}'],
)  # fmt: skip
async def test_what_can_not_be_read_is_not_brought_for_ever(
    client: Client, turns: Turns, body: bytes
) -> None:
    assert await brought(client, body) == 200
    assert turns.began.empty()


async def test_a_body_that_is_too_large_is_refused(client: Client, turns: Turns) -> None:
    assert await brought(client, io.BytesIO(b"x" * (MOST_BYTES + 1))) == 413
    assert turns.began.empty()


async def test_a_chat_keeps_its_order(client: Client, turns: Turns) -> None:
    held = turns.held[1] = asyncio.Event()
    first = asyncio.ensure_future(brought(client, update(1)))
    assert await turns.began.get() == 1
    second = asyncio.ensure_future(brought(client, update(2)))
    other = await brought(client, update(3, chat=2))
    assert other == 200, "another chat doesn't wait"
    held.set()
    assert [await first, await second] == [200, 200]
    assert turns.done == [3, 1, 2]


async def test_a_flooding_chat_is_put_off_and_slows_no_other(client: Client, turns: Turns) -> None:
    held = turns.held[1] = asyncio.Event()
    flood = {asyncio.ensure_future(brought(client, update(number))) for number in range(6)}
    put_off: set[asyncio.Future[int]] = set()
    async with asyncio.timeout(5):
        while len(put_off) < 3:
            done, flood = await asyncio.wait(flood, return_when=asyncio.FIRST_COMPLETED)
            put_off |= done
        assert await brought(client, update(100, chat=2)) == 200
    assert {each.result() for each in put_off} == {503}
    held.set()
    assert await asyncio.gather(*flood) == [200] * 3


async def test_only_so_many_updates_are_held_at_a_time(client: Client, turns: Turns) -> None:
    for chat in range(6):
        turns.held[chat] = asyncio.Event()
    inside = [asyncio.ensure_future(brought(client, update(n, chat=n))) for n in range(6)]
    for _ in range(6):
        await turns.began.get()
    assert await brought(client, update(7, chat=7)) == 503
    for held in turns.held.values():
        held.set()
    assert await asyncio.gather(*inside) == [200] * 6
    assert await brought(client, update(7, chat=7)) == 200


async def test_lanes_leave_nothing_behind() -> None:
    lanes = Lanes()
    async with lanes.place(), lanes.lane("a"):
        pass
    assert lanes.idle
