"""What adaptation leaves behind: narrow matrices, biases, norms, and the heads they learnt with.

`layers.npz` holds the arrays, the matrices in half precision. `layers.json` tells which base
they belong to, so a mix-up is an error and never a slightly different encoder.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Mapping

import numpy as np

from adaptation.weights import EncoderFile

LAYERS = "layers.npz"
NOTES = "layers.json"


class WrongBase(ValueError):
    """The encoder's file is not the one that was adapted, or the artefact is damaged."""


@dataclass(frozen=True)
class Adapted:
    """A folder with the artefact; both hashes are SHA-256: of the base file, of the layers."""

    folder: Path
    base: str
    layers: str

    def arrays(self, base: EncoderFile) -> Dict[str, np.ndarray]:
        """What was learnt, by name, for `base`. Raises `WrongBase`."""
        if sha256(base.content) != self.base:
            raise WrongBase(
                f"{self.folder / LAYERS} was made for another version of the encoder: "
                "install the locked packages (uv sync --frozen), or adapt again (adapt.py)"
            )
        file = self.folder / LAYERS
        if sha256(file.read_bytes()) != self.layers:
            raise WrongBase(f"{file} is damaged: take it from the repository anew")
        with np.load(file, allow_pickle=False) as found:
            return {name: found[name] for name in found.files}


def read_artefact(folder: Path) -> Adapted:
    """Reads the notes beside the layers; cheap, as nothing is loaded."""
    notes = read_notes(folder)
    return Adapted(folder, notes["base_sha256"], notes["layers_sha256"])


def read_notes(folder: Path) -> Dict[str, Any]:
    """All that is told of the artefact."""
    return dict(json.loads((folder / NOTES).read_text(encoding="utf-8")))


def write_artefact(
    folder: Path, base: EncoderFile, learnt: Mapping[str, np.ndarray], notes: Mapping[str, Any]
) -> Adapted:
    """Writes the two files; `notes` go into the JSON as well."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = {
        name: array.astype(np.float16 if array.ndim == 2 else np.float32)
        for name, array in learnt.items()
    }
    np.savez_compressed(folder / LAYERS, **kept)
    hashes = {
        "base_sha256": sha256(base.content),
        "layers_sha256": sha256((folder / LAYERS).read_bytes()),
    }
    content = json.dumps({**hashes, **notes}, indent=1, ensure_ascii=False)
    (folder / NOTES).write_text(content + "\n", encoding="utf-8")
    return read_artefact(folder)


def sha256(content: Any) -> str:
    """Of bytes or of a mapped file, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
