"""What `make audit` says: holes, none, or that it couldn't look."""

import json

import pytest

from scripts.audit import NOT_AUDITED, ended, verdict

CLEAN = {"name": "redis", "version": "8.0.0", "vulns": []}
HOLED = {
    "name": "old",
    "version": "1.0",
    "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.1"]}, {"id": "PYSEC-2", "fix_versions": []}],
}
SKIPPED = {"name": "odd", "skip_reason": "unknown there"}


def test_no_holes() -> None:
    status, lines = verdict(json.dumps({"dependencies": [CLEAN]}), "")
    assert (status, lines) == (0, ["1 of 1 packages audited, 0 known holes"])


def test_holes_fail() -> None:
    status, lines = verdict(json.dumps({"dependencies": [CLEAN, HOLED]}), "")
    assert status == 1
    assert lines[0] == "old 1.0: PYSEC-1, mended in 1.1"
    assert "nothing yet" in lines[1]


def test_an_audit_that_could_not_audit_is_red() -> None:
    status, lines = verdict("", "Traceback …\nConnectionError: no route")
    assert status == NOT_AUDITED
    assert lines[0].startswith("NOT AUDITED")
    assert "no route" in lines[1]


def test_what_was_skipped_is_named() -> None:
    status, lines = verdict(json.dumps({"dependencies": [CLEAN, SKIPPED]}), "")
    assert status == 0
    assert lines[-1] == "NOT AUDITED: odd"


@pytest.mark.parametrize(
    ("status", "excuse", "expected"),
    [
        (NOT_AUDITED, "", NOT_AUDITED),
        (NOT_AUDITED, "  ", NOT_AUDITED),
        (NOT_AUDITED, "no way to the service", 0),
        (1, "no way to the service", 1),
        (0, "", 0),
    ],
)
def test_a_reason_that_is_given_lets_it_pass_but_no_hole(
    status: int, excuse: str, expected: int
) -> None:
    found, told = ended(status, excuse)
    assert found == expected
    assert bool(told) == (status == NOT_AUDITED and expected == 0), "the reason is shown"


def test_a_service_that_knows_nothing_has_audited_nothing() -> None:
    status, lines = verdict(json.dumps({"dependencies": [SKIPPED]}), "")
    assert status == NOT_AUDITED
    assert lines[0].startswith("0 of 1 packages audited")
    assert lines[1].startswith("NOT AUDITED: the advisory service")
