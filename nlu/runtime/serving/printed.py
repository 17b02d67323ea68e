"""What this process may print: which logger, how grave, and the kind of an error.

Messages and tracebacks of libraries quote what they were given: aiohttp, for one, shows the line
of a request that it can't read, and that line may be somebody's message. So none of it is written,
wherever it comes from; what we say ourselves is a literal, whose arguments aren't put in.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
PACKAGES = ("nlu", "tests")
OURS = frozenset({__name__, "nlu.runtime.serving.app"})
"""The loggers whose words may be written."""

_log = logging.getLogger(__name__)


class _Lines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S"),
            "process": "model",
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        if record.name in OURS and isinstance(record.msg, str):
            line["event"] = record.msg
        if record.exc_info and record.exc_info[0]:
            line["exception"] = record.exc_info[0].__name__
            line["where"] = _where(record.exc_info[2])
        return json.dumps(line)


def _where(trace: TracebackType | None) -> list[str]:
    """Our own lines of a traceback, which are code and no message."""
    found = []
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        own = file.relative_to(ROOT) if ROOT in file.parents else Path()
        if own.parts[:1] and own.parts[0] in PACKAGES and ".venv" not in own.parts:
            found.append(f"{own}:{trace.tb_lineno}")
        trace = trace.tb_next
    return found


def set_up() -> None:
    """Call once, before anything can log or fail."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Lines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.ERROR)
    logging.raiseExceptions = False  # a line that can't be written isn't shown in another way
    sys.excepthook = _failed
    threading.excepthook = lambda given: _failed(given.exc_type, None, given.exc_traceback)
    sys.unraisablehook = lambda given: _failed(given.exc_type, None, given.exc_traceback)


def _failed(kind: Any, _: BaseException | None, trace: TracebackType | None) -> None:
    told: Any = (kind, None, trace)  # without the error itself, which may quote
    _log.error("failed", exc_info=told)
