"""The console under its own Redis user: it is refused nothing that it needs, and may do no more."""

import asyncio
import re
import secrets
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from redis.asyncio import Redis
from redis.exceptions import NoPermissionError

from bot.clock import SystemClock
from bot.processes.redis_server import Servers
from bot.store.names import row_key
from bot.store.staff.board import BlockReview
from bot.tickets.hours import KAZAKHSTAN
from tests.architecture.guarded import MAINTENANCE, Guarded, guarded
from tests.bot.studio.trees import repository
from tests.kit.authenticator import Authenticator
from tests.kit.console import Served, console_beside
from tests.kit.servers import program
from tests.kit.wire import Line, arrive, running

pytestmark = [pytest.mark.process, pytest.mark.alone]

NOT_ITS = (
    *(("GET", row_key("she", row)) for row in ("address", "chat", "key", "address-key")),
    *(("LRANGE", row_key("she", row), 0, -1) for row in ("messages", "relayed")),
    ("DEL", "audit:2026-11-25"),
    ("LTRIM", "audit:2026-11-25", 0, 1),
    ("SET", "{texts}:live", "x"),
    ("GET", "people-key:1"),
    ("GET", "factor:somebody"),
    *(("KEYS", "*"), ("SCAN", "0"), ("MONITOR",), ("CONFIG", "GET", "*"), ("FLUSHALL",)),
)
"""What leads to a person, changes what was done, publishes a text, or tells an operator's codes."""


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

    async def asks(self, path: str, **body: object) -> Any:
        """The same for what is answered in words."""
        asked = {"number": secrets.token_hex(16), **body}
        headers = {"Origin": self.served.url}
        async with self.http.post(f"{self.served.url}{path}", json=asked, headers=headers) as got:
            assert got.status == 200, (path, got.status, await got.text())
            return await got.json()

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

    async def first(self) -> str:
        """Of the first ticket that is shown, whoever has it."""
        found = re.search('data-handle="([^"]+)"', await self.gets("/desk/queue"))
        assert found
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


async def _a_stub(desk: Desk, line: Line) -> None:
    """Somebody cries and erases everything; the operator writes the one message."""
    person = line.sandbox.person("p2", language_code="ru")
    await arrive(person, timeout=60)
    await person.say("нас заперли помогите")
    await desk.handle()
    await person.say("/delete")
    await person.press((await person.expect(with_button="Да, стереть", timeout=60)).buttons[0])
    await person.expect(contains="Стёрто", timeout=60)
    async with asyncio.timeout(60):
        while not (
            found := re.search(
                'data-handle="([^"]+)" data-kind="stubs"', await desk.gets("/desk/queue")
            )
        ):
            pass
    assert "once" in await desk.gets(f"/desk/ticket/{found[1]}")
    await desk.posts(f"/desk/ticket/{found[1]}/last", text="если можете, пишите")
    await person.expect(contains="если можете, пишите", timeout=60)


async def _a_conversation(redis: Guarded, keyring: Guarded) -> None:
    upkeep = " ".join(one.url(MAINTENANCE) for one in (redis, keyring))
    stores = _as("intake", redis, keyring), _as("desk", redis, keyring)
    async with running(stores=stores, maintenance=upkeep) as line:
        own = _as("console", redis, keyring)
        settings = replace(line.settings, redis_url=own.store, keyring_url=own.keyring)
        texts = repository(redis.folder / "texts")
        async with console_beside(settings, texts=texts) as served, aiohttp.ClientSession() as http:
            desk = Desk(served, http)
            await desk.posts("/demo", role="operator")
            await desk.posts("/desk/shift")
            person = line.sandbox.person("p1", language_code="ru")
            await arrive(person, timeout=60)
            await person.say("нас заперли помогите")
            ticket = await desk.handle()
            await desk.posts("/desk/shown", shown={ticket.rpartition("/")[2]: 1})
            await desk.posts(f"{ticket}/claim")
            await desk.posts(f"{ticket}/reply", text="первая версия")
            first = await person.expect(contains="первая версия", timeout=60)
            await desk.posts(f"{ticket}/note", text="заметка")
            await desk.posts(f"{ticket}/correct", text="вторая версия", line=await desk.line())
            await person.until(lambda: first.current().text == "вторая версия", timeout=60)
            await desk.posts(f"{ticket}/delete", line=await desk.line())
            await person.until(lambda: first.deleted, timeout=60)
            assert "Hand over" in await desk.gets(f"{ticket}/more")
            await desk.posts(f"{ticket}/urgency", urgency="high", text="почему")
            await desk.posts(f"{ticket}/transfer", whom="language:ru")
            await desk.posts(f"{ticket}/claim")
            await desk.posts(f"{ticket}/requeue")
            await desk.posts(f"{ticket}/claim")
            assert "заметка" in await desk.gets(ticket)
            async with http.get(f"{served.url}/live") as stream:
                assert await stream.content.readline() == b"event: all\n"
            await _a_supervisor(served)
            await desk.posts(f"{ticket}/hand-over", promised="write", note="ещё заметка")
            await desk.gets("/hand-over")
            await desk.posts(f"{ticket}/claim")
            await desk.posts(f"{ticket}/acknowledge")
            await desk.posts("/awake")
            await desk.posts("/lock")
            assert '"locked":true' in await desk.gets("/waiting")
            await desk.posts("/unlock")
            await desk.posts(f"{ticket}/close", outcome="other")
            await person.expect(contains="Оператор закончил", timeout=60)
            await _a_stub(desk, line)
            await desk.posts("/end-shift")
            await _people(desk)
            await _a_review(desk)


async def _a_review(desk: Desk) -> None:
    """An editor asks, somebody answers by the link, the link is made anew, and withdrawn."""
    await desk.posts("/demo", role="editor")
    wanted = {"reviewer": "lawyer", "locale": "ru", "names": ["police"]}
    given = await desk.asks("/texts/reviews/ask", **wanted)
    address, _, secret = given["link"].partition("#")
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as http:

        async def posts(act: str, **body: object) -> str:
            asked = {"number": secrets.token_hex(16), "secret": secret, **body}
            headers = {"Origin": desk.served.review_url}
            async with http.post(f"{address}/{act}", json=asked, headers=headers) as got:
                assert got.status in {200, 204}, (act, got.status)
                return await got.text()

        await posts("look")
        await posts("begin")
        codes = re.findall(r'data-code="(\w+)"', await posts("look"))
        for code in codes:
            await posts("answer", code=code, yes=True)
        await posts("sign", name="A. Lawyer", profession="lawyer")
    assert 'data-stage="signed"' in await desk.gets("/texts/reviews")
    await desk.asks("/texts/reviews/ask", **wanted)
    found = re.search('data-review="([^"]+)" data-stage="sent"', await desk.gets("/texts/reviews"))
    assert found
    await desk.asks(f"/texts/reviews/{found[1]}/link")
    await desk.asks(f"/texts/reviews/{found[1]}/withdraw")


async def _a_supervisor(served: Served) -> None:
    """Another browser: the board, following, a closure, a block that is lifted."""
    board = served.parts.store.board
    async with aiohttp.ClientSession() as http:
        desk = Desk(served, http)
        await desk.posts("/demo", role="supervisor")
        await desk.posts("/desk/shift")
        ticket = await desk.first()
        await desk.posts(f"{ticket}/follow")
        assert "заметка" in await desk.gets(ticket)
        await desk.posts(f"{ticket}/unfollow")
        until = (SystemClock().now() + timedelta(hours=1)).astimezone(KAZAKHSTAN)
        await desk.posts("/board/close", until=f"{until:%H:%M}")
        await desk.posts("/board/open")
        token = await board.review("she", BlockReview("Heron", "Amber-417", "?"), "row")
        assert "Amber-417" in await desk.gets("/board/now")
        await desk.posts("/board/lift", token=token)


async def _people(desk: Desk) -> None:
    """Somebody new comes by a link, signs in by a passkey, and goes; so does a colleague who has a
    Telegram account."""
    await desk.posts("/demo", role="supervisor")
    await desk.posts("/desk/shift")
    invited = await desk.asks("/people/invite", role="operator", languages=["ru"])
    given, device = invited["link"].partition("#")[2], Authenticator(desk.served.url)
    begun = await desk.asks("/enrol/begin", token=given, name="Dunlin")
    made = {"answer": device.create(begun["options"]), "user": begun["user"], "device": "key"}
    await desk.posts("/enrol", token=given, name="Dunlin", **made)
    asked = await desk.asks("/sign-in/begin")
    await desk.posts("/sign-in", answer=device.get(asked))
    asked = await desk.asks("/prove/begin")
    await desk.posts("/prove", answer=device.get(asked))
    await desk.posts("/desk/shift")
    await desk.asks("/devices/link")
    await desk.posts("/demo", role="supervisor")
    for name in ("Dunlin", "Sparrow"):
        of = await _handle_of(desk, name)
        await desk.gets(f"{of}/audit")
        for act in ("device", "sign-out", "suspend", "restore"):
            await desk.asks(f"{of}/{act}")
        await desk.asks(f"{of}/role", role="supervisor")
        if name == "Dunlin":
            shown = await desk.gets("/people/roster")
            found = re.search('data-device="([^"]+)"', shown)
            assert found
            await desk.asks(f"{of}/lose", device=found[1])
        await desk.asks(f"{of}/remove")
    await desk.gets("/people/audit")


async def _handle_of(desk: Desk, name: str) -> str:
    shown = await desk.gets("/people/roster")
    found = re.search(f'data-person="([^"]+)">\\s*<details data-name="{name}"', shown)
    assert found, name
    return f"/people/person/{found[1]}"
