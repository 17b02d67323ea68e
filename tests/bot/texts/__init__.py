"""Tests of reading and checking the texts."""
