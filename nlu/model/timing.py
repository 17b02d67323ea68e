"""How long training takes: `python timing.py`. The last line of stdout is JSON, in seconds.

Twice, as its users would run it: from nothing, with an empty cache of embeddings; then with ten
messages more.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from encoding.cache import CACHE_VARIABLE
from fingerprint import DATA, ROOT

TEN = """version: "3.1"
nlu:
- intent: out_of_scope
  examples: |
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    argparse.ArgumentParser(description="Time two trainings.").parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("data", "development", "signals"):
            shutil.copytree(DATA.parent / part, folder / part)
        first = _train(folder)
        lines = "".join(f"    - {'ab' * n} {n} cd\n" for n in range(3, 13))
        (folder / "data" / "en" / "ten_more.yml").write_text(TEN + lines, encoding="utf-8")
        second = _train(folder)
    print(json.dumps({"from_nothing": round(first), "ten_more": round(second)}))
    return 0


def _train(folder: Path) -> float:
    command = [sys.executable, "train.py", "--data", str(folder / "data")]
    command += ["--models", str(folder / "models")]
    environment = {**os.environ, CACHE_VARIABLE: str(folder / "embeddings.sqlite")}
    began = time.monotonic()
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=sys.stderr)
    return time.monotonic() - began


if __name__ == "__main__":
    sys.exit(main())
