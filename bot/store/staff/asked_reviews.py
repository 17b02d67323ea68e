"""Reviews that editors have asked for: what for, by which link, and what the reviewer has said.

The link leads to one review, for one browser: the first that begins. Of its secret and of that
browser only keyed hashes are kept, bound to the review.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

import msgspec

from bot.clock import Clock
from bot.errors import Sealed
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors
from bot.store.rows import decode, encode, unreadable

_ROW, _ANSWERS, _BROWSER, _ALL = (
    "asked_review",
    "review_answers",
    "review_browser",
    "asked_reviews",
)
_BYTES = 32


@dataclass(frozen=True, slots=True)
class AskedReview:
    """One review. `reviewer`: lawyer or speaker; `names`: the texts; `by`: the editor's code name;
    `link`: the keyed hash of the link's secret, `link_at`: when it was made; `marks`: the codes of
    what was signed; `refused`: how many of them were a no. None of whoever reads it."""

    id: str
    reviewer: str
    locale: str
    names: tuple[str, ...]
    by: str
    at: datetime
    link: str
    link_at: datetime
    withdrawn_at: datetime | None = None
    signed_at: datetime | None = None
    marks: tuple[str, ...] = ()
    refused: int = 0

    @property
    def is_open(self) -> bool:
        """Whether it has neither been signed nor withdrawn."""
        return self.withdrawn_at is None and self.signed_at is None


@dataclass(frozen=True, slots=True)
class ReviewAnswer:
    """Whether words are right, and why not."""

    yes: bool
    why: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing: a no needs its reason."""
        return self.yes or bool(self.why)


@dataclass(frozen=True, slots=True)
class _Answers:
    by_code: dict[str, ReviewAnswer] = field(default_factory=dict)


class AskedReviews:
    """All of them, by random ids."""

    def __init__(self, redis: Redis, vault: Vault, clock: Clock) -> None:
        self._redis = redis
        self._vault = vault
        self._clock = clock

    async def ask(
        self, reviewer: str, locale: str, names: tuple[str, ...], by: str
    ) -> tuple[AskedReview, str]:
        """A new one, and its link's secret, which is kept nowhere. Raises `StoreUnavailable`, as
        all here do."""
        id_, secret, now = secrets.token_hex(8), secrets.token_urlsafe(_BYTES), self._clock.now()
        review = AskedReview(
            id_, reviewer, locale, names, by, now, self._link(id_, secret), link_at=now
        )
        life = Retention.ASKED_REVIEW.milliseconds
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            pipe.set(f"{_ROW}:{id_}", self._sealed(review), px=life)
            pipe.zadd(_ALL, {id_: now.timestamp()})
            pipe.pexpire(_ALL, life)
            await pipe.execute()
        await self._open_answers(id_)
        return review, secret

    async def all(self) -> list[AskedReview]:
        """Every one that is kept, the newest first."""
        with redis_errors():
            ids = [one.decode() for one in await self._redis.zrange(_ALL, 0, -1)]
            pipe = self._redis.pipeline(transaction=False)
            for id_ in ids:
                pipe.get(f"{_ROW}:{id_}")
            rows = await pipe.execute() if ids else []
            if gone := [id_ for id_, row in zip(ids, rows, strict=True) if row is None]:
                await self._redis.zrem(_ALL, *gone)
        found = (self._opened(id_, row) for id_, row in zip(ids, rows, strict=True))
        return sorted(filter(None, found), key=lambda one: one.at, reverse=True)

    async def get(self, id_: str) -> AskedReview | None:
        """One; None if there is none."""
        with redis_errors():
            return self._opened(id_, await self._redis.get(f"{_ROW}:{id_}"))

    def lasts(self, review: AskedReview) -> bool:
        """Whether its link still does."""
        return self._clock.now() - review.link_at <= Retention.REVIEW_ANSWERS.lifetime

    async def linked(self, id_: str, secret: str, browser: str) -> AskedReview | None:
        """The review that a link leads to: by its secret until a browser has begun, and by that
        browser alone afterwards. None for everything else, whatever the reason."""
        review = await self.get(id_)
        if review is None or review.withdrawn_at is not None or not self.lasts(review):
            return None
        with redis_errors():
            begun = await self._redis.get(f"{_BROWSER}:{id_}")
        if begun is not None:
            own = self._browser(id_, browser)
            return review if secrets.compare_digest(begun, own.encode()) else None
        if review.signed_at is not None:
            return None
        known = secrets.compare_digest(review.link, self._link(id_, secret))
        return review if known else None

    async def begin(self, review: AskedReview) -> str | None:
        """Let one browser begin: what it is known by from now on; None if another was first."""
        browser = secrets.token_urlsafe(_BYTES)
        name, own = f"{_BROWSER}:{review.id}", self._browser(review.id, browser)
        with redis_errors():
            life = Retention.REVIEW_ANSWERS.milliseconds
            first = await self._redis.set(name, own.encode(), nx=True, px=life)
        return browser if first else None

    async def has_begun(self, id_: str, browser: str) -> bool:
        """Whether this browser has."""
        with redis_errors():
            begun = await self._redis.get(f"{_BROWSER}:{id_}")
        own = self._browser(id_, browser)
        return begun is not None and secrets.compare_digest(begun, own.encode())

    async def is_begun(self, id_: str) -> bool:
        """Whether any browser has."""
        with redis_errors():
            return bool(await self._redis.exists(f"{_BROWSER}:{id_}"))

    async def answers(self, id_: str) -> Mapping[str, ReviewAnswer]:
        """Read what a reviewer has said so far, by the codes of what was asked."""
        with redis_errors():
            sealed = await self._redis.get(f"{_ANSWERS}:{id_}")
        if sealed is None:
            return {}
        try:
            return decode(_Answers, self._vault.open_ticket(id_, _ANSWERS, sealed)).by_code
        except (Sealed, msgspec.MsgspecError):
            unreadable(_ANSWERS)
            return {}

    async def answer(self, id_: str, answers: Mapping[str, ReviewAnswer]) -> bool:
        """Keep what was said, in place of what was kept before; False if it is over."""
        sealed = self._vault.seal_ticket(id_, _ANSWERS, encode(_Answers(dict(answers))))
        with redis_errors():
            return bool(await self._redis.set(f"{_ANSWERS}:{id_}", sealed, xx=True, keepttl=True))

    async def renew(self, review: AskedReview) -> str | None:
        """Another link in place of the one before, for another browser; what was said so far
        stays. None if the review is gone."""
        secret = secrets.token_urlsafe(_BYTES)
        link, now = self._link(review.id, secret), self._clock.now()
        if not await self._put(replace(review, link=link, link_at=now)):
            return None
        with redis_errors():
            await self._redis.delete(f"{_BROWSER}:{review.id}")
            life = Retention.REVIEW_ANSWERS.milliseconds
            await self._redis.pexpire(f"{_ANSWERS}:{review.id}", life)
        await self._open_answers(review.id)
        return secret

    async def withdraw(self, review: AskedReview) -> None:
        """Its link leads nowhere from now on, and what was said is forgotten."""
        await self._put(replace(review, withdrawn_at=self._clock.now()))
        with redis_errors():
            await self._redis.delete(f"{_BROWSER}:{review.id}", f"{_ANSWERS}:{review.id}")

    async def sign(self, review: AskedReview, marks: tuple[str, ...], refused: int) -> None:
        """Record that a review is signed: the answers stand in the files and go from here. The
        browser is known for the link's time, so that it can be told."""
        done = replace(review, signed_at=self._clock.now(), marks=marks, refused=refused)
        await self._put(done)
        with redis_errors():
            await self._redis.delete(f"{_ANSWERS}:{review.id}")

    async def _open_answers(self, id_: str) -> None:
        sealed = self._vault.seal_ticket(id_, _ANSWERS, encode(_Answers()))
        with redis_errors():
            life = Retention.REVIEW_ANSWERS.milliseconds
            await self._redis.set(f"{_ANSWERS}:{id_}", sealed, nx=True, px=life)

    async def _put(self, review: AskedReview) -> bool:
        sealed = self._sealed(review)
        with redis_errors():
            return bool(await self._redis.set(f"{_ROW}:{review.id}", sealed, xx=True, keepttl=True))

    def _link(self, id_: str, secret: str) -> str:
        return self._vault.hashed("review link", id_, secret)

    def _browser(self, id_: str, token: str) -> str:
        return self._vault.hashed("review browser", id_, token)

    def _sealed(self, review: AskedReview) -> bytes:
        return self._vault.seal_ticket(review.id, _ROW, encode(review))

    def _opened(self, id_: str, sealed: bytes | None) -> AskedReview | None:
        if sealed is None:
            return None
        try:
            return decode(AskedReview, self._vault.open_ticket(id_, _ROW, sealed))
        except (Sealed, msgspec.MsgspecError):
            unreadable(_ROW)
            return None
