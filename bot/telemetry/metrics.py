"""Counters and timers of a process, for `/metrics` (bot/telemetry/health_port.py).

Labels are words of ours from fixed lists: never an id, a name or anything that came from outside,
so no metric names a person, and there are never more series than those lists allow. Other modules
may add their own metrics to `REGISTRY` under the same rule.

Whoever collects them keeps them, and may know from elsewhere when somebody was online. So gauges of
people are rounded (`coarse`), and no time of a first event is shown. Counters stay exact: they tell
that somebody wrote between two scrapes (deploy/README.md, figures).
"""

import time
from collections.abc import Callable, Coroutine
from enum import StrEnum
from functools import wraps
from typing import Any, ParamSpec, TypeAlias, TypeVar

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)

from bot.attempt import Result
from bot.practising import practising

P = ParamSpec("P")
T = TypeVar("T")
Async: TypeAlias = Callable[P, Coroutine[Any, Any, T]]

disable_created_metrics()  # type: ignore[no-untyped-call]  # else each tells when it began, in ms
REGISTRY = CollectorRegistry()
ProcessCollector(registry=REGISTRY)
PlatformCollector(registry=REGISTRY)


class Stage(StrEnum):
    """Where the time of one message goes."""

    UPDATE = "update"
    LOAD = "load"
    UNDERSTAND = "understand"
    WRITE = "write"
    DELIVER = "deliver"
    SEND = "send"


_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

UPDATES = Counter(
    "helpline_updates", "Updates that Telegram handed over.", ["outcome"], registry=REGISTRY
)
TURNS = Counter("helpline_turns", "Attempts to write a turn.", ["outcome"], registry=REGISTRY)
STAGE_SECONDS = Histogram(
    "helpline_stage_seconds",
    "Seconds that a stage of one message took.",
    ["stage"],
    buckets=_BUCKETS,
    registry=REGISTRY,
)
DELIVERIES = Counter(
    "helpline_deliveries", "Tries to empty an outbox.", ["audience", "outcome"], registry=REGISTRY
)
WAITING = Gauge(
    "helpline_waiting",
    "Conversations with something due, by index: 0, 1 for one to four, 5 for more.",
    ["index"],
    registry=REGISTRY,
)
NOT_DELETED = Counter(
    "helpline_messages_not_deleted",
    "Messages that stay in a chat: too old for Telegram by then, refused by it, or too many.",
    registry=REGISTRY,
)
CHATS_LAPSED = Counter(
    "helpline_chats_lapsed",
    "Chats whose messages stay because intake was away until Telegram deletes them no more.",
    registry=REGISTRY,
)
MODEL_FAULTS = Counter(
    "helpline_model_faults", "Messages the model gave no answer to.", ["reason"], registry=REGISTRY
)
ALARMS = Counter(
    "helpline_alarms",
    "Signs of an attack on a group or a token, each time that one was seen.",
    ["alarm"],
    registry=REGISTRY,
)
EVENT_LOOP_LAG = Histogram(
    "helpline_event_loop_lag_seconds",
    "How late the event loop woke a task that asks for it every quarter of a second.",
    buckets=_BUCKETS,
    registry=REGISTRY,
)

spans: list[Callable[[Stage, float, float], None]] = []
"""Told of each stage that ended: its begin and end by `time.perf_counter`. Empty in production:
the benchmark draws a picture of them."""


def timed(stage: Stage) -> Callable[[Async[P, T]], Async[P, T]]:
    """A decorator: how long each call takes, whether it succeeds or not.

    Durations are the machine's own, also where a test has set the clock.
    """
    seconds = STAGE_SECONDS.labels(stage.value)

    def decorate(call: Async[P, T]) -> Async[P, T]:
        @wraps(call)
        async def measured(*args: P.args, **kwargs: P.kwargs) -> T:
            began = time.perf_counter()
            try:
                return await call(*args, **kwargs)
            finally:
                ended = time.perf_counter()
                if not practising():
                    seconds.observe(ended - began)
                    for told in spans:
                        told(stage, began, ended)

        return measured

    return decorate


def count_turn(outcome: Result) -> None:
    """Count an attempt to write a turn by how it ended; one of practice isn't counted."""
    if not practising():
        TURNS.labels(outcome.value).inc()


MANY = 5
"""A count of people below it isn't told apart, as in reports (`bot.reports.withholding`)."""


def coarse(count: int) -> int:
    """A gauge's value for so many people: 0, 1 for one to four, 5 for more."""
    return min(count, 1) if count < MANY else MANY


def rendered() -> bytes:
    """All metrics in Prometheus's text format."""
    return generate_latest(REGISTRY)


_SERIES = {
    UPDATES: (Result.DONE, Result.PUT_OFF, Result.GIVEN_UP, Result.REFUSED),
    TURNS: (Result.DONE, Result.CONFLICT, Result.REPEATED, Result.REFUSED),
}
for _counter, _outcomes in _SERIES.items():  # from the start, so that a rate has a beginning
    for _outcome in _outcomes:
        _counter.labels(_outcome.value)
