"""A real Chromium with a real profile, started as people start theirs, and all that it leaves."""

import asyncio
import json
import os
import shutil
import signal
import zlib
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import BrowserContext, Playwright, async_playwright
from playwright.async_api import TimeoutError as NotAttached

from bot.processes.redis_server import die_with_parent
from tests.proof.canaries import files

GZIP = b"\x1f\x8b\x08"
PATIENCE = 400.0
"""Seconds in which it starts or ends, on a machine that is busy."""

ATTACH_SECONDS = 60.0
"""Playwright waits for each tab that is restored, without end for one that the browser leaves
unloaded."""

RESTORES, FORGETS = 1, 5
"""The preference `session.restore_on_startup`: "continue where you left off", with which a browser
keeps the most, and "a new tab"."""


@dataclass
class Chromium:
    """One installation. `folder`: its profile, its home and its temporary files, and what it
    prints."""

    playwright: Playwright
    folder: Path
    process: asyncio.subprocess.Process | None = None

    @property
    def profile(self) -> Path:
        return self.folder / "profile"

    async def start(self) -> BrowserContext:
        """Start it, or start it again with the same profile, with the tabs of before; without them
        if Playwright can't be attached to those. What is left then is of that start too."""
        self._prefer(RESTORES)
        with suppress(NotAttached):
            return await self._started()
        await self.kill()
        self._prefer(FORGETS)
        return await self._started()

    def _prefer(self, at_startup: int) -> None:
        path = self.profile / "Default" / "Preferences"
        path.parent.mkdir(parents=True, exist_ok=True)
        preferences = json.loads(path.read_bytes()) if path.exists() else {}
        preferences.setdefault("session", {})["restore_on_startup"] = at_startup
        path.write_text(json.dumps(preferences), "utf-8")

    async def _started(self) -> BrowserContext:
        for part in ("home", "tmp"):
            (self.folder / part).mkdir(exist_ok=True)
        told = self.profile / "DevToolsActivePort"
        told.unlink(missing_ok=True)
        program = shutil.which("chromium") or self.playwright.chromium.executable_path
        with (self.folder / "output").open("ab") as output:
            self.process = await asyncio.create_subprocess_exec(
                *(program, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"),
                *("--disable-background-networking", "--disable-component-update"),
                *("--password-store=basic", "--enable-logging=stderr"),
                *("--remote-debugging-port=0", f"--user-data-dir={self.profile}", "about:blank"),
                env={
                    "PATH": os.environ["PATH"],
                    "HOME": str(self.folder / "home"),
                    "TMPDIR": str(self.folder / "tmp"),
                },
                stdout=output,
                stderr=output,
                start_new_session=True,  # so that a kill reaches all its processes
                preexec_fn=die_with_parent,
            )
        async with asyncio.timeout(PATIENCE):
            while not (told.exists() and told.read_text("ascii").count("\n")):
                assert self.process.returncode is None, "it has ended"
                await asyncio.sleep(0.05)
        port = told.read_text("ascii").split()[0]
        browser = await self.playwright.chromium.connect_over_cdp(
            f"http://127.0.0.1:{port}", timeout=ATTACH_SECONDS * 1000
        )
        return browser.contexts[0]

    async def close(self, context: BrowserContext) -> None:
        """As its menu does: it writes what it keeps."""
        assert context.browser is not None
        session = await context.browser.new_browser_cdp_session()
        await session.send("Browser.close")
        await self._ended()

    async def kill(self) -> None:
        """As when the power goes."""
        if self.process is not None and self.process.returncode is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            await self._ended()

    async def _ended(self) -> None:
        assert self.process is not None
        async with asyncio.timeout(PATIENCE):
            await self.process.wait()

    def left(self) -> dict[str, bytes]:
        """Everything that it has left, also what is packed."""
        found = files("browser", [self.folder])
        return found | {f"{place}, unpacked": one for place, one in _unpacked(found)}


def _unpacked(places: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """What begins like gzip anywhere in a file."""
    for place, content in places.items():
        at = content.find(GZIP)
        while at >= 0:
            with suppress(zlib.error):
                yield f"{place} at {at}", zlib.decompressobj(31).decompress(content[at:])
            at = content.find(GZIP, at + 1)


@asynccontextmanager
async def installed() -> AsyncIterator[Chromium]:
    """A browser that was never started."""
    # A short path: it makes sockets below it.
    with TemporaryDirectory(prefix="web-") as folder:
        async with async_playwright() as playwright:
            chromium = Chromium(playwright, Path(folder))
            try:
                yield chromium
            finally:
                await chromium.kill()
