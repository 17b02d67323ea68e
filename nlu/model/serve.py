"""Serves one trained model through Rasa: the endpoints of `nlu.runtime.serving.app`.

python serve.py [--port N] [--model FILE] [--host ADDRESS] [--waiting N] [--readers N]
                [--die-with-parent]
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import repository  # noqa: F401 - nlu.runtime lies outside this folder
from nlu.runtime.serving.threads import one_thread

one_thread()

from fingerprint import fingerprint, model_path, newest_model  # noqa: E402
from nlu.runtime.serving.process import StartError, run  # noqa: E402


def choose_model(given: Path | None) -> Path:
    """The file asked for, else the one for the data as it is, else the newest."""
    if given is not None:
        if not given.is_file():
            raise StartError("--model: there is no such file")
        return given
    current = model_path(fingerprint())
    if current.is_file():
        return current
    newest = newest_model()
    if newest is None:
        raise StartError("there is no model: run train.py first")
    print("the newest model is older than the data; train.py makes a new one", file=sys.stderr)
    return newest


def load(given: Path | None) -> Any:
    """The parser of that model."""
    model = choose_model(given)
    from serving.rasa_model import Parser  # after the check: it takes seconds

    return Parser(model)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    return run(
        arguments,
        load,
        description="Serve the helpline's model, through Rasa.",
        default="the one for the data as it is",
    )


if __name__ == "__main__":
    sys.exit(main())
