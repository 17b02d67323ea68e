"""The pages of whoever has a review's link. Nothing else is served here, and nobody is signed in:
one browser is known by a cookie of that one review."""

import asyncio
import re
from collections.abc import Mapping
from http import HTTPMethod
from urllib.parse import urlsplit

from aiohttp import web

from bot.clock import Clock
from bot.console.bodies import Numbered, body
from bot.console.pages import Pages
from bot.console.reviews.shown import asked_texts
from bot.console.reviews.state import asked_rows
from bot.console.reviews.tries import WrongTries
from bot.console.routes import ANYBODY, Handler, Route, Visit
from bot.console.static_files import serving
from bot.console.texts.looks import Unreadable, refused
from bot.message import Wording
from bot.privacy.retention import Retention
from bot.store.staff.asked_reviews import AskedReview, AskedReviews, ReviewAnswer
from bot.studio.errors import NotSaved
from bot.studio.reviewed import SignedReview
from bot.studio.studio import Studio
from bot.texts.citations.asked import Reviewer
from bot.texts.citations.signed import Verdict
from bot.texts.voices import Voice

FILES = frozenset({"console.css", "review.css", "review.js", "icon.svg"})
PATH = "/review/{review}"
MOST_WHY, MOST_NAME = 1000, 80

LATER = Wording("review-later-why")
"""To a reviewer, why nothing could be saved: what stands in the way is the editors' to mend, and
shown to them on every page."""

_ID = re.compile(r"[0-9a-f]{16}")


class Opened(Numbered):
    """Who asks. `secret`: the link's, from a browser that hasn't begun; `language`: what its reader
    has chosen."""

    secret: str = ""
    language: str = ""


class Answered(Opened, kw_only=True):
    """An answer. `code`: of what was asked, as it was read; `why`: for a no."""

    code: str
    yes: bool
    why: str = ""


class Signed(Opened, kw_only=True):
    """The end of a review."""

    name: str
    profession: str


class ReviewPages:
    """Answers reviewers' requests."""

    def __init__(
        self, pages: Pages, studio: Studio, reviews: AskedReviews, origin: str, clock: Clock
    ) -> None:
        self._pages = pages
        self._studio = studio
        self._reviews = reviews
        self._secure = urlsplit(origin).scheme == "https"
        self._wrong = WrongTries(clock)
        self._one_at_a_time = asyncio.Lock()

    @property
    def routes(self) -> tuple[Route, ...]:
        """The page, which is the same for every link there could be; what it then shows; an
        answer; the signature; and its files."""

        def act(path: str, handler: Handler) -> Route:
            return Route(HTTPMethod.POST, f"{PATH}/{path}", ANYBODY, handler)

        return (
            Route(HTTPMethod.GET, PATH, ANYBODY, self._page, from_elsewhere=True),
            act("look", self._look),
            act("begin", self._begin),
            act("answer", self._answer),
            act("sign", self._sign),
            Route(HTTPMethod.GET, "/static/{name}", ANYBODY, serving(FILES)),
        )

    async def _page(self, visit: Visit) -> web.StreamResponse:
        voice = self._voice(visit)
        return self._pages.render(
            "reviews/link.html", voice, languages=sorted(self._pages.voices.all)
        )

    async def _look(self, visit: Visit) -> web.StreamResponse:
        """What this browser may see. Every link that doesn't lead here looks the same."""
        asked = await body(visit, Opened)
        voice = self._voice(visit, asked.language)
        review = await self._linked(visit, asked)
        if review is None:
            return self._pages.render("reviews/nothing.html", voice)
        until = review.link_at + Retention.REVIEW_ANSWERS.lifetime
        common = {"review": review, "until": until}
        if review.signed_at is not None:
            return self._pages.render("reviews/signed.html", voice, **common)
        try:
            snapshot = await self._studio.snapshot()
        except Unreadable:
            return self._pages.render("reviews/later.html", voice)
        answers = await self._reviews.answers(review.id)
        texts = await asyncio.to_thread(asked_texts, snapshot, review, answers)
        begun = await self._reviews.has_begun(review.id, self._browser(visit))
        return self._pages.render(
            "reviews/read.html" if begun else "reviews/begin.html",
            voice,
            texts=texts,
            asked=sum(len(one.questions) for text in texts for one in text.bubbles),
            locale_read=review.locale,
            locale_source=snapshot.catalogue.locales.source,
            most_why=MOST_WHY,
            most_name=MOST_NAME,
            **common,
        )

    async def _begin(self, visit: Visit) -> web.StreamResponse:
        review = await self._linked(visit, await body(visit, Opened))
        browser = await self._reviews.begin(review) if review else None
        if review is None or browser is None:
            raise web.HTTPNotFound
        response = web.Response(status=204)
        response.set_cookie(
            self._cookie(review.id),
            browser,
            max_age=int(Retention.REVIEW_ANSWERS.lifetime.total_seconds()),
            path="/",
            secure=self._secure,
            httponly=True,
            samesite="Strict",
        )
        return response

    async def _answer(self, visit: Visit) -> web.StreamResponse:
        answered = await body(visit, Answered)
        why = answered.why.strip()[:MOST_WHY]
        async with self._one_at_a_time:
            review = await self._begun(visit)
            _, codes = await self._asked(review)
            if answered.code not in codes:
                return self._refuse(visit, answered, "review-changed", count=1)
            kept = dict(await self._reviews.answers(review.id))
            kept[answered.code] = ReviewAnswer(answered.yes, "" if answered.yes else why)
            if not await self._reviews.answer(review.id, kept):
                raise web.HTTPNotFound
        left = sum(code not in kept or not kept[code].is_whole for code in codes)
        return web.json_response({"left": left})

    async def _sign(self, visit: Visit) -> web.StreamResponse:
        signed = await body(visit, Signed)
        name, profession = (" ".join(one.split()) for one in (signed.name, signed.profession))
        if not all(2 <= len(one) <= MOST_NAME and one.isprintable() for one in (name, profession)):
            return self._refuse(visit, signed, "review-say-who", most=MOST_NAME)
        async with self._one_at_a_time:
            review = await self._begun(visit)
            answers = await self._reviews.answers(review.id)
            names, codes = await self._asked(review)
            left = sum(code not in answers or not answers[code].is_whole for code in codes)
            if left:
                return self._refuse(visit, signed, "review-left", count=left)
            given = {code: answers[code] for code in codes}
            done = SignedReview(
                Reviewer(review.reviewer),
                review.locale,
                names,
                _verdicts(given),
                name,
                profession,
                review.by,
            )
            try:
                await self._studio.review(done)
            except NotSaved as error:
                changed = error.told_operator if error.detail == "review-changed" else LATER
                return refused(self._voice(visit, signed.language).say(changed))
            wrong = sum(not one.yes for one in given.values())
            await self._reviews.sign(review, codes, wrong)
        return web.Response(status=204)

    async def _asked(self, review: AskedReview) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The texts that are there now, and the codes of what is asked of them. While they can't be
        read it is to be tried again (503)."""
        try:
            snapshot = await self._studio.snapshot()
        except Unreadable:
            raise web.HTTPServiceUnavailable from None
        found = await asyncio.to_thread(asked_rows, snapshot, review)
        return tuple(found), tuple(row.code for rows in found.values() for row in rows)

    async def _begun(self, visit: Visit) -> AskedReview:
        """The review that this browser has begun; 404 for anybody else."""
        review = await self._linked(visit, None)
        if review is None or not review.is_open:
            raise web.HTTPNotFound
        return review

    async def _linked(self, visit: Visit, asked: Opened | None) -> AskedReview | None:
        id_, browser = visit.request.match_info["review"], self._browser(visit)
        if not browser and self._wrong.too_many:
            raise web.HTTPTooManyRequests
        secret = asked.secret if asked else ""
        review = None
        if _ID.fullmatch(id_) and secret.isascii():
            review = await self._reviews.linked(id_, secret, browser)
        if review is None:
            self._wrong.add()
        return review

    def _refuse(self, visit: Visit, asked: Opened, text_id: str, **args: int) -> web.Response:
        return refused(self._voice(visit, asked.language)(text_id, **args))

    def _browser(self, visit: Visit) -> str:
        name = self._cookie(visit.request.match_info["review"])
        return visit.request.cookies.get(name, "")

    def _cookie(self, review: str) -> str:
        return f"{'__Host-' if self._secure else ''}review-{review}"

    def _voice(self, visit: Visit, chosen: str = "") -> Voice:
        """The language that was chosen, else the first of the browser's that there is."""
        said = visit.request.headers.get("Accept-Language", "")
        wanted = [one.split(";")[0].strip().split("-")[0].lower() for one in said.split(",")]
        return self._pages.voice([chosen, *wanted])


def _verdicts(answers: Mapping[str, ReviewAnswer]) -> dict[str, tuple[Verdict, str]]:
    return {
        code: (Verdict.YES if one.yes else Verdict.NO, one.why) for code, one in answers.items()
    }
