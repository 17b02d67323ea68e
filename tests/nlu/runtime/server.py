"""Both servers of the model as processes: from the bundle, and through Rasa."""

import contextlib
import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.processes.model_server import PROJECT, PYTHON, ROOT

BUNDLE, RASA = "bundle", "rasa"
KINDS = [BUNDLE, pytest.param(RASA, marks=pytest.mark.rasa)]
"""For tests that hold of both."""

_COMMANDS = {
    BUNDLE: ([sys.executable, "-m", "nlu.runtime"], ROOT),
    RASA: ([str(PYTHON), "serve.py"], PROJECT),
}


@dataclass(frozen=True)
class Server:
    """Where it listens, and the file that everything it prints goes to."""

    url: str
    pid: int
    printed: Path

    def request(
        self, method: str, path: str, body: bytes = b"", token: str = ""
    ) -> tuple[int, dict[str, Any]]:
        """Status and JSON of one request."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        data = body if method in {"POST", "PUT"} else None
        request = urllib.request.Request(self.url + path, data, headers, method=method)  # noqa: S310
        try:
            with urllib.request.urlopen(request, timeout=30) as response:  # noqa: S310
                return response.status, json.load(response)
        except urllib.error.HTTPError as error:
            with error:
                content = error.read()
            return error.code, json.loads(content) if content else {}

    def parse(self, text: str) -> dict[str, Any]:
        """What the model makes of a message."""
        status, parsed = self.request("POST", "/model/parse", json.dumps({"text": text}).encode())
        assert status == 200, parsed
        return parsed

    def embed(self, *texts: str) -> list[list[float]]:
        """The vectors of some texts."""
        status, answer = self.request("POST", "/embed", json.dumps({"texts": texts}).encode())
        assert status == 200, answer
        return list(answer["vectors"])

    def resident_mib(self) -> float:
        """The memory that the process holds (Linux)."""
        lines = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii").splitlines()
        return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024


@contextlib.contextmanager
def serving(kind: str, folder: Path, *arguments: str, token: str | None = None) -> Iterator[Server]:
    """Starts a server on a free port; ends it afterwards."""
    command, place = _COMMANDS[kind]
    environment = dict(os.environ, **({"HELPLINE_NLU_TOKEN": token} if token else {}))
    printed = folder / "printed.txt"
    with printed.open("wb") as errors:
        process = subprocess.Popen(
            [*command, "--port", "0", *arguments],
            cwd=place,
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


def refused(kind: str, *arguments: str) -> str:
    """What a server says that doesn't start."""
    command, place = _COMMANDS[kind]
    ended = subprocess.run(
        [*command, "--port", "0", *arguments],
        cwd=place,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode != 0
    return ended.stderr
