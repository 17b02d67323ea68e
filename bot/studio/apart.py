"""Comparing and checking whole trees in a process of its own: each takes seconds of a processor,
and in the console's own process an operator's answer would wait for them.

The other process has no setting of ours in its environment, and so no key and no password.
"""

import asyncio
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import msgspec

from bot.clock import Clock, SettableClock
from bot.errors import ContentError, HelplineError
from bot.processes import core_dumps
from bot.studio.differences import Differences, differences
from bot.texts.findings import Finding, Report, unreadable
from bot.texts.publication import BrokenTree, gate
from flows.errors import FlowError

SECONDS = 300.0
_KEPT = ("PATH", "PYTHONPATH", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "LANG", "TZ")


class Failed(HelplineError):
    """The other process ended without an answer, or was too slow."""


class _Asked(msgspec.Struct, frozen=True):
    """`before`: None where a tree is to be checked, and not compared."""

    after: dict[str, str]
    now: datetime
    before: dict[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What the check found. `faults` stop a publication, also those that `stale` translations
    are unless they are let through."""

    faults: tuple[Finding, ...] = ()
    stale: tuple[Finding, ...] = ()
    notes: int = 0


@dataclass(frozen=True, slots=True)
class Compared:
    """Differences, or the fault for which there are none."""

    differences: Differences | None = None
    fault: Finding | None = None


async def checked(files: Mapping[str, str], clock: Clock) -> Found:
    """Check a tree as `helpline texts publish` does. Raises `Failed`."""
    return msgspec.msgpack.decode(await _run(_Asked(dict(files), clock.now())), type=Found)


async def compared(before: Mapping[str, str], after: Mapping[str, str], clock: Clock) -> Compared:
    """Compare two trees by what people would be told. Raises `Failed`."""
    asked = _Asked(dict(after), clock.now(), dict(before))
    return msgspec.msgpack.decode(await _run(asked), type=Compared)


async def _run(asked: _Asked) -> bytes:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.studio.apart"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={name: os.environ[name] for name in _KEPT if name in os.environ},
    )
    try:
        async with asyncio.timeout(SECONDS):
            said, _ = await process.communicate(msgspec.msgpack.encode(asked))
    except TimeoutError:
        raise Failed("too slow") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode != 0:
        raise Failed("ended")
    return said


def answer(written: bytes) -> bytes:
    """Answer one question, in the other process."""
    asked = msgspec.msgpack.decode(written, type=_Asked)
    clock = SettableClock(asked.now)
    found: Found | Compared
    found = (
        _checked(asked, clock) if asked.before is None else _compared(asked.before, asked, clock)
    )
    return msgspec.msgpack.encode(found)


def _checked(asked: _Asked, clock: Clock) -> Found:
    try:
        report = gate(asked.after, clock)
    except BrokenTree as broken:
        report = Report(list(broken.faults))
    return Found(tuple(report.faults), tuple(report.stale), len(report.notes))


def _compared(before: dict[str, str], asked: _Asked, clock: Clock) -> Compared:
    try:
        return Compared(differences(before, asked.after, clock))
    except ContentError as error:
        return Compared(fault=unreadable(error))
    except FlowError as error:
        where = f"flows/definitions/{error.file}:{error.line or 1}: {error.message}"
        return Compared(fault=unreadable(ContentError(where)))


def main() -> int:
    """Answer what the standard input asks."""
    core_dumps.none()
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
