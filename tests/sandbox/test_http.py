"""How a call may be made: GET, query, form, multipart, JSON; tokens and methods."""

from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from sandbox import Person, Sandbox

Raw = Callable[..., Awaitable[tuple[int, dict[str, Any]]]]


async def test_get_with_query(
    sandbox: Sandbox, person: Person, http: aiohttp.ClientSession
) -> None:
    url = f"{sandbox.url}/bot{sandbox.settings.intake_token}/sendMessage"
    async with http.get(url, params={"chat_id": str(person.chat_id), "text": "query"}) as answer:
        assert answer.status == 200
    assert person.messages[-1].text == "query"


async def test_urlencoded(sandbox: Sandbox, person: Person, http: aiohttp.ClientSession) -> None:
    url = f"{sandbox.url}/bot{sandbox.settings.intake_token}/sendMessage"
    async with http.post(url, data={"chat_id": str(person.chat_id), "text": "form"}) as answer:
        assert answer.status == 200
    assert person.messages[-1].text == "form"


async def test_multipart(sandbox: Sandbox, person: Person, http: aiohttp.ClientSession) -> None:
    url = f"{sandbox.url}/bot{sandbox.settings.intake_token}/sendMessage"
    form = aiohttp.FormData(default_to_multipart=True)
    form.add_field("chat_id", str(person.chat_id))
    form.add_field("text", "multipart")
    form.add_field("reply_markup", '{"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]}')
    async with http.post(url, data=form) as answer:
        assert answer.status == 200
    assert (person.messages[-1].text, person.messages[-1].buttons) == ("multipart", ["A"])


async def test_json_and_method_in_any_case(person: Person, raw: Raw) -> None:
    status, body = await raw("SENDMESSAGE", chat_id=person.chat_id, text="json")
    assert (status, body["result"]["text"]) == (200, "json")


@pytest.mark.parametrize(
    ("body", "kind"),
    [(b"{", "application/json"), (b"[]", "application/json"), (b"\xff", "application/json")],
)
async def test_malformed_body(
    sandbox: Sandbox, http: aiohttp.ClientSession, body: bytes, kind: str
) -> None:
    url = f"{sandbox.url}/bot{sandbox.settings.intake_token}/getMe"
    async with http.post(url, data=body, headers={"Content-Type": kind}) as answer:
        assert answer.status == 400
        assert (await answer.json())["description"].startswith("Bad Request: can't parse")


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200),
        ("127.0.0.1:8080", 200),
        ("localhost:8080", 200),
        ("[::1]:8080", 200),
        ("evil.example", 421),
        ("evil.example:8080", 421),
        ("127.0.0.1.evil.example", 421),
        ("", 421),
    ],
)
async def test_a_name_that_was_made_to_lead_here_reads_nothing(
    sandbox: Sandbox, http: aiohttp.ClientSession, host: str, status: int
) -> None:
    """DNS rebinding: a page of somebody's site whose name leads to this machine."""
    for path in ("/", "/sandbox/state"):
        async with http.get(f"{sandbox.url}{path}", headers={"Host": host}) as answer:
            assert answer.status == status


async def test_unknown_token(raw: Raw) -> None:
    status, body = await raw("getMe", token="1000001:other")
    assert (status, body["description"]) == (401, "Unauthorized")


async def test_malformed_token(raw: Raw) -> None:
    status, body = await raw("getMe", token="no-token")
    assert (status, body["description"]) == (404, "Not Found")


async def test_unknown_method(raw: Raw) -> None:
    status, body = await raw("getEverything")
    assert (status, body["description"]) == (404, "Not Found: method not found")


async def test_malformed_object(person: Person, raw: Raw) -> None:
    status, body = await raw("sendMessage", chat_id=person.chat_id, text="x", reply_markup="{")
    assert (status, body["description"]) == (
        400,
        "Bad Request: can't parse reply markup JSON object",
    )


async def test_calls_are_counted_by_method(sandbox: Sandbox, raw: Raw) -> None:
    await raw("getMe")
    await raw("GETME")
    assert sandbox.bot("intake").calls["getme"] == 2
