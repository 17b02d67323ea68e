"""Shared by all tests."""

from hypothesis import settings

# The same examples in every run: a red run is then a fault of the change, not of the day.
settings.register_profile("helpline", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("helpline")
