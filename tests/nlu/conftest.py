"""The lexicon is built once for all tests: it is read-only."""

import pytest

from nlu.keywords import Keywords
from nlu.lexicon import Lexicon, load


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load()


@pytest.fixture(scope="session")
def keywords(lexicon: Lexicon) -> Keywords:
    return Keywords(lexicon)
