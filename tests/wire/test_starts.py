"""What a process reads when it starts: what it uses, and nothing else, since that takes time."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.config import VARIABLES
from bot.privacy.vault import Keys
from bot.processes.redis_server import store_and_keyring
from bot.reports.counting import Count
from bot.store import connect
from bot.store.statistics.counts import Counts
from bot.store.statistics.statistics import Statistics
from sandbox import SandboxSettings, serve
from sandbox.environment import environments

pytestmark = pytest.mark.process


ROOT = Path(__file__).parents[2]
FOLDERS = {
    "lexicon": ROOT / "nlu" / "lexicon",
    "flows": ROOT / "flows" / "definitions",
    "texts": ROOT / "content",
    "desk's words": ROOT / "content" / "desk",
}
READY_SECONDS = 60.0

WATCHED = """
import sys
from pathlib import Path
opened = set()
sys.addaudithook(lambda event, given: event == "open" and opened.add(str(given[0])))
from bot.__main__ import main
status = main(sys.argv[2:])
Path(sys.argv[1]).write_text("\\n".join(sorted(opened)), encoding="utf-8")
sys.exit(status)
"""
"""The command in a process that writes down which files it opened."""


async def started(written: Path, *command: str, **environment: str) -> asyncio.subprocess.Process:
    clean = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", WATCHED, str(written), *command), env={**clean, **environment}
    )


def read(written: Path) -> set[str]:
    """The folders of which something was read."""
    opened = [Path(line) for line in written.read_text(encoding="utf-8").splitlines()]
    return {
        name
        for name, folder in FOLDERS.items()
        if any(folder in one.parents and _innermost(one) == folder for one in opened)
    }


def _innermost(file: Path) -> Path:
    return max(
        (one for one in FOLDERS.values() if one in file.parents), key=lambda one: len(one.parts)
    )


@pytest.mark.parametrize(
    ("bot", "reads"),
    [
        ("desk", {"flows", "texts", "desk's words"}),
        # of the desk's words only the hash: they are in the version that is published
        ("intake", {"flows", "texts", "lexicon", "desk's words"}),
    ],
)
async def test_a_bot_reads_what_it_works_with(tmp_path: Path, bot: str, reads: set[str]) -> None:
    written = tmp_path / "opened"
    async with store_and_keyring() as servers, serve(SandboxSettings()) as sandbox:
        environment = environments(sandbox, servers, Keys.new_master(), HELPLINE_NLU_URL="")[bot]
        process = await started(written, bot, **environment)
        try:
            await sandbox.polled(bot, READY_SECONDS)
        finally:
            process.send_signal(signal.SIGTERM)
            assert await process.wait() == 0
    assert read(written) == reads


@pytest.mark.parametrize("bot", ["desk", "intake"])
async def test_a_bot_that_is_told_to_end_moves_what_was_counted(tmp_path: Path, bot: str) -> None:
    count = Count("2026-11-01", "conversation", "kk")
    async with store_and_keyring() as servers, serve(SandboxSettings()) as sandbox:
        redis = connect(servers.store, "HELPLINE_REDIS_URL")
        keyring = connect(servers.keyring, "HELPLINE_KEYRING_URL")
        environment = environments(sandbox, servers, Keys.new_master(), HELPLINE_NLU_URL="")[bot]
        process = await started(tmp_path / "opened", bot, **environment)
        try:
            await sandbox.polled(bot, READY_SECONDS)
            await Counts(redis, keyring, SystemClock()).add([count])
        finally:
            process.send_signal(signal.SIGTERM)
            assert await process.wait() == 0
        assert await Statistics(redis).days([count.day]) == [{count.field: 1}]
        await redis.aclose()
        await keyring.aclose()


@pytest.mark.parametrize("command", [["operator", "list"], ["operator", "invite"]])
async def test_a_command_about_operators_reads_no_text(tmp_path: Path, command: list[str]) -> None:
    written = tmp_path / "opened"
    async with store_and_keyring() as servers:
        process = await started(
            written, *command, **servers.environment(), HELPLINE_MASTER_KEY=Keys.new_master()
        )
        assert await process.wait() == 0
    assert read(written) <= {"desk's words"}


async def test_a_key_is_made_without_anything(tmp_path: Path) -> None:
    process = await started(tmp_path / "opened", "key")
    assert await process.wait() == 0
    assert read(tmp_path / "opened") == set()
