"""The page of publications: what is live, what would be, who has signed, and the way back."""

import re

from aiohttp import web

from bot.console.publication.room import PublicationRoom, get
from bot.console.publication.views import (
    bots_view,
    changes_view,
    earlier_view,
    proposal_view,
)
from bot.console.publication.work import Tree, soon
from bot.console.routes import Route, Visit
from bot.studio.apart import Failed
from bot.texts import wording
from bot.texts.findings import Finding
from bot.texts.publishers.approval import NEEDED
from bot.texts.publishers.hash_words import words
from bot.texts.voices import TERMINAL

NEXT = "next"
MOST_FINDINGS = 30
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Publication:
    """Answers the requests that change nothing."""

    def __init__(self, room: PublicationRoom) -> None:
        self._room = room
        self._live = room.parts.live

    @property
    def routes(self) -> tuple[Route, ...]:
        """The page and its parts, of which some take seconds."""
        return (
            get("/publication", self._page),
            get("/publication/bots", self._bots),
            get("/publication/check", self._check),
            get("/publication/changes/{of}", self._changes),
        )

    async def _page(self, visit: Visit) -> web.StreamResponse:
        room, live = self._room, self._live
        there = await room.proposing.open()
        commit, tree = await room.trees.saved()
        earlier = await room.proposing.earlier() if room.proposing.possible else []
        approved = live.approved
        return await room.page(
            visit,
            "page",
            number=approved.statement.number if approved else 0,
            signers=", ".join(approved.by) if approved else "",
            words=words(live.digest),
            proposal=proposal_view(there) if there else None,
            moved_on=there is not None and tree.digest != there.statement.digest,
            fresh=tree.digest != live.digest,
            digest=tree.digest,
            saved_words=words(tree.digest),
            commit=commit[:10],
            needed=0 if room.proposing.unsigned else NEEDED,
            earlier=[earlier_view(one, unsigned=room.proposing.unsigned) for one in earlier],
        )

    async def _bots(self, visit: Visit) -> web.StreamResponse:
        approved = self._live.approved
        number = approved.statement.number if approved else 0
        found = await self._room.parts.store.shown_texts.all()
        there = await self._room.proposing.open()
        view = bots_view(found, number, self._live.digest)
        return self._room.fragment(
            visit,
            "bots",
            bots=view,
            number=number,
            again=not view.settled,
            waiting=f"{there.name} {there.signers} {there.asked}" if there else "",
        )

    async def _check(self, visit: Visit) -> web.StreamResponse:
        there = await self._room.proposing.open()
        tree = await self._room.next_tree(there)
        if tree is None:
            return self._room.fragment(visit, "gone")
        try:
            found = await soon(self._room.work.checked(tree))
        except Failed:
            return self._room.fragment(visit, "failed")
        if found is None:
            return self._room.fragment(visit, "working", what="publication-checking")
        told = self._told(visit, found.faults), self._told(visit, found.stale)
        return self._room.fragment(
            visit,
            "check",
            faults=told[0][:MOST_FINDINGS],
            stale=told[1][:MOST_FINDINGS],
            more=sum(max(0, len(one) - MOST_FINDINGS) for one in told),
            notes=found.notes,
            proposed=there is not None,
        )

    async def _changes(self, visit: Visit) -> web.StreamResponse:
        of = visit.request.match_info["of"]
        before, after = await self._room.trees.live(), await self._after(of)
        if before is None or after is None:
            return self._room.fragment(visit, "gone")
        try:
            found = await soon(self._room.work.compared(before, after))
        except Failed:
            return self._room.fragment(visit, "failed")
        if found is None:
            return self._room.fragment(visit, "working", what="publication-comparing")
        if found.differences is None:
            said = self._told(visit, [found.fault] if found.fault else [])
            return self._room.fragment(visit, "unreadable", faults=said)
        known = self._room.parts.catalogue.locales
        locales, source = [one.id for one in known.all], known.source
        asked = visit.request.query.get("locale", "")
        view = changes_view(found.differences, locales, asked if asked in locales else "")
        return self._room.fragment(visit, "changes", view=view, chosen=asked, source=source)

    async def _after(self, of: str) -> Tree | None:
        if of == NEXT:
            return await self._room.next_tree(await self._room.proposing.open())
        if not _DIGEST.fullmatch(of):
            raise web.HTTPNotFound
        return await self._room.trees.published(of)

    def _told(self, visit: Visit, found: "list[Finding] | tuple[Finding, ...]") -> list[str]:
        locale = wording.chosen(None, self._room.voice(visit).locale)
        if locale == TERMINAL:
            return [str(one) for one in found]
        return [wording.said(one, locale) for one in found]
