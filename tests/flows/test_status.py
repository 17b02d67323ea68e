"""Who has the conversation: every pair of a status and a change, whether allowed or not."""

from itertools import product

import pytest

from flows.status import TRANSITIONS, Change, IllegalTransition, Status, changed

ALLOWED = {
    (Status.BOT, Change.HANDOVER): Status.QUEUED,
    (Status.BOT, Change.CLOSE): Status.CLOSED,
    (Status.QUEUED, Change.CLAIM): Status.HUMAN,
    (Status.QUEUED, Change.WITHDRAW): Status.BOT,
    (Status.QUEUED, Change.CLOSE): Status.CLOSED,
    (Status.HUMAN, Change.RELEASE): Status.BOT,
    (Status.HUMAN, Change.REQUEUE): Status.QUEUED,
    (Status.HUMAN, Change.CLOSE): Status.CLOSED,
    (Status.CLOSED, Change.RETURN): Status.BOT,
}
"""Written out a second time on purpose: whoever changes the table says so twice."""

EVERY_PAIR = tuple(product(Status, Change))
FORBIDDEN = [pair for pair in EVERY_PAIR if pair not in ALLOWED]


def test_the_table_is_the_one_that_was_agreed() -> None:
    assert dict(TRANSITIONS) == ALLOWED


@pytest.mark.parametrize(("pair", "after"), ALLOWED.items())
def test_an_allowed_change_leads_where_the_table_says(
    pair: tuple[Status, Change], after: Status
) -> None:
    assert changed(*pair) is after


@pytest.mark.parametrize(("status", "change"), FORBIDDEN)
def test_every_other_change_is_refused_and_says_which(status: Status, change: Change) -> None:
    with pytest.raises(IllegalTransition) as refused:
        changed(status, change)

    assert (refused.value.status, refused.value.change) == (status, change)
    assert change.value in str(refused.value)
    assert status.value in str(refused.value)


def test_every_status_can_be_entered_and_left() -> None:
    assert {before for before, _ in TRANSITIONS} == set(Status)
    assert set(TRANSITIONS.values()) == set(Status)


def test_only_a_waiting_ticket_can_be_claimed_so_two_operators_cannot_both_win() -> None:
    claimed = changed(Status.QUEUED, Change.CLAIM)

    with pytest.raises(IllegalTransition):
        changed(claimed, Change.CLAIM)


def test_the_table_cannot_be_changed_by_accident() -> None:
    with pytest.raises(TypeError):
        TRANSITIONS[Status.CLOSED, Change.CLAIM] = Status.HUMAN  # type: ignore[index]
