"""Trains anew and shows that the repository's bundle is what training writes: `python proof.py`.

On one machine the same data give the same bytes. On another sums may round otherwise: then both
bundles must say the same of every message of the tests and of the development set, with scores
within a hundredth. Ends with 1 if they don't.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import repository  # noqa: F401 - nlu.runtime lies outside this folder
from bundling import bundle_archive
from fingerprint import DATA, fingerprint
from nlu.runtime.bundle import BUNDLE, FILES, read_bundle
from preparation.read import read_folder
from train import train

NEAR = 0.01
SHOWN = 10


def different(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two parses of a message would be treated otherwise."""
    decided = (
        (
            parse["intent"]["name"],
            parse["urgency"]["urgent"],
            parse["locale"]["name"],
            parse["signal"]["name"],
        )
        for parse in (one, other)
    )
    first, second = decided
    away = abs(one["urgency"]["score"] - other["urgency"]["score"])
    return first != second or away > NEAR


def differences(ours: Path, theirs: Path) -> Iterator[str]:
    """Places of the messages that two bundles differ on."""
    from nlu.runtime.parser import Parser

    one, other = Parser.from_folder(ours), Parser.from_folder(theirs)
    for folder in ("tests", "development"):
        for example in read_folder(DATA.parent / folder):
            if different(one.parse(example.text), other.parse(example.text)):
                yield example.place


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    description = "Train anew: is the repository's bundle what training writes?"
    argparse.ArgumentParser(description=description).parse_args(arguments)
    if read_bundle().fingerprint != fingerprint():
        print("the bundle isn't of today's data: make model", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="helpline-proof-") as name:
        folder = Path(name)
        bundle_archive(train(models=folder / "models"), folder / "bundle")
        if all((folder / "bundle" / n).read_bytes() == (BUNDLE / n).read_bytes() for n in FILES):
            print("the bundle is what training writes, to the byte")
            return 0
        found = list(differences(BUNDLE, folder / "bundle"))
    for place in found[:SHOWN]:
        print(f"{place}: another answer", file=sys.stderr)
    print(f"another machine's bytes; {len(found)} messages are answered otherwise")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
