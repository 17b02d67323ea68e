"""Puts the repository on the path: `nlu.runtime`, which both environments share, lies there."""

from __future__ import annotations

import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]

if str(REPOSITORY) not in sys.path:  # at its end: a name of this folder comes first
    sys.path.append(str(REPOSITORY))
