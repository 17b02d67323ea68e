"""Puts the project's folder on the path: it is an application, not a package."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
sys.path.append(str(ROOT.parent.parent))  # nlu.runtime lies there
os.environ["RASA_TELEMETRY_ENABLED"] = "false"
