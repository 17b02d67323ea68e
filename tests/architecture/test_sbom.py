"""A bill of materials is what the lock installs, and says of each where it comes from."""

import copy
from typing import Any

import pytest

from scripts.sbom import faults

REQUIREMENTS = "aiohttp==3.9.1 \\\n    --hash=sha256:00\nmsgspec==0.19.0 ; python_version < '4'\n"
BILL: dict[str, Any] = {
    "bomFormat": "CycloneDX",
    "specVersion": "1.5",
    "components": [
        {"name": "aiohttp", "version": "3.9.1", "purl": "pkg:pypi/aiohttp@3.9.1"},
        {"name": "msgspec", "version": "0.19.0", "purl": "pkg:pypi/msgspec@0.19.0"},
    ],
}


def test_each_locked_package_is_in_it() -> None:
    assert faults(BILL, REQUIREMENTS) == []


def changed(**first: str) -> dict[str, Any]:
    bill = copy.deepcopy(BILL)
    bill["components"][0].update(first)
    return bill


@pytest.mark.parametrize(
    ("bill", "said"),
    [
        ([], ["it isn't CycloneDX 1.5"]),
        ({**BILL, "specVersion": "1.2"}, ["it isn't CycloneDX 1.5"]),
        ({**BILL, "components": BILL["components"][1:]}, ["aiohttp 3.9.1 is missing"]),
        (
            changed(version="3.9.0", purl="pkg:pypi/aiohttp@3.9.0"),
            ["aiohttp 3.9.1 is missing", "aiohttp 3.9.0 isn't installed"],
        ),
        (changed(purl="pkg:npm/aiohttp@3.9.1"), ["aiohttp has no address"]),
    ],
)
def test_what_is_missing_or_too_much_is_told(bill: Any, said: list[str]) -> None:
    assert faults(bill, REQUIREMENTS) == said


def test_an_empty_lock_is_no_bill() -> None:
    assert faults({**BILL, "components": []}, "") == ["nothing is locked"]
