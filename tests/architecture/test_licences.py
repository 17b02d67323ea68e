"""Nothing is built upon that may not be shipped with it."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def licences() -> ModuleType:
    spec = importlib.util.spec_from_file_location("licences", ROOT / "scripts" / "licences.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.process
@pytest.mark.parametrize(
    "environment", ["The bots", pytest.param("The model", marks=pytest.mark.rasa)]
)
def test_everything_is_on_the_allow_list(licences: ModuleType, environment: str) -> None:
    found = licences.installed(licences.ENVIRONMENTS[environment])
    assert len(found) > 30, "there is something to look at"
    assert licences.refused(found) == []
    told = licences.LIST.read_text(encoding="utf-8").partition(f"## {environment}\n")[2]
    assert all(f"| {one['Name']} |" in told for one in found), "make licences writes it anew"


def test_another_licence_would_be_refused(licences: ModuleType) -> None:
    strange = [
        {"Name": "a", "License": "GNU Affero General Public License v3"},
        {"Name": "b", "License": "UNKNOWN"},
        {"Name": "c", "License": "GPL-3.0 OR MIT"},
    ]
    assert [line.split(":")[0] for line in licences.refused(strange)] == ["a", "b"]
