"""Loads a trained model through Rasa's own loader and runs one message through it.

Rasa's archive names every class that trained it; naming is importing, and that pulls in
TensorFlow, a web framework and a dozen chat channels (500 MB, ten seconds) of which parsing
uses nothing. So the archive is read with those nodes left out: what remains are the five
components of the pipeline, run by Rasa's own graph runner.
"""

from __future__ import annotations

import os
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import repository  # noqa: F401 - nlu.runtime lies outside this folder
from nlu.runtime.serving.threads import one_thread

os.environ["RASA_TELEMETRY_ENABLED"] = "false"  # whatever the machine says
one_thread()
warnings.filterwarnings("ignore", category=DeprecationWarning)

import numpy as np  # noqa: E402
import rasa.shared.utils.io  # noqa: E402
from rasa.engine.constants import PLACEHOLDER_MESSAGE  # noqa: E402
from rasa.engine.loader import load_predict_graph_runner  # noqa: E402
from rasa.engine.storage.local_model_storage import (  # noqa: E402
    MODEL_ARCHIVE_METADATA_FILE,
    LocalModelStorage,
)
from rasa.engine.storage.storage import ModelMetadata  # noqa: E402
from rasa.shared.nlu.constants import TEXT  # noqa: E402
from rasa.shared.nlu.training_data.message import Message  # noqa: E402

from components.store import read  # noqa: E402
from encoding.encoder import shared_encoder  # noqa: E402
from nlu.runtime.bundle import Component  # noqa: E402
from nlu.runtime.heads.meaning import Meaning  # noqa: E402
from serving.chain_runner import ChainRunner  # noqa: E402

_OURS = "components."


class ParsingStorage(LocalModelStorage):
    """Rasa's storage, reading from the archive only the nodes that parse."""

    @staticmethod
    def _load_metadata(directory: Path) -> ModelMetadata:
        content = rasa.shared.utils.io.read_json_file(directory / MODEL_ARCHIVE_METADATA_FILE)
        nodes, last = _parsing_nodes(content["predict_schema"]["nodes"])
        content.update(predict_schema={"nodes": nodes}, train_schema={"nodes": {}}, nlu_target=last)
        return ModelMetadata.from_dict(content)


def _parsing_nodes(nodes: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """The pipeline's own nodes, the first fed by the message itself, and the last one's name."""
    ours = {name: node for name, node in nodes.items() if node["uses"].startswith(_OURS)}
    for node in ours.values():
        if node["needs"]["messages"] not in ours:
            node["needs"] = {"messages": PLACEHOLDER_MESSAGE}
    fed = {node["needs"]["messages"] for node in ours.values()}
    (last,) = (name for name in ours if name not in fed)
    return ours, last


def components(archive: Path) -> dict[str, Component]:
    """What each component of an archive has learnt, and its settings in full, by its name."""
    with tempfile.TemporaryDirectory(prefix="helpline-model-") as folder:
        storage, metadata = ParsingStorage.from_model_archive(Path(folder), archive)
        return {
            node.uses.__name__: Component(
                {**node.uses.get_default_config(), **node.config}, read(storage, node.resource)
            )
            for node in metadata.predict_schema.nodes.values()
        }


class Parser:
    """One loaded model. Several threads may share it: Rasa's graph runner and the components only
    read what was loaded, and the encoder runs without Python's lock."""

    def __init__(self, path: Path) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="helpline-model-")
        metadata, runner = load_predict_graph_runner(
            Path(self._folder.name), path, ParsingStorage, ChainRunner
        )
        self._runner = runner
        self._target = metadata.nlu_target
        featurizer = components(path)["SentenceFeaturizer"]
        self._meaning = Meaning.of(featurizer.settings, featurizer.learnt)
        self.fingerprint = path.name.split(".")[0]
        self._folder.cleanup()  # each component has read its part by now

    def parse(self, text: str) -> dict[str, Any]:
        """Rasa's shape of a parsed message, with `urgency` and `locale` beside it."""
        return self.parse_all([text])[0]

    def parse_all(self, texts: list[str]) -> list[dict[str, Any]]:
        """As `parse`, one after the other."""
        messages = [Message({TEXT: text}) for text in texts]
        try:
            results = self._runner.run({PLACEHOLDER_MESSAGE: messages}, [self._target])
        finally:
            # The encoder remembers texts while windows are chosen; from here on they are others'.
            shared_encoder().forget()
        return [message.as_dict(only_output_properties=True) for message in results[self._target]]

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """As `nlu.runtime.heads.meaning.Meaning.vectors`."""
        try:
            return self._meaning.vectors(texts, shared_encoder())
        finally:
            shared_encoder().forget()
