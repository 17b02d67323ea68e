"""When an attack counts as withstood, and that the page says what was lost."""

from collections import Counter
from dataclasses import replace

import pytest

from bench.attack.others import Measured
from bench.attack.page import CRY, Attack, Scale, Way, written


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


def test_of_polling_only_losses_count() -> None:
    assert replace(attack([30.0]), way=Way.POLLING).is_withstood
    assert not replace(attack([30.0], erasure=1), way=Way.POLLING).is_withstood


@pytest.mark.parametrize(
    "found",
    [
        replace(attack([0.5]), dead=["desk"]),
        replace(attack([0.5]), figures={'helpline_updates_total{outcome="given_up"}': 1.0}),
    ],
)
def test_a_process_that_ended_or_an_update_that_was_given_up_is_a_loss(found: Attack) -> None:
    assert found.lost == 1
    assert not found.is_withstood


def test_the_page_tells_losses_and_what_the_group_s_limit_is_not() -> None:
    page = written([attack([0.5, 9.0], erasure=2)], "a machine")
    assert "By webhook: NOT withstood" in page
    assert "| erasure | 2 | 2 | – | – | – |" in page
    assert "HELPLINE_DESK_RATE=0" in page
