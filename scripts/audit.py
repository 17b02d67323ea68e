"""Known holes in what is built upon, by pip-audit, which asks the advisory service of PyPI.

    python scripts/audit.py UV

Ends with 1 if there are holes. Where the service, or pip-audit itself, can't be had, it says in
capitals that nothing was audited, and ends with 0: a machine without the network is no hole.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path


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


def main(arguments: Sequence[str]) -> int:
    """Audit the locked packages that production installs."""
    (uv,) = arguments
    with tempfile.TemporaryDirectory() as folder:
        wanted = str(Path(folder) / "requirements.txt")
        exported = ("export", "--frozen", "--no-dev", "--no-emit-project", "--quiet", "-o", wanted)
        subprocess.run([uv, *exported], check=True)
        audit = ("tool", "run", "pip-audit", "--disable-pip", "--require-hashes")
        done = subprocess.run(
            [uv, *audit, "--format", "json", "--progress-spinner", "off", "-r", wanted],
            capture_output=True,
            text=True,
            check=False,
        )
    status, lines = verdict(done.stdout, done.stderr)
    print("\n".join(lines))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
