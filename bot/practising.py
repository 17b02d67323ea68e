"""Whether this very work is practice: then what it writes lives short, and it counts nowhere.

Held by the task (`contextvars`), so that an operator who practises and a person in need are served
by one process side by side.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_PRACTISING = ContextVar("practising", default=False)


def practising() -> bool:
    """Whether this very work is practice."""
    return _PRACTISING.get()


@contextmanager
def practice() -> Iterator[None]:
    """Everything within the block is practice, and so are the tasks that begin in it."""
    token = _PRACTISING.set(True)
    try:
        yield
    finally:
        _PRACTISING.reset(token)
