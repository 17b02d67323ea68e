"""Who comes in: a device that was enrolled by a link, for this address, used by its owner."""

from dataclasses import replace
from typing import Any

import pytest

from bot.config import Address
from bot.config import read as read_settings
from bot.console.process import VARIABLE, Console
from bot.errors import ConfigError
from bot.privacy.retention import Retention
from bot.store.staff.passkeys import Device
from bot.telemetry.http_server import listening
from bot.tickets.operator import Role
from sandbox.ports import free_port
from tests.bot.console.conftest import Browser, Served
from tests.bot.console.passkey_kit import cookie, enrols, owner, read
from tests.kit.authenticator import FLAG, Authenticator

ELSEWHERE = "https://elsewhere.example"
MINUTE = 60


async def test_a_link_enrols_a_device_which_signs_in(served: Served) -> None:
    heron = await owner(served, on_shift=False)

    token = cookie(await heron.signs_in())

    shown = await Browser(served, heron.operator, token).gets("/desk")
    assert shown.status == 200
    assert "Heron" in shown.text


async def test_a_link_is_used_once_and_ends_after_ten_minutes(served: Served) -> None:
    heron = await owner(served)
    devices = served.helpline.parts.helpline.staff.devices
    link = await devices.link(heron.operator)
    late = await devices.link(heron.operator)

    assert (await enrols(served, link, Authenticator(served.origin))).status == 204
    again = await enrols(served, link, Authenticator(served.origin))
    assert (again.status, "works once" in again.text) == (409, True)

    served.helpline.clock.advance(10 * MINUTE + 1)
    assert (await enrols(served, late, Authenticator(served.origin))).status == 409
    assert len(await served.helpline.parts.store.passkeys.of(heron.operator.id)) == 2


async def test_two_browsers_with_one_link_enrol_one_device(served: Served) -> None:
    heron = await owner(served)
    link = await served.helpline.parts.helpline.staff.devices.link(heron.operator)
    stranger, devices = served.stranger(), [Authenticator(served.origin) for _ in range(2)]
    begun = [read(await stranger.posts("/enrol/begin", token=link)) for _ in devices]
    bodies = [
        {
            "token": link,
            "user": asked["user"],
            "device": "phone",
            "answer": one.create(asked["options"]),
        }
        for one, asked in zip(devices, begun, strict=True)
    ]

    assert [(await stranger.posts("/enrol", **one)).status for one in bodies] == [204, 409]


async def test_a_link_enrols_nobody_but_whom_it_is_for(served: Served) -> None:
    heron, raven = await owner(served), await owner(served, "Raven", Role.SUPERVISOR)
    link = await served.helpline.parts.helpline.staff.devices.link(heron.operator)
    device = Authenticator(served.origin)
    asked = read(await served.stranger().posts("/enrol/begin", token=link))
    given = {"token": link, "device": "key", "answer": device.create(asked["options"])}

    answer = await served.stranger().posts("/enrol", user=raven.operator.id, **given)

    assert answer.status == 409
    assert len(await served.helpline.parts.store.passkeys.of(raven.operator.id)) == 1


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"origin": ELSEWHERE}, "made for another address"),
        ({"origin": "http://localhost:1"}, "made for another address"),
        ({"host": "elsewhere.example"}, "not known here"),
        ({"flags": FLAG.UP}, "not known here"),
        ({"flags": FLAG.UV}, "not known here"),
        ({"crossed": True}, "made for another address"),
        ({"key": Authenticator("").key}, "not known here"),
        ({"id": b"another"}, "not known here"),
        ({"user": "nobody"}, "not known here"),
        ({"user": ""}, "not known here"),
        ({"user": "\udcff".encode("utf-8", "surrogatepass").decode("latin-1")}, "not known here"),
    ],
    ids=lambda one: "-".join(one) if isinstance(one, dict) else "",
)
async def test_what_isnt_right_signs_nobody_in(
    served: Served, changed: dict[str, Any], words: str
) -> None:
    heron = await owner(served)

    answer = await heron.signs_in(**changed)

    assert answer.status == 409
    assert words in answer.text
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    "changed", [{"origin": ELSEWHERE}, {"host": "elsewhere.example"}, {"flags": FLAG.UP}], ids=str
)
async def test_what_isnt_right_enrols_nothing(served: Served, changed: dict[str, Any]) -> None:
    staff = served.helpline.parts.helpline.staff
    operator = await staff.newcomers.take_in("Heron", Role.OPERATOR)
    device = Authenticator(served.origin)
    for name, value in changed.items():
        setattr(device, name, value)

    assert (await enrols(served, await staff.devices.link(operator), device)).status == 409
    assert await served.helpline.parts.store.passkeys.of(operator.id) == []


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"id": "x", "rawId": "y", "response": {}},
        {"rawId": 1},
        {"rawId": "AAAA", "response": {"clientDataJSON": "e30", "authenticatorData": "AA"}},
        {"rawId": "AAAA", "response": {"clientDataJSON": "W10", "attestationObject": "gYGB"}},
        {"rawId": "AAAA", "response": {"attestationObject": "gYGB" * 4000}},
        {"response": [[[]]], "rawId": "ä"},
    ],
    ids=str,
)
async def test_an_answer_that_isnt_one_is_refused(served: Served, answer: object) -> None:
    heron = await owner(served)
    stranger = served.stranger()
    link = await served.helpline.parts.helpline.staff.devices.link(heron.operator)
    enrolling = {"token": link, "user": heron.operator.id, "device": "key"}

    assert (await stranger.posts("/sign-in", answer=answer)).status == 409
    assert (await stranger.posts("/enrol", **enrolling, answer=answer)).status == 409
    assert (await heron.browser.posts("/prove", answer=answer)).status == 409


async def test_an_answer_that_was_heard_on_the_way_signs_in_once(served: Served) -> None:
    heron = await owner(served)
    heard = await heron.answers()

    assert (await served.stranger().posts("/sign-in", answer=heard)).status == 204
    again = await served.stranger().posts("/sign-in", answer=heard)
    assert (again.status, "answered before" in again.text) == (409, True)


async def test_an_answer_counts_for_what_it_was_asked_for_and_in_time(served: Served) -> None:
    heron, raven = await owner(served), await owner(served, "Raven")
    to_sign_in = await heron.answers()
    mine = heron.device.get(read(await heron.browser.posts("/prove/begin")))

    assert (await heron.browser.posts("/prove", answer=to_sign_in)).status == 409
    assert (await served.stranger().posts("/sign-in", answer=mine)).status == 409
    assert (await raven.browser.posts("/prove", answer=mine)).status == 409
    served.helpline.clock.advance(5 * MINUTE + 1)
    late = await heron.browser.posts("/prove", answer=mine)
    assert (late.status, "too long" in late.text) == (409, True)


async def test_a_colleagues_passkey_proves_nothing(served: Served) -> None:
    heron, raven = await owner(served), await owner(served, "Raven")
    asked = read(await heron.browser.posts("/prove/begin"))

    assert (await heron.browser.posts("/prove", answer=raven.device.get(asked))).status == 409
    posing = replace(raven.device, user=heron.operator.id)
    asked = read(await heron.browser.posts("/prove/begin"))
    assert (await heron.browser.posts("/prove", answer=posing.get(asked))).status == 409
    assert (await heron.proves()).status == 204


async def test_a_count_that_goes_back_is_refused_and_written_down(served: Served) -> None:
    heron = await owner(served)
    assert (await heron.signs_in(count=8)).status == 204

    answer = await heron.signs_in(count=8)  # the ninth signature, once more

    assert (answer.status, "a copy" in answer.text) == (409, True)
    parts = served.helpline.parts
    found = await parts.store.audit.about("Heron", parts.clock.now())
    assert "device copied" in {one.action for one in found.entries}


async def test_a_device_that_counts_nothing_signs_in_again_and_again(served: Served) -> None:
    """As those that are copied among their owner's devices by the platform (WebAuthn, 6.1.1)."""
    staff = served.helpline.parts.helpline.staff
    operator = await staff.newcomers.take_in("Heron", Role.OPERATOR)
    device = Authenticator(served.origin, counts=False)
    await enrols(served, await staff.devices.link(operator), device)
    for _ in range(2):
        asked = read(await served.stranger().posts("/sign-in/begin"))
        answer = await served.stranger().posts("/sign-in", answer=device.get(asked))
        assert answer.status == 204


async def test_a_changed_address_says_so_plainly(served: Served) -> None:
    heron = await owner(served)
    port = free_port()
    origin = f"http://desk.localhost:{port}"
    settings = replace(served.console.parts.settings, console_origin=origin)
    moved = Console(replace(served.helpline.parts, settings=settings))
    async with listening(moved.application(), Address("127.0.0.1", port), VARIABLE):
        there = Served(served.helpline, moved, f"http://localhost:{port}", served.http)
        host = {"Host": f"desk.localhost:{port}", "Origin": origin}
        begun = await there.stranger().asks("POST", "/sign-in/begin", {"number": "5" * 32}, **host)
        heron.device.origin, heron.device.host = origin, "desk.localhost"
        body = {"number": "5" * 32, "answer": heron.device.get(read(begun))}
        answer = await there.stranger().asks("POST", "/sign-in", body, **host)

    assert answer.status == 409
    assert "made for another address. The desk is at desk.localhost now" in answer.text


@pytest.mark.parametrize(
    "origin", ["https://192.0.2.7", "https://[2001:db8::1]", "http://127.0.0.1:8090"]
)
def test_an_address_in_figures_is_refused(origin: str) -> None:
    with pytest.raises(ConfigError, match=r"HELPLINE_CONSOLE_ORIGIN.*in figures"):
        read_settings({"HELPLINE_CONSOLE_ORIGIN": origin})


@pytest.mark.parametrize("how", ["remove", "suspend"])
async def test_who_is_gone_gets_in_no_more(served: Served, how: str) -> None:
    heron = await owner(served)
    staff = served.helpline.parts.helpline.staff

    await (staff.remove if how == "remove" else staff.suspend)("Heron")

    assert (await heron.browser.gets("/desk")).status == 404
    assert (await heron.signs_in()).status == 409
    if how == "suspend":
        await staff.restore("Heron")
        assert (await heron.browser.gets("/desk")).status == 404, "the session has ended"
        assert (await heron.signs_in()).status == 204
    else:
        assert await served.helpline.parts.store.passkeys.of(heron.operator.id) == []


async def test_a_stolen_session_opens_no_shift_and_enrols_no_device(served: Served) -> None:
    heron = await owner(served, on_shift=False)
    served.helpline.clock.advance(2 * MINUTE + 1)
    for path in ("/desk/shift", "/devices/begin", "/devices/link", "/devices/lose"):
        answer = await heron.browser.posts(path)
        assert (answer.status, answer.text) == (403, '{"prove": true}'), path

    assert (await heron.proves()).status == 204

    assert (await heron.browser.posts("/desk/shift")).status == 204
    found = await served.helpline.parts.store.roster.get(heron.operator.id)
    assert found is not None
    assert found.on_shift, "no code is asked for beside a passkey"
    assert not found.waived


async def test_the_end_of_a_shift_ends_every_session_wherever_it_is_ended(served: Served) -> None:
    heron = await owner(served)
    other = Browser(served, heron.operator, cookie(await heron.signs_in()))
    shifts = served.helpline.parts.helpline.staff.shifts
    found = await served.helpline.parts.store.roster.get(heron.operator.id)
    assert found is not None

    await shifts.close(found)

    for browser in (heron.browser, other):
        assert (await browser.gets("/desk")).status == 404


async def test_a_proof_makes_no_session_longer(served: Served) -> None:
    heron = await owner(served)
    served.helpline.clock.advance(Retention.CONSOLE_SESSION.lifetime.total_seconds() - MINUTE)
    assert (await heron.proves()).status == 204

    served.helpline.clock.advance(2 * MINUTE)

    assert (await heron.browser.gets("/desk")).status == 404


# -- one's own devices -----------------------------------------------------------------------------


async def test_a_second_device_is_asked_for_until_there_is_one(served: Served) -> None:
    heron = await owner(served)
    assert "one device only" in (await heron.browser.gets("/devices/wanted")).text

    asked = read(await heron.browser.posts("/devices/begin"))
    assert [one["id"] for one in asked["excludeCredentials"]], "no device is enrolled twice"
    phone = Authenticator(served.origin)
    given = {"device": "phone", "answer": phone.create(asked)}
    assert (await heron.browser.posts("/devices/add", **given)).status == 204

    assert "one device only" not in (await heron.browser.gets("/devices/wanted")).text
    heron.device = phone
    assert (await heron.signs_in()).status == 204


async def test_a_link_for_ones_own_other_device(served: Served) -> None:
    heron = await owner(served)
    link = read(await heron.browser.posts("/devices/link"))["link"]
    address, _, token = link.partition("#")

    assert address == f"{served.origin}/enrol", "what names it is sent to no server by itself"
    assert (await enrols(served, token, Authenticator(served.origin))).status == 204
    assert len(await served.helpline.parts.store.passkeys.of(heron.operator.id)) == 2


async def test_the_last_device_stays_and_a_lost_one_ends_all_sessions(served: Served) -> None:
    heron = await owner(served)
    passkeys = served.helpline.parts.store.passkeys
    first = (await passkeys.of(heron.operator.id))[0]
    assert (await heron.browser.posts("/devices/lose", device=first.id)).status == 409
    link = await served.helpline.parts.helpline.staff.devices.link(heron.operator)
    phone = Authenticator(served.origin)
    token = cookie(await enrols(served, link, phone, kind=Device.PHONE))
    assert "Phone" in (await heron.browser.gets("/devices")).text

    assert (await heron.browser.posts("/devices/lose", device=first.id)).status == 204

    for browser in (heron.browser, Browser(served, heron.operator, token)):
        assert (await browser.gets("/desk")).status == 404
    assert (await heron.signs_in()).status == 409
    heron.device = phone
    assert (await heron.signs_in()).status == 204


async def test_nobody_takes_a_colleagues_device_by_its_name(served: Served) -> None:
    heron, raven = await owner(served), await owner(served, "Raven")
    hers = (await served.helpline.parts.store.passkeys.of(raven.operator.id))[0]

    answer = await heron.browser.posts("/devices/lose", device=hers.id)

    assert (answer.status, "not enrolled" in answer.text) == (409, True)
    assert (await raven.signs_in()).status == 204
