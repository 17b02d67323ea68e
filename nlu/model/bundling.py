"""From Rasa's archive to the bundle that needs no Rasa, and back.

python bundling.py write ARCHIVE FOLDER   # what training does at its end
python bundling.py archive FOLDER ARCHIVE # an archive without a training
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import repository  # noqa: F401 - nlu.runtime lies outside this folder
from fingerprint import CONFIG
from nlu.runtime.bundle import read_bundle, write_bundle


def bundle_archive(archive: Path, folder: Path) -> None:
    """Writes the bundle of a trained archive, named by the fingerprint that it is named by."""
    from encoding.encoder import ADAPTED, BASE
    from encoding.graph import skeleton
    from nlu.runtime.encoder.weights import read_encoder
    from serving.rasa_model import components

    graph = skeleton(read_encoder(BASE).shape)
    write_bundle(folder, archive.name.split(".")[0], components(archive), graph, ADAPTED)


def archive_bundle(folder: Path, archive: Path, config: Path = CONFIG) -> None:
    """Writes Rasa's archive of a bundle: what the components have learnt comes from there, and the
    graph from the configuration, as in a training. Imports TensorFlow."""
    from train import quiet_rasa

    bundle = read_bundle(folder)
    with quiet_rasa():
        from rasa.engine.recipes.recipe import Recipe
        from rasa.engine.storage.local_model_storage import LocalModelStorage
        from rasa.shared.core.domain import Domain
        from rasa.shared.data import TrainingType
        from rasa.shared.utils.io import read_config_file

        from components.store import write

        settings = read_config_file(config)
        recipe = Recipe.recipe_for_name(settings["recipe"])
        graphs = recipe.graph_config_for_recipe(settings, {}, TrainingType.NLU)
        with tempfile.TemporaryDirectory(prefix="helpline-model-") as name:
            storage = LocalModelStorage.create(Path(name))
            for node in graphs.predict_schema.nodes.values():
                if node.uses.__name__ in bundle.components and node.resource is not None:
                    write(storage, node.resource, bundle.components[node.uses.__name__].learnt)
            archive.parent.mkdir(parents=True, exist_ok=True)
            storage.create_model_package(archive, graphs, Domain.empty())


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Turn Rasa's archive into a bundle, or back.")
    parser.add_argument("what", choices=("write", "archive"))
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    options = parser.parse_args(arguments)
    turn = bundle_archive if options.what == "write" else archive_bundle
    turn(options.source, options.target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
