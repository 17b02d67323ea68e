"""Logs and Sentry by allow-list: what isn't named here doesn't leave the process.

Log lines are an event's name and a few harmless fields. Sentry gets exception types, our own
stack frames without variables, the release and the process's name; no messages, no locals, no
breadcrumbs, no requests.
"""

import json
import logging
import sys
from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

import sentry_sdk
from sentry_sdk.types import Event, Hint

FIELDS = frozenset(
    {"reason", "kind", "count", "seconds", "attempt", "status", "method", "audience"}
)
"""Fields of a log line: words of ours and numbers, never anything that came from outside."""

PACKAGES = ("bot", "nlu", "flows")
_EVENT_KEYS = frozenset({"event_id", "timestamp", "level", "platform", "release", "server_name"})
_FRAME_KEYS = frozenset({"module", "function", "lineno", "in_app"})


class _Lines(logging.Formatter):
    """One JSON object a line. The message is a literal of ours: arguments are never formatted."""

    def __init__(self, process: str) -> None:
        super().__init__()
        self._process = process

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S"),
            "process": self._process,
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        if _ours(record.name):
            line["event"] = record.msg if isinstance(record.msg, str) else "event"
            line |= {name: value for name, value in vars(record).items() if name in FIELDS}
        if record.exc_info and record.exc_info[0]:
            line["exception"] = record.exc_info[0].__name__
            line["where"] = _where(record.exc_info)
        return json.dumps(line, default=str)


def lines(process: str) -> logging.Formatter:
    """How log lines are written."""
    return _Lines(process)


def _ours(name: str) -> bool:
    return name.split(".")[0] in PACKAGES


def _where(exc_info: Any) -> list[str]:
    """Our own frames of a traceback, as module:line."""
    found, trace = [], exc_info[2]
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "")
        if _ours(module):
            found.append(f"{module}:{trace.tb_lineno}")
        trace = trace.tb_next
    return found


def set_up(process: str, dsn: str = "") -> None:
    """Call once, at the start of a process, before anything can log."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(lines(process))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for package in PACKAGES:
        logging.getLogger(package).setLevel(logging.INFO)
    for library in ("httpx", "httpcore", "aiohttp", "aiogram", "telegram", "asyncio"):
        logging.getLogger(library).setLevel(logging.WARNING)
    if dsn:
        sentry_sdk.init(
            dsn=dsn,
            release=version("helpline"),
            server_name=process,
            before_send=allowed,
            before_breadcrumb=lambda *_: None,
            max_breadcrumbs=0,
            include_local_variables=False,
            include_source_context=False,
            auto_session_tracking=False,
            default_integrations=False,
            integrations=[],
            traces_sample_rate=None,
        )


def capture(error: BaseException) -> None:
    """Report an error that somebody should look into."""
    sentry_sdk.capture_exception(error)


def allowed(event: Event, _: Hint | None = None) -> Event:
    """Builds the event anew from what may leave; everything else is left behind."""
    kept: dict[str, Any] = {key: value for key, value in event.items() if key in _EVENT_KEYS}
    errors: Any = event.get("exception") or {}
    kept["exception"] = {"values": [_exception(value) for value in errors.get("values", [])]}
    return kept  # type: ignore[return-value]


def _exception(value: Mapping[str, Any]) -> dict[str, Any]:
    frames = (value.get("stacktrace") or {}).get("frames", [])
    return {
        "type": value.get("type"),
        "module": value.get("module"),
        "stacktrace": {
            "frames": [
                {key: part for key, part in frame.items() if key in _FRAME_KEYS}
                for frame in frames
                if _ours(str(frame.get("module", "")))
            ]
        },
    }
