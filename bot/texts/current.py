"""What is live in this process: one publication, replaced as a whole.

A turn takes the reference once and keeps it to its end, so no turn mixes two versions. A new
version is judged, loaded and checked beside the running turns; only if enough publishers signed it
and this program can show all of it, the reference is replaced. What was live stays live otherwise.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cache

from bot.clock import Clock
from bot.errors import ContentError, StoreUnavailable
from bot.processes.cancellation import ending
from bot.store.publications import Publications
from bot.telemetry import logs
from bot.texts.check import read_tree
from bot.texts.publication import (
    OWN,
    BrokenTree,
    Publication,
    compiled,
    gate,
    is_version,
    version_of,
)
from bot.texts.publishers.approval import Approval, Approved, Reason, Refused
from flows.errors import FlowError

logger = logging.getLogger(__name__)

TRY_AGAIN_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Shown:
    """Other texts are live in this process. `own`: they are those that came with the program."""

    approved: Approved
    own: bool


@dataclass(frozen=True, slots=True)
class NotShown:
    """A publication was refused. `own`: this process shows what came with the program instead."""

    reason: Reason
    own: bool


News = Shown | NotShown


def nobody(news: News) -> None:
    """Tells nobody of news."""
    del news


async def nothing() -> None:
    """Do nothing more."""


@cache
def own_digest() -> str:
    """The digest of the texts that came with the program."""
    return version_of(read_tree())


class LivePublication:
    """The publication of this process.

    `own`: reads what came with the program; `digest`: of that. A number is shown once: none that
    isn't above the last one, and at first none below the release's.
    """

    def __init__(
        self,
        own: Callable[[], Publication],
        publications: Publications,
        clock: Clock,
        approval: Approval,
        *,
        production: bool,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        digest: Callable[[], str] = own_digest,
    ) -> None:
        self._own = cache(own)
        self._digest = digest
        self._current: Publication | None = None
        self._publications = publications
        self._clock = clock
        self._approval = approval
        self._production = production
        self._sleep = sleep
        self._least = approval.release
        self._approved: Approved | None = None
        self._judged: bytes | None = None
        self._news: News | None = None

    @property
    def current(self) -> Publication:
        """The publication that is live now: the program's own files until `refresh` finds another
        version."""
        return self._current or self._own()

    @property
    def approved(self) -> Approved | None:
        """The statement by which it is live, as this process has judged it; None for the program's
        own files that nobody has published."""
        return self._approved

    @property
    def digest(self) -> str:
        """The digest of what is live now."""
        current = self._current
        return self._digest() if current is None else current.version

    @property
    def own_digest(self) -> str:
        """The digest of the program's own files."""
        return self._digest()

    @property
    def least(self) -> int:
        """The lowest number that this process would still show."""
        return self._least

    def judge(self, written: bytes) -> Approved:
        """Whether enough publishers have signed something, and its number is still to come. Raises
        `Refused`."""
        approved = self._approval.approved(written, self._digest)
        if approved.statement.number < self._least:
            raise Refused(Reason.LOWER)
        return approved

    @property
    def news(self) -> News | None:
        """The outcome for the publication that was judged last; None if there was none."""
        return self._news

    def read(self) -> None:
        """Read the program's own files now, so that a fault in them stops the start. Raises
        `FlowError`, `ContentError`."""
        self._own()
        self._digest()  # of the files that were read, before somebody changes them

    async def refresh(self) -> bool:
        """Judge what is published, if that changed, and show it; returns whether there is news.

        While nothing is published, or Redis has lost what was, this process goes on with what it
        has. Raises `StoreUnavailable`.
        """
        written = await self._publications.live()
        if written is None or written == self._judged:
            return False
        try:
            approved = self.judge(written)
            publication = await self._load(approved.statement.digest)
        except Refused as refused:
            self._news = NotShown(refused.reason, own=self._current is None)
            logger.error("publication_refused", extra={"reason": refused.reason.value})
        else:
            own = publication.version == OWN
            self._current = None if own else publication
            self._approved = approved
            self._least = approved.statement.number + 1
            self._news = Shown(approved, own)
            logger.info("publication_shown")
        self._judged = written  # not tried again and again: nothing in it will change
        return True

    async def follow(
        self,
        tell: Callable[[News], None] = nobody,
        *,
        keep: bool = False,
        beside: Callable[[], Awaitable[None]] = nothing,
    ) -> None:
        """Show what is live, until cancelled. While Redis is away, what is shown stays.

        `tell` is called with news, and at first with a refusal at the start. `keep`: let the
        published versions live on. `beside`: done at each look, twice a minute and when texts are
        published.
        """
        if isinstance(self._news, NotShown):
            tell(self._news)
        while not ending():
            try:
                async for _ in self._publications.listen():
                    if await self.refresh() and self._news is not None:
                        tell(self._news)
                        if isinstance(self._news, Shown):
                            await self._publications.show(said(self._news.approved))
                    if keep:
                        await self._publications.keep()
                    await beside()
                    if ending():
                        return
            except StoreUnavailable:
                logger.warning("store_unavailable")
            await self._sleep(TRY_AGAIN_SECONDS)

    async def _load(self, digest: str) -> Publication:
        """A digest's texts, checked with this program. Raises `Refused`, `StoreUnavailable`."""
        if digest == self._digest():
            return self._own()
        if self._current is not None and digest == self._current.version:
            return self._current  # signed anew
        files = await self._publications.files(digest)
        if files is None:
            raise Refused(Reason.MISSING)
        return await asyncio.to_thread(self._checked, digest, files)

    def _checked(self, digest: str, files: Mapping[str, str]) -> Publication:
        if not is_version(files, digest):
            raise Refused(Reason.OTHER_TEXTS)
        try:
            gate(files, self._clock)
            return compiled(digest, files, self._clock, production=self._production)
        except (BrokenTree, FlowError, ContentError) as error:
            logs.capture(error)  # another program than this one published it
            raise Refused(Reason.FAULTY) from None


def said(approved: Approved) -> str:
    """How a bot says to whoever published what it shows."""
    return f"{approved.statement.number} {approved.statement.digest}"
