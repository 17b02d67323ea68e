"""Reads `nlu/lexicon/LOCALE.yml`: phrases that always matter, written by editors.

Every fault is reported as `file:line: message`; nothing is guessed and no key is ignored.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nlu.errors import LexiconError
from nlu.keywords.entries import Entry
from nlu.keywords.follow_ups import FOLDER as FOLLOW_UPS
from nlu.keywords.follow_ups import FollowUpReader
from nlu.keywords.lexicon_reader import Reader
from nlu.keywords.signals import FOLDER as SIGNALS
from nlu.keywords.signals import SignalReader

FOLDER = Path(__file__).parents[1] / "lexicon"

_KINDS: Mapping[str, type[Reader]] = {"": Reader, SIGNALS: SignalReader, FOLLOW_UPS: FollowUpReader}
"""What reads the files of each folder in `FOLDER`; "" is that folder itself."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All phrases of all locales: a message is read against all of them at once."""

    entries: tuple[Entry, ...]

    def intents(self, locale: str) -> frozenset[str]:
        """The intents that a locale's own file has phrases for."""
        return frozenset(e.intent for e in self.entries if e.intent and e.locale == locale)


def load(folder: Path = FOLDER) -> Lexicon:
    """Read every `*.yml` of a folder. Raises `LexiconError`."""
    entries, faults = _read_folder(folder)
    if faults:
        raise LexiconError(faults)
    return Lexicon(tuple(entries))


def load_texts(texts: Mapping[str, str]) -> Lexicon:
    """Read a lexicon from memory: file name → YAML. Raises `LexiconError`."""
    readers = [Reader(name, text) for name, text in texts.items()]
    if faults := [fault for reader in readers for fault in reader.faults]:
        raise LexiconError(faults)
    return Lexicon(tuple(entry for reader in readers for entry in reader.entries))


def check(folder: Path = FOLDER) -> list[str]:
    """Every fault of the lexicon, as `file:line: message`; empty when all is well."""
    return _read_folder(folder)[1]


def _read_folder(folder: Path) -> tuple[list[Entry], list[str]]:
    if not any(folder.glob("*.yml")):
        return [], [f"{folder.name}:1: there is no lexicon"]
    entries: list[Entry] = []
    faults: list[str] = []
    for kind, reader in _KINDS.items():
        for file in sorted((folder / kind).glob("*.yml")):
            where = file.relative_to(folder).parent
            try:
                read = reader(file.name, file.read_text(encoding="utf-8"))
            except UnicodeDecodeError:
                faults.append(f"{where / file.name}:1: save the file as UTF-8")
                continue
            entries += read.entries
            faults += [f"{where / fault}" for fault in read.faults]
    return entries, faults
