"""Tests of the store, each on every Redis at hand."""
