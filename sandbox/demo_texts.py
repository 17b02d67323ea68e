"""The demo's texts: a copy in a git working tree that ends with it, for its editor to change."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.clock import SystemClock
from bot.studio.begin import begin
from bot.texts.catalogue import CONTENT


@asynccontextmanager
async def working_tree() -> AsyncIterator[Path]:
    """A folder with the program's texts, for `HELPLINE_CONTENT`."""
    files = {
        f"content/{file.relative_to(CONTENT).as_posix()}": file.read_bytes()
        for file in sorted(CONTENT.rglob("*"))
        if file.is_file()
    }
    with TemporaryDirectory(prefix="helpline-texts-") as folder:
        why = "The program's own texts"
        await asyncio.to_thread(begin, Path(folder), files, SystemClock(), why)
        yield Path(folder)
