"""How far reviews are: each that was asked for, and each language as a whole."""

import asyncio
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.privacy.retention import Retention
from bot.store.staff.asked_reviews import AskedReview, AskedReviews, ReviewAnswer
from bot.studio.snapshot import Snapshot
from bot.texts.citations.asked import (
    Reviewed,
    Reviewer,
    names,
    questions,
    reviewed,
)
from bot.texts.citations.sheet import Row
from bot.texts.citations.signed import Signature, read_signed
from bot.texts.pages import Page

TITLE = "# "


class Stage(StrEnum):
    """Where an asked review is. `SENT`: nobody has begun; `BEGUN`: a browser has."""

    SENT = "sent"
    BEGUN = "begun"
    SIGNED = "signed"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Followed:
    """An asked review with what came of it. `answered` of `asked`; `changed`: of what was signed,
    how much has other words by now; `until`: when its link ends."""

    review: AskedReview
    stage: Stage
    answered: int
    asked: int
    changed: int
    until: datetime


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of a language's texts have a valid review, of those that need one."""

    valid: int
    refused: int
    needed: int


def asked_rows(snapshot: Snapshot, review: AskedReview) -> dict[str, list[Row]]:
    """What is asked now, by text: those that are there no more are left out."""
    if review.locale not in snapshot.catalogue.texts:
        return {}
    found = {
        name: questions(
            snapshot.catalogue, snapshot.sources, review.locale, Reviewer(review.reviewer), name
        )
        for name in review.names
    }
    return {name: rows for name, rows in found.items() if rows}


async def followed(snapshot: Snapshot, reviews: AskedReviews) -> list[Followed]:
    """Every review that is kept, the newest first."""
    found = [
        (review, await reviews.answers(review.id), await _stage(reviews, review))
        for review in await reviews.all()
        if review.locale in snapshot.catalogue.texts
    ]
    # in a thread: the desk answers people in this one
    return await asyncio.to_thread(lambda: [_counted(snapshot, *one) for one in found])


async def _stage(reviews: AskedReviews, review: AskedReview) -> Stage:
    if review.signed_at is not None:
        return Stage.SIGNED
    if review.withdrawn_at is not None:
        return Stage.WITHDRAWN
    if not reviews.lasts(review):
        return Stage.EXPIRED
    return Stage.BEGUN if await reviews.is_begun(review.id) else Stage.SENT


def _counted(
    snapshot: Snapshot, review: AskedReview, answers: Mapping[str, ReviewAnswer], stage: Stage
) -> Followed:
    until = review.link_at + Retention.REVIEW_ANSWERS.lifetime
    codes = [row.code for rows in asked_rows(snapshot, review).values() for row in rows]
    if stage is Stage.SIGNED:
        number, living = len(review.marks), {*codes}
        changed = sum(code not in living for code in review.marks)
        return Followed(review, stage, number, number, changed, until)
    answered = sum(code in answers and answers[code].is_whole for code in codes)
    return Followed(review, stage, answered, len(codes), 0, until)


def texts_reviewed(
    snapshot: Snapshot, locale: str, reviewer: Reviewer, today: date
) -> dict[str, Reviewed]:
    """Each text that needs such a reviewer, and how far it is."""
    marks = signed(snapshot, locale)
    return {
        name: reviewed(snapshot.catalogue, snapshot.sources, marks, locale, reviewer, name, today)
        for name in names(snapshot.catalogue, snapshot.sources, locale, reviewer)
    }


def coverage(snapshot: Snapshot, locale: str, reviewer: Reviewer, today: date) -> Coverage:
    """A language as a whole."""
    found = Counter(texts_reviewed(snapshot, locale, reviewer, today).values())
    return Coverage(found[Reviewed.YES], found[Reviewed.NO], found.total())


def signed(snapshot: Snapshot, locale: str) -> dict[str, Signature]:
    """What reviewers have said of a language."""
    return dict(read_signed(snapshot.content / locale))


def title(snapshot: Snapshot, locale: str, name: str) -> str:
    """A page's title; of a message its name."""
    page = snapshot.catalogue.texts[locale].pages.get(name)
    return _title(page) if page is not None else name


def _title(page: Page) -> str:
    first = next(iter(page.sections.values())).strip().split("\n")[0]
    return first.removeprefix(TITLE) if first.startswith(TITLE) else page.name
