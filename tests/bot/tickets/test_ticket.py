"""Tickets: what becomes of one, and which comes first."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.tickets import queue_order
from bot.tickets import ticket as tickets
from bot.tickets.operator import Operator
from bot.tickets.ticket import MAX_NOTICES, TargetKind, Ticket, TransferTarget
from flows.effects import Notice, OpenTicket, UpdateTicket
from flows.urgency import Urgency
from tests.kit.constants import NOW


def ticket(assignee: str | None = None) -> Ticket:
    return Ticket("Amber-417", "police", Urgency.NORMAL, "ru", NOW, assignee)


def test_a_new_ticket() -> None:
    opened = tickets.opened(OpenTicket("police", Urgency.HIGH, "kk"), "Oak-100", NOW)
    assert opened == Ticket("Oak-100", "police", Urgency.HIGH, "kk", NOW)
    assert opened.assignee is None


@pytest.mark.parametrize(("before", "after"), list(product(Urgency, (None, *Urgency))))
def test_urgency_never_falls_and_a_graver_topic_replaces(
    before: Urgency, after: Urgency | None
) -> None:
    old = Ticket("Oak-100", "old", before, "ru", NOW)
    new = tickets.updated(old, UpdateTicket(after, "new"))
    assert new.urgency == max(before, after or before)
    assert new.topic == ("new" if after is not None and after > before else "old")


def test_whoever_claims_it_shows_by_code_name_and_ends_what_it_waited_for() -> None:
    waiting = replace(ticket(), wanted=TransferTarget(TargetKind.LANGUAGE, "uz"))
    taken = tickets.claimed(waiting, Operator("id", name="Heron"), NOW)
    assert (taken.assignee, taken.assigned_name, taken.wanted) == ("id", "Heron", None)
    assert tickets.unclaimed(taken) == ticket()


def test_a_locale_changes_and_nothing_else() -> None:
    assert tickets.updated(ticket(), UpdateTicket(locale="uz")).locale == "uz"
    assert tickets.updated(ticket("a"), UpdateTicket()) == ticket("a")


def test_a_notice_is_not_repeated_at_once() -> None:
    one = tickets.noted(ticket(), Notice.WATCHED)
    assert tickets.noted(one, Notice.WATCHED) is one
    two = tickets.noted(one, Notice.PERSON_LEFT)
    three = tickets.noted(two, Notice.WATCHED)
    assert three.notices == (Notice.WATCHED, Notice.PERSON_LEFT, Notice.WATCHED)


def test_only_the_last_notices_are_kept() -> None:
    full = ticket()
    for number in range(2 * MAX_NOTICES + 1):
        full = tickets.noted(full, (Notice.PERSON_LEFT, Notice.PERSON_RETURNED)[number % 2])
    assert len(full.notices) == MAX_NOTICES
    assert full.notices[-1] is Notice.PERSON_LEFT


def test_the_queue_goes_by_urgency_then_by_waiting_time() -> None:
    def one(urgency: Urgency, minutes: int) -> Ticket:
        return Ticket("Oak-100", "x", urgency, "ru", NOW + timedelta(minutes=minutes))

    expected = (
        one(Urgency.EMERGENCY, 90),
        one(Urgency.HIGH, 0),
        one(Urgency.HIGH, 60),
        one(Urgency.NORMAL, -600),
        one(Urgency.NORMAL, 0),
    )
    shuffled = [expected[n] for n in (4, 1, 3, 0, 2)]
    assert sorted(shuffled, key=queue_order.order) == list(expected)


moments = st.floats(1.6e9, 4.1e9).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))


@given(st.sampled_from(Urgency), moments, st.sampled_from(Urgency), moments)
def test_no_waiting_time_outweighs_urgency(
    one: Urgency, since: datetime, other: Urgency, then: datetime
) -> None:
    if one > other:
        assert queue_order.rank(one, since) < queue_order.rank(other, then)


@given(st.sampled_from(Urgency), moments)
def test_a_score_gives_its_time_back(urgency: Urgency, since: datetime) -> None:
    back = queue_order.since_of(queue_order.rank(urgency, since))
    assert back == pytest.approx(since.timestamp(), abs=0.001)
