"""A decision is named by its number and found in the index."""

import re
from collections import Counter
from pathlib import Path

DECISIONS = Path(__file__).parents[2] / "docs" / "decisions"
RECORDS = sorted(DECISIONS.glob("[0-9]*.md"))
ROW = re.compile(
    r"^\| \[(\d{4})\]\((?P<file>[^)]+)\) \| (?P<title>.+) \| \d{4}-\d\d-\d\d \| \w.* \|$", re.M
)


def test_every_decision_has_a_number_of_its_own() -> None:
    numbers = Counter(file.name.split("-")[0] for file in RECORDS)

    assert [number for number, count in numbers.items() if count > 1] == []


def test_the_index_names_each_with_its_title_date_and_status() -> None:
    index = (DECISIONS / "README.md").read_text(encoding="utf-8")
    listed = {row["file"]: row["title"] for row in ROW.finditer(index)}
    titles = {
        file.name: file.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
        for file in RECORDS
    }

    assert listed == titles
