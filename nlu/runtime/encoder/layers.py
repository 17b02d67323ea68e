"""What adaptation has learnt (docs/decisions/0013): narrow matrices, biases, norms.

`layers.npz` holds the arrays, the matrices in half precision. `layers.json` tells which base
they belong to, so a mix-up is an error and never a slightly different encoder.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from nlu.runtime.encoder.weights import EncoderFile
from nlu.runtime.learnt import Arrays, read_arrays, read_json

LAYERS = "layers.npz"
NOTES = "layers.json"
_CHUNK = 1 << 20


class WrongBase(ValueError):
    """The encoder's file is not the one that was adapted, or what was learnt is damaged."""


@dataclass(frozen=True)
class Adapted:
    """A folder with both files; both hashes are SHA-256: of the base file, of the layers."""

    folder: Path
    base: str
    layers: str

    def arrays(self, base: EncoderFile) -> Arrays:
        """The learnt arrays, by name, for `base`. Raises `WrongBase`."""
        if file_sha256(base.path) != self.base:
            raise WrongBase(
                f"{self.folder / LAYERS} was made for another version of the encoder: "
                "install the locked packages (uv sync --frozen), or adapt again (adapt.py)"
            )
        file = self.folder / LAYERS
        if file_sha256(file) != self.layers:
            raise WrongBase(f"{file} is damaged: take it from the repository anew")
        return read_arrays(file)


def read_adapted(folder: Path) -> Adapted:
    """Reads the notes beside the layers; cheap, as nothing is loaded."""
    notes = read_json(folder / NOTES)
    return Adapted(folder, notes["base_sha256"], notes["layers_sha256"])


def file_sha256(path: Path) -> str:
    """In hexadecimal. Read a piece at a time: a mapped file would count as the process's memory."""
    digest = hashlib.sha256()
    for piece in _pieces(path):
        digest.update(piece)
    return digest.hexdigest()


def _pieces(path: Path) -> Iterable[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            yield piece
