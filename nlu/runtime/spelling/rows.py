"""Sparse rows: of each text, the columns that it has and what they weigh."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


class Sparse(Protocol):
    """Rows in compressed form, as SciPy's `csr_matrix` has them too: row i has the columns
    `indices[indptr[i]:indptr[i + 1]]` with the values at the same places of `data`."""

    @property
    def indptr(self) -> npt.NDArray[np.int32]: ...

    @property
    def indices(self) -> npt.NDArray[np.int32]: ...

    @property
    def data(self) -> Floats: ...


@dataclass(frozen=True)
class Rows:
    """`Sparse` without SciPy; columns rise within a row."""

    indptr: npt.NDArray[np.int32]
    indices: npt.NDArray[np.int32]
    data: Floats

    def __len__(self) -> int:
        return len(self.indptr) - 1

    def take(self, places: Sequence[int]) -> Rows:
        """The rows at `places`, in that order."""
        spans = [(int(self.indptr[i]), int(self.indptr[i + 1])) for i in places]
        lengths = [0, *(end - start for start, end in spans)]
        none = np.zeros(0, np.int32)
        return Rows(
            np.cumsum(lengths, dtype=np.int32),
            np.concatenate([none, *(self.indices[a:b] for a, b in spans)]),
            np.concatenate([none.astype(np.float32), *(self.data[a:b] for a, b in spans)]),
        )

    def summed(self) -> Rows:
        """All rows added up to one."""
        columns, place = np.unique(self.indices, return_inverse=True)
        sums = np.bincount(place.ravel(), weights=self.data, minlength=len(columns))
        ends = np.array([0, len(columns)], np.int32)
        return Rows(ends, columns, sums.astype(np.float32))


def spans(rows: Sparse) -> Iterator[tuple[int, int]]:
    """Of each row, where it begins and ends in `indices` and `data`."""
    ends = rows.indptr.tolist()
    return pairwise(ends)
