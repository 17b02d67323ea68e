"""Counts by day: gathered in the keyring's memory, moved to the store, read for reports."""
