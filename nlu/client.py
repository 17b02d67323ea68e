"""Asks the model process what a message means, and never waits for it longer than agreed.

The model is another process on loopback (`POST /model/parse`, Rasa's HTTP API). It is given the
text and nothing else. When it is down, keywords and buttons carry on: so a fault here is an
ordinary outcome, said once in the log, and while the model is down messages aren't held up by it.
"""

import asyncio
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass

from nlu.breaker import RETRY_SECONDS
from nlu.breaker import ModelUnavailable as ModelUnavailable
from nlu.breaker import Reason as Reason
from nlu.endpoint import ModelEndpoint, encodable
from nlu.intents import HEARD_SIGNALS, INTENTS, LOCALES

logger = logging.getLogger(__name__)

DEADLINE_SECONDS = 0.8
MAX_ANSWER_BYTES = 64 * 1024

PLACES = 8
"""Messages that are with the model at a time: it reads one or two, so more would only wait there,
and not here, where what is urgent can go past them."""

MOST_WAITING = 256
"""Messages that wait for a place; more than can be read within the deadline by far."""

LATEST_SHARE = 0.125
"""Of the latest reading in the mean by which waiting is judged."""

MOST_RANKED = 10
"""So many of the ranking are looked at: all that Rasa's classifiers and ours give."""

_RANKED = ("name", "confidence")

OWN_SHARE = 0.5
"""A model that had less than this of the deadline for a message isn't slow: the message had waited
for others, and the model isn't to be left alone for that."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A message as the model understood it. All numbers lie in 0..1; `locale` is None for "can't
    tell". `signal`: of `HEARD_SIGNALS`; None for none of them, or from a model that has no head
    for them, as a stock server of Rasa's. `ranking`: the likeliest intents with their confidence,
    the likeliest first; empty from a model that doesn't rank them."""

    intent: str
    confidence: float
    urgent: bool
    urgency_score: float
    locale: str | None
    locale_confidence: float
    signal: str | None = None
    signal_confidence: float = 0.0
    ranking: tuple[tuple[str, float], ...] = ()


class ModelClient(ModelEndpoint):
    """Asks what a message means (`POST /model/parse`).

    When more comes in than the model can read, a message waits for a place, and the deadline
    counts from its coming. One that would get its place too late, by how long the last ones were
    read, doesn't wait at all: by webhook it would keep somebody else's message at Telegram
    meanwhile. Being crowded (`Reason.CROWDED`) is no fault of the model's. The arguments are
    those of `ModelEndpoint`.
    """

    def __init__(
        self,
        url: str,
        clock: Callable[[], float],
        *,
        token: str = "",
        deadline_seconds: float = DEADLINE_SECONDS,
        retry_seconds: float = RETRY_SECONDS,
    ) -> None:
        super().__init__(
            url,
            "/model/parse",
            logger,
            clock,
            token=token,
            retry_seconds=retry_seconds,
            most_bytes=MAX_ANSWER_BYTES,
        )
        self._deadline = deadline_seconds
        self._clock = clock
        self._places = asyncio.Semaphore(PLACES)
        self._waiting = 0
        self._took = 0.0

    def is_crowded(self) -> bool:
        """Whether a message would have to wait for a place."""
        return self._places.locked()

    async def hear(self, text: str) -> Heard:
        """Let the model hear a message. Raises `ModelUnavailable`."""
        return await self.breaker.tried(lambda: self._ask(text))

    async def _ask(self, text: str) -> Heard:
        if self._waiting >= MOST_WAITING or self._comes_too_late():
            raise ModelUnavailable(Reason.CROWDED)
        loop = asyncio.get_running_loop()
        ends, asked = loop.time() + self._deadline, False
        self._waiting += 1
        try:
            async with asyncio.timeout_at(ends), self._places:
                asked = ends - loop.time() > self._deadline * OWN_SHARE
                return _read(await self._read_by_model(text))
        except TimeoutError:
            raise ModelUnavailable(Reason.SLOW if asked else Reason.CROWDED) from None
        finally:
            self._waiting -= 1

    def _comes_too_late(self) -> bool:
        """Whether a message that came now would still wait for its answer at the deadline: until a
        place is free, for those before it, and for its own reading."""
        if not self._places.locked():
            return False
        rounds = (self._waiting - PLACES) / PLACES + 2
        return rounds * self._took > self._deadline

    async def _read_by_model(self, text: str) -> bytes:
        began = self._clock()
        try:
            return await self.post({"text": encodable(text)})
        finally:
            took = self._clock() - began
            self._took += (took - self._took) * (LATEST_SHARE if self._took else 1.0)


def _read(answer: bytes) -> Heard:
    try:
        return heard(json.loads(answer))
    except (ValueError, RecursionError):
        raise ModelUnavailable(Reason.NONSENSE) from None


def heard(body: object) -> Heard:
    """Read a model's answer. Raises `ModelUnavailable` for anything but the agreed shape."""
    intent, urgency, locale = _part(body, "intent"), _part(body, "urgency"), _part(body, "locale")
    name, urgent, spoken = intent.get("name"), urgency.get("urgent"), locale.get("name")
    if not isinstance(name, str) or name not in INTENTS or not isinstance(urgent, bool):
        raise ModelUnavailable(Reason.NONSENSE)
    if spoken is not None and spoken not in LOCALES:
        raise ModelUnavailable(Reason.NONSENSE)
    signal, surely = _signal(body)
    return Heard(
        intent=name,
        confidence=_share(intent, "confidence"),
        urgent=urgent,
        urgency_score=_share(urgency, "score"),
        locale=spoken,
        locale_confidence=_share(locale, "confidence"),
        signal=signal,
        signal_confidence=surely,
        ranking=_ranking(body),
    )


def _signal(body: object) -> tuple[str | None, float]:
    """The signal and its confidence; None and 0 where the model tells of none."""
    if not isinstance(body, dict) or "signal" not in body:
        return None, 0.0
    part = _part(body, "signal")
    name, surely = part.get("name"), _share(part, "confidence")
    if name is None:
        return None, 0.0
    if not isinstance(name, str) or name not in HEARD_SIGNALS:
        raise ModelUnavailable(Reason.NONSENSE)
    return name, surely


def _ranking(body: object) -> tuple[tuple[str, float], ...]:
    """Rasa's `intent_ranking`, without what isn't ours or can't be read; empty where there is none.
    It is a hint, so no fault in it loses what was heard beside it."""
    given = body.get("intent_ranking") if isinstance(body, dict) else None
    ranked = []
    for one in given[:MOST_RANKED] if isinstance(given, list) else ():
        name, surely = (one.get(key) if isinstance(one, dict) else None for key in _RANKED)
        if isinstance(name, str) and name in INTENTS and isinstance(surely, float):
            ranked.append((name, surely))
    return tuple(ranked)


def _part(body: object, key: str) -> dict[str, object]:
    part = body.get(key) if isinstance(body, dict) else None
    if not isinstance(part, dict):
        raise ModelUnavailable(Reason.NONSENSE)
    return part


def _share(part: dict[str, object], key: str) -> float:
    value = part.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ModelUnavailable(Reason.NONSENSE)
    return float(value)
