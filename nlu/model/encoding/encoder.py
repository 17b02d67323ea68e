"""The encoder of this project's own folder: as it was published, and as adaptation left it."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np

from encoding.graph import skeleton
from nlu.runtime.encoder.encoder import SentenceEncoder, base_path, encoder_name
from nlu.runtime.encoder.layers import read_adapted
from nlu.runtime.encoder.weights import read_encoder

BASE = base_path()
ADAPTED = Path(__file__).resolve().parent.parent / "adapted"

_lock = threading.Lock()
_shared: SentenceEncoder | None = None


def frozen_encoder() -> SentenceEncoder:
    """The encoder as it was published, for comparison."""
    return _encoder(None, encoder_name())


def adapted_encoder(folder: Path = ADAPTED) -> SentenceEncoder:
    """The encoder with what was learnt. Raises `WrongBase` if it doesn't fit the wheel."""
    adapted = read_adapted(folder)
    return _encoder(adapted.arrays(read_encoder(BASE)), encoder_name(adapted.layers))


def _encoder(learnt: dict[str, np.ndarray] | None, name: str) -> SentenceEncoder:
    file = read_encoder(BASE)
    return SentenceEncoder(file, skeleton(file.shape), learnt, name)


def shared_encoder() -> SentenceEncoder:
    """The process's one adapted encoder, loaded at first use."""
    global _shared
    with _lock:
        if _shared is None:
            _shared = adapted_encoder()
        return _shared
