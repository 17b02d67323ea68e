"""Where the model of today's data is; `nlu.runtime.fingerprint` says what it depends on."""

from __future__ import annotations

from pathlib import Path

import repository  # noqa: F401 - nlu.runtime lies outside this folder
from nlu.runtime.fingerprint import fingerprint

ROOT = Path(__file__).resolve().parent
DATA = ROOT / "data"
CONFIG = ROOT / "config.yml"
MODELS = ROOT / "models"

__all__ = ["CONFIG", "DATA", "MODELS", "ROOT", "fingerprint", "model_path", "newest_model"]


def model_path(mark: str, models: Path = MODELS) -> Path:
    """Where the model with this fingerprint is, or will be."""
    return models / f"{mark}.tar.gz"


def newest_model(models: Path = MODELS) -> Path | None:
    """The model trained last, or None."""
    found: list[Path] = sorted(models.glob("*.tar.gz"), key=lambda file: file.stat().st_mtime)
    return found[-1] if found else None
