"""The encoder as a graph for ONNX Runtime, with weights of seven and of eight bits.

A message waits for memory more than for sums: each reads all weights, so small ones are fast.

- Most products take a scale a column, and seven bits: processors without VNNI add two products
  of eight bits in sixteen and may overflow. With seven, vectors are the same everywhere.
- What comes of the inner layer has single numbers far beyond the rest, which a common scale would
  round away. Its matrix has a scale for 128 numbers, and so has what it is multiplied with.

What is multiplied gets its scale from the text itself, so texts never share a run.
"""

from __future__ import annotations

from typing import Dict, List, Mapping

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from adaptation.weights import EncoderFile

INPUT, OUTPUT = "words", "mean"
MATRICES = ("q", "k", "v", "ao", "fi", "fo")
VECTORS = ("q.b", "k.b", "v.b", "ao.b", "fi.b", "fo.b", "aln.w", "aln.b", "oln.w", "oln.b")

_OPSET = 18
_IR = 9
_FUSED = "com.microsoft"  # ONNX Runtime's own operators: a whole attention, a sum with its norm
_SEVEN_BITS = 63
_EIGHT_BITS = 127
_BLOCK = 128


def encoder_graph(file: EncoderFile, learnt: Mapping[str, np.ndarray]) -> ModelProto:
    """From `INPUT`, word vectors with their places (1, tokens, hidden), to `OUTPUT`, the mean of
    the last layer (1, hidden). `learnt` as in `components.engine.Engine`."""
    graph = _Graph(file, learnt)
    shape = file.shape
    state = graph.norm(INPUT, "emb.ln")
    for number in range(shape.layers):
        state = graph.layer(f"l{number}.", state)
    graph.node("ReduceMean", [state, graph.put("axes", np.array([1]))], OUTPUT, keepdims=0)
    taken = helper.make_tensor_value_info(INPUT, TensorProto.FLOAT, [1, "tokens", shape.hidden])
    given = helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, [1, shape.hidden])
    return helper.make_model(
        helper.make_graph(graph.nodes, "encoder", [taken], [given], graph.numbers),
        opset_imports=[helper.make_opsetid("", _OPSET), helper.make_opsetid(_FUSED, 1)],
        ir_version=_IR,
    )


class _Graph:
    """Collects nodes and weights; what a method returns is the name of its result."""

    def __init__(self, file: EncoderFile, learnt: Mapping[str, np.ndarray]) -> None:
        self.nodes: List[NodeProto] = []
        self.numbers: List[TensorProto] = []
        self._file = file
        self._learnt = learnt
        self._fused: Dict[str, object] = {"domain": _FUSED, "epsilon": file.shape.epsilon}

    def layer(self, name: str, state: str) -> str:
        """Attention and the inner layer, each followed by a sum with what came in, and a norm."""
        parts = [f"{name}{part}" for part in ("query", "key", "value")]
        asked = np.vstack([self._matrix(f"{name}{part}") for part in "qkv"])
        biases = np.hstack([self._vector(f"{name}{part}.b") for part in "qkv"])
        together = self._coarse(state, f"{name}qkv", asked)
        self.node("Split", [together], *parts, axis=2, num_outputs=len(parts))
        heed = self.node(
            "MultiHeadAttention",
            [*parts, self.put(f"{name}qkv.b", biases)],
            f"{name}heed",
            domain=_FUSED,
            num_heads=self._file.shape.heads,
        )
        context = self._coarse(heed, f"{name}ao", self._matrix(f"{name}ao"))
        state = self._add(context, state, f"{name}ao.b", f"{name}aln")
        inner = self._coarse(state, f"{name}fi", self._matrix(f"{name}fi"))
        bias = self.put(f"{name}fi.b", self._vector(f"{name}fi.b"))
        inner = self.node("BiasGelu", [inner, bias], f"{name}gelu", domain=_FUSED)
        out = self._fine(inner, f"{name}fo", self._matrix(f"{name}fo"))
        return self._add(out, state, f"{name}fo.b", f"{name}oln")

    def norm(self, state: str, name: str) -> str:
        """A norm alone."""
        weights = [self.put(f"{name}.{part}", self._vector(f"{name}.{part}")) for part in "wb"]
        epsilon = self._file.shape.epsilon
        return self.node("LayerNormalization", [state, *weights], f"{name}.out", epsilon=epsilon)

    def node(self, kind: str, takes: List[str], *gives: str, **settings: object) -> str:
        """Adds a node; returns the name of its first result."""
        self.nodes.append(helper.make_node(kind, takes, list(gives), **settings))
        return gives[0]

    def put(self, name: str, array: np.ndarray) -> str:
        """Adds weights."""
        self.numbers.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def _add(self, one: str, other: str, bias: str, norm: str) -> str:
        names = (f"{norm}.w", f"{norm}.b", bias)
        weights = [self.put(name, self._vector(name)) for name in names]
        takes = [one, other, *weights]
        return self.node("SkipLayerNormalization", takes, f"{norm}.out", **self._fused)

    def _coarse(self, state: str, name: str, matrix: np.ndarray) -> str:
        columns = matrix.T
        scale = np.maximum(np.abs(columns).max(axis=0), 1e-9) / np.float32(_SEVEN_BITS)
        takes = [
            state,
            self.put(name, np.rint(columns / scale).astype(np.int8)),
            self.put(f"{name}.scale", scale),
        ]
        return self.node("DynamicQuantizeMatMul", takes, f"{name}.out", domain=_FUSED)

    def _fine(self, state: str, name: str, matrix: np.ndarray) -> str:
        blocks = matrix.reshape(len(matrix), -1, _BLOCK)
        scale = np.maximum(np.abs(blocks).max(axis=2), 1e-9) / np.float32(_EIGHT_BITS)
        numbers = np.rint(blocks / scale[..., None]) + (_EIGHT_BITS + 1)
        takes = [
            state,
            self.put(name, numbers.astype(np.uint8)),
            self.put(f"{name}.scale", scale.ravel()),
        ]
        rows, columns = matrix.shape
        return self.node(
            "MatMulNBits",
            takes,
            f"{name}.out",
            domain=_FUSED,
            K=columns,
            N=rows,
            bits=8,
            block_size=_BLOCK,
            accuracy_level=4,  # what it is multiplied with gets eight bits too
        )

    def _matrix(self, name: str) -> np.ndarray:
        """(rows, columns) as in the file, with what was learnt."""
        shape = self._file.shape
        columns = shape.inner if name.endswith("fo") else shape.hidden
        matrix = self._file.matrix(f"{name}.w", columns)
        if f"{name}.up" in self._learnt:
            up, down = (self._learnt[f"{name}.{side}"] for side in ("up", "down"))
            matrix += up.astype(np.float32) @ down.astype(np.float32)
        return matrix

    def _vector(self, name: str) -> np.ndarray:
        found = self._learnt.get(name)
        return self._file.vector(name) if found is None else found.astype(np.float32)
