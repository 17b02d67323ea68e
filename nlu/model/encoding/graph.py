"""The encoder as a graph for ONNX Runtime, without its weights: `nlu.runtime` fills them in.

What is multiplied gets its scale from the text itself, so texts never share a run.
"""

from __future__ import annotations

import numpy as np
from onnx import NodeProto, TensorProto, helper, numpy_helper

from nlu.runtime.encoder.engine import INPUT, OUTPUT
from nlu.runtime.encoder.initializers import BLOCK, SCALE
from nlu.runtime.encoder.weights import Shape

_OPSET = 18
_IR = 9
_FUSED = "com.microsoft"  # ONNX Runtime's own operators: a whole attention, a sum with its norm
_ELSEWHERE = "initializers"  # no file: ONNX Runtime is given the weights before it looks for it


def skeleton(shape: Shape) -> bytes:
    """The graph from `INPUT` to `OUTPUT`, as `nlu.runtime.encoder.engine.Engine` takes it."""
    graph = _Graph(shape)
    state = graph.norm(INPUT, "emb.ln")
    for number in range(shape.layers):
        state = graph.layer(f"l{number}.", state)
    graph.node("ReduceMean", [state, graph.axes()], OUTPUT, keepdims=0)
    taken = helper.make_tensor_value_info(INPUT, TensorProto.FLOAT, [1, "tokens", shape.hidden])
    given = helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, [1, shape.hidden])
    model = helper.make_model(
        helper.make_graph(graph.nodes, "encoder", [taken], [given], graph.numbers),
        opset_imports=[helper.make_opsetid("", _OPSET), helper.make_opsetid(_FUSED, 1)],
        ir_version=_IR,
    )
    return bytes(model.SerializeToString(deterministic=True))


class _Graph:
    """Collects nodes and places for weights; what a method returns is the name of its result."""

    def __init__(self, shape: Shape) -> None:
        self.nodes: list[NodeProto] = []
        self.numbers: list[TensorProto] = []
        self._shape = shape
        self._fused: dict[str, object] = {"domain": _FUSED, "epsilon": shape.epsilon}

    def layer(self, name: str, state: str) -> str:
        """Attention and the inner layer, each followed by a sum with what came in, and a norm."""
        hidden, inner = self._shape.hidden, self._shape.inner
        parts = [f"{name}{part}" for part in ("query", "key", "value")]
        together = self._coarse(state, f"{name}qkv", (hidden, 3 * hidden))
        self.node("Split", [together], *parts, axis=2, num_outputs=len(parts))
        heed = self.node(
            "MultiHeadAttention",
            [*parts, self._floats(f"{name}qkv.b", 3 * hidden)],
            f"{name}heed",
            domain=_FUSED,
            num_heads=self._shape.heads,
        )
        context = self._coarse(heed, f"{name}ao", (hidden, hidden))
        state = self._add(context, state, f"{name}ao.b", f"{name}aln")
        wide = self._coarse(state, f"{name}fi", (hidden, inner))
        bias = self._floats(f"{name}fi.b", inner)
        wide = self.node("BiasGelu", [wide, bias], f"{name}gelu", domain=_FUSED)
        out = self._fine(wide, f"{name}fo", (inner, hidden))
        return self._add(out, state, f"{name}fo.b", f"{name}oln")

    def norm(self, state: str, name: str) -> str:
        """A norm alone."""
        weights = [self._floats(f"{name}.{part}", self._shape.hidden) for part in "wb"]
        epsilon = self._shape.epsilon
        return self.node("LayerNormalization", [state, *weights], f"{name}.out", epsilon=epsilon)

    def node(self, kind: str, takes: list[str], *gives: str, **settings: object) -> str:
        """Adds a node; returns the name of its first result."""
        self.nodes.append(helper.make_node(kind, takes, list(gives), **settings))
        return gives[0]

    def axes(self) -> str:
        """A number of the graph itself: along the tokens."""
        self.numbers.append(numpy_helper.from_array(np.array([1]), "axes"))
        return "axes"

    def _floats(self, name: str, *dimensions: int) -> str:
        return self._place(name, TensorProto.FLOAT, dimensions)

    def _place(self, name: str, kind: int, dimensions: tuple[int, ...]) -> str:
        """Where weights belong that come from elsewhere."""
        tensor = TensorProto(name=name, data_type=kind, dims=dimensions)
        tensor.data_location = TensorProto.EXTERNAL
        tensor.external_data.add(key="location", value=_ELSEWHERE)
        self.numbers.append(tensor)
        return name

    def _add(self, one: str, other: str, bias: str, norm: str) -> str:
        names = (f"{norm}.w", f"{norm}.b", bias)
        weights = [self._floats(name, self._shape.hidden) for name in names]
        takes = [one, other, *weights]
        return self.node("SkipLayerNormalization", takes, f"{norm}.out", **self._fused)

    def _coarse(self, state: str, name: str, size: tuple[int, int]) -> str:
        takes = [
            state,
            self._place(name, TensorProto.INT8, size),
            self._floats(f"{name}{SCALE}", size[1]),
        ]
        return self.node("DynamicQuantizeMatMul", takes, f"{name}.out", domain=_FUSED)

    def _fine(self, state: str, name: str, size: tuple[int, int]) -> str:
        columns, rows = size
        takes = [
            state,
            self._place(name, TensorProto.UINT8, (rows, columns // BLOCK, BLOCK)),
            self._floats(f"{name}{SCALE}", rows * columns // BLOCK),
        ]
        return self.node(
            "MatMulNBits",
            takes,
            f"{name}.out",
            domain=_FUSED,
            K=columns,
            N=rows,
            bits=8,
            block_size=BLOCK,
            accuracy_level=4,  # what it is multiplied with gets eight bits too
        )
