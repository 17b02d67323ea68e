"""The model as a child process: from the bundle, in this environment, or through Rasa in its own.

The bundle (`bundled`) needs no training and no Rasa: demo and most tests use it. Rasa (`serving`)
is what is trained, evaluated and measured.
"""

import asyncio
import contextlib
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.clock import SystemClock
from bot.errors import ConfigError
from bot.processes.redis_server import die_with_parent, end

ROOT = Path(__file__).parents[2]
PROJECT = ROOT / "nlu" / "model"
PYTHON = PROJECT / ".venv" / "bin" / "python"
START_SECONDS = 60.0

Progress = Callable[[str], None]


async def train(progress: Progress) -> None:
    """Train, if there is no model for today's data. Raises `ConfigError`."""
    process = await _start("train.py")
    assert process.stderr is not None  # noqa: S101 - asked for by `_start`
    lines: list[str] = []
    async for raw in process.stderr:
        lines.append(raw.decode(errors="replace").rstrip())
        progress(lines[-1])
    if await process.wait() != 0:
        detail = lines[-1] if lines else "see above"
        raise ConfigError(f"the model could not be trained: {detail}")


async def measured(script: str, progress: Progress) -> str:
    """The last line that a measuring script of the model's project prints. Raises `ConfigError`."""
    progress(f"{script}: some minutes")
    process = await _start(script)
    printed, _ = await process.communicate()
    lines = printed.decode(errors="replace").splitlines()
    if process.returncode != 0 or not lines:
        raise ConfigError(f"nlu/model/{script} failed: run it by itself to see why")
    return lines[-1]


@dataclass(frozen=True, slots=True)
class Served:
    """A running model: its URL, its process, and how long it took to come up."""

    url: str
    pid: int
    start_seconds: float


@asynccontextmanager
async def bundled(*, port: int = 0) -> AsyncIterator[Served]:
    """Serve the repository's bundle without Rasa, and end it. Raises `ConfigError`."""
    began = SystemClock().monotonic()
    options = ("-m", "nlu.runtime", "--port", str(port), "--die-with-parent")
    process = await _run(sys.executable, *options, cwd=ROOT, errors=None)
    async with _ending(process, began) as served:
        yield served


@asynccontextmanager
async def serving(progress: Progress, *, port: int = 0) -> AsyncIterator[Served]:
    """Train if need be, serve through Rasa, and end it. Raises `ConfigError`."""
    await train(progress)
    began = SystemClock().monotonic()
    process = await _start("serve.py", "--port", str(port), "--die-with-parent")
    async with _ending(process, began) as served:
        yield served


@asynccontextmanager
async def _ending(process: asyncio.subprocess.Process, began: float) -> AsyncIterator[Served]:
    try:
        url = await _url(process)
        yield Served(url, process.pid, SystemClock().monotonic() - began)
    finally:
        await end(process)


async def _url(process: asyncio.subprocess.Process) -> str:
    assert process.stdout is not None  # noqa: S101 - asked for by `_start`
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(START_SECONDS):
            async for raw in process.stdout:
                line = raw.decode(errors="replace").strip()
                if line.startswith("http://"):
                    return line
    raise ConfigError("the model process didn't come up (nlu/model/README.md)")


async def _start(script: str, *arguments: str) -> asyncio.subprocess.Process:
    if not PYTHON.exists():
        raise ConfigError("Rasa's environment is missing: run `make model`")
    errors = asyncio.subprocess.PIPE if script == "train.py" else asyncio.subprocess.DEVNULL
    return await _run(str(PYTHON), script, *arguments, cwd=PROJECT, errors=errors)


async def _run(
    program: str, *arguments: str, cwd: Path, errors: int | None
) -> asyncio.subprocess.Process:
    """With few variables: a child that reads texts has no use for our keys. `errors`: where what it
    says goes; None is this process's own."""
    kept = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR")
    return await asyncio.create_subprocess_exec(
        program,
        *arguments,
        cwd=cwd,
        env={name: os.environ[name] for name in kept if name in os.environ},
        stdout=asyncio.subprocess.PIPE,
        stderr=errors,
        preexec_fn=die_with_parent,
    )
