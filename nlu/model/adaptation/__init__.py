"""Adapts the sentence encoder to this subject; run rarely, by hand (`python adapt.py`)."""
