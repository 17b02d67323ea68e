"""Shared by all tests."""

import gc

import pytest
from hypothesis import settings

# The same examples in every run: a red run is then a fault of the change, not of the day.
settings.register_profile("helpline", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("helpline")


def pytest_sessionstart() -> None:
    """Let no collector look through imports and collection: what they make stays."""
    gc.disable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop() -> None:
    """Let it look only at what tests make: a look at all that collection has made takes half a
    second, and there were forty in `make quick`, a ninth of its processor time."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()
