"""Hypothesis's state machines over asyncio: one loop from a machine's begin to its end."""

import asyncio
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from typing import Any, TypeVar

from hypothesis.stateful import RuleBasedStateMachine

T = TypeVar("T")


class AsyncMachine(RuleBasedStateMachine):
    """A machine whose rules await. `stack`: what is to be taken down at its end."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.stack = AsyncExitStack()

    def does(self, work: Coroutine[Any, Any, T]) -> T:
        """Do one thing to its end."""
        return self.runner.run(work)

    def teardown(self) -> None:
        """Take everything down."""
        self.does(self.stack.aclose())
        self.runner.close()
