"""Logs and Sentry: what isn't named doesn't leave the process."""

import asyncio
import json
import logging
import sys
import threading
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import sentry_sdk

import bot.cli
from bot.attempt import GIVEN_UP
from bot.errors import ConfigError
from bot.telegram.polling import Poller, UpdateSource
from bot.telegram.update_handler import Raw
from bot.telemetry import logs
from bot.texts import dates
from tests.bot.sentry import Sink, sink

WORDS = ("canaryname", "canaryphone", "canaryword", "123456:canarytoken")
CANARY = " ".join(WORDS)
ours = logging.getLogger("bot.somewhere")


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Logging and Sentry are the process's; each test gives them back."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    levels = {name: logger.level for name, logger in _loggers()}
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    raising = logging.raiseExceptions
    yield
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    logging.raiseExceptions = raising
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, logger in _loggers():
        logger.setLevel(levels.get(name, logging.NOTSET))
    client = sentry_sdk.get_client()
    if client.is_active():
        client.close(timeout=0)
        sentry_sdk.get_global_scope().set_client(None)


def _loggers() -> list[tuple[str, logging.Logger]]:
    found = logging.getLogger().manager.loggerDict.items()
    return [(name, logger) for name, logger in found if isinstance(logger, logging.Logger)]


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    shown = capsys.readouterr().err
    for word in WORDS:
        assert word not in shown
    return [json.loads(line) for line in shown.splitlines()]


def failing(word: str) -> Exception:
    """An error out of our own code that quotes what it was given, as Python's own do."""
    secret = {"name": word}
    with pytest.raises(ValueError, match="isoformat") as caught:
        dates.shown(secret["name"], "ru")
    assert word in str(caught.value)
    return caught.value


async def sent(taken: Sink) -> dict[str, Any]:
    await asyncio.to_thread(sentry_sdk.flush, 10)
    async with asyncio.timeout(10):
        await taken.arrived.wait()
    (event,) = taken.events()
    return event


def strings(value: Any) -> Iterator[str]:
    """Every key and every text of a payload."""
    match value:
        case dict():
            for key, part in value.items():
                yield key
                yield from strings(part)
        case list():
            for part in value:
                yield from strings(part)
        case str():
            yield value
        case _:
            pass


async def test_sentry_gets_types_and_our_frames_and_nothing_else() -> None:
    async with sink() as taken:
        logs.set_up("intake", taken.dsn)
        ours.error("before", extra={"reason": CANARY})
        sentry_sdk.add_breadcrumb(message=CANARY)
        sentry_sdk.set_user({"id": CANARY})
        sentry_sdk.set_tag("word", CANARY)
        sentry_sdk.set_context("request", {"url": f"https://example.org/bot{CANARY}/getMe"})
        logs.capture(failing(CANARY))
        event = await sent(taken)
    for word in WORDS:
        assert word not in "".join(taken.raw)
    assert "http" not in "".join(strings(event))
    assert set(event) <= {
        *("event_id", "timestamp", "level", "platform", "release", "server_name", "exception")
    }
    assert event["server_name"] == "intake"
    assert event["release"] == version("helpline")
    (error,) = event["exception"]["values"]
    assert error["type"] == "ValueError"
    assert set(error) <= {"type", "module", "stacktrace"}
    (frame,) = error["stacktrace"]["frames"]
    assert (frame["module"], frame["function"]) == ("bot.texts.dates", "shown")
    assert set(frame) <= {"module", "function", "lineno", "in_app"}


async def test_the_cause_of_an_error_is_a_type_too() -> None:
    async with sink() as taken:
        logs.set_up("desk", taken.dsn)
        error = RuntimeError(CANARY)
        error.__cause__ = failing(CANARY)
        error.add_note(CANARY)
        logs.capture(error)
        event = await sent(taken)
    for word in WORDS:
        assert word not in "".join(taken.raw)
    assert {one["type"] for one in event["exception"]["values"]} == {"RuntimeError", "ValueError"}


async def test_an_update_that_is_given_up_tells_no_word_of_it() -> None:
    """The whole way: an update, its turn, the error's locals and arguments, the log line."""

    async def handle(update: Raw) -> None:
        word = update["message"]["text"]
        raise ValueError(f"can't do {word}", word)

    update = {"update_id": 1, "message": {"text": CANARY, "from": {"first_name": CANARY}}}

    async def fetch(offset: int | None) -> list[Raw]:
        if offset == 2:
            raise ConfigError("the token was refused")
        return [update]

    async def at_once(_: float) -> None:
        return None

    async with sink() as taken:
        logs.set_up("intake", taken.dsn)
        source = UpdateSource(fetch, handle, lambda _: 1, lambda *_: GIVEN_UP)
        with pytest.raises(ConfigError):
            await Poller(source, at_once).run()
        event = await sent(taken)
    for word in WORDS:
        assert word not in "".join(taken.raw)
    (error,) = event["exception"]["values"]
    assert {frame["module"] for frame in error["stacktrace"]["frames"]} == {
        "bot.telegram.update_handler"
    }


def test_without_an_address_nothing_is_set_up() -> None:
    logs.set_up("intake")
    assert not sentry_sdk.get_client().is_active()
    logs.capture(ValueError(CANARY))


def test_an_event_without_an_exception_is_empty() -> None:
    kept = logs.allowed({"message": CANARY, "level": "error", "extra": {"a": CANARY}})
    assert kept == {"level": "error", "exception": {"values": []}}


def test_frames_of_others_are_left_out() -> None:
    frames = [{"module": "aiogram.bot", "vars": {"a": CANARY}}, {"function": CANARY}]
    values = [{"type": "E", "value": CANARY, "stacktrace": {"frames": frames}}]
    kept = logs.allowed({"exception": {"values": values}})
    assert CANARY not in json.dumps(kept)


def test_a_line_is_an_event_and_its_allowed_fields(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("desk")
    ours.info("turn_written", extra={"count": 2, "kind": "text", "words": CANARY, "id": 5})
    (line,) = lines(capsys)
    assert set(line) == {"at", "process", "level", "logger", "event", "count", "kind"}
    assert (line["process"], line["level"], line["event"]) == ("desk", "info", "turn_written")


def test_arguments_are_never_formatted(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("intake")
    ours.warning("heard %s", CANARY)
    ours.warning(ValueError(CANARY))
    first, second = lines(capsys)
    assert first["event"] == "heard %s"
    assert second["event"] == "event"


def test_an_exception_is_a_type_and_a_place(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("intake")
    ours.error("turn_failed", exc_info=failing(CANARY), stack_info=True)
    (line,) = lines(capsys)
    assert line["exception"] == "ValueError"
    (place,) = line["where"]
    assert place.startswith("bot.texts.dates:")


@pytest.mark.parametrize("name", ["httpx", "aiogram.event", "telegram.ext", "asyncio", "redis"])
def test_messages_of_libraries_are_never_shown(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.set_up("intake")
    library = logging.getLogger(name)
    library.info("HTTP Request: POST https://api.telegram.org/bot%s/getUpdates", CANARY)
    library.warning(f"failed with {CANARY}", extra={"reason": CANARY})
    (line,) = lines(capsys)
    assert set(line) == {"at", "process", "level", "logger"}
    assert line["logger"] == name


@pytest.mark.parametrize("name", ["httpx", "httpcore", "aiohttp", "aiogram", "telegram", "asyncio"])
def test_libraries_are_quiet_below_a_warning(name: str) -> None:
    """httpx logs every address at INFO, and Telegram's addresses hold the token."""
    logging.getLogger(name).setLevel(logging.DEBUG)
    logs.set_up("intake")
    assert logging.getLogger(name).getEffectiveLevel() == logging.WARNING


def test_setting_up_twice_writes_each_line_once(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("intake")
    logs.set_up("intake")
    ours.info("once")
    assert len(lines(capsys)) == 1


DIES = f"""
import logging, threading
from bot.telemetry import logs
from bot.texts import dates
logs.set_up("intake", DSN)
logging.getLogger("asyncio").error("%s", "{CANARY}", exc_info=ValueError("{CANARY}"))
thread = threading.Thread(target=int, args=("{CANARY}",))
thread.start()
thread.join()
class Odd:
    def __del__(self):
        int("{CANARY}")
Odd()
try:
    dates.shown("{CANARY}", "ru")
except ValueError as error:
    raise ExceptionGroup("{CANARY}", [error, ExceptionGroup("{CANARY}", [KeyError("{CANARY}")])])
"""


async def test_what_ends_a_process_or_a_thread_is_kinds_and_places() -> None:
    """Python itself would print the words of an error that nobody caught, with a traceback."""
    async with sink() as taken:
        status, err = await ended(DIES.replace("DSN", repr(taken.dsn)))
        async with asyncio.timeout(10):
            while len(taken.raw) < 3:
                await taken.arrived.wait()
                await asyncio.sleep(0)
    assert status == 1
    for word in WORDS:
        assert word not in err + "".join(taken.raw)
    library, thread, destructor, end = map(json.loads, err.splitlines())
    assert (library["logger"], library["exception"]) == ("asyncio", "ValueError")
    for line in (thread, destructor):
        assert (line["event"], line["exception"]) == ("failed", "ValueError")
    assert end["exception"] == "ValueError, KeyError"
    (place,) = end["where"]
    assert place.startswith("bot.texts.dates:")


@pytest.mark.process
async def test_a_line_that_cant_be_written_isnt_shown_in_another_way() -> None:
    """Python's logging would show the message, and the way to where it was logged."""
    program = f"""
import logging, os, sys
from bot.telemetry import logs
logs.set_up("intake")
other = os.dup(2)
sys.stderr.close()
sys.stderr = os.fdopen(other, "w")
logging.getLogger("bot.somewhere").error("%s", "{CANARY}")
"""
    assert await ended(program) == (0, "")


async def ended(program: str) -> tuple[int | None, str]:
    """A process of its own to its end: its status, and what it printed as its log."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", program), stderr=asyncio.subprocess.PIPE
    )
    _, err = await process.communicate()
    return process.returncode, err.decode()


COMMANDS = Path(bot.cli.__file__).parent
KEYS_ALONE = {"key.py"}
"""It makes keys and cuts them; nothing comes to it from outside, and it connects to nothing."""


@pytest.mark.parametrize("file", sorted(COMMANDS.glob("*.py")), ids=lambda file: file.name)
def test_a_command_that_holds_secrets_sets_up_its_log(file: Path) -> None:
    """Whoever reads the settings has tokens and keys, and most of them also words of people."""
    text = file.read_text(encoding="utf-8")
    if "config.read(" in text and file.name not in KEYS_ALONE:
        assert "logs.set_up(" in text
