"""What the tests of the core share: the real flows, read once."""

import pytest

from flows.format.model import Library
from tests.flows.dialogue import Dialogue
from tests.kit import own


@pytest.fixture(scope="session")
def library() -> Library:
    """The flows that go live."""
    return own.library()


@pytest.fixture
def dialogue(library: Library) -> Dialogue:
    """A stranger, in front of the real flows."""
    return Dialogue(library)
