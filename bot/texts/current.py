"""What is live in this process: one publication, replaced as a whole.

A turn takes the reference once and keeps it to its end, so no turn mixes two versions. A new
version is loaded and checked beside the running turns; only if this program can show all of it,
the reference is replaced. What was live stays live otherwise.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from functools import cache

from bot.clock import Clock
from bot.errors import ContentError, StoreUnavailable
from bot.processes.cancellation import ending
from bot.store.publications import Publications
from bot.telemetry import logs
from bot.texts.publication import OWN, BrokenTree, Publication, compiled, gate
from flows.errors import FlowError

logger = logging.getLogger(__name__)

TRY_AGAIN_SECONDS = 1.0


class Live:
    """The publication of this process. `own`: reads what came with the program."""

    def __init__(
        self,
        own: Callable[[], Publication],
        publications: Publications,
        clock: Clock,
        *,
        production: bool,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._own = cache(own)
        self._current: Publication | None = None
        self._publications = publications
        self._clock = clock
        self._production = production
        self._sleep = sleep
        self._refused = ""

    @property
    def current(self) -> Publication:
        """What is live now: the program's own files until `refresh` finds another version."""
        return self._current or self._own()

    def read(self) -> None:
        """Read the program's own files now, so that a fault in them stops the start. Raises
        `FlowError`, `ContentError`."""
        self._own()

    async def refresh(self) -> bool:
        """Show the current version, if there is another one; returns whether something changed.

        While nothing is published, or Redis has lost what was, this process goes on with what it
        has. Raises `StoreUnavailable`.
        """
        version = await self._publications.current()
        if version is None or version in {self.current.version, self._refused}:
            return False
        publication = await self._load(version)
        if publication is None:
            self._refused = version  # not tried again and again: nothing in it will change
            logger.error("publication_refused")
            return False
        self._refused = ""
        self._current = publication
        logger.info("publication_shown")
        return True

    async def follow(self, *, keeps: bool = True) -> None:
        """Show what is current, until cancelled. While Redis is away, what is shown stays. `keeps`:
        what is published lives on as long as this process runs."""
        while not ending():
            try:
                async for _ in self._publications.listen():
                    if await self.refresh():
                        await self._publications.show(self.current.version)
                    if keeps:
                        await self._publications.keep()
                    if ending():
                        return
            except StoreUnavailable:
                logger.warning("store_unavailable")
            await self._sleep(TRY_AGAIN_SECONDS)

    async def _load(self, version: str) -> Publication | None:
        if version == OWN:
            return self._own()
        files = await self._publications.files(version)
        if files is None:
            return None
        try:
            return await asyncio.to_thread(self._checked, version, files)
        except (BrokenTree, FlowError, ContentError) as error:
            logs.capture(error)  # another program than this one published it
            return None

    def _checked(self, version: str, files: Mapping[str, str]) -> Publication:
        gate(files, self._clock)
        return compiled(version, files, self._clock, production=self._production)
