"""A review's link: one browser, fourteen days, and nothing left of what was withdrawn."""

from datetime import timedelta

import pytest

from bot.clock import SettableClock
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis
from bot.store.staff.asked_reviews import AskedReview, AskedReviews, ReviewAnswer
from tests.bot.store.conftest import Shelf
from tests.kit.constants import NOW

NO = {"s1": ReviewAnswer(yes=False, why="не так")}


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(NOW)


@pytest.fixture
def redis(shelf: Shelf) -> Redis:
    return shelf.redis


@pytest.fixture
def reviews(shelf: Shelf, clock: SettableClock) -> AskedReviews:
    return AskedReviews(shelf.redis, Vault(shelf.keys), clock)


async def ask(reviews: AskedReviews) -> tuple[AskedReview, str]:
    return await reviews.ask("lawyer", "ru", ("police",), "Wren")


async def test_one_browser_has_it(reviews: AskedReviews) -> None:
    review, secret = await ask(reviews)
    assert await reviews.linked(review.id, secret, "") == review
    browser = await reviews.begin(review)
    assert browser is not None
    assert await reviews.begin(review) is None
    assert await reviews.linked(review.id, secret, "") is None
    assert await reviews.linked(review.id, "", browser) == review
    other, _ = await ask(reviews)
    assert await reviews.linked(other.id, "", browser) is None, "it is bound to its review"


async def test_secrets_and_answers_lie_there_in_no_readable_form(
    redis: Redis, reviews: AskedReviews
) -> None:
    review, secret = await ask(reviews)
    browser = await reviews.begin(review)
    assert browser is not None
    await reviews.answer(review.id, NO)

    held = [await redis.get(name) for name in await redis.keys("review_*")]
    held += [await redis.get(f"asked_review:{review.id}")]
    for value in held:
        assert value is not None
        for plain in (secret, browser, "не так", "police", "Wren"):
            assert plain.encode() not in value
    assert await reviews.answers(review.id) == NO


async def test_it_ends_after_fourteen_days_also_where_rows_were_put_back(
    redis: Redis, reviews: AskedReviews, clock: SettableClock
) -> None:
    review, secret = await ask(reviews)
    lives = [await redis.pttl(name) for name in await redis.keys("review_*")]
    assert lives
    assert all(0 < one <= timedelta(days=14) / timedelta(milliseconds=1) for one in lives)
    clock.advance(timedelta(days=14, seconds=1).total_seconds())
    assert await reviews.linked(review.id, secret, "") is None

    again = await reviews.renew(review)
    assert again is not None
    assert await reviews.linked(review.id, again, "") is not None


async def test_nothing_is_kept_of_what_was_withdrawn(redis: Redis, reviews: AskedReviews) -> None:
    review, secret = await ask(reviews)
    browser = await reviews.begin(review)
    await reviews.answer(review.id, NO)
    await reviews.withdraw(review)

    assert await reviews.linked(review.id, secret, browser or "") is None
    assert not await reviews.answer(review.id, NO), "an answer that comes late is kept nowhere"
    assert await redis.keys("review_*") == []
    [left] = await reviews.all()
    assert (left.withdrawn_at, left.is_open) == (NOW, False)


async def test_a_signed_one_tells_its_own_browser_alone(
    redis: Redis, reviews: AskedReviews
) -> None:
    review, secret = await ask(reviews)
    browser = await reviews.begin(review) or ""
    await reviews.sign(review, ("s1", "s2"), 1)

    signed = await reviews.linked(review.id, "", browser)
    assert signed is not None
    assert (signed.marks, signed.refused, signed.signed_at) == (("s1", "s2"), 1, NOW)
    assert await reviews.linked(review.id, secret, "") is None
    assert not await redis.exists(f"review_answers:{review.id}")


async def test_reviews_that_have_lapsed_leave_no_name(redis: Redis, reviews: AskedReviews) -> None:
    first, _ = await ask(reviews)
    second, _ = await ask(reviews)
    await redis.delete(f"asked_review:{first.id}")

    assert [one.id for one in await reviews.all()] == [second.id]
    assert await redis.zcard("asked_reviews") == 1
