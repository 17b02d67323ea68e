"""Writes docs/house.md: the rooms, who imports whom, and the way of a message through the files.

    python -m scripts.house [--check]

The ways are traced in both bots, which run in this process against the sandbox on a real Redis.
`--check` writes nothing and traces nothing: it fails where the rooms or arrows in docs/ aren't
those of the code, or a file of a way is gone.
"""

import argparse
import ast
import asyncio
import re
import sys
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from pathlib import Path

import grimp

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "house.md"
PACKAGES = ("sandbox", "bot", "nlu", "flows")
DIVIDED = "bot"
"""Its packages are rooms of their own; what lies beside them as a file is no room."""

WAYS = "## The way of one message"
_FILE = re.compile(r"`([^`]+\.py)`")

Arrows = frozenset[tuple[str, str]]


def rooms() -> dict[str, str]:
    """Each room, as a package, with the first sentence of its docstring."""
    inner = (file.parent for file in sorted((ROOT / DIVIDED).glob("*/__init__.py")))
    folders = [*(ROOT / name for name in PACKAGES if name != DIVIDED), *inner]
    return {".".join(folder.relative_to(ROOT).parts): _sentence(folder) for folder in folders}


def _sentence(folder: Path) -> str:
    told = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""
    sentence = re.match(r".+?\.(?=\s|$)", told, re.S)
    return " ".join((sentence[0] if sentence else told).split())


def arrows(found: Iterable[str]) -> Arrows:
    """(importer, imported) between rooms, without those that a longer way implies."""
    names = list(found)
    graph = grimp.build_graph(*PACKAGES, cache_dir=None)
    imports = {
        one: {
            other
            for other in names
            if other != one
            and graph.direct_import_exists(importer=one, imported=other, as_packages=True)
        }
        for one in names
    }
    return reduced(imports)


def reduced(imports: dict[str, set[str]]) -> Arrows:
    """The fewest arrows from which all imports follow. Raises `ValueError` for a circle."""
    below: dict[str, set[str]] = {}

    def under(one: str, way: tuple[str, ...]) -> set[str]:
        if one in way:
            raise ValueError(f"rooms import in a circle: {' → '.join((*way, one))}")
        if one not in below:
            further = [under(other, (*way, one)) for other in imports[one]]
            below[one] = imports[one].union(*further)
        return below[one]

    for one in imports:
        under(one, ())
    return frozenset(
        (one, other)
        for one, all_ in imports.items()
        for other in all_
        if not any(other in below[between] for between in all_)
    )


@cache
def drawing() -> str:
    """The part about rooms and arrows."""
    found = rooms()
    lines = [
        "# The house",
        "",
        "Written by `make house` from the code; `tests/architecture/test_house.py` compares. An",
        "arrow is an import; what follows from others isn't drawn. Files directly in `bot/` are",
        "no rooms: `compose.py` puts the parts together, `config.py` reads the settings, the",
        "others are words that all rooms share.",
        "",
        "```mermaid",
        "graph TD",
        *(f"  {one}[{one.rpartition('.')[2]}]" for one in found),
        *(f"  {one} --> {other}" for one, other in sorted(arrows(found))),
        "```",
        "",
        "| room | |",
        "| --- | --- |",
        *(f"| `{one.replace('.', '/')}/` | {told} |" for one, told in found.items()),
    ]
    return "\n".join(lines) + "\n"


def ways(traced: dict[str, list[tuple[str, str]]]) -> str:
    """The part about messages: of each way, (file, function) in the order of first calls."""
    lines = [
        WAYS,
        "",
        "Files in the order in which they are first called, as traced; what also runs while nobody",
        "writes is left out. The figures are a report: nothing holds them.",
    ]
    for title, calls in traced.items():
        files = list(dict.fromkeys(file for file, _ in calls))
        lines += ["", f"### {title}: {len(set(calls))} functions in {len(files)} files", ""]
        for room, inside in groupby(files, key=lambda file: str(Path(file).parent)):
            lines.append(f"- `{room}/`: {', '.join(f'`{Path(one).name}`' for one in inside)}")
    return "\n".join(lines) + "\n"


def faults(page: str) -> list[str]:
    """In what a page differs from the code."""
    drawn, _, rest = page.partition(f"\n{WAYS}")
    found = [] if drawn == drawing() else ["the rooms or arrows have changed"]
    room = ""
    for line in rest.splitlines():
        if head := re.match(r"- `([^`]+/)`: ", line):
            room = head[1]
            gone = [one for one in _FILE.findall(line) if not (ROOT / room / one).is_file()]
            found += [f"{room}{one} is gone" for one in gone]
    return found


def main() -> int:
    """0 if the page is written, or with `--check` is today's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    if parser.parse_args().check:
        wrong = faults(PAGE.read_text(encoding="utf-8"))
        for line in wrong:
            print(f"docs/house.md: {line}; make house writes it anew", file=sys.stderr)
        return int(bool(wrong))
    from scripts.traced import trace  # which imports both bots: a check needs neither

    PAGE.write_text(drawing() + "\n" + ways(asyncio.run(trace())), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
