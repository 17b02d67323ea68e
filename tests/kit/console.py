"""The desk in a browser beside the bots: in one process with them, and its pages in Chromium."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.clock import Clock
from bot.compose import Parts
from bot.config import Address, Settings
from bot.console.process import run
from bot.privacy.vault import Keys
from sandbox.console import sign_in
from sandbox.ports import free_port
from tests.kit.own import parts

expect.set_options(timeout=20_000)
"""Milliseconds: a machine that is busy with other tests shows a page later than five seconds."""

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@dataclass(frozen=True, slots=True)
class Served:
    """A console that runs. `url`: where browsers find it; `review_url`: where reviewers do."""

    url: str
    parts: Parts
    review_url: str = ""


@asynccontextmanager
async def console_beside(
    settings: Settings,
    *,
    locale: str = "en",
    port: int = 0,
    clock: Clock | None = None,
    texts: Path | None = None,
    passkeys: bool = False,
) -> AsyncIterator[Served]:
    """A console with the desk's part of the keys, on the servers of these settings, with the
    demo's way in. `port`: 0 for a free one; `texts`: the git working tree that
    editors save in; `passkeys`: one comes in as in production."""
    number, reviews = port or free_port(), free_port()
    url, review_url = f"http://localhost:{number}", f"http://localhost:{reviews}"
    own = Settings(
        redis_url=settings.redis_url,
        keyring_url=settings.keyring_url,
        practice_url=settings.redis_url,
        master_key=Keys.read(settings.master_key).for_desk(),
        nlu_url=settings.nlu_url,
        desk_locale=locale,
        console_listen=Address("127.0.0.1", number),
        console_origin=url,
        review_listen=Address("127.0.0.1", reviews),
        review_origin=review_url,
        content_tree=str(texts or ""),
        publishers=settings.publishers,
        unsigned_texts=settings.unsigned_texts,
    )
    async with parts(own, clock=clock) as built:
        task = asyncio.ensure_future(run(built) if passkeys else run(built, sign_in))
        try:
            await answers(number, 20, task)
            await answers(reviews, 20, task)
            yield Served(url, built, review_url)
        finally:
            task.cancel()
            await asyncio.wait([task], timeout=30)
            assert task.done(), "a console that is told to end ends"


async def answers(port: int, seconds: float, task: "asyncio.Future[None] | None" = None) -> None:
    """Until a console can be reached. `task`: it, where it runs in this process."""
    async with asyncio.timeout(seconds):
        while True:
            assert task is None or not task.done(), "the console has ended"
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.05)
            else:
                writer.close()
                return


async def faults(page: Page) -> list[str]:
    """What axe-core finds, in a line each."""
    results = await Axe().run(page)
    return [
        f"{one['id']}: {node['html'][:120]}"
        for one in results.response["violations"]
        for node in one["nodes"]
    ]


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Headless Chromium: the one on PATH, else Playwright's own."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=FLAGS
        )
        yield browser
        await browser.close()


async def signed_in(
    browser: Browser, served: Served, role: str = "Operator", *, width: int = 1280
) -> Page:
    """A browser of its own, signed in as a simulated operator who has begun their shift."""
    context = await browser.new_context(viewport={"width": width, "height": 860})
    page = await context.new_page()
    await page.goto(f"{served.url}/")
    await page.get_by_role("button", name=role, exact=True).click()
    if role == "Editor":
        await page.wait_for_url("**/texts")
        return page
    await page.wait_for_url("**/desk")
    await page.get_by_role("button", name="Begin shift").click()
    await expect(page.get_by_role("button", name="End shift")).to_be_visible()
    return page
