"""Intake's part in a publication from the console: it makes live what enough have signed.

The console may write down what is signed, and no more; intake judges it as each bot judges what is
live, and writes it where bots look. Bots judge once more for themselves.
"""

import logging
from collections.abc import Mapping

from bot.errors import Conflict
from bot.store.proposed_texts import ProposedTexts
from bot.store.publications import Publications
from bot.texts.current import LivePublication
from bot.texts.publication import is_version
from bot.texts.publishers.approval import Approved, Reason, Refused
from bot.texts.publishers.statement import Action

logger = logging.getLogger(__name__)


class Switching:
    """Makes a proposal live that enough publishers have signed, in intake's process."""

    def __init__(
        self, live: LivePublication, proposed: ProposedTexts, publications: Publications
    ) -> None:
        self._live = live
        self._proposed = proposed
        self._publications = publications
        self._judged: bytes | None = None

    async def look(self) -> None:
        """Make it live, if there is something new and it may be. Raises `StoreUnavailable`."""
        written = await self._proposed.due()
        if written is None or written == self._judged:
            return
        try:
            await self._switch(written)
        except Refused as refused:
            if refused.reason is not Reason.LOWER:  # it is live already, or something after it
                logger.error("publication_refused", extra={"reason": refused.reason.value})
        except Conflict:
            return  # another process was quicker, or a command; looked at again
        self._judged = written

    async def _switch(self, written: bytes) -> None:
        approved, instead = self._live.judge(written), await self._publications.live()
        digest = approved.statement.digest
        files = await self._files(approved)
        if approved.statement.action is Action.PUBLISH and files is not None:
            await self._publications.publish(
                written, digest, files, instead=instead, before=self._live.digest
            )
        else:
            await self._publications.back(written, instead=instead)

    async def _files(self, approved: Approved) -> Mapping[str, str] | None:
        """The files, as they were signed; None for the program's own, of which there is no row.
        Raises `Refused`."""
        digest = approved.statement.digest
        if approved.statement.action is Action.BACK:
            if digest == self._live.own_digest:
                return None
            files = await self._publications.files(digest)
        else:
            files = await self._proposed.files(digest)
        if files is None:
            raise Refused(Reason.MISSING)
        if not is_version(files, digest):
            raise Refused(Reason.OTHER_TEXTS)
        return files
