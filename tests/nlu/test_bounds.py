"""No message costs more than its length: what a flood or a riddle may take."""

import gc
from collections.abc import Callable
from time import process_time

import pytest

from nlu.keywords import Keywords
from nlu.normalise import MAX_CHARACTERS

SENTENCE = "нас заперли и не выпускают он бьет меня каждый вечер сказал убьет если "


def seconds(act: Callable[[], object]) -> float:
    """The processor's, and the least of several runs: so free of what else the machine does."""
    gc.collect()
    least = float("inf")
    for _ in range(5):
        start = process_time()
        act()
        least = min(least, process_time() - start)
    return least


@pytest.mark.parametrize(
    "piece",
    [
        SENTENCE,
        "нас заперли ",
        "не ",
        "заперлизаперли ",
        "помогитепомогитепомогите",
        "он с ножом, раньше не бил. ",
        "qo'rqyapman meni urishyapti hech kim ",
        "а.",
        "e\u0301" * 3,
        "ﷺ",
        "(((",
    ],
)
def test_a_long_message_costs_in_proportion(keywords: Keywords, piece: str) -> None:
    usual = (SENTENCE * 10)[: MAX_CHARACTERS // 20]
    longest = (piece * MAX_CHARACTERS)[:MAX_CHARACTERS]
    keywords.spot(longest)

    assert seconds(lambda: keywords.spot(longest)) < 60 * seconds(lambda: keywords.spot(usual))
