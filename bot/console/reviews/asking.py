"""Editors ask for reviews: a link for one lawyer or native speaker, and what has come of each."""

import asyncio
import re
from collections.abc import Iterable, Mapping
from datetime import date

from aiohttp import web

from bot.console.bodies import Numbered, body
from bot.console.reviews.state import (
    Coverage,
    Stage,
    coverage,
    followed,
    texts_reviewed,
    title,
)
from bot.console.routes import Route, Visit
from bot.console.texts.looks import Looks, get, locale_of, post, written_locales
from bot.store.staff.asked_reviews import AskedReview, AskedReviews
from bot.studio.errors import NotSaved
from bot.studio.snapshot import Snapshot
from bot.texts.citations.asked import Reviewed, Reviewer, questions, signs_pages

MOST_TEXTS = 100
"""Of one link: nobody reads more at a sitting, and a second link costs nothing."""

_ID = re.compile(r"[0-9a-f]{16}")


class Wanted(Numbered):
    """Who is to read what."""

    reviewer: Reviewer
    locale: str
    names: list[str]


class Asking:
    """Answers the requests about reviews. `origin`: where reviewers' pages are; "" if nowhere."""

    def __init__(self, looks: Looks, reviews: AskedReviews, origin: str) -> None:
        self._looks = looks
        self._reviews = reviews
        self._origin = origin
        self._counted: tuple[str, date, Mapping[tuple[str, Reviewer], Coverage]] | None = None

    @property
    def routes(self) -> tuple[Route, ...]:
        """All reviews, the form, and what is done to one."""
        reading = self._looks.reading
        return (
            get("/texts/reviews", reading(self._all)),
            get("/texts/reviews/ask", reading(self._form)),
            post("/texts/reviews/ask", reading(self._ask)),
            post("/texts/reviews/{review}/link", self._renew),
            post("/texts/reviews/{review}/withdraw", self._withdraw),
        )

    async def _all(self, visit: Visit, snapshot: Snapshot) -> web.StreamResponse:
        locales = [one.id for one in written_locales(snapshot)]
        return await self._looks.page(
            visit,
            "reviews/reviews",
            reviews=[
                (one, [title(snapshot, one.review.locale, name) for name in one.review.names])
                for one in await followed(snapshot, self._reviews)
            ],
            locales=locales,
            reviewers=list(Reviewer),
            coverage=await asyncio.to_thread(self._coverage, snapshot, locales),
            may_ask=bool(self._origin) and self._looks.studio.writable,
            stages=Stage,
        )

    async def _form(self, visit: Visit, snapshot: Snapshot) -> web.StreamResponse:
        locale = locale_of(visit, snapshot)
        locales = [one.id for one in written_locales(snapshot)]
        if locale not in locales:
            locale = snapshot.catalogue.locales.source
        asked = visit.request.query.get("reviewer", "")
        reviewer = (
            Reviewer(asked) if asked in {*Reviewer} else signs_pages(snapshot.catalogue, locale)
        )
        today = self._looks.studio.clock.now().date()
        found = await asyncio.to_thread(texts_reviewed, snapshot, locale, reviewer, today)
        chosen = visit.request.query.get("text", "")
        if chosen and questions(snapshot.catalogue, snapshot.sources, locale, reviewer, chosen):
            found = {chosen: found.get(chosen, Reviewed.NOT_YET), **found}
        return await self._looks.page(
            visit,
            "reviews/ask",
            locale_asked=locale,
            locales=locales,
            reviewer=reviewer,
            reviewers=list(Reviewer),
            chosen=chosen,
            groups=_grouped(snapshot, locale, found),
            unsigned=sum(one is Reviewed.NOT_YET for one in found.values()),
            most=MOST_TEXTS,
            may_ask=bool(self._origin) and self._looks.studio.writable,
        )

    async def _ask(self, visit: Visit, snapshot: Snapshot) -> web.StreamResponse:
        wanted = await body(visit, Wanted)

        async def ask() -> dict[str, object]:
            self._refuse_without_pages()
            names = tuple(dict.fromkeys(wanted.names))
            if not 1 <= len(names) <= MOST_TEXTS:
                raise NotSaved("review-choose", most=MOST_TEXTS)
            if wanted.locale not in {one.id for one in written_locales(snapshot)}:
                raise NotSaved("studio-no-text", name=wanted.locale)
            for name in await asyncio.to_thread(_unknown, snapshot, wanted, names):
                raise NotSaved("studio-no-text", name=name)
            review, secret = await self._reviews.ask(
                wanted.reviewer.value, wanted.locale, names, visit.who.operator.name
            )
            return self._link(review, secret)

        return await self._looks.answering(visit, ask)

    async def _renew(self, visit: Visit) -> web.StreamResponse:
        await body(visit, Numbered)

        async def renew() -> dict[str, object]:
            self._refuse_without_pages()
            review = await self._open(visit)
            secret = await self._reviews.renew(review)
            if secret is None:
                raise NotSaved("review-over")
            return self._link(review, secret)

        return await self._looks.answering(visit, renew)

    async def _withdraw(self, visit: Visit) -> web.StreamResponse:
        await body(visit, Numbered)

        async def withdraw() -> dict[str, object]:
            await self._reviews.withdraw(await self._open(visit))
            return {"said": self._looks.voice(visit)("review-withdrawn")}

        return await self._looks.answering(visit, withdraw)

    async def _open(self, visit: Visit) -> AskedReview:
        id_ = visit.request.match_info["review"]
        review = await self._reviews.get(id_) if _ID.fullmatch(id_) else None
        if review is None or not review.is_open:
            raise NotSaved("review-over")
        return review

    def _refuse_without_pages(self) -> None:
        if not self._origin:
            raise NotSaved("review-nowhere")
        if not self._looks.studio.writable:
            raise NotSaved("studio-read-only")

    def _link(self, review: AskedReview, secret: str) -> dict[str, object]:
        return {"link": link_address(self._origin, review.id, secret)}

    def _coverage(
        self, snapshot: Snapshot, locales: list[str]
    ) -> Mapping[tuple[str, Reviewer], Coverage]:
        """Counted once a version and day: it looks at every text."""
        today = self._looks.studio.clock.now().date()
        if self._counted is None or self._counted[:2] != (snapshot.version, today):
            found = {
                (locale, reviewer): coverage(snapshot, locale, reviewer, today)
                for locale in locales
                for reviewer in Reviewer
            }
            self._counted = (snapshot.version, today, found)
        return self._counted[2]


def _unknown(snapshot: Snapshot, wanted: Wanted, names: Iterable[str]) -> list[str]:
    """The names of which nothing could be asked."""
    catalogue, sources = snapshot.catalogue, snapshot.sources
    return [
        name
        for name in names
        if not questions(catalogue, sources, wanted.locale, wanted.reviewer, name)
    ]


def link_address(origin: str, review: str, secret: str) -> str:
    """A link as it is given on. The secret stands after the #: browsers send that to nobody, and no
    messenger that looks at a link for a preview has it."""
    return f"{origin}/review/{review}#{secret}"


def _grouped(
    snapshot: Snapshot, locale: str, found: Mapping[str, Reviewed]
) -> list[tuple[str, list[tuple[str, str, Reviewed]]]]:
    """Pages first, then messages by file: name, title, how far. "" is the pages' group."""
    texts = snapshot.catalogue.texts[locale]
    groups: dict[str, list[tuple[str, str, Reviewed]]] = {}
    for name, state in found.items():
        file = "" if name in texts.pages else texts.sentences.places[name][0].rpartition("/")[2]
        groups.setdefault(file, []).append((name, title(snapshot, locale, name), state))
    return sorted(groups.items())
