"""The lexicon is built once for all tests: it is read-only."""

import pytest

from nlu.keywords import Keywords
from nlu.keywords.lexicon import Lexicon
from tests.kit import own


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return own.lexicon()


@pytest.fixture(scope="session")
def keywords() -> Keywords:
    return own.keywords()
