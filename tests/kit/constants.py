"""Times and words that many tests begin with."""

from datetime import UTC, datetime

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
"""A Wednesday; 17:00 in Kazakhstan."""

NIGHT = datetime(2026, 7, 15, 21, 0, tzinfo=UTC)
"""02:00 in Kazakhstan, of a Thursday."""

DANGER = "нас заперли помогите"
"""The keywords alone hear danger in it."""
