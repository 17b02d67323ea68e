"""The use cases without Telegram."""

from collections.abc import AsyncIterator

import pytest

from bot.clock import SettableClock
from tests.kit.constants import NOW
from tests.kit.helpline import Helpline, open_helpline


@pytest.fixture
async def helpline() -> AsyncIterator[Helpline]:
    """A helpline without operators."""
    async with open_helpline(SettableClock(NOW)) as built:
        yield built
