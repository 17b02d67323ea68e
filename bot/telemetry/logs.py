"""Logs and Sentry by allow-list: what isn't named here doesn't leave the process.

Log lines are an event's name and a few harmless fields. Sentry gets exception types, our own
stack frames without variables, the release and the process's name; no messages, no locals, no
breadcrumbs, no requests.
"""

import json
import logging
import sys
import threading
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from types import TracebackType
from typing import Any

import sentry_sdk
from sentry_sdk.types import Event, Hint

logger = logging.getLogger(__name__)

FLUSH_SECONDS = 2.0

FIELDS = frozenset(
    {"reason", "kind", "count", "seconds", "attempt", "status", "method", "audience", "job"}
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
        if record.exc_info and record.exc_info[1]:
            errors = list(_each(record.exc_info[1]))
            line["exception"] = ", ".join(type(error).__name__ for error in errors)
            line["where"] = [place for error in errors for place in _where(error)]
        return json.dumps(line, default=str)


def lines(process: str) -> logging.Formatter:
    """How log lines are written."""
    return _Lines(process)


def _ours(name: str) -> bool:
    return name.split(".")[0] in PACKAGES


def _each(error: BaseException) -> Iterator[BaseException]:
    """The error itself; of a group, which says nothing by itself, all that are in it."""
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from _each(inner)
    else:
        yield error


def _where(error: BaseException) -> list[str]:
    """Our own frames of a traceback, as module:line."""
    found, trace = [], error.__traceback__
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
    logging.raiseExceptions = False  # a line that can't be written isn't shown in another way
    sys.excepthook = _died
    threading.excepthook = lambda given: _failed(given.exc_value)
    sys.unraisablehook = lambda given: _failed(given.exc_value)
    for package in PACKAGES:
        logging.getLogger(package).setLevel(logging.INFO)
    for library in ("httpx", "httpcore", "aiohttp", "aiogram", "telegram", "asyncio", "fido2"):
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


def _died(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
    """An error that nobody caught ends the process. Python itself would print its words."""
    if not isinstance(error, KeyboardInterrupt):
        _failed(error)
        sentry_sdk.flush(FLUSH_SECONDS)


def _failed(error: BaseException | None) -> None:
    if error is not None:
        capture(error)
        logger.critical("failed", exc_info=error)


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
