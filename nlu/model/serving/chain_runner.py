"""Runs the nodes of a parsing graph, which is a chain: each is fed by the one before."""

from __future__ import annotations

from typing import Any

from rasa.engine.constants import PLACEHOLDER_MESSAGE
from rasa.engine.graph import ExecutionContext, GraphNode, GraphNodeHook, GraphSchema
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.storage import ModelStorage


class ChainRunner(DaskGraphRunner):
    """Rasa's nodes, called in their order. Dask plans that order anew for each message and writes
    the message into a line for the log, even if no log is kept: a quarter of a millisecond."""

    def __init__(
        self,
        graph_schema: GraphSchema,
        model_storage: ModelStorage,
        execution_context: ExecutionContext,
        hooks: list[GraphNodeHook] | None = None,
    ) -> None:
        super().__init__(graph_schema, model_storage, execution_context, hooks)
        self._chain = self._in_order(graph_schema)

    def run(
        self,
        inputs: dict[str, Any] | None = None,
        targets: list[str] | None = None,
    ) -> dict[str, Any]:
        """The last node's output by its name; `inputs` are messages under Rasa's placeholder."""
        given = PLACEHOLDER_MESSAGE, (inputs or {})[PLACEHOLDER_MESSAGE]
        for node in self._chain:
            given = node(given)
        return dict([given])

    def _in_order(self, schema: GraphSchema) -> list[GraphNode]:
        feeds = {need: name for name, one in schema.nodes.items() for need in one.needs.values()}
        chain: list[GraphNode] = []
        place = feeds.get(PLACEHOLDER_MESSAGE)
        while place is not None:
            chain.append(self._instantiated_nodes[place])
            place = feeds.get(place)
        if len(chain) != len(schema.nodes):
            raise ValueError("this graph is no chain")
        return chain
