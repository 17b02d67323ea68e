"""What a model depends on: data, configuration, code, adapted layers, locked packages."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Iterable, List, Optional

ROOT = Path(__file__).resolve().parent
DATA = ROOT / "data"
CONFIG = ROOT / "config.yml"
MODELS = ROOT / "models"
_CODE = ("components/*.py", "preparation/*.py")
_ENCODER = (
    "adaptation/artefact.py",
    "adaptation/tokens.py",
    "adaptation/weights.py",
    "adapted/layers.json",
)


def fingerprint(data: Path = DATA, config: Path = CONFIG) -> str:
    """Sixteen hex digits that change when anything changes that training depends on."""
    digest = hashlib.sha256()
    for file in _files(data, config):
        content = file.read_bytes()
        digest.update(f"{file.name}\0{file.parent.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:16]


def _files(data: Path, config: Path) -> Iterable[Path]:
    yield from sorted(data.glob("*/*.yml"))
    yield from sorted((data.parent / "development").glob("*/*.yml"))
    yield config
    yield ROOT / "uv.lock"
    for pattern in (*_CODE, *_ENCODER):
        yield from sorted(ROOT.glob(pattern))


def model_path(mark: str, models: Path = MODELS) -> Path:
    """Where the model with this fingerprint is, or will be."""
    return models / f"{mark}.tar.gz"


def newest_model(models: Path = MODELS) -> Optional[Path]:
    """The model trained last, or None."""
    found: List[Path] = sorted(models.glob("*.tar.gz"), key=lambda file: file.stat().st_mtime)
    return found[-1] if found else None
