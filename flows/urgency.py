"""Urgency: how soon a human must look. It is policy, so it lives here and not in `nlu`."""

from enum import IntEnum


class Urgency(IntEnum):
    """Ordered: a larger value is looked at first. Nothing lowers it but an operator."""

    NORMAL = 0
    HIGH = 1
    EMERGENCY = 2

    @property
    def word(self) -> str:
        """The word used in flow definitions and on cards."""
        return self.name.lower()

    @classmethod
    def from_word(cls, word: str) -> "Urgency":
        """The urgency of that name. Raises `KeyError` for any other word."""
        return cls[word.upper()]
