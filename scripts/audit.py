"""Known holes in what is built upon, by pip-audit, which asks the advisory service of PyPI.

    python scripts/audit.py UV

Ends with 1 if the bots' packages have holes. Those of the model's are told and don't fail: Rasa 3.6
holds its packages at versions of its time, most of which the serving process never imports
(nlu/model/rasa_model.py), and that process reads texts from the bots alone and has no way out.

Where the service, or pip-audit itself, can't be had, it says in capitals that nothing was audited,
and ends with 0: a machine without the network is no hole.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
MODEL = ROOT / "nlu" / "model"


def verdict(stdout: str, stderr: str) -> tuple[int, list[str]]:
    """The exit status, and what to print, from pip-audit's output as JSON."""
    try:
        packages = json.loads(stdout)["dependencies"]
    except (ValueError, KeyError, TypeError):
        last = (stderr.strip().splitlines() or ["it said nothing"])[-1]
        return 0, ["NOT AUDITED: pip-audit or its advisory service can't be reached.", last]
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
    elif skipped:
        lines.append(f"NOT AUDITED: {', '.join(skipped)}")
    return status, lines


def audited(uv: str, project: Path) -> tuple[int, list[str]]:
    """The verdict on the locked packages that production installs."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = str(Path(folder) / "requirements.txt")
        exported = ("export", "--frozen", "--no-dev", "--no-emit-project", "--quiet", "-o", wanted)
        subprocess.run([uv, *exported, "--project", str(project)], check=True)
        audit = ("tool", "run", "pip-audit", "--disable-pip", "--require-hashes")
        done = subprocess.run(
            [uv, *audit, "--format", "json", "--progress-spinner", "off", "-r", wanted],
            capture_output=True,
            text=True,
            check=False,
        )
    return verdict(done.stdout, done.stderr)


def main(arguments: Sequence[str]) -> int:
    """Both environments; the bots' verdict."""
    (uv,) = arguments
    status, lines = audited(uv, ROOT)
    _, told = audited(uv, MODEL)
    print("\n".join(["The bots:", *lines, "The model:", *told]))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
