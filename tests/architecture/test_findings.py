"""docs/threat-model.md has each finding of the audit, with its state and tests that there are."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COUNTS = {"C": 2, "H": 8, "M": 12, "L": 11}
"""How many findings there are of each severity."""

STATES = ("mended", "in part", "refused")
UNTESTED = {"L7"}
"""Refused, and nothing can be shown of it."""

ROWS = {
    cells[0]: cells[1:]
    for line in (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8").splitlines()
    if re.match(r"\| [CHML]\d+ \|", line)
    for cells in [[cell.strip() for cell in line.strip("|").split(" | ")]]
}


def test_every_finding_is_there() -> None:
    every = {f"{kind}{number}" for kind, most in COUNTS.items() for number in range(1, most + 1)}
    assert set(ROWS) == every


@pytest.mark.parametrize("finding", ROWS)
def test_it_has_a_state_and_tests_that_there_are(finding: str) -> None:
    _, state, tests = ROWS[finding]
    assert state.startswith(STATES)
    assert bool(tests.strip("| ")) != (finding in UNTESTED)
    for named in re.findall(r"tests/[\w/]+\.py(?:::\w+)?", tests):
        file, _, test = named.partition("::")
        assert (ROOT / file).exists(), named
        assert f"def {test}(" in (ROOT / file).read_text(encoding="utf-8") or not test, named


def test_where_to_report_one_is_written_down() -> None:
    assert re.search(r"report", (ROOT / "SECURITY.md").read_text(encoding="utf-8"), re.IGNORECASE)
