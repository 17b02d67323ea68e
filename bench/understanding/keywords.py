"""How well the lexicon does on the training messages.

    python -m bench.understanding.keywords [LOCALE …] [--list]

For editors. Per locale it tells how many of the urgent messages the keywords alone hear, and how
many of the others they take for urgent; `--list` also prints those that went wrong, each false
alarm with the phrase that raised it. The messages are written for training: they hold no person's
words.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.understanding.messages import DATA, Message, read
from nlu.intents import LOCALES
from nlu.keywords import Keywords
from nlu.keywords.lexicon import load


@dataclass(frozen=True, slots=True)
class Measured:
    """Counts for one locale, and what went wrong."""

    urgent: int
    others: int
    hard: int
    missed: tuple[Message, ...]
    false: tuple[Message, ...]

    def line(self, locale: str) -> str:
        hard = sum(message.hard for message in self.false)
        true_positives = self.urgent - len(self.missed)
        return (
            f"{locale:8} heard {true_positives}/{self.urgent} urgent "
            f"({_percent(true_positives, self.urgent)}), "
            f"false alarms {len(self.false)}/{self.others} "
            f"({_percent(len(self.false), self.others)}), "
            f"of them hard negatives {hard}/{self.hard} ({_percent(hard, self.hard)})"
        )


def measure(keywords: Keywords, messages: Sequence[Message]) -> Measured:
    """Reads every message with the keywords alone."""
    heard = [keywords.spot(message.text).danger is not None for message in messages]
    pairs = list(zip(messages, heard, strict=True))
    return Measured(
        urgent=sum(message.urgent for message in messages),
        others=sum(not message.urgent for message in messages),
        hard=sum(message.hard for message in messages),
        missed=tuple(message for message, danger in pairs if message.urgent and not danger),
        false=tuple(message for message, danger in pairs if danger and not message.urgent),
    )


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


def main(arguments: Sequence[str], *, data: Path = DATA, keywords: Keywords | None = None) -> None:
    """Prints one line per locale. `data`: a folder of messages for each locale; `keywords`: those
    that are measured, instead of the program's own, read anew."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.understanding.keywords", description=__doc__
    )
    parser.add_argument("locales", nargs="*", help=f"some of: {', '.join(LOCALES)}")
    parser.add_argument("--list", action="store_true", help="print what went wrong")
    options = parser.parse_args(arguments)
    measured_ones = keywords or Keywords(load())
    for locale in options.locales or LOCALES:
        measured = measure(measured_ones, list(read(data / locale)))
        print(measured.line(locale))
        if options.list:
            for message in measured.missed:
                print(f"  missed  {message.intent}: {message.text}")
            for message in measured.false:
                print(f"  false   {message.intent}: {message.text}")
                print(f"          by: {'; '.join(measured_ones.reasons(message.text))}")


if __name__ == "__main__":
    main(sys.argv[1:])
