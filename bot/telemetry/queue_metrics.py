"""Gauges of the queue (bot/telemetry/metrics.py): labels are words of ours, figures are rounded."""

from datetime import timedelta

from prometheus_client import Gauge

from bot.telemetry.metrics import REGISTRY, coarse
from bot.tickets.queue_health import QueueHealth
from flows.urgency import Urgency

_ROUNDED = "0, 1 for one to four, 5 for more."
TICKETS_WAITING = Gauge(
    "helpline_tickets_waiting", f"Unclaimed tickets: {_ROUNDED}", ["urgency"], registry=REGISTRY
)
OLDEST_SECONDS = Gauge(
    "helpline_ticket_oldest_seconds",
    "Age of the first unclaimed ticket: at least so much, in steps.",
    ["urgency"],
    registry=REGISTRY,
)
TICKETS_OPEN = Gauge("helpline_tickets_open", f"Open tickets: {_ROUNDED}", registry=REGISTRY)
ON_SHIFT = Gauge("helpline_operators_on_shift", "Operators on shift.", registry=REGISTRY)
TICKETS_LATE = Gauge(
    "helpline_tickets_late", f"Tickets that wait too long: {_ROUNDED}", registry=REGISTRY
)

STEPS = tuple(timedelta(minutes=minutes) for minutes in (60, 30, 10, 3, 1, 0))
"""How long a ticket waits: an exact age would tell the second in which somebody asked for help."""


def tell(health: QueueHealth) -> None:
    """The figures as they are now, rounded."""
    for urgency in Urgency:
        TICKETS_WAITING.labels(urgency.word).set(coarse(health.line(urgency).count))
        OLDEST_SECONDS.labels(urgency.word).set(_at_least(health.line(urgency).oldest))
    TICKETS_OPEN.set(coarse(health.open))
    ON_SHIFT.set(len(health.on_shift))
    TICKETS_LATE.set(coarse(health.breaches()))


def _at_least(age: timedelta) -> float:
    return next((step for step in STEPS if step <= age), timedelta()).total_seconds()
