"""Embeddings are kept by text, and what is damaged is made again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from encoding.cache import CachedEncoder
from encoding.encoder import frozen_encoder
from nlu.runtime.encoder.encoder import SentenceEncoder

TEXTS = ["где паспорт", "salom", "hello there", "где паспорт"]


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    """The encoder as it was published."""
    return frozen_encoder()


def test_what_is_kept_is_what_was_encoded(encoder: SentenceEncoder, tmp_path: Path) -> None:
    file = tmp_path / "embeddings.sqlite"

    first = CachedEncoder(encoder, file).encode(TEXTS)

    assert np.array_equal(first, encoder.encode(TEXTS))
    assert np.array_equal(first, CachedEncoder(encoder, file).encode(TEXTS))


def test_a_damaged_file_begins_anew(
    encoder: SentenceEncoder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "embeddings.sqlite"
    file.write_bytes(b"not a database, and long enough to be told from an empty one" * 100)

    assert np.array_equal(CachedEncoder(encoder, file).encode(TEXTS), encoder.encode(TEXTS))
    assert "damaged" in capsys.readouterr().err
