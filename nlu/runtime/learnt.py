"""What a part of the pipeline has learnt, as plain values: no pickle, so it can run no code."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Arrays = dict[str, npt.NDArray[Any]]

VALUES = "learnt.json"
ARRAYS = "learnt.npz"


@dataclass(frozen=True)
class Learnt:
    """`values`: names and single numbers, as JSON has them; `arrays`: the rest, by name."""

    values: dict[str, Any] = field(default_factory=dict)
    arrays: Arrays = field(default_factory=dict)


def write(folder: Path, learnt: Learnt) -> None:
    """Writes two files; the same content gives the same bytes."""
    write_json(folder / VALUES, learnt.values)
    write_arrays(folder / ARRAYS, learnt.arrays)


def read(folder: Path) -> Learnt:
    """Reads what `write` has written. Raises `OSError` and `ValueError`."""
    return Learnt(read_json(folder / VALUES), read_arrays(folder / ARRAYS))


def write_json(path: Path, values: dict[str, Any]) -> None:
    """Write JSON with one value a line where it can be, so that a difference can be read."""
    text = json.dumps(values, indent=1, ensure_ascii=False, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")


def read_json(path: Path) -> dict[str, Any]:
    """Raises `OSError` and `ValueError`."""
    return dict(json.loads(path.read_text(encoding="utf-8")))


def write_arrays(path: Path, arrays: Arrays) -> None:
    """A compressed npz without dates."""
    with path.open("wb") as file:
        ordered: dict[str, Any] = {name: arrays[name] for name in sorted(arrays)}
        np.savez_compressed(file, **ordered)


def read_arrays(path: Path) -> Arrays:
    """Raises `OSError` and `ValueError`."""
    with np.load(path, allow_pickle=False) as found:
        return {name: found[name] for name in found.files}
