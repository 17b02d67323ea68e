"""The roster in a browser: one supervisor alone can't do what can't be undone, nor can a thief."""

import re

import pytest

from bot.tickets.operator import Operator, Role
from bot.tickets.ticket import Action
from flows.status import Status
from tests.bot.console.conftest import Answer, Browser, Served
from tests.bot.console.passkey_kit import Owner, cookie, enrols, owner, read
from tests.kit.authenticator import Authenticator

SUPERVISOR = Role.SUPERVISOR
GRAVE = ("role", "device", "lose", "suspend", "remove")


async def does(by: Owner, what: str, whom: Operator) -> Answer:
    """A supervisor presses a button beside somebody."""
    more: dict[str, object] = {}
    if what == "role":
        more = {"role": "editor"}
    if what == "lose":
        found = await by.served.helpline.parts.store.passkeys.of(whom.id)
        more = {"device": found[0].id}
    path = f"/people/person/{by.browser.operator_handle(whom)}/{what}"
    return await by.browser.posts(path, **more)


async def waiting(by: Owner) -> str:
    """The token of what somebody may agree to."""
    shown = await by.browser.gets("/people/roster")
    found = re.search('data-agree="([^"]+)"', shown.text)
    return found[1] if found else ""


def token_of(answer: Answer) -> str:
    return str(read(answer)["link"].partition("#")[2])


@pytest.mark.parametrize("what", [*GRAVE, "restore"])
async def test_a_stolen_session_does_nothing_that_cant_be_undone(served: Served, what: str) -> None:
    raven, heron = await owner(served, "Raven", SUPERVISOR), await owner(served)
    served.helpline.clock.advance(121)
    before = await served.helpline.parts.store.roster.all()

    assert (await does(raven, what, heron.operator)).status == 403
    for path, body in (
        ("/people/invite", {"role": "operator"}),
        ("/people/agree", {"proposal": "5" * 16}),
    ):
        assert (await raven.browser.posts(path, **body)).status == 403

    assert await served.helpline.parts.store.roster.all() == before
    assert (await heron.browser.gets("/desk")).status == 200
    assert (await raven.proves()).status == 204
    assert (await does(raven, what, heron.operator)).status == 200


@pytest.mark.parametrize("what", GRAVE)
async def test_against_a_supervisor_it_takes_another(served: Served, what: str) -> None:
    raven, robin = (
        await owner(served, "Raven", SUPERVISOR),
        await owner(served, "Robin", SUPERVISOR),
    )
    falcon = await owner(served, "Falcon", SUPERVISOR)
    before = await served.helpline.parts.store.roster.all()

    asked = read(await does(raven, what, falcon.operator))

    assert "takes a second supervisor" in asked["told"]
    assert await served.helpline.parts.store.roster.all() == before
    assert (await falcon.signs_in()).status == 204
    assert await waiting(raven) == "", "nobody agrees to what they asked for"
    token = await waiting(robin)
    assert (await raven.browser.posts("/people/agree", proposal=token)).status == 409
    done = await robin.browser.posts("/people/agree", proposal=token)
    assert done.status == 200
    if what == "device":
        assert (await enrols(served, token_of(done), Authenticator(served.origin))).status == 204
    else:
        assert (await falcon.browser.gets("/people")).status == 404
    assert (await robin.browser.posts("/people/agree", proposal=token)).status == 409, "once"


async def test_somebody_new_comes_by_a_link(served: Served) -> None:
    raven = await owner(served, "Raven", SUPERVISOR)
    made = await raven.browser.posts("/people/invite", role="operator", languages=["uz", "ru"])
    device = Authenticator(served.origin)

    assert (await enrols(served, token_of(made), device, "Raven")).status == 409, "it is taken"
    answer = await enrols(served, token_of(made), device, "Heron")

    found = await served.helpline.parts.helpline.staff.named("Heron")
    assert (found.role, found.languages) == (Role.OPERATOR, ("uz", "ru"))
    assert not found.on_shift
    heron = Browser(served, found, cookie(answer))
    assert (await heron.posts("/desk/shift")).status == 204
    again = await enrols(served, token_of(made), Authenticator(served.origin), "Robin")
    assert again.status == 409


async def test_an_invitation_by_link_ends_after_ten_minutes(served: Served) -> None:
    raven = await owner(served, "Raven", SUPERVISOR)
    made = await raven.browser.posts("/people/invite", role="operator")
    served.helpline.clock.advance(601)

    look = await served.stranger().posts("/enrol/look", token=token_of(made))

    assert look.status == 409


async def test_a_supervisor_is_invited_by_two(served: Served) -> None:
    raven, robin = (
        await owner(served, "Raven", SUPERVISOR),
        await owner(served, "Robin", SUPERVISOR),
    )
    asked = read(await raven.browser.posts("/people/invite", role="supervisor"))
    assert "link" not in asked

    done = await robin.browser.posts("/people/agree", proposal=await waiting(robin))
    answer = await enrols(served, token_of(done), Authenticator(served.origin), "Falcon")

    assert answer.status == 204
    assert (await served.helpline.parts.helpline.staff.named("Falcon")).role is SUPERVISOR


async def test_a_link_ends_with_the_part_of_whoever_gave_it(served: Served) -> None:
    raven, heron = await owner(served, "Raven", SUPERVISOR), await owner(served)
    device = token_of(await does(raven, "device", heron.operator))
    invited = token_of(await raven.browser.posts("/people/invite", role="operator"))

    await served.helpline.parts.helpline.staff.remove("Raven")

    for token in (device, invited):
        assert (await served.stranger().posts("/enrol/look", token=token)).status == 409


async def test_a_supervisors_word_ends_sessions_at_once(served: Served) -> None:
    raven, heron = await owner(served, "Raven", SUPERVISOR), await owner(served)
    other = Browser(served, heron.operator, cookie(await heron.signs_in()))
    served.helpline.clock.advance(121)  # it asks no passkey: it must be quick

    told = read(await does(raven, "sign-out", heron.operator))["told"]

    assert "signed out of 2 browsers" in told
    for browser in (heron.browser, other):
        assert (await browser.gets("/desk")).status == 404
    assert (await heron.signs_in()).status == 204


async def test_who_is_suspended_gives_their_tickets_back(served: Served) -> None:
    raven, heron = await owner(served, "Raven", SUPERVISOR), await owner(served)
    await served.helpline.asks(1)
    found = await served.helpline.parts.store.roster.get(heron.operator.id)
    assert found is not None
    await served.helpline.acts(Action.CLAIM, found, 1)
    assert "1 of 3 tickets" in (await raven.browser.gets("/people/roster")).text.replace(
        "\u2068", ""
    ).replace("\u2069", "")

    assert (await does(raven, "suspend", heron.operator)).status == 200

    assert await served.helpline.status(1) is Status.QUEUED
    assert (await heron.signs_in()).status == 409
    assert (await does(raven, "restore", heron.operator)).status == 200
    assert (await heron.signs_in()).status == 204


async def test_off_shift_a_supervisor_sees_and_does_nothing(served: Served) -> None:
    raven = await owner(served, "Raven", SUPERVISOR, on_shift=False)
    heron = await owner(served)

    for path in ("/people/roster", "/people/audit"):
        assert (await raven.browser.gets(path)).status == 409
    for what in (*GRAVE, "sign-out"):
        assert (await does(raven, what, heron.operator)).status == 409
    assert (await raven.browser.posts("/people/invite", role="operator")).status == 409


async def test_the_audit_shows_acts_on_people_and_whether_it_is_whole(served: Served) -> None:
    raven, heron = await owner(served, "Raven", SUPERVISOR), await owner(served)
    await does(raven, "suspend", heron.operator)

    shown = (await raven.browser.gets("/people/audit")).text
    assert "suspend Heron" in shown
    assert "The chain of entries is whole" in shown

    redis = served.helpline.parts.store.redis
    day = f"audit:{served.helpline.clock.now():%Y-%m-%d}"
    await redis.lrem(day, 1, await redis.lindex(day, 2))
    shown = (await raven.browser.gets("/people/audit")).text
    assert "Somebody has changed this list" in shown
    handle = raven.browser.operator_handle(heron.operator)
    about = (await raven.browser.gets(f"/people/person/{handle}/audit")).text
    assert "enrol" in about or "device" in about


async def test_a_tickets_handle_names_no_operator(served: Served) -> None:
    raven = await owner(served, "Raven", SUPERVISOR)
    await served.helpline.asks(1)

    answer = await raven.browser.posts(f"/people/person/{raven.browser.handle(1)}/remove")

    assert answer.status == 404
