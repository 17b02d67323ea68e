"""Phone numbers: who was called today and what was heard; which texts lose a line without one."""

from collections.abc import Iterator
from dataclasses import replace

from aiohttp import web

from bot.console.bodies import Numbered, body
from bot.console.routes import Route, Visit
from bot.console.texts.looks import Looks, get, locale_of, post
from bot.errors import ContentError
from bot.studio.errors import NotSaved
from bot.studio.snapshot import Snapshot
from bot.studio.work import fresh
from bot.texts.catalogue import Catalogue
from bot.texts.checks.local_text import LocalText, local_texts
from bot.texts.contacts import TEST_CALL_LIMIT, Show

MOST_HEARD = 300


class Called(Numbered):
    """A test call: what was heard."""

    heard: str


class Numbers:
    """Answers the requests about phone numbers."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks

    @property
    def routes(self) -> tuple[Route, ...]:
        """The page, what a number's end would change, and a call."""
        return (
            get("/texts/numbers", self._looks.reading(self._page)),
            get("/texts/number/{contact}/without", self._looks.reading(self._without)),
            post("/texts/number/{contact}/called", self._called),
        )

    async def _page(self, visit: Visit, snapshot: Snapshot) -> web.StreamResponse:
        today = self._looks.studio.clock.now().date()
        contacts = [
            (one, one.show is Show.ALWAYS, one.shown(today), fresh(one.last_test_call, today))
            for one in snapshot.catalogue.contacts.values()
            if one.show is not Show.NEVER
        ]
        return await self._looks.page(
            visit, "numbers", contacts=contacts, days=TEST_CALL_LIMIT.days
        )

    async def _without(self, visit: Visit, snapshot: Snapshot) -> web.StreamResponse:
        contact = visit.request.match_info["contact"]
        locale = locale_of(visit, snapshot)
        lost = list(lost_lines(snapshot, contact, locale))
        return self._looks.fragment(visit, "without", lost=lost, locale_shown=locale)

    async def _called(self, visit: Visit) -> web.StreamResponse:
        call = await body(visit, Called)
        contact = visit.request.match_info["contact"]
        voice = self._looks.voice(visit)

        async def save() -> dict[str, object]:
            heard = " ".join(call.heard.split())
            if not 1 <= len(heard) <= MOST_HEARD:
                raise NotSaved("studio-say-heard", most=MOST_HEARD)
            today = self._looks.studio.clock.now().date()
            by = visit.who.operator.name
            await self._looks.studio.called(contact, today, heard, by)
            return {"said": voice("studio-call-saved")}

        return await self._looks.answering(visit, save)


def lost_lines(
    snapshot: Snapshot, contact: str, locale: str
) -> Iterator[tuple[str, list[str], str]]:
    """Each text that names a number: its id, the lines that vanish with it, what is left."""
    catalogue = snapshot.catalogue
    held = catalogue.contacts.get(contact)
    if held is None:
        return
    shown = _with(catalogue, contact, Show.ALWAYS)
    hidden = _with(catalogue, contact, Show.NEVER)
    seen: set[str] = set()
    for local in local_texts(catalogue, snapshot.library):
        if local.locale != locale or local.text_id in seen:
            continue
        if contact not in _named(local):
            continue
        seen.add(local.text_id)
        try:
            before = LocalText(shown, local.text_id, locale).shown
            after = LocalText(hidden, local.text_id, locale).shown
        except (KeyError, ContentError):
            continue
        left = after.split("\n")
        gone = [line for line in before.split("\n") if line and line not in left]
        yield local.text_id, gone, after


def _with(catalogue: Catalogue, contact: str, show: Show) -> Catalogue:
    held = catalogue.contacts[contact]
    return catalogue.with_contacts({**catalogue.contacts, contact: replace(held, show=show)})


def _named(local: LocalText) -> frozenset[str]:
    """The variables of a text in its locale, or in the one that it is made from."""
    source = local.catalogue.locales[local.locale].derived_from
    own = local.variables
    if own is None and source:
        own = replace(local, locale=source).variables
    return own or frozenset()
