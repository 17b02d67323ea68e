"""`helpline check`: the gate for flows, texts and the lexicon. `file:line: what to mend`."""

import argparse

from bot.texts.check import check_all


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `helpline check`; it checks `flows`, `content` and `nlu/lexicon`."""
    parser.add_argument("--brief", action="store_true", help="leave out the notes")


def run(args: argparse.Namespace) -> int:
    """0 if there is nothing to mend, else 1."""
    faults, warnings = check_all()
    for line in [] if args.brief else warnings:
        print(f"note: {line}")
    for line in faults:
        print(line)
    print(f"{len(faults)} faults, {len(warnings)} notes")
    return 1 if faults else 0
