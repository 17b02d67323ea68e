"""Who comes in, in a real browser: Chromium's own passkeys, on a device that it simulates."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.async_api import Browser, CDPSession, Page, expect

from bot.clock import SettableClock
from bot.helpline.devices import link_address
from bot.processes.redis_server import store_and_keyring
from bot.tickets.operator import Operator, Role
from tests.kit.browser_authenticator import add_authenticator
from tests.kit.console import Served, console_beside, faults
from tests.kit.constants import NOW
from tests.kit.own import settings_on

pytestmark = [pytest.mark.process, pytest.mark.browser]


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(NOW)


@pytest.fixture
async def served(clock: SettableClock) -> AsyncIterator[Served]:
    async with (
        store_and_keyring() as servers,
        console_beside(settings_on(servers), clock=clock, passkeys=True) as started,
    ):
        yield started


@dataclass(frozen=True, slots=True)
class Device:
    """A page on a device that can hold passkeys, and whose owner confirms whatever it asks."""

    page: Page
    cdp: CDPSession
    authenticator: str

    async def signed(self) -> int:
        """How often it has signed."""
        found = await self.cdp.send(
            "WebAuthn.getCredentials", {"authenticatorId": self.authenticator}
        )
        return sum(int(one["signCount"]) for one in found["credentials"])

    async def confirms(self, *, yes: bool) -> None:
        """Whether the owner's finger or PIN is right from now on."""
        await self.cdp.send(
            "WebAuthn.setUserVerified",
            {"authenticatorId": self.authenticator, "isUserVerified": yes},
        )


async def device(browser: Browser, width: int = 1280) -> Device:
    context = await browser.new_context(viewport={"width": width, "height": 860})
    page = await context.new_page()
    cdp, authenticator = await add_authenticator(page)
    return Device(page, cdp, authenticator)


async def link(served: Served, operator: Operator) -> str:
    token = await served.parts.helpline.staff.devices.link(operator)
    return link_address(served.url, token)


async def enrols(at: Device, address: str) -> None:
    await at.page.goto(address)
    await at.page.get_by_role("button", name="Enrol this device").click()
    await at.page.wait_for_url("**/desk")


async def comes_in(at: Device) -> None:
    await at.page.get_by_role("button", name="Sign in with a passkey").click()
    await at.page.wait_for_url("**/desk")


async def test_from_the_first_link_to_the_second_device(
    served: Served, browser: Browser, clock: SettableClock, tmp_path: Path
) -> None:
    staff = served.parts.helpline.staff
    heron = await staff.newcomers.take_in("Heron", Role.SUPERVISOR)
    await staff.newcomers.take_in("Robin", Role.OPERATOR)
    computer = await device(browser)
    page = computer.page
    address = await link(served, heron)

    await page.goto(address)
    await expect(page.get_by_text("This becomes a device of")).to_contain_text("Heron")
    assert page.url == f"{served.url}/enrol", "the link is taken out of the address at once"
    await page.screenshot(path=tmp_path / "enrol.png")
    await page.get_by_role("button", name="Enrol this device").click()
    await page.wait_for_url("**/desk")
    await expect(page.get_by_text("You have one device only")).to_be_visible()
    await page.get_by_role("button", name="Begin shift").click()
    await expect(page.get_by_role("button", name="End shift")).to_be_visible()

    await page.get_by_role("button", name="Sign out").click()
    await page.wait_for_url(f"{served.url}/")
    await page.screenshot(path=tmp_path / "entrance.png")
    await comes_in(computer)

    clock.advance(121)
    before = await computer.signed()
    await page.get_by_role("link", name="People").click()
    await page.wait_for_url("**/people")  # loaded: its scripts listen
    await page.get_by_role("button", name="Make a link").click()
    await expect(page.get_by_role("textbox", name="One-time link")).to_have_value(
        re.compile(f"^{served.url}/enrol#.{{12}}$")
    )
    assert await computer.signed() > before, "the passkey was asked again"
    clock.advance(121)
    await computer.confirms(yes=False)
    await page.get_by_text("Robin").click()
    await page.get_by_role("button", name="Suspend").click()
    await page.get_by_role("button", name="Yes").click()
    await expect(page.get_by_text("has not confirmed that it is you")).to_be_visible()
    assert not (await staff.named("Robin")).suspended
    await computer.confirms(yes=True)
    await page.get_by_role("button", name="Suspend").click()
    await page.get_by_role("button", name="Yes").click()
    await expect(page.get_by_text("Robin may do nothing until restored")).to_be_visible()
    await page.screenshot(path=tmp_path / "people.png", full_page=True)

    await page.get_by_role("link", name="Heron").first.click()
    await page.wait_for_url("**/devices")
    await page.get_by_role("button", name="A link for another device").click()
    box = page.get_by_role("textbox", name="One-time link")
    await expect(box).to_be_visible()
    phone = await device(browser, 360)
    await enrols(phone, await box.input_value())
    await expect(phone.page.get_by_text("You have one device only")).to_have_count(0)
    await page.reload()
    await expect(page.get_by_role("button", name="Take away")).to_have_count(2)
    await page.screenshot(path=tmp_path / "devices.png")
    await page.get_by_role("button", name="Take away").first.click()
    await page.get_by_role("button", name="Yes").click()
    await page.wait_for_url(f"{served.url}/")
    await page.get_by_role("button", name="Sign in with a passkey").click()
    await expect(page.get_by_role("alert")).to_contain_text("not known here")
    await phone.page.goto(f"{served.url}/")
    await comes_in(phone)


@pytest.mark.parametrize("width", [1280, 360])
async def test_axe_finds_nothing(
    served: Served, browser: Browser, width: int, tmp_path: Path
) -> None:
    staff, found = served.parts.helpline.staff, {}
    heron = await staff.newcomers.take_in("Heron", Role.SUPERVISOR)
    await staff.newcomers.take_in("Robin", Role.SUPERVISOR)
    at = await device(browser, width)
    page = at.page
    await page.goto(f"{served.url}/")
    found["entrance"] = await faults(page)
    await page.goto(await link(served, heron))
    await expect(page.get_by_text("This becomes")).to_be_visible()
    found["enrol"] = await faults(page)
    await page.get_by_role("button", name="Enrol this device").click()
    await page.wait_for_url("**/desk")
    await page.get_by_role("button", name="Begin shift").click()
    await expect(page.get_by_role("button", name="End shift")).to_be_visible()
    await page.goto(f"{served.url}/devices")
    await expect(page.get_by_text("You have one device only")).to_be_visible()
    found["devices"] = await faults(page)
    await page.screenshot(path=tmp_path / f"devices-{width}.png")
    await page.goto(f"{served.url}/people")
    await page.get_by_text("Robin").click()
    await page.get_by_role("button", name="Take off the roster").click()
    found["sure"] = await faults(page)
    await page.get_by_role("button", name="Yes").click()
    await expect(page.get_by_text("Waits for a second supervisor")).to_be_visible()
    await page.get_by_role("button", name="Show the last seven days").click()
    await expect(page.get_by_text("The chain of entries is whole")).to_be_visible()
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme)
        found[f"people, {scheme}"] = await faults(page)
        await page.screenshot(path=tmp_path / f"people-{width}-{scheme}.png", full_page=True)
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
    assert {place: one for place, one in found.items() if one} == {}
