"""A publication in Chromium: proposed by one, signed by the passkeys of two, shown by both bots to
somebody in the middle of a dialogue, and taken back by one."""

import base64
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from playwright.async_api import Browser, ConsoleMessage, Page, expect

from bot.processes.redis_server import store_and_keyring
from bot.texts.publishers.listed import read_publishers
from sandbox.ports import free_port
from tests.bot.studio.trees import git, whole
from tests.bot.texts.trees import edit
from tests.kit.browser_authenticator import add_authenticator
from tests.kit.console import Served, chromium, console_beside, faults, signed_in
from tests.kit.own import settings_on
from tests.kit.publishers import Authenticator, Person, listed
from tests.kit.wire import Line, arrive, running

pytestmark = [pytest.mark.browser, pytest.mark.process]

SLOW_MILLISECONDS = 180_000
BEFORE, AFTER = "Всего доброго.", "До встречи здесь."
ASKED, ASKED_THEN = "Ваш паспорт или другие документы держит", "Ваши документы держит"


@dataclass(frozen=True, slots=True)
class Hotline:
    """Bots, a console with the editors' folder, and two publishers with a passkey each."""

    line: Line
    served: Served
    folder: Path
    kestrel: Authenticator
    wren: Authenticator
    owl: Person


def device(origin: str, name: str) -> Authenticator:
    return Authenticator(
        generate_private_key(SECP256R1()), f"key of {name}".encode(), "localhost", origin
    )


@pytest.fixture
async def hotline(tmp_path: Path) -> AsyncIterator[Hotline]:
    port = free_port()
    origin = f"http://localhost:{port}"
    kestrel, wren = device(origin, "Kestrel"), device(origin, "Wren")
    owl = Person("Owl")
    people = (
        Person("Kestrel", passkeys=(kestrel,), has_key=False),
        Person("Wren", passkeys=(wren,), has_key=False),
        owl,
    )
    folder = whole(tmp_path / "texts")
    publishers = str(listed(tmp_path, *people))
    async with (
        running(publishers=publishers) as line,
        console_beside(line.settings, texts=folder, port=port) as served,
    ):
        yield Hotline(line, served, folder, kestrel, wren, owl)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    expect.set_options(timeout=SLOW_MILLISECONDS)
    async with chromium() as started:
        yield started


async def holds(page: Page, *devices: Authenticator) -> None:
    """Let a browser have an authenticator with these passkeys, whose owner confirms."""
    cdp, authenticator = await add_authenticator(page)
    for one in devices:
        assert isinstance(one.key, EllipticCurvePrivateKey)
        key = one.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        credential = {
            "credentialId": base64.b64encode(one.credential).decode(),
            "isResidentCredential": False,
            "rpId": one.relying_party,
            "privateKey": base64.b64encode(key).decode(),
            "signCount": 1,
        }
        await cdp.send(
            "WebAuthn.addCredential",
            {"authenticatorId": authenticator, "credential": credential},
        )


async def editor(
    browser: Browser, hotline: Hotline, *devices: Authenticator, width: int = 1280
) -> tuple[Page, list[str]]:
    """Somebody's browser at the page, and what it complains of."""
    page = await signed_in(browser, hotline.served, "Editor", width=width)
    page.set_default_timeout(SLOW_MILLISECONDS)
    complaints: list[str] = []

    def note(said: ConsoleMessage) -> None:
        if said.type == "error" and "409 (Conflict)" not in said.text:
            complaints.append(said.text)

    page.on("console", note)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    await holds(page, *devices)
    await page.goto(f"{hotline.served.url}/publication")
    return page, complaints


def save(folder: Path, words: str) -> None:
    """An editor's corrections."""
    edit(folder / "content/ru/small_talk.ftl", re.escape(BEFORE), words)
    edit(folder / "content/ru/self_check.ftl", ASKED, ASKED_THEN)
    git(folder, "commit", "-q", "-a", "-m", "Shorter")


async def test_from_a_correction_to_both_bots_and_back(
    browser: Browser, hotline: Hotline, tmp_path: Path
) -> None:
    person = hotline.line.sandbox.person("p1", language_code="ru")
    group = hotline.line.sandbox.operator("o1")
    await arrive(person)
    await person.press("Нет")
    await person.expect(with_button="Что со мной происходит?")
    await person.press("Что со мной происходит?")
    await person.expect(contains="Работа или плата не такие")
    save(hotline.folder, AFTER)

    page, complaints = await editor(browser, hotline)
    live = page.get_by_role("region", name="Live now")
    await expect(live.get_by_text("2 of 2 bots show it")).to_be_visible()
    pairs = page.locator(".pair")
    await expect(pairs).to_have_count(2)
    for before, after in ((BEFORE, AFTER), (ASKED, ASKED_THEN)):
        pair = pairs.filter(has_text=before)
        await expect(pair.locator(".side").first).to_contain_text(before)
        await expect(pair.locator(".side").last).to_contain_text(after)
    await expect(page.get_by_text("No faults.")).to_be_visible()
    await page.screenshot(path=tmp_path / "ready.png", full_page=True)
    await page.get_by_role("button", name="Propose these texts").click()
    proposed = page.get_by_role("region", name="Proposed: no. 1")
    await expect(proposed.get_by_text("Nobody has signed yet. Still needed: 2.")).to_be_visible()

    await proposed.get_by_role("button", name="Sign with my passkey").click()
    alert = page.get_by_role("alert")
    await expect(alert).to_contain_text("Only listed publishers can sign")

    first, _ = await editor(browser, hotline, hotline.kestrel)
    await first.get_by_role("button", name="Sign with my passkey").focus()
    await first.keyboard.press("Enter")
    await expect(first.get_by_text("signed by Kestrel Still needed: 1.")).to_be_visible()
    await expect(first.get_by_role("button", name="Publish now")).to_have_count(0)
    await first.get_by_role("button", name="Sign with my passkey").click()
    await expect(first.get_by_role("alert")).to_contain_text("Only listed publishers can sign")

    save_again = hotline.folder / "content/ru/small_talk.ftl"
    edit(save_again, AFTER, "Пишите ещё.")
    git(hotline.folder, "commit", "-q", "-a", "-m", "Later")
    second, noise = await editor(browser, hotline, hotline.wren)
    await expect(second.get_by_text("The texts have been changed since.")).to_be_visible()
    await expect(second.locator(".pair").filter(has_text=BEFORE)).to_contain_text(AFTER)
    await second.get_by_role("button", name="Sign with my passkey").click()
    await expect(second.get_by_text("signed by Kestrel, Wren")).to_be_visible()
    words = await second.locator(".proposal .spoken").inner_text()
    await second.screenshot(path=tmp_path / "signed.png", full_page=True)
    await second.get_by_role("button", name="Publish now").click()
    of_wren = second.get_by_role("region", name="Live now: No. 1")
    await expect(of_wren.get_by_text("2 of 2 bots show it")).to_be_visible()

    told = await group.expect(contains="no. 1, signed by Kestrel, Wren", timeout=60)
    assert " ".join(told.text.split()[-16:]) == " ".join(words.split())
    await person.press("Нет")
    await person.expect(contains=ASKED_THEN, timeout=60)

    back = second.locator(".versions > li").last
    await back.get_by_text("What would change").click()
    await expect(back.locator(".pair").filter(has_text=AFTER)).to_contain_text(BEFORE)
    await second.screenshot(path=tmp_path / "back.png", full_page=True)
    await back.get_by_role("button", name="Sign, and go back to this").click()
    await expect(second.get_by_role("region", name="Live now: No. 2")).to_be_visible()
    await group.expect(contains="again: no. 2, signed by Wren", timeout=60)
    await person.say("до свидания")
    await person.expect(contains=BEFORE, timeout=60)
    assert complaints == noise == []


async def test_axe_finds_nothing_and_a_passkey_is_made_for_the_list(
    browser: Browser, tmp_path: Path
) -> None:
    """A proposal that one has signed, what going back would change, and how one becomes a
    publisher; at 360 pixels and 1280, in light and dark."""
    port = free_port()
    phone = device(f"http://localhost:{port}", "Kestrel")
    people = Person("Kestrel", passkeys=(phone,), has_key=False), Person("Wren")
    file, folder = listed(tmp_path, *people), whole(tmp_path / "texts")
    save(folder, AFTER)
    async with (
        store_and_keyring() as servers,
        console_beside(
            settings_on(servers, publishers=str(file)), texts=folder, port=port
        ) as served,
    ):
        page = await signed_in(browser, served, "Editor", width=360)
        page.set_default_timeout(SLOW_MILLISECONDS)
        await holds(page, phone)
        await page.goto(f"{served.url}/publication")
        await expect(page.get_by_text("No faults.")).to_be_visible()
        await page.get_by_role("button", name="Propose these texts").click()
        await page.get_by_role("button", name="Sign with my passkey").click()
        await expect(page.get_by_text("signed by Kestrel Still needed: 1.")).to_be_visible()
        await expect(page.locator(".pair")).to_have_count(2)
        await page.get_by_text("Sign in a terminal instead").click()
        await expect(page.get_by_label("The proposal's file")).to_have_value(re.compile("sha256"))
        await page.get_by_text("All changes, line by line").click()
        found: dict[tuple[str, int, str], list[str]] = {}
        await looked_at(page, "page", found, tmp_path)

        await page.get_by_role("link", name="A passkey for publishing").click()
        await page.get_by_role("button", name="Make a passkey").click()
        lines = page.get_by_label("For the list of publishers")
        await expect(lines).to_have_value(re.compile("publisher.passkey"))
        written = f'deployment = "almaty"\n[[publisher]]\nname = "Owl"\n{await lines.input_value()}'
        (tmp_path / "new.toml").write_text(written, "utf-8")
        ((owl,),) = (read_publishers(tmp_path / "new.toml").all,)
        assert [one.origin for one in owl.passkeys] == [served.url]
        await looked_at(page, "passkey", found, tmp_path)
        assert {place: one for place, one in found.items() if one} == {}


async def looked_at(
    page: Page, name: str, found: dict[tuple[str, int, str], list[str]], folder: Path
) -> None:
    for width in (360, 1280):
        await page.set_viewport_size({"width": width, "height": 860})
        for scheme in ("light", "dark"):
            await page.emulate_media(color_scheme=scheme)
            found[name, width, scheme] = await faults(page)
            await page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
        assert await page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)
