"""Writes docs/coverage.md: what is reached without a process, and why the rest isn't.

    python -m scripts.coverage_page FIGURES

FIGURES is what `coverage json` writes. Each file below `JUDGED_BELOW` needs a reason, which is
written into the page by hand and kept while it is needed. Fails where one is missing, and where
all files together are below `fail_under` of pyproject.toml.
"""

import json
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "coverage.md"
JUDGED_BELOW = 80
"""Percent of lines and branches."""

UNJUDGED = "?"
_ROW = re.compile(r"^\| `([^`]+\.py)` \| \d+ % \| [^|]* \| (.*) \|$", re.M)


@dataclass(frozen=True, slots=True)
class Reached:
    """Of a file or several: lines and branches that ran, all that there are, and which lines
    didn't run."""

    ran: int
    all: int
    missing: tuple[int, ...] = ()

    @property
    def percent(self) -> float:
        return 100 * self.ran / self.all if self.all else 100.0


def read(figures: Mapping[str, Any]) -> dict[str, Reached]:
    """Each file's figures, of coverage.py's JSON."""
    return {
        name: Reached(
            one["summary"]["covered_lines"] + one["summary"]["covered_branches"],
            one["summary"]["num_statements"] + one["summary"]["num_branches"],
            tuple(one["missing_lines"]),
        )
        for name, one in sorted(figures["files"].items())
    }


def total(files: Mapping[str, Reached]) -> Reached:
    """All of them together."""
    return Reached(sum(one.ran for one in files.values()), sum(one.all for one in files.values()))


def reasons(page: str) -> dict[str, str]:
    """The judgements that stand in a page."""
    return {file: reason for file, reason in _ROW.findall(page) if reason != UNJUDGED}


def page(files: Mapping[str, Reached], judged: Mapping[str, str]) -> str:
    """The page; a file without a judgement has `UNJUDGED` in its place."""
    rooms: dict[str, dict[str, Reached]] = defaultdict(dict)
    for name, one in files.items():
        rooms[str(Path(name).parent)][name] = one
    lines = [
        "# What is reached without a process",
        "",
        "Written by `make coverage`: lines and branches of the product that the tests which start",
        "no process run (`make quick`, and the slow ones). "
        f"All: **{total(files).percent:.0f} %**; the floor is",
        "`fail_under` in pyproject.toml.",
        "",
        "| room | reached |",
        "| --- | --: |",
        *(f"| `{room}/` | {total(inside).percent:.0f} % |" for room, inside in rooms.items()),
        "",
        f"## Below {JUDGED_BELOW} %",
        "",
        "The last column is written by hand and kept; `make coverage` fails without it.",
        "",
        "| file | reached | lines not reached | why not here |",
        "| --- | --: | --: | --- |",
        *(
            f"| `{name}` | {one.percent:.0f} % | {len(one.missing)} |"
            f" {judged.get(name, UNJUDGED)} |"
            for name, one in files.items()
            if one.percent < JUDGED_BELOW
        ),
    ]
    return "\n".join(lines) + "\n"


def faults(files: Mapping[str, Reached], judged: Mapping[str, str], floor: float) -> list[str]:
    """What must be mended, in words."""
    low = [name for name, one in files.items() if one.percent < JUDGED_BELOW]
    found = [f"{name}: say why it isn't reached" for name in low if name not in judged]
    if total(files).percent < floor:
        found.append(f"all: {total(files).percent:.1f} %, and the floor is {floor:g} %")
    return found


def main() -> int:
    """0 if the floor holds and every low file is judged."""
    files = read(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    judged = reasons(PAGE.read_text(encoding="utf-8")) if PAGE.exists() else {}
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    floor = settings["tool"]["coverage"]["report"]["fail_under"]
    wrong = faults(files, judged, floor)
    PAGE.write_text(page(files, judged), encoding="utf-8")
    for line in wrong:
        print(f"docs/coverage.md: {line}", file=sys.stderr)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
