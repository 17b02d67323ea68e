"""Messages of signals: how they are read, and that a head learns from them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from checks import check
from learning.fitting import Penalty, Rows
from learning.heads import learn_signals
from nlu.runtime.heads.meaning import Read, Seen
from nlu.runtime.heads.signal import NONE, SignalHead
from preparation.read import DataError
from preparation.signals import read_signals

TOLD = """he_comes:
- собаки лают во дворе
none:
- третий этаж
"""


def write(folder: Path, content: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "ru.yml").write_text(content, encoding="utf-8")
    return folder


def test_each_message_has_its_signal_and_place(tmp_path: Path) -> None:
    dogs, floor = read_signals(write(tmp_path, TOLD))

    assert (dogs.text, dogs.signal, dogs.locale) == ("собаки лают во дворе", "he_comes", "ru")
    assert (floor.signal, floor.place) == (NONE, f"{tmp_path / 'ru.yml'}:4")


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ("he_dances:\n- раз\n", "1: no signal he_dances"),
        ("none: третий этаж\n", "1: signals, each with a list"),
        ("none:\n- []\n", "2: a message is a line"),
        ("none: [", "not YAML"),
        ("", "1: signals, each with a list"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, content: str, where: str) -> None:
    with pytest.raises(DataError, match=where):
        read_signals(write(tmp_path, content))


def test_a_message_stands_there_once(tmp_path: Path) -> None:
    write(tmp_path / "signals", TOLD + "- Собаки лают во дворе\n")

    (found,) = check(tmp_path / "data", tmp_path / "tests", False, tmp_path / "development")

    assert found.what == f"the same text as {tmp_path / 'signals' / 'ru.yml'}:2"


def test_what_is_learnt_is_told_again_also_from_storage() -> None:
    rng = np.random.default_rng(5)
    labels = np.array(["he_comes", "later", NONE])[rng.integers(0, 3, 300)]
    told = ((labels[:, None] == np.unique(labels)) + rng.normal(0, 0.3, (300, 3))).astype("f4")
    rows = Rows(told, csr_matrix(np.round(told).clip(0)), labels, labels)

    head = learn_signals(rows, Penalty(1.0))
    again = SignalHead.of({}, head.learnt())

    own = csr_matrix(np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]))
    for number, name in enumerate(("he_comes", None)):
        seen = Seen(own[number].toarray().astype("f4"), own[number])
        answer = again.answer(Read(seen, seen, None))
        assert answer == head.answer(Read(seen, seen, None))
        assert answer["name"] == name
        assert answer["confidence"] > 0.5
