"""Both bots on the wire: the production code against the sandbox, on a real Redis."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.kit.console import Served, chromium, console_beside
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


@pytest.fixture
async def served(line: Line) -> AsyncIterator[Served]:
    """The console beside the bots, with the demo's way in."""
    async with console_beside(line.settings) as started:
        yield started


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """Chromium, without any page."""
    async with chromium() as started:
        yield started
