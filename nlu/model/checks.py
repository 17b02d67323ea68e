"""Checks the training data, development and test set; `python checks.py [--counts off]`.

Prints one line a finding, `file:line: what is wrong`, and exits with 1 if there are any.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import repository  # noqa: F401 - nlu.runtime lies outside this folder
from fingerprint import DATA, ROOT
from nlu.runtime.reading.text import fold, letters
from preparation.intents import EMERGENCIES, INTENTS
from preparation.read import LOCALES, DataError, Example, read_folder
from preparation.signals import FOLDER, Told, read_signals
from preparation.similar import Pair, similar_between, similar_pairs

DEVELOPMENT = ROOT / "development"
TESTS = ROOT / "tests"
LEAST_EXAMPLES = 60
LEAST_EMERGENCIES = 150
LEAST_HARD_NEGATIVES = 150
NEAR = 0.8
"""Share of common three-letter pieces from which two messages are one message retouched."""
NEAR_LETTERS = 15
"""Shorter messages ("жок", "жоок") differ by a letter and are each worth having."""
LEAK_WORDS = 3


@dataclass(frozen=True)
class Finding:
    """One thing to mend. `place` is `file:line`."""

    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}"


def check(
    data: Path = DATA,
    tests: Path = TESTS,
    counts: bool = True,
    development: Path = DEVELOPMENT,
) -> list[Finding]:
    """All findings, in the order of the files."""
    try:
        examples, judged = read_folder(data), read_folder(tests)
        settled = read_folder(development)
        told = read_signals(data.parent / FOLDER)
    except DataError as error:
        place, _, what = str(error).partition(": ")
        return [Finding(place, what)]
    findings = [*_intents([*examples, *settled, *judged]), *_same(examples), *_near(examples)]
    findings += _leaks(examples, judged, "a test message that training sees in")
    findings += [*_told_twice(told), *_leaks(told, judged, "a test message that signals have in")]
    findings += _leaks(settled, judged, "a test message that the development set has in")
    findings += _leaks(examples, settled, "a development message that training sees in")
    if counts:
        findings += _counts(data, examples)
    return findings


def _intents(examples: Sequence[Example]) -> Iterator[Finding]:
    for example in examples:
        if example.intent not in INTENTS:
            yield Finding(example.place, f"unknown intent {example.intent}")
        if example.hard_negative and example.urgent:
            yield Finding(example.place, "a hard negative cannot be urgent")


def _counts(data: Path, examples: Sequence[Example]) -> Iterator[Finding]:
    found = Counter((example.locale, example.intent) for example in examples)
    hard = Counter(example.locale for example in examples if example.hard_negative)
    for locale in LOCALES:
        for intent in INTENTS:
            least = LEAST_EMERGENCIES if intent in EMERGENCIES else LEAST_EXAMPLES
            have = found[locale, intent]
            if have < least:
                place = f"{data / locale / intent}.yml:1"
                yield Finding(place, f"{have} examples of {intent}, {least} are needed")
        if hard[locale] < LEAST_HARD_NEGATIVES:
            place = f"{data / locale}/hard_negatives.yml:1"
            have = hard[locale]
            yield Finding(place, f"{have} hard negatives, {LEAST_HARD_NEGATIVES} are needed")


def _same(examples: Sequence[Example]) -> Iterator[Finding]:
    """Messages equal but for case, punctuation marks aside; one text has one intent a locale."""
    seen: dict[tuple[str, str], Example] = {}
    for example in examples:
        first = seen.setdefault((example.locale, fold(example.text)), example)
        if first is example:
            continue
        if first.intent == example.intent:
            yield Finding(example.place, f"the same text as {first.place}")
        else:
            what = f"{example.intent} here, but {first.intent} in {first.place}"
            yield Finding(example.place, what)


def _told_twice(told: Sequence[Told]) -> Iterator[Finding]:
    """Messages of signals that stand there twice, as the same signal or as two."""
    seen: dict[tuple[str, str], Told] = {}
    for one in told:
        first = seen.setdefault((one.locale, fold(one.text)), one)
        if first is not one:
            yield Finding(one.place, f"the same text as {first.place}")


def _near(examples: Sequence[Example]) -> Iterator[Finding]:
    groups: dict[tuple[str, str], list[Example]] = defaultdict(list)
    for example in examples:
        if letters(example.text) >= NEAR_LETTERS:
            groups[example.locale, example.intent].append(example)
    for group in groups.values():
        for pair in similar_pairs([example.text for example in group], NEAR):
            yield _too_close(group[pair.second], group[pair.first], pair)


def _too_close(example: Example, other: Example, pair: Pair) -> Finding:
    return Finding(example.place, f"{pair.share:.0%} the same as {other.place}")


def _leaks(
    known: Sequence[Example | Told], apart: Sequence[Example], what: str
) -> Iterator[Finding]:
    """Messages of a set written apart that another has, as they are or retouched; a short greeting
    is everyone's own."""
    seen = {fold(example.text): example for example in known}
    first = {one.place: seen[fold(one.text)] for one in apart if fold(one.text) in seen}
    for locale in LOCALES:
        own = [one for one in apart if one.locale == locale and _telling(one)]
        others = [one for one in known if one.locale == locale and _telling(one)]
        pairs = similar_between([one.text for one in own], [one.text for one in others], NEAR)
        for pair in pairs:
            first.setdefault(own[pair.first].place, others[pair.second])
    for example in apart:
        if example.place in first and len(example.text.split()) >= LEAK_WORDS:
            yield Finding(example.place, f"{what} {first[example.place].place}")


def _telling(example: Example | Told) -> bool:
    """Whether it is long enough for being the same but for a word or a letter to mean something."""
    return len(example.text.split()) >= LEAK_WORDS and letters(example.text) >= NEAR_LETTERS


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Check training data, development and test set.")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--development", type=Path, default=DEVELOPMENT)
    parser.add_argument("--tests", type=Path, default=TESTS)
    parser.add_argument("--counts", choices=("on", "off"), default="on")
    options = parser.parse_args(arguments)
    findings = check(options.data, options.tests, options.counts == "on", options.development)
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
