"""From the bundle to Rasa's archive and back: nothing is learnt, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bundling import archive_bundle, bundle_archive
from fingerprint import fingerprint, model_path
from nlu.runtime.bundle import BUNDLE, CONTENTS, FILES, read_bundle
from proof import different
from serving.rasa_model import Parser, components


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = model_path(fingerprint(), tmp_path_factory.mktemp("archive"))
    archive_bundle(BUNDLE, made)
    return made


def test_the_archive_holds_what_the_bundle_holds(archive: Path) -> None:
    held, bundled = components(archive), read_bundle().components

    assert list(held) == list(bundled)
    for name, one in held.items():
        assert one.settings == bundled[name].settings
        assert one.learnt.values == bundled[name].learnt.values
        assert sorted(one.learnt.arrays) == sorted(bundled[name].learnt.arrays)
        for key, array in one.learnt.arrays.items():
            assert np.array_equal(array, bundled[name].learnt.arrays[key]), key


def test_rasa_loads_it_and_understands(archive: Path) -> None:
    parsed = Parser(archive).parse("зарплату не платят третий месяц что делать")

    assert parsed["intent"]["name"] == "ask_unpaid_wages"


def test_the_bundle_of_it_is_the_same_to_the_byte(archive: Path, tmp_path: Path) -> None:
    bundle_archive(archive, tmp_path)

    for name in (CONTENTS, *FILES):
        assert (tmp_path / name).read_bytes() == (BUNDLE / name).read_bytes(), name


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        ({}, False),
        ({"intent": {"name": "ask_police"}}, True),
        ({"urgency": {"score": 0.5, "urgent": True}}, True),
        ({"locale": {"name": None}}, True),
        ({"signal": {"name": "later"}}, True),
        ({"urgency": {"score": 0.509, "urgent": False}}, False),
        ({"urgency": {"score": 0.52, "urgent": False}}, True),
    ],
)
def test_what_counts_as_another_answer(change: dict[str, object], counts: bool) -> None:
    parse = {
        "intent": {"name": "greet"},
        "urgency": {"score": 0.5, "urgent": False},
        "locale": {"name": "ru"},
        "signal": {"name": None},
    }

    assert different(parse, {**parse, **change}) is counts
