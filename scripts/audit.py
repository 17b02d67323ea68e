"""Known holes in what is built upon, by pip-audit, which asks the advisory service of PyPI.

    python scripts/audit.py UV

Ends with 1 if the bots' packages have holes. Those of the model's are told and don't fail: Rasa 3.6
holds its packages at versions of its time, most of which the serving process never imports
(nlu/model/rasa_model.py), and that process reads texts from the bots alone and has no way out.

An audit that couldn't audit is red: where the service, or pip-audit itself, can't be had, or knows
none of the packages, it says in capitals that nothing was audited and ends with 3. A machine
without a way to the service says so in `HELPLINE_NOT_AUDITED`, with the reason, which is shown:
then it ends with 0. A known hole is red in any case.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
MODEL = ROOT / "nlu" / "model"


NOT_AUDITED = 3
EXCUSE = "HELPLINE_NOT_AUDITED"


def ended(status: int, excuse: str) -> tuple[int, list[str]]:
    """The exit status by what somebody has said about a machine without the service."""
    if status != NOT_AUDITED or not excuse.strip():
        return status, []
    return 0, [f"{EXCUSE}: {excuse.strip()}"]


def verdict(stdout: str, stderr: str) -> tuple[int, list[str]]:
    """The exit status, and what to print, from pip-audit's output as JSON."""
    try:
        packages = json.loads(stdout)["dependencies"]
    except (ValueError, KeyError, TypeError):
        last = (stderr.strip().splitlines() or ["it said nothing"])[-1]
        return NOT_AUDITED, [
            "NOT AUDITED: pip-audit or its advisory service can't be reached.",
            last,
        ]
    skipped = [one["name"] for one in packages if "skip_reason" in one]
    lines = [
        f"{one['name']} {one['version']}: {hole['id']}, "
        f"mended in {', '.join(hole['fix_versions']) or 'nothing yet'}"
        for one in packages
        for hole in one.get("vulns", ())
    ]
    status = 1 if lines else 0
    looked_at = f"{len(packages) - len(skipped)} of {len(packages)} packages audited"
    lines.append(f"{looked_at}, {len(lines)} known holes")
    if len(skipped) == len(packages):
        lines.append("NOT AUDITED: the advisory service knows none of them, or isn't reached here")
        status = NOT_AUDITED
    elif skipped:
        lines.append(f"NOT AUDITED: {', '.join(skipped)}")
    return status, lines


def audited(uv: str, project: Path) -> tuple[int, list[str]]:
    """The verdict on the locked packages that production installs."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = str(Path(folder) / "requirements.txt")
        exported = ("export", "--frozen", "--no-dev", "--no-emit-project", "--quiet", "-o", wanted)
        subprocess.run([uv, *exported, "--project", str(project)], check=True)
        program = str(ROOT / ".build" / "audit" / "bin" / "pip-audit")
        done = subprocess.run(
            [
                program,
                "--disable-pip",
                "--require-hashes",
                "--format",
                "json",
                "--progress-spinner",
                "off",
                "-r",
                wanted,
            ],
            capture_output=True,
            text=True,
            check=False,
        )
    return verdict(done.stdout, done.stderr)


def bring(uv: str) -> None:
    """pip-audit in an environment of its own, each of its packages by hash (scripts/audit.txt)."""
    folder = ROOT / ".build" / "audit"
    wanted = ("--require-hashes", "-r", str(ROOT / "scripts" / "audit.txt"))
    subprocess.run([uv, "venv", "--quiet", "--clear", str(folder)], check=True)
    python = str(folder / "bin" / "python")
    subprocess.run([uv, "pip", "install", "--quiet", "--python", python, *wanted], check=True)


def main(arguments: Sequence[str]) -> int:
    """Both environments; the bots' verdict."""
    (uv,) = arguments
    try:
        bring(uv)
        status, lines = audited(uv, ROOT)
        _, told = audited(uv, MODEL)
    except (OSError, subprocess.CalledProcessError) as error:
        status, told = NOT_AUDITED, []
        lines = [f"NOT AUDITED: pip-audit can't be brought ({type(error).__name__})"]
    status, excused = ended(status, os.environ.get(EXCUSE, ""))
    print("\n".join(["The bots:", *lines, "The model:", *told, *excused]))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
