"""Trains the model through Rasa, unless there is one for the data, configuration and code.

    python train.py [--data FOLDER] [--models FOLDER] [--force] [--no-checks]

Progress goes to stderr; the last line of stdout is the path of the model.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Iterator, Optional, Sequence

from fingerprint import CONFIG, DATA, MODELS, ROOT, fingerprint, model_path

KEPT_MODELS = 3


def train(data: Path = DATA, models: Path = MODELS, config: Path = CONFIG) -> Path:
    """Trains on `data` and returns the path of the model. Only this imports TensorFlow."""
    path = model_path(fingerprint(data, config), models)
    models.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=models, prefix=".training-") as unfinished:
        with quiet_rasa():
            from rasa.model_training import train_nlu

            _say("training")
            made = train_nlu(str(config), str(data), unfinished, fixed_model_name=path.name)
        if made is None:
            raise SystemExit("there is no data to train on")
        Path(made).replace(path)
    for old in sorted(models.glob("*.tar.gz"), key=lambda f: f.stat().st_mtime)[:-KEPT_MODELS]:
        old.unlink()
    return path


@contextlib.contextmanager
def quiet_rasa() -> Iterator[None]:
    """No telemetry, no cache of Rasa's own (ours is by text), its prints on stderr."""
    os.environ.update(
        RASA_TELEMETRY_ENABLED="false",
        RASA_MAX_CACHE_SIZE="0",
        RASA_CACHE_DIRECTORY=str(ROOT / ".rasa" / "cache"),
        LOG_LEVEL="ERROR",
        TF_CPP_MIN_LOG_LEVEL="3",
        SQLALCHEMY_SILENCE_UBER_WARNING="1",
        MKL_NUM_THREADS="2",
    )
    with contextlib.redirect_stdout(sys.stderr):
        yield


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Train the helpline's model.")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--models", type=Path, default=MODELS)
    parser.add_argument("--force", action="store_true", help="even if there is a model")
    parser.add_argument("--no-checks", action="store_true", help="do not check the data first")
    options = parser.parse_args(arguments)
    began = time.monotonic()
    path = model_path(fingerprint(options.data), options.models)
    if path.exists() and not options.force:
        _say("the model is up to date")
    else:
        path = train(options.data, options.models)
        _say(f"trained in {time.monotonic() - began:.0f} s")
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
