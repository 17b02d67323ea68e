"""Both bots on the wire: the production code against the sandbox, on a real Redis."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.kit.wire import Line, running

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests of this folder are `wire`."""
    for item in items:
        if item.path.parent == HERE:
            item.add_marker("wire")


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    """A helpline without rate limits."""
    async with running() as started:
        yield started
