"""The lexicon is built once for all tests: it is read-only."""

import pytest

from nlu.keywords import Keywords
from tests.kit import own


@pytest.fixture(scope="session")
def keywords() -> Keywords:
    return own.keywords()
