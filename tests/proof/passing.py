"""A bot as a process whose clock can be put forward: `python -m tests.proof.passing intake`.

The production code, but for the one place that asks for the time: it adds the seconds that stand
in a file. Redis counts lifetimes by the machine's clock, so `Household.pass_time` shortens what is
left of every key by the same time.
"""

import os
import sys
from datetime import datetime, timedelta
from pathlib import Path

from bot.__main__ import start
from bot.clock import SystemClock

VARIABLE = "PROOF_SECONDS_FILE"


def put_forward(file: Path) -> None:
    """From now on the process's clock is ahead by what the file says."""
    real = SystemClock.now

    def now(clock: SystemClock) -> datetime:
        return real(clock) + timedelta(seconds=float(file.read_text(encoding="ascii")))

    setattr(SystemClock, "now", now)  # noqa: B010 - a method isn't assigned to otherwise


if __name__ == "__main__":
    put_forward(Path(os.environ[VARIABLE]))
    sys.exit(start())
