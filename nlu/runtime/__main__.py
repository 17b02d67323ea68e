"""Serves the repository's bundle, without Rasa: `python -m nlu.runtime`.

python -m nlu.runtime [--port N] [--model FOLDER] [--host ADDRESS] [--waiting N] [--readers N]
                      [--die-with-parent]
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from nlu.runtime.serving.threads import one_thread

one_thread()

from nlu.runtime.bundle import BUNDLE, BadBundle  # noqa: E402
from nlu.runtime.encoder.encoder import NoBase  # noqa: E402
from nlu.runtime.encoder.layers import WrongBase  # noqa: E402
from nlu.runtime.parser import Parser  # noqa: E402
from nlu.runtime.serving.process import StartError, run  # noqa: E402


def load(folder: Path | None) -> Parser:
    """Load the bundle. Raises `StartError`."""
    try:
        return Parser.from_folder(BUNDLE if folder is None else folder)
    except (BadBundle, NoBase, WrongBase) as error:
        raise StartError(str(error)) from None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    return run(
        arguments,
        load,
        description="Serve the helpline's model, without Rasa.",
        default="the bundle in the repository",
    )


if __name__ == "__main__":
    sys.exit(main())
