"""One thread a process for sums: beside busy neighbours two wait for each other, and a message
takes many times as long."""

from __future__ import annotations

import os


def one_thread() -> None:
    """Call before anything imports NumPy, which reads this once."""
    for library in ("OPENBLAS", "OMP", "MKL"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
