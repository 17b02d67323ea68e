"""What is inside: a bill of materials (CycloneDX 1.5) of each environment, by uv from its lock.

    python -m scripts.sbom UV FOLDER

Ends with 1 where one isn't what production installs: each locked package, with version and address
(purl), and none besides.
"""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PROJECTS = {"bots": ROOT, "model": ROOT / "nlu" / "model"}
_LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.M)


def exported(uv: str, project: Path, kind: str) -> str:
    """uv's export of the packages that production installs."""
    asked = (
        uv,
        "export",
        "--frozen",
        "--no-dev",
        "--quiet",
        "--format",
        kind,
        "--project",
        project,
    )
    done = subprocess.run(
        [*map(str, asked), "--no-emit-project"], capture_output=True, text=True, check=True
    )
    return done.stdout


def faults(bill: Any, requirements: str) -> list[str]:
    """What is wrong with a bill, beside the same packages as requirements."""
    if not isinstance(bill, dict) or (bill.get("bomFormat"), bill.get("specVersion")) != (
        "CycloneDX",
        "1.5",
    ):
        return ["it isn't CycloneDX 1.5"]
    found = {(one.get("name"), one.get("version")) for one in bill.get("components", ())}
    wanted = {(name, version) for name, version in _LOCKED.findall(requirements)}
    wrong = [f"{name} {version} is missing" for name, version in sorted(wanted - found)]
    wrong += [f"{name} {version} isn't installed" for name, version in sorted(found - wanted)]
    for one in bill.get("components", ()):
        address = f"pkg:pypi/{one.get('name')}@{one.get('version')}"
        if not str(one.get("purl", "")).startswith(address):
            wrong.append(f"{one.get('name')} has no address")
    return wrong if wanted else ["nothing is locked"]


def main(arguments: Sequence[str]) -> int:
    """Write both, and say what is wrong."""
    uv, folder = arguments[0], Path(arguments[1])
    folder.mkdir(parents=True, exist_ok=True)
    status = 0
    for name, project in PROJECTS.items():
        text = exported(uv, project, "cyclonedx1.5")
        wrong = faults(json.loads(text), exported(uv, project, "requirements.txt"))
        file = folder / f"{name}.cdx.json"
        file.write_text(text, encoding="utf-8")
        count = len(json.loads(text).get("components", ()))
        print("\n".join(wrong) if wrong else f"{name}.cdx.json: {count} packages")
        status = 1 if wrong else status
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
