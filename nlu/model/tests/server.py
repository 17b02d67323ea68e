"""The real server as a process, for the tests of serving."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Iterator, Optional, Tuple

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Server:
    """Where it listens, and the file that everything it prints goes to."""

    url: str
    pid: int
    printed: Path

    def request(
        self, method: str, path: str, body: bytes = b"", token: str = ""
    ) -> Tuple[int, Dict[str, Any]]:
        """Status and JSON of one request."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        data = body if method in {"POST", "PUT"} else None
        request = urllib.request.Request(self.url + path, data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return response.status, json.load(response)
        except urllib.error.HTTPError as error:
            content = error.read()
            return error.code, json.loads(content) if content else {}

    def parse(self, text: str) -> Dict[str, Any]:
        """What the model makes of a message."""
        status, parsed = self.request("POST", "/model/parse", json.dumps({"text": text}).encode())
        assert status == 200, parsed
        return parsed

    def resident_mib(self) -> float:
        """The memory that the process holds (Linux)."""
        lines = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii").splitlines()
        return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024


@contextlib.contextmanager
def serving(folder: Path, *arguments: str, token: Optional[str] = None) -> Iterator[Server]:
    """Starts `serve.py` on a free port; ends it afterwards."""
    environment = dict(os.environ, **({"HELPLINE_NLU_TOKEN": token} if token else {}))
    printed = folder / "printed.txt"
    with printed.open("wb") as errors:
        process = subprocess.Popen(
            [sys.executable, "serve.py", "--port", "0", *arguments],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=errors,
        )
        assert process.stdout is not None
        try:
            url = process.stdout.readline().decode().strip()
            assert url.startswith("http://"), printed.read_text(encoding="utf-8")
            yield Server(url, process.pid, printed)
        finally:
            process.terminate()
            process.wait(timeout=30)
            process.stdout.close()
