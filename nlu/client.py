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
from types import TracebackType
from typing import Self

import aiohttp

from nlu.breaker import RETRY_SECONDS, Breaker
from nlu.breaker import ModelUnavailable as ModelUnavailable
from nlu.breaker import Reason as Reason
from nlu.intents import INTENTS, LOCALES

logger = logging.getLogger(__name__)

DEADLINE_SECONDS = 0.8
MAX_ANSWER_BYTES = 64 * 1024

PLACES = 8
"""Messages that are with the model at a time: it reads one or two, so more would only wait there,
and not here, where what is urgent can go past them."""

MOST_WAITING = 256
"""Messages that wait for a place; more than can be read within the deadline by far."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the model heard. All numbers lie in 0..1; `locale` is None for "can't tell"."""

    intent: str
    confidence: float
    urgent: bool
    urgency_score: float
    locale: str | None
    locale_confidence: float


class ModelClient:
    """The HTTP client of the model. Use it as an async context manager, or `close` it.

    `clock` gives monotonic seconds; `token` is what a model beyond loopback asks
    for. After a fault the model is left alone for `retry_seconds`:
    until then `hear` fails at once (`Reason.RESTING`), then one message tries it again.

    When more comes in than the model can read, a message waits for a place, and the deadline
    counts from its coming. Being crowded (`Reason.CROWDED`) is no fault of the model's.
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
        self._url = url.rstrip("/") + "/model/parse"
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._deadline = deadline_seconds
        self._breaker = Breaker(logger, clock, retry_seconds)
        self._session: aiohttp.ClientSession | None = None
        self._places = asyncio.Semaphore(PLACES)
        self._waiting = 0

    def is_crowded(self) -> bool:
        """Whether a message would have to wait for a place."""
        return self._places.locked()

    @property
    def available(self) -> bool:
        """Whether the last answer was usable; true before the first."""
        return not self._breaker.down

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Ends the connections. The client may be used again; it then opens new ones."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def hear(self, text: str) -> Heard:
        """What the model makes of a message. Raises `ModelUnavailable`."""
        return await self._breaker.tried(lambda: self._ask(text))

    async def _ask(self, text: str) -> Heard:
        if self._waiting >= MOST_WAITING:
            raise ModelUnavailable(Reason.CROWDED)
        asked = False
        self._waiting += 1
        try:
            async with asyncio.timeout(self._deadline), self._places:
                asked = True
                return _read(await self._post_again(text))
        except TimeoutError:
            raise ModelUnavailable(Reason.SLOW if asked else Reason.CROWDED) from None
        except aiohttp.ClientError:
            raise ModelUnavailable(Reason.DOWN) from None
        finally:
            self._waiting -= 1

    async def _post_again(self, text: str) -> bytes:
        """A process that ends takes with it what it was reading, and another behind the same
        address may answer. A model says the same when it is asked twice, so this repeats."""
        try:
            return await self._post(text)
        except aiohttp.ClientConnectionError:
            return await self._post(text)

    async def _post(self, text: str) -> bytes:
        if self._session is None:
            self._session = aiohttp.ClientSession(headers=self._headers, trust_env=False)
        body = {"text": encodable(text)}
        async with self._session.post(self._url, json=body, allow_redirects=False) as response:
            if response.status == 503:  # the model's own queue is full (nlu/runtime/serving/app.py)
                raise ModelUnavailable(Reason.CROWDED)
            if response.status != 200:
                raise ModelUnavailable(Reason.REFUSED)
            return await read_at_most(response, MAX_ANSWER_BYTES)


async def read_at_most(response: aiohttp.ClientResponse, most: int) -> bytes:
    """The body of an answer; of a longer one `most` bytes and one more."""
    answer = await response.content.read(most + 1)
    while not response.content.at_eof() and len(answer) <= most:
        answer += await response.content.read(most + 1 - len(answer))
    return answer


def _read(answer: bytes) -> Heard:
    try:
        return heard(json.loads(answer))
    except (ValueError, RecursionError):
        raise ModelUnavailable(Reason.NONSENSE) from None


def encodable(text: str) -> str:
    """A lone surrogate has no place in UTF-8; the model's own cleaning would drop it as well."""
    return text.encode("utf-8", "ignore").decode("utf-8")


def heard(body: object) -> Heard:
    """What a model's answer says. Raises `ModelUnavailable` for anything but the agreed shape."""
    intent, urgency, locale = _part(body, "intent"), _part(body, "urgency"), _part(body, "locale")
    name, urgent, spoken = intent.get("name"), urgency.get("urgent"), locale.get("name")
    if not isinstance(name, str) or name not in INTENTS or not isinstance(urgent, bool):
        raise ModelUnavailable(Reason.NONSENSE)
    if spoken is not None and spoken not in LOCALES:
        raise ModelUnavailable(Reason.NONSENSE)
    return Heard(
        intent=name,
        confidence=_share(intent, "confidence"),
        urgent=urgent,
        urgency_score=_share(urgency, "score"),
        locale=spoken,
        locale_confidence=_share(locale, "confidence"),
    )


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
