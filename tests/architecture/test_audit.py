"""What `make audit` says: holes, none, or that it couldn't look."""

import json

from scripts.audit import verdict

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


def test_without_the_network_nothing_is_claimed() -> None:
    status, lines = verdict("", "Traceback …\nConnectionError: no route")
    assert status == 0
    assert lines[0].startswith("NOT AUDITED")
    assert "no route" in lines[1]


def test_what_was_skipped_is_named() -> None:
    status, lines = verdict(json.dumps({"dependencies": [CLEAN, SKIPPED]}), "")
    assert status == 0
    assert lines[-1] == "NOT AUDITED: odd"


def test_a_service_that_knows_nothing_has_audited_nothing() -> None:
    status, lines = verdict(json.dumps({"dependencies": [SKIPPED]}), "")
    assert status == 0
    assert lines[0].startswith("0 of 1 packages audited")
    assert lines[1].startswith("NOT AUDITED: the advisory service")
