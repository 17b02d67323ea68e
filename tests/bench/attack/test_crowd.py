"""A crowd does what it is told, by a seed."""

import random

from bench.attack.crowd import LONGEST, TEXTS, WEIGHTS, Crowd
from sandbox import SandboxSettings, serve


async def test_each_kind_of_act_is_done_and_by_the_same_seed_again() -> None:
    done = []
    for _ in range(2):
        async with serve(SandboxSettings(limits=False)) as sandbox:
            crowd = Crowd([sandbox.person(f"c{number}") for number in range(5)], seed=3)
            for _ in range(300):
                await crowd.act()
            done.append(dict(crowd.done))
    assert done[0] == done[1]
    assert set(done[0]) >= set(TEXTS)


def test_the_shares_are_of_a_hundred() -> None:
    assert sum(WEIGHTS.values()) == 100
    assert set(TEXTS) < set(WEIGHTS)


def test_no_text_is_longer_than_telegram_lets_through() -> None:
    for text in TEXTS.values():
        for seed in range(20):
            said = text(random.Random(seed))  # noqa: S311 - only a crowd's dice
            assert 0 < len(said.encode("utf-16-le")) // 2 <= LONGEST
