"""A tree of texts and flows that goes live as one: checked whole, then never changed."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.clock import Clock
from bot.errors import HelplineError
from bot.texts.catalogue import Catalogue
from bot.texts.check import check_tree, library_of, missing_locales
from bot.texts.findings import Finding, Report
from bot.texts.hours import read_hours
from bot.texts.tree import Kept
from bot.tickets.hours import ALWAYS, Hours
from flows.format.model import Library

OWN = "own"
"""The version of the files that came with the program."""


@dataclass(frozen=True)
class Publication:
    """What the helpline says and does, as of one version: a digest, or `OWN`."""

    version: str
    library: Library
    catalogue: Catalogue
    hours: Hours = ALWAYS


class BrokenTree(HelplineError):
    """A tree has faults, so it can't go live. Nothing was changed."""

    def __init__(self, faults: Sequence[Finding]) -> None:
        super().__init__(f"{len(faults)} faults in the texts")
        self.faults = faults


def version_of(files: Mapping[str, str]) -> str:
    """The whole SHA-256 of a tree, in hexadecimal: one for the same texts, whoever publishes them,
    whenever. Of each file in the order of their paths: length and bytes of the path, then of the
    text; a length is eight bytes, the highest first."""
    digest = hashlib.sha256()
    for path in sorted(files):
        for part in (path, files[path]):
            text = part.encode()
            digest.update(len(text).to_bytes(8, "big") + text)
    return digest.hexdigest()


def is_version(files: Mapping[str, str], digest: str) -> bool:
    """Whether a tree is that of a digest (`version_of`). Half a character has no bytes, so a tree
    that holds one is none that was signed."""
    try:
        return version_of(files) == digest
    except UnicodeEncodeError:
        return False


def gate(files: Mapping[str, str], clock: Clock, *, stale: bool = True) -> Report:
    """Everything that `helpline check` finds, and what a running conversation relies on.

    `stale`: translations may lag behind; whoever publishes has to ask for it. Raises `BrokenTree`
    if there are faults.
    """
    report = check_tree(files, clock)
    faults = [*report.faults, *(() if stale else report.stale)]
    if not faults:
        faults += missing_locales(Kept(files, "content"))
    if faults:
        raise BrokenTree(faults)
    return report


def compiled(
    version: str, files: Mapping[str, str], clock: Clock, *, production: bool
) -> Publication:
    """A tree that passed the gate, ready to speak. Raises `FlowError`, `ContentError`."""
    content = Kept(files, "content")
    catalogue = Catalogue.read(clock, content, production=production)
    return Publication(version, library_of(files), catalogue, read_hours(content))
