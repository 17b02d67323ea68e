"""The people's side over HTTP, its events, and the state of the model."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import aiogram
import aiohttp
import pytest
from aiohttp import web

from sandbox import Sandbox, SandboxSettings, frozen_clock, serve

Do = Callable[..., Awaitable[Any]]


@pytest.fixture
def do(sandbox: Sandbox, http: aiohttp.ClientSession) -> Do:
    """`await do("people/p1/say", text="x")`; `status` is what must come."""

    async def post(path: str, status: int = 200, **body: object) -> Any:
        async with http.post(f"{sandbox.url}/sandbox/{path}", json=body) as response:
            assert response.status == status
            return await response.json()

    return post


@pytest.fixture
def read(sandbox: Sandbox, http: aiohttp.ClientSession) -> Do:
    """`await read("state")`."""

    async def get(path: str, status: int = 200) -> Any:
        async with http.get(f"{sandbox.url}/sandbox/{path}") as response:
            assert response.status == status
            return await response.json()

    return get


async def test_a_person_and_the_bot(intake: aiogram.Bot, do: Do, read: Do) -> None:
    person = await do("people", language_code="kk")
    assert (person["key"], person["opened"]) == ("p1", False)
    await do("people/p1/start")
    said = await do("people/p1/say", text="Сәлем")
    await do("people/p1/edit", message=said["id"], text="Сәлем!")
    await do("people/p1/send", kind="photo", caption="c")
    await do("people/p1/language", language_code="ru")
    keyboard = {"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]}
    await intake.send_message(
        person["user_id"],
        "<b>x</b>",
        parse_mode="HTML",
        disable_notification=True,
        reply_markup=aiogram.types.InlineKeyboardMarkup.model_validate(keyboard),
    )
    shown = await do("people/p1/expect", contains="x")
    assert (shown["silent"], shown["entities"][0]["type"]) == (True, "bold")
    await do("people/p1/press", button="A", message=shown["id"])
    await do("people/p1/forge", data="forged")
    await do("people/p1/delete", message=said["id"])
    view = await read("people/p1")
    assert [message["kind"] for message in view["messages"]] == ["text", "photo", "text"]
    assert view["language_code"] == "ru"
    kinds = [update.event_type for update in await intake.get_updates()]
    assert kinds == [
        "message",
        "message",
        "edited_message",
        "message",
        "callback_query",
        "callback_query",
    ]


async def test_blocking_over_http(sandbox: Sandbox, do: Do, read: Do) -> None:
    await do("people", key="x", first_name="Somebody")
    await do("people/x/start")
    await do("people/x/block")
    assert (await read("people/x"))["blocked"]
    assert "blocked" in (await do("people/x/say", 409, text="x"))["error"]
    await do("people/x/unblock")
    await do("people/x/deactivate")
    assert sandbox.person("x").user.deactivated


async def test_operators_over_http(sandbox: Sandbox, do: Do, read: Do) -> None:
    await do("operators")
    await do("operators", key="boss", admin=True)
    state = await read("state")
    assert [(each["key"], each["admin"]) for each in state["operators"]] == [
        ("o1", False),
        ("boss", True),
    ]
    topic = await do("operators/o1/open_topic", name="T")
    await do("operators/o1/say", topic=topic["id"], text="in the topic")
    said = await do("operators/o1/say", text="in General")
    await do("operators/o1/edit", message=said["id"], text="changed")
    await do("operators/o1/send", kind="voice", topic="T")
    rows = await read("operators/o1/topics")
    assert [(row["name"], row["count"]) for row in rows] == [("General", 1), ("T", 2)]
    shown = await read(f"operators/o1/topics/{topic['id']}")
    assert [message["text"] for message in shown["messages"] if "event" not in message] == [
        "in the topic",
        "",
    ]
    general = await read("operators/o1/topics/0")
    assert general["messages"][-1]["text"] == "changed"
    await do("operators/o1/delete", message=said["id"])
    await do("operators/o1/close_topic", topic=topic["id"])
    await do("operators/o1/say", 409, topic=topic["id"], text="closed")
    await do("operators/o1/reopen_topic", topic=topic["id"])
    await do("operators/o1/delete_topic", topic=topic["id"])
    await do("operators/o1/close_topic", 409, topic=0)
    await read(f"operators/o1/topics/{topic['id']}", 404)
    await do("people/o1.private/start")
    assert (await read("people/o1.private"))["bot"] == "desk"
    await do("operators/o1/leave")
    await do("operators/o1/say", 409, text="x")


async def test_presses_over_http(sandbox: Sandbox, do: Do) -> None:
    sandbox.operator("o1")
    call = f"{sandbox.url}/bot{sandbox.settings.desk_token}/sendMessage"
    markup = {"inline_keyboard": [[{"text": "Claim", "callback_data": "c"}]]}
    body = {"chat_id": sandbox.desk.id, "text": "card", "reply_markup": markup}
    async with aiohttp.ClientSession() as session, session.post(call, json=body) as response:
        sent = (await response.json())["result"]["message_id"]
    assert (await do("operators/o1/expect", with_button="Claim"))["id"] == sent
    await do("operators/o1/press", message=sent, button=0)
    await do("operators/o1/press", button="Claim")
    await do("operators/o1/press", 409, message=99, button=0)
    await do("operators/o1/press", 409, topic=99, button=0)
    assert len(sandbox.bot("desk").queue) == 2


async def test_not_there(do: Do, read: Do) -> None:
    await read("people/nobody", 404)
    await read("operators/nobody/topics", 404)
    await do("people/nobody/say", 404, text="x")
    await do("people", key="p")
    await do("people/p/fly", 404)
    await do("operators", key="o")
    await do("operators/o/fly", 404)


async def test_malformed(sandbox: Sandbox, do: Do, http: aiohttp.ClientSession) -> None:
    await do("clock", 400, advance=-1)
    await do("clock", 400, advance="soon")
    await do("faults", 400, kind="fire")
    await do("updates", 400, bot="other")
    await do("people", key="p")
    await do("people/p/send", 400, kind="hologram")
    await do("people/p/expect", 408, contains="x", timeout=0.01)
    url = f"{sandbox.url}/sandbox/people"
    for body, kind in (
        (b"{}", "text/plain"),
        (b"[]", "application/json"),
        (b"{", "application/json"),
    ):
        async with http.post(url, data=body, headers={"Content-Type": kind}) as response:
            assert response.status == 400


async def test_clock_faults_and_updates(
    sandbox: Sandbox, intake: aiogram.Bot, do: Do, http: aiohttp.ClientSession
) -> None:
    before = sandbox.clock.now()
    assert (await do("clock", advance=60))["now"] == before + 60
    await do("faults", kind="error", method="getMe", code=500)
    with pytest.raises(aiogram.exceptions.TelegramServerError):
        await intake.get_me()
    await do("faults", kind="error", method="getMe")
    async with http.delete(f"{sandbox.url}/sandbox/faults") as response:
        assert response.status == 200
    await intake.get_me()
    await do("updates", bot="intake", hold=True)
    await do("people", key="p")
    await do("people/p/start")
    assert await intake.get_updates() == []
    assert (await do("updates", release=True))["waiting"] == 1
    await do("updates", repeat=1, swap=2)


async def test_events(sandbox: Sandbox, http: aiohttp.ClientSession, do: Do) -> None:
    await do("people", key="p")
    async with asyncio.timeout(5), http.get(f"{sandbox.url}/sandbox/events") as stream:
        assert await stream.content.readuntil(b"\n\n") == b"retry: 1000\n\n"
        await do("people/p/start")
        line = await stream.content.readuntil(b"\n\n")
    assert line == b'data: {"kind":"new","chat":"people/p","topic":0}\n\n'


async def test_page_is_served_from_the_package(
    sandbox: Sandbox, http: aiohttp.ClientSession
) -> None:
    async with http.get(sandbox.url) as response:
        assert response.status == 200
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]
        page = await response.text()
    assert "https://" not in page
    for name in ("main.js", "api.js", "phone.js", "desk.js", "bubbles.js", "page.css"):
        async with http.get(f"{sandbox.url}/page/{name}") as response:
            assert response.status == 200


@pytest.mark.parametrize(("status", "state"), [(200, "ready"), (409, "loading")])
async def test_state_of_the_model(http: aiohttp.ClientSession, status: int, state: str) -> None:
    async def answer(_request: web.Request) -> web.Response:
        return web.json_response({}, status=status)

    app = web.Application()
    app.router.add_get("/status", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    model = f"http://127.0.0.1:{runner.addresses[0][1]}"
    async with serve(SandboxSettings(model_url=model, clock=frozen_clock())) as sandbox:
        for _ in range(2):
            async with http.get(f"{sandbox.url}/sandbox/model") as response:
                assert await response.json() == {"state": state}
    await runner.cleanup()


@pytest.mark.parametrize(("url", "state"), [(None, "none"), ("http://127.0.0.1:9", "down")])
async def test_no_model(http: aiohttp.ClientSession, url: str | None, state: str) -> None:
    async with (
        serve(SandboxSettings(model_url=url)) as sandbox,
        http.get(f"{sandbox.url}/sandbox/model") as response,
    ):
        assert await response.json() == {"state": state}
