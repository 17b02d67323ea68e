"""Checks of flows before they go live: faults that can be read but nobody should meet."""
