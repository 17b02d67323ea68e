"""The queue's figures, and the ticket that suits an operator best."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.desk import queue_monitor
from bot.telemetry.metrics import rendered
from bot.telemetry.queue_metrics import tell
from bot.texts.voices import voices
from bot.tickets import queue_health
from bot.tickets.operator import Operator, Role
from bot.tickets.queue_order import order
from bot.tickets.ticket import TargetKind, Ticket, TransferTarget
from flows.urgency import Urgency
from tests.kit.constants import NOW

HERON = Operator("h", Role.SUPERVISOR, "Heron", ("uz", "ru"), ("danger",), on_shift=True)
ROBIN = Operator("r", Role.OPERATOR, "Robin")


def waiting(
    name: str,
    minutes: int,
    urgency: Urgency = Urgency.NORMAL,
    locale: str = "ru",
    topic: str = "person",
    wanted: TransferTarget | None = None,
) -> Ticket:
    opened = NOW - timedelta(minutes=minutes)
    return Ticket(name, topic, urgency, locale, opened, wanted=wanted)


def claimed(name: str, by: str) -> Ticket:
    return Ticket(name, "person", Urgency.NORMAL, "ru", NOW, by, NOW, (), by)


def measured(
    tickets: list[Ticket], operators: list[Operator], now: datetime = NOW
) -> queue_health.QueueHealth:
    """As the store's ranges would tell."""
    queue = sorted((one for one in tickets if one.assignee is None), key=order)
    lines = {}
    for urgency in Urgency:
        waits = [now - one.opened_at for one in queue if one.urgency is urgency]
        late = sum(one > queue_health.BREACHES[urgency] for one in waits)
        lines[urgency] = queue_health.WaitingCount(
            len(waits), max(waits, default=timedelta()), late
        )
    claims = [one for one in tickets if one.assignee]
    return queue_health.measured(queue, lines, claims, operators, now)


TICKETS = [
    waiting("Oak-100", 5),
    claimed("Elm-100", "Robin"),
    waiting("Ash-100", 31),
    waiting("Fir-100", 4, Urgency.EMERGENCY),
    claimed("Yew-100", "Robin"),
]


def test_the_figures() -> None:
    found = measured(TICKETS, [HERON, ROBIN])
    assert [one.name for one in found.first] == ["Fir-100", "Ash-100", "Oak-100"]
    assert found.loads == {"Robin": 2}
    assert found.on_shift == ("Heron",)
    assert found.supervisors_on_shift == 1
    assert found.breaches() == 2, "an emergency for 4 minutes, a plain wish for 31"
    assert found.line(Urgency.NORMAL) == queue_health.WaitingCount(2, timedelta(minutes=31), 1)
    assert found.line(Urgency.HIGH) == queue_health.WaitingCount()
    assert (found.waiting, found.open) == (3, 5)


def test_the_board_names_who_waits_too_long() -> None:
    shown = queue_monitor.text(voices().all["en"], measured(TICKETS, [HERON, ROBIN]))
    assert "🔴❗ Fir-100 (ru) 4 min" in shown
    assert "🟢 Oak-100 (ru) 5 min" in shown
    assert "claimed: Robin 2" in shown
    assert "on shift: Heron" in shown
    assert "waited too long: 2" in shown


def test_the_board_stays_readable() -> None:
    many = [waiting(f"Oak-{number}", 1) for number in range(500)]
    shown = queue_monitor.text(voices().all["en"], measured(many, [HERON]))
    assert f"and {500 - queue_health.SHOWN} more" in shown
    assert len(shown) < 1500


def test_a_minute_more_is_no_reason_for_an_edit() -> None:
    one = measured(TICKETS[:1], [HERON])
    later = measured(TICKETS[:1], [HERON], NOW + timedelta(minutes=1))
    assert queue_monitor.summed(one) == queue_monitor.summed(later)
    assert queue_monitor.summed(one) != queue_monitor.summed(measured(TICKETS, [HERON]))


def test_metrics_hold_figures_and_words_of_ours() -> None:
    tell(measured(TICKETS, [HERON, ROBIN]))
    page = rendered().decode()
    assert 'helpline_tickets_waiting{urgency="emergency"} 1.0' in page
    assert 'helpline_ticket_oldest_seconds{urgency="normal"} 1800.0' in page
    assert "helpline_tickets_open 5.0" in page
    assert "helpline_tickets_late 1.0" in page, "two, but that isn't told apart from one"
    for word in ("Heron", "Robin", "Oak"):
        assert word not in page


def figures(*minutes: float) -> str:
    """What `/metrics` shows of the queue with tickets that have waited so long."""
    queue = [waiting(f"Oak-{at}", 0) for at in range(len(minutes))]
    for at, one in enumerate(minutes):
        queue[at] = replace(queue[at], opened_at=NOW - timedelta(minutes=one))
    tell(measured(queue, [HERON]))
    lines = rendered().decode().splitlines()
    return "\n".join(line for line in lines if line.startswith("helpline_ticket"))


def test_metrics_do_not_tell_one_who_waits_from_four_nor_when_they_came() -> None:
    """Whoever keeps the figures and knows when a phone was online would know who it was."""
    assert figures(12.1) == figures(12.9, 12.1, 11, 3) != figures()
    assert figures(12.1, 12, 12, 12) != figures(12.1, 12, 12, 12, 12) == figures(12, *[11] * 9)
    assert figures(9.9) != figures(10.1), "so that an alert can still be made of it"


@pytest.mark.parametrize(
    ("tickets", "best"),
    [
        ([waiting("old", 90), waiting("danger", 1, Urgency.EMERGENCY, "ky")], "danger"),
        ([waiting("old", 90, locale="ky"), waiting("mine", 1, locale="uz")], "mine"),
        ([waiting("old", 90), waiting("known", 1, topic="danger")], "known"),
        (
            [
                waiting("old", 90),
                waiting("for me", 1, wanted=TransferTarget(TargetKind.OPERATOR, "Heron")),
            ],
            "for me",
        ),
        (
            [
                waiting("old", 90),
                waiting("uz", 1, wanted=TransferTarget(TargetKind.LANGUAGE, "uz")),
            ],
            "uz",
        ),
        ([waiting("only", 1, locale="ky", topic="police")], "only"),
        ([waiting("old", 90), waiting("new", 1)], "old"),
    ],
)
def test_what_suits_an_operator_comes_first_and_is_no_wall(
    tickets: list[Ticket], best: str
) -> None:
    found = queue_health.preferred(tickets, HERON)
    assert found is not None
    assert found.name == best


def test_nobody_waits() -> None:
    assert queue_health.preferred([], HERON) is None
