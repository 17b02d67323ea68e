"""What the tests of the core share: the real flows, read once."""

import pytest

from flows.format.model import Library
from tests.kit import own
from tests.kit.dialogue import Dialogue


@pytest.fixture(scope="session")
def library() -> Library:
    """The flows that go live."""
    return own.library()


@pytest.fixture
def dialogue(library: Library) -> Dialogue:
    """A stranger, in front of the real flows."""
    return Dialogue(library)
