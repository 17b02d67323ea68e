"""Runs `python -m bot` as an operator of the helpline would."""

import asyncio
import json
import os
import sys
from dataclasses import dataclass
from typing import Any

from bot.config import VARIABLES


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and what it wrote."""

    status: int
    out: str
    err: str

    def lines(self) -> list[dict[str, Any]]:
        """The output as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


async def helpline(*arguments: str, given: str = "", **environment: str) -> Ended:
    """Run it to its end, with no settings but the given ones."""
    clean = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", *arguments),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**clean, **environment},
    )
    out, err = await process.communicate(given.encode())
    assert process.returncode is not None
    return Ended(process.returncode, out.decode(), err.decode())


def json_lines(*values: Any) -> str:
    """Values as the lines of an input."""
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)
