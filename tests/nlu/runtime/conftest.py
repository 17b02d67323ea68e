"""The bundle is loaded once for all tests: it is read-only."""

import pytest

from nlu.runtime.parser import Parser


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser.from_folder()
