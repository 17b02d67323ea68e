"""When an attack counts as withstood, and that the page says what was lost."""

from collections import Counter
from dataclasses import replace

import pytest

from bench.attack.others import Measured
from bench.attack.page import CRY, Attack, Scale, Way, written
from bench.attack.tried import Tried


def attack(cries: list[float], **lost: int) -> Attack:
    others = Measured()
    others.seconds[CRY] = cries
    others.lost.update(lost)
    acts = Counter({"short": 5})
    return Attack(Way.WEBHOOK, Scale(2000, 200, 300.0), 300.0, acts, others, 1.0, {}, [])


def test_it_is_withstood_where_cries_reach_a_card_in_time_and_nothing_is_lost() -> None:
    assert attack([0.5] * 100).is_withstood
    assert not attack([0.5] * 97 + [6.0] * 3).is_withstood
    assert not attack([0.5], erasure=1).is_withstood
    assert not attack([]).is_withstood, "nothing was measured"


def test_a_late_card_fails_both_ways_of_bringing_updates() -> None:
    assert replace(attack([1.0]), way=Way.POLLING).is_withstood
    assert not replace(attack([30.0]), way=Way.POLLING).is_withstood
    assert not replace(attack([30.0], erasure=1), way=Way.POLLING).is_withstood


@pytest.mark.parametrize(
    "found",
    [
        replace(attack([0.5]), dead=["desk"]),
        replace(attack([0.5]), figures={'helpline_updates_total{outcome="given_up"}': 1.0}),
        replace(attack([0.5]), tried=[Tried("a thief polls", "nobody was called", False, 90.0)]),
    ],
)
def test_a_process_that_ended_an_update_given_up_or_what_was_not_held_is_a_loss(
    found: Attack,
) -> None:
    assert found.lost == 1
    assert not found.is_withstood


def test_the_page_tells_losses_and_what_the_group_s_limit_is_not() -> None:
    page = written([attack([0.5, 9.0], erasure=2)], "a machine")
    assert "By webhook: NOT withstood" in page
    assert "| erasure | 2 | 2 | – | – | – |" in page
    assert "HELPLINE_DESK_RATE=0" in page


def test_the_page_tells_how_busy_the_machine_was_and_what_each_attempt_showed() -> None:
    one = Tried("a stranger joins", "put out, and the group was told", True, 0.3)
    played = replace(attack([0.5]), spent={"intake": 250.0, "desk": 50.0}, cores=2, tried=[one])
    page = written([played], "a machine")
    assert "Of 2 processors these took 50%, in seconds: intake 250, desk 50." in page
    assert "| a stranger joins | yes | put out, and the group was told | 0.3 |" in page


def test_what_still_waited_is_said_to_be_dropped() -> None:
    page = written([replace(attack([0.5]), drained=None, left=4000)], "a machine")
    assert "not within two minutes, so what was left of it (4000 updates) was dropped" in page
