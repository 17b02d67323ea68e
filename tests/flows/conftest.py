"""What the tests of the core share: the real flows, read once."""

import pytest
from hypothesis import settings

from flows.load import load
from flows.model import Library
from tests.flows.dialogue import Dialogue

settings.register_profile("core", deadline=None)  # a busy machine is no fault of the core's
settings.load_profile("core")


@pytest.fixture(scope="session")
def library() -> Library:
    """The flows that go live."""
    return load()


@pytest.fixture
def dialogue(library: Library) -> Dialogue:
    """A stranger, in front of the real flows."""
    return Dialogue(library)
