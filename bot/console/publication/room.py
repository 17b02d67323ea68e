"""What the pages about publications have in common."""

from collections.abc import Awaitable, Callable
from http import HTTPMethod
from pathlib import Path

from aiohttp import web

from bot.compose import Parts
from bot.console.pages import Pages
from bot.console.publication.trees import Trees
from bot.console.publication.work import ACT_SECONDS, Tree, Work, soon
from bot.console.routes import WITH_TEXTS, Handler, Route, Visit
from bot.errors import NotAllowed
from bot.studio.studio import Studio
from bot.texts.proposing import OpenProposal, Proposing
from bot.texts.publishers.listed import Publishers, read_publishers
from bot.texts.voices import Voice

HERE = "/texts"
"""The room of the bar that publications are a part of."""


class PublicationRoom:
    """The use cases, the trees, and how pages are made. `origin`: the console's address, for which
    publishers' passkeys are."""

    def __init__(self, parts: Parts, pages: Pages, studio: Studio) -> None:
        """Raises `ConfigError` for a list of publishers that can't be read."""
        settings, store = parts.settings, parts.store
        self.parts = parts
        self.pages = pages
        self.studio = studio
        self.origin = settings.console_origin
        self.work = Work(parts.clock)
        self.trees = Trees(parts.live, studio, store.proposed_texts, store.publications)
        self.proposing = Proposing(
            parts.live,
            store.proposed_texts,
            store.publications,
            _publishers(parts),
            parts.clock,
            unsigned=settings.unsigned_texts,
        )
        self.log = parts.helpline.staff.log

    def voice(self, visit: Visit) -> Voice:
        """The language of whoever looks."""
        return self.pages.voice(visit.who.operator.languages)

    async def page(self, visit: Visit, template: str, **values: object) -> web.StreamResponse:
        """A page of the studio's frame."""
        return self.pages.page(
            f"publication/{template}.html",
            self.voice(visit),
            visit.who.operator,
            HERE,
            writable=self.studio.writable,
            by_hand=await self.studio.by_hand(),
            backed_up=self.studio.backed_up,
            part="publication",
            unsigned=self.proposing.unsigned,
            possible=self.proposing.possible,
            **values,
        )

    def fragment(self, visit: Visit, template: str, **values: object) -> web.StreamResponse:
        """A part of a page."""
        return self.pages.render(f"publication/{template}.html", self.voice(visit), **values)

    async def next_tree(self, there: OpenProposal | None) -> Tree | None:
        """What would be published: the open proposal's texts, else what editors have saved."""
        if there is not None:
            return await self.trees.proposed(there.statement.digest)
        _, tree = await self.trees.saved()
        return tree

    async def check_clean(self, tree: Tree, *, with_stale: bool) -> None:
        """Raises `NotAllowed` for a tree with faults, or while it is being checked; `Failed`."""
        found = await soon(self.work.checked(tree), ACT_SECONDS)
        if found is None:
            raise NotAllowed("publication-check-goes-on")
        if found.faults:
            raise NotAllowed("publication-has-faults", count=len(found.faults))
        if found.stale and not with_stale:
            raise NotAllowed("publication-has-stale", count=len(found.stale))


def get(path: str, handler: Handler) -> Route:
    """A page or a part of one, for whoever works with texts."""
    return Route(HTTPMethod.GET, path, WITH_TEXTS, handler)


def post(
    room: PublicationRoom,
    path: str,
    act: Callable[[Visit], Awaitable[web.StreamResponse]],
    *,
    asks_passkey: bool = False,
) -> Route:
    """An act; a refusal is answered in words."""
    handler = room.pages.saying_why(act)
    return Route(HTTPMethod.POST, path, WITH_TEXTS, handler, asks_passkey=asks_passkey)


def _publishers(parts: Parts) -> Publishers | None:
    listed = parts.settings.publishers
    if parts.settings.unsigned_texts or not listed:
        return None
    return read_publishers(Path(listed))
