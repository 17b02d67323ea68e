"""Python's collector of reference cycles, while a process reads what it keeps to its end."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_rests() -> Iterator[None]:
    """Within the block nothing is collected. A lexicon and all texts are a million objects, none of
    them garbage; to look through them again and again takes a third of a start."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
