"""Whatever is started, dies without a core dump."""

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.privacy.vault import Keys

pytestmark = pytest.mark.process


NOWHERE = "redis://127.0.0.1:1/0"
SETTINGS = {
    "HELPLINE_INTAKE_TOKEN": "42:" + "a" * 35,
    "HELPLINE_DESK_TOKEN": "43:" + "a" * 35,
    "HELPLINE_DESK_CHAT": "-1001234567890",
    "HELPLINE_TELEGRAM_API": "http://127.0.0.1:1",
    "HELPLINE_REDIS_URL": NOWHERE,
}
READS_ITS_INPUT = ("erase", "parse", "talk")
PATIENCE = 60.0


def _all_allowed() -> None:
    """As if the machine let everybody dump as much as they like."""
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))


def _crashed(folder: Path, *arguments: str, ready: str) -> int:
    """Start it, wait until its limit is `ready`, let it crash; the status that the kernel gives."""
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=folder,
        env={
            **os.environ,
            **SETTINGS,
            "PYTHONPATH": str(Path(__file__).parents[3]),
            "HELPLINE_MASTER_KEY": Keys.new_master(),
        },
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=_all_allowed,
    )
    limits = Path(f"/proc/{process.pid}/limits")
    try:
        late = time.monotonic() + PATIENCE
        while _core_limit(limits) != ready or b"bot" not in _command(process.pid):
            assert time.monotonic() < late, "it came up"
    finally:
        os.kill(process.pid, signal.SIGABRT)
        _, status = os.waitpid(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.stdin is not None
        process.stdin.close()
    return status


def _command(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()


def _core_limit(limits: Path) -> str:
    [line] = [
        one for one in limits.read_text("ascii").splitlines() if one.startswith("Max core file")
    ]
    return line.split()[4]


@pytest.mark.parametrize("name", ["intake", "desk", *READS_ITS_INPUT])
def test_a_crash_leaves_no_dump(name: str, tmp_path: Path) -> None:
    status = _crashed(tmp_path, "-m", "bot", name, ready="0")
    assert os.WTERMSIG(status) == signal.SIGABRT
    assert not os.WCOREDUMP(status)
    assert list(tmp_path.iterdir()) == []


def test_a_process_of_ours_starts_with_leave_to_dump(tmp_path: Path) -> None:
    """Else the test above would pass for nothing."""
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    assert hard != 0
    ready = "unlimited" if hard == resource.RLIM_INFINITY else str(hard)
    wait = "import sys; 'bot'; sys.stdin.read()"
    assert os.WTERMSIG(_crashed(tmp_path, "-c", wait, ready=ready)) == signal.SIGABRT
