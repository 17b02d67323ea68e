"""Writes what adaptation leaves behind: narrow matrices, biases, norms.

`nlu.runtime.encoder.layers` reads it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from nlu.runtime.encoder.layers import LAYERS, NOTES, Adapted, file_sha256, read_adapted
from nlu.runtime.encoder.weights import EncoderFile
from nlu.runtime.learnt import read_json


def read_notes(folder: Path) -> dict[str, Any]:
    """All that is told of what was learnt."""
    return read_json(folder / NOTES)


def write_artefact(
    folder: Path, base: EncoderFile, learnt: Mapping[str, np.ndarray], notes: Mapping[str, Any]
) -> Adapted:
    """Writes the two files; `notes` go into the JSON as well."""
    folder.mkdir(parents=True, exist_ok=True)
    kept: dict[str, Any] = {
        name: array.astype(np.float16 if array.ndim == 2 else np.float32)
        for name, array in learnt.items()
    }
    np.savez_compressed(folder / LAYERS, **kept)
    hashes = {
        "base_sha256": file_sha256(base.path),
        "layers_sha256": file_sha256(folder / LAYERS),
    }
    content = json.dumps({**hashes, **notes}, indent=1, ensure_ascii=False)
    (folder / NOTES).write_text(content + "\n", encoding="utf-8")
    return read_adapted(folder)
