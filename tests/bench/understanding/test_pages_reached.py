"""How far the right page is, through the real flows."""

import pytest

from bench.understanding.pages_reached import Reached, reached, section
from flows.format.load import load
from tests.bench.understanding.build import answer

LIBRARY = load()


@pytest.mark.parametrize(
    ("heard", "confidence", "suggested", "where"),
    [
        ("ask_unpaid_wages", 0.9, (), Reached.SAID),
        ("ask_documents_taken", 0.9, (), Reached.BEHIND_A_BUTTON),
        ("ask_police", 0.6, ("ask_police", "ask_unpaid_wages"), Reached.BEHIND_A_BUTTON),
        ("ask_police", 0.2, ("ask_police", "ask_unpaid_wages"), Reached.BEHIND_A_BUTTON),
        ("ask_police", 0.9, (), Reached.NOWHERE),
        ("ask_police", 0.2, (), Reached.NOWHERE),
    ],
)
def test_where_the_page_is_found(
    heard: str, confidence: float, suggested: tuple[str, ...], where: Reached
) -> None:
    found = answer("ask_unpaid_wages", heard, confidence=confidence, suggested=suggested)

    assert reached(LIBRARY, found, "unpaid_wages") is where


def test_the_table_counts_calm_messages_of_topics() -> None:
    told = section(
        [
            answer("ask_unpaid_wages", "ask_unpaid_wages"),
            answer("ask_unpaid_wages", "ask_police"),
            answer("ask_police", "ask_police", urgent=True),
            answer("greet", "greet"),
        ]
    )

    assert told.endswith("| 2 | 0.500 | 0.000 | 0.500 |")
