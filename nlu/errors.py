"""What stops the start."""

from collections.abc import Sequence


class LexiconError(Exception):
    """Faults in the lexicon: stops the start. `faults` are lines of `file:line: message`."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)
