"""A decision is named by its number, so there is one of each."""

from collections import Counter
from pathlib import Path

DECISIONS = Path(__file__).parents[2] / "docs" / "decisions"


def test_every_decision_has_a_number_of_its_own() -> None:
    numbers = Counter(file.name.split("-")[0] for file in DECISIONS.glob("*.md"))

    assert len(numbers) > 10
    assert [number for number, count in numbers.items() if count > 1] == []
