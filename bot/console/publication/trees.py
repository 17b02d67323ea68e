"""The trees that are compared: what is live, what editors have saved, what was proposed or live."""

import asyncio
from collections.abc import Mapping
from functools import cache

from bot.console.publication.work import Tree
from bot.store.proposed_texts import ProposedTexts
from bot.store.publications import Publications
from bot.studio.snapshot import with_flows
from bot.studio.studio import Studio
from bot.texts.check import read_tree
from bot.texts.current import LivePublication
from bot.texts.publication import is_version, version_of


class Trees:
    """Reads them. What lies in the store is taken only for what its digest says."""

    def __init__(
        self,
        live: LivePublication,
        studio: Studio,
        proposed: ProposedTexts,
        publications: Publications,
    ) -> None:
        self._live = live
        self._studio = studio
        self._proposed = proposed
        self._publications = publications

    async def live(self) -> Tree | None:
        """What this process has verified and shows; None if its files are gone from the store."""
        return await self.published(self._live.digest)

    async def saved(self) -> tuple[str, Tree]:
        """What editors have saved last, and the commit; "" without git."""
        version, files = await self._studio.version_and_files()
        return version, await asyncio.to_thread(_tree, files)

    async def proposed(self, digest: str) -> Tree | None:
        """What was proposed; None if it is gone."""
        return await self._of(digest, await self._proposed.files(digest))

    async def published(self, digest: str) -> Tree | None:
        """What was live once, or came with the program; None if it is gone."""
        if digest == self._live.own_digest:
            return Tree(digest, await asyncio.to_thread(_own))
        return await self._of(digest, await self._publications.files(digest))

    async def _of(self, digest: str, files: Mapping[str, str] | None) -> Tree | None:
        if files is None or not await asyncio.to_thread(is_version, files, digest):
            return None
        return Tree(digest, files)


@cache
def _own() -> Mapping[str, str]:
    return read_tree()


def _tree(files: Mapping[str, str]) -> Tree:
    whole = with_flows(files)
    return Tree(version_of(whole), whole)
