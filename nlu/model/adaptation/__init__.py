"""Adapts the sentence encoder to this subject; run rarely, by hand (`python adapt.py`)."""

import repository  # noqa: F401 - nlu.runtime lies outside this folder
