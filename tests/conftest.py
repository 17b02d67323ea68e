"""Shared by all tests."""

import gc

import pytest
from hypothesis import settings

# The same examples in every run: a red run is then a fault of the change, not of the day.
settings.register_profile("helpline", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("helpline")


def pytest_sessionstart() -> None:
    """Let imports and collection, which leave no garbage, be looked through by no collector."""
    gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Let it look at what tests make alone: at all that collection has made a look takes half a
    second, and there were forty in `make quick`, a ninth of its processor time."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()
