"""`helpline check`: the gate for flows, texts and the lexicon. `file:line: what to mend`."""

import argparse

from bot.texts.check import check_all


def add_arguments(_: argparse.ArgumentParser) -> None:
    """None: it checks what is in the folders `flows`, `content` and `nlu/lexicon`."""


def run(_: argparse.Namespace) -> int:
    """0 if there is nothing to mend, else 1."""
    faults, warnings = check_all()
    for line in warnings:
        print(f"note: {line}")
    for line in faults:
        print(line)
    print(f"{len(faults)} faults, {len(warnings)} notes")
    return 1 if faults else 0
