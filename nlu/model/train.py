"""Trains the model through Rasa, and writes the bundle that needs no Rasa.

    python train.py [--data FOLDER] [--models FOLDER] [--bundle FOLDER] [--force]

Nothing is learnt anew when there is a model for the data and the configuration, or a bundle: the
archive is then made from that. Of the project's own data the bundle is the repository's
(`nlu/bundle`); of other data none is written unless `--bundle` says where. Progress goes to stderr;
the last line of stdout is the path of the model.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bundling import archive_bundle, bundle_archive
from fingerprint import CONFIG, DATA, MODELS, ROOT, fingerprint, model_path
from nlu.runtime.bundle import BUNDLE, BadBundle, read_bundle

KEPT_MODELS = 3


def train(data: Path = DATA, models: Path = MODELS, config: Path = CONFIG) -> Path:
    """Trains on `data` and returns the path of the model. Only this imports TensorFlow."""
    path = model_path(fingerprint(data, config), models)
    models.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=models, prefix=".training-") as unfinished:
        with quiet_rasa(), collector_rests():
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
def collector_rests() -> Iterator[None]:
    """Training makes millions of small objects and keeps them to its end; to look for garbage among
    them again and again takes a twentieth of its time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


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


def bundled(folder: Path | None) -> str | None:
    """The fingerprint of the bundle in a folder; None where there is none that can be read."""
    try:
        return None if folder is None else read_bundle(folder).fingerprint
    except BadBundle:
        return None


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Train the helpline's model.")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--models", type=Path, default=MODELS)
    parser.add_argument("--bundle", type=Path, help="default: nlu/bundle, of the project's data")
    parser.add_argument("--force", action="store_true", help="even if there is a model")
    options = parser.parse_args(arguments)
    own = options.data.resolve() == DATA and options.models.resolve() == MODELS
    bundle: Path | None = options.bundle or (BUNDLE if own else None)
    began = time.monotonic()
    mark = fingerprint(options.data)
    path = model_path(mark, options.models)
    if options.force or not (path.exists() or bundled(bundle) == mark):
        path = train(options.data, options.models)
        _say(f"trained in {time.monotonic() - began:.0f} s")
    elif bundle is not None and not path.exists():
        archive_bundle(bundle, path)
        _say("the model is that of the bundle, which is up to date")
    else:
        _say("the model is up to date")
    if bundle and (options.force or bundled(bundle) != mark):
        bundle_archive(path, bundle)
        _say(f"the bundle is in {bundle}")
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
