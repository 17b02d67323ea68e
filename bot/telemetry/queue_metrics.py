"""Gauges of the queue (bot/telemetry/metrics.py): labels are words of ours."""

from prometheus_client import Gauge

from bot.telemetry.metrics import REGISTRY
from bot.tickets.queue_health import QueueHealth
from flows.urgency import Urgency

TICKETS_WAITING = Gauge(
    "helpline_tickets_waiting", "Unclaimed tickets.", ["urgency"], registry=REGISTRY
)
OLDEST_SECONDS = Gauge(
    "helpline_ticket_oldest_seconds",
    "Age of the first unclaimed ticket.",
    ["urgency"],
    registry=REGISTRY,
)
TICKETS_OPEN = Gauge("helpline_tickets_open", "Open tickets.", registry=REGISTRY)
ON_SHIFT = Gauge("helpline_operators_on_shift", "Operators on shift.", registry=REGISTRY)
TICKETS_LATE = Gauge("helpline_tickets_late", "Tickets that wait too long.", registry=REGISTRY)


def tell(health: QueueHealth) -> None:
    """The figures as they are now."""
    for urgency in Urgency:
        TICKETS_WAITING.labels(urgency.word).set(health.line(urgency).count)
        OLDEST_SECONDS.labels(urgency.word).set(health.line(urgency).oldest.total_seconds())
    TICKETS_OPEN.set(health.open)
    ON_SHIFT.set(len(health.on_shift))
    TICKETS_LATE.set(health.breaches())
