"""`python -m bench.traced FILE`: intake as ever, and how long each stage of a message took.

A line for each: the stage's name, its begin and its end by `time.perf_counter`; nothing else.
"""

import sys
from pathlib import Path

from bot.__main__ import start
from bot.telemetry import metrics

if __name__ == "__main__":
    with Path(sys.argv[1]).open("a", buffering=1, encoding="ascii") as file:
        metrics.spans.append(
            lambda stage, began, ended: print(stage.value, began, ended, file=file)
        )
        sys.exit(start(["intake"]))
