"""docs/coverage.md: what isn't reached without a process is judged, file by file."""

import re

from scripts import coverage_page
from scripts.coverage_page import ROOT, UNJUDGED, Reached, faults, page, read, reasons, total

HERE, LOW = "scripts/coverage_page.py", "scripts/house.py"
FILES = {HERE: Reached(90, 100), LOW: Reached(10, 50, (3, 4))}


def test_each_file_of_the_page_is_there_and_judged() -> None:
    written = coverage_page.PAGE.read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([^`]+\.py)` .*\| (.*) \|$", written, re.M)
    assert rows
    assert [file for file, reason in rows if reason == UNJUDGED] == []
    assert [file for file, _ in rows if not (ROOT / file).is_file()] == []
    tests = [one for _, reason in rows for one in re.findall(r"`(tests/[^`]+)`", reason)]
    assert tests
    assert [one for one in tests if not (ROOT / one).exists()] == [], "a judgement names its tests"


def test_lines_and_branches_count_together() -> None:
    summary = {"covered_lines": 3, "num_statements": 4, "covered_branches": 1, "num_branches": 4}
    found = read({"files": {LOW: {"summary": summary, "missing_lines": [7]}}})
    assert found == {LOW: Reached(4, 8, (7,))}
    assert total(found).percent == 50


def test_a_low_file_that_nobody_has_judged_is_refused() -> None:
    assert faults(FILES, {}, 10) == [f"{LOW}: say why it isn't reached"]
    assert faults(FILES, {LOW: "needs a process"}, 10) == []


def test_a_total_below_the_floor_is_refused() -> None:
    assert faults(FILES, {LOW: "needs a process"}, 70) == ["all: 66.7 %, and the floor is 70 %"]


def test_a_judgement_outlives_new_figures_and_goes_with_its_need() -> None:
    judged = reasons(page(FILES, {LOW: "needs a process"}))
    assert judged == {LOW: "needs a process"}
    assert reasons(page({**FILES, LOW: Reached(11, 50)}, judged)) == judged
    assert reasons(page({**FILES, LOW: Reached(49, 50)}, judged)) == {}
    assert reasons(page({HERE: FILES[HERE]}, judged)) == {}, "the file is gone"
    assert reasons(page(FILES, {})) == {}
