"""No core dumps: they would hold messages and keys."""

import contextlib
import ctypes
import resource

_PR_SET_DUMPABLE = 4  # linux/prctl.h


def none() -> None:
    """Switch off core dumps, for this process and those that it starts.

    The limit alone doesn't hold where the kernel pipes dumps into a program (core(5)), so Linux is
    also told that this process can't be dumped; then others of the same user can't read its memory
    either.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(OSError, AttributeError):  # not on Linux
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
