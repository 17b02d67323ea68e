"""`helpline demo` as a process: its bots show new texts that nobody has signed, by one command."""

import asyncio
import os
import re
import shutil
import signal
import sys
from pathlib import Path

import pytest

from bot.processes.redis_server import die_with_parent
from bot.store import connect
from bot.texts.catalogue import CONTENT
from sandbox.ports import free_port
from tests.bot.texts.trees import edit
from tests.kit.command import helpline

pytestmark = pytest.mark.process

START_SECONDS = 120.0


async def test_the_demo_publishes_with_one_command(tmp_path: Path) -> None:
    content = shutil.copytree(CONTENT, tmp_path / "content")
    edit(content / "ru" / "small_talk.ftl", r"^utter_goodbye = .*", "utter_goodbye = До встречи.")
    demo = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", "--port", str(free_port())),
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        preexec_fn=die_with_parent,
    )
    try:
        url = await _redis_of(demo)
        await _both_bots_listen(url)
        arguments = ("texts", "publish", "--unsigned", "--content", str(content))
        done = await helpline(*arguments, HELPLINE_REDIS_URL=url)
        assert done.status == 0, done
        assert done.out.endswith("no. 1 is live: 2 of 2 running bots show it\n"), done
    finally:
        demo.send_signal(signal.SIGINT)
        await demo.wait()


async def _redis_of(demo: asyncio.subprocess.Process) -> str:
    """The address that the demo says, in the line about new texts."""
    assert demo.stdout is not None
    async with asyncio.timeout(START_SECONDS):
        async for line in demo.stdout:
            found = re.search(r"New texts: HELPLINE_REDIS_URL=(\S+) ", line.decode())
            if found:
                return found[1]
    raise AssertionError("the demo ended")


async def _both_bots_listen(url: str) -> None:
    redis = connect(url, "HELPLINE_REDIS_URL")
    async with asyncio.timeout(START_SECONDS):
        while (await redis.pubsub_numsub("{texts}:changed"))[0][1] < 2:
            pass
    await redis.aclose()
