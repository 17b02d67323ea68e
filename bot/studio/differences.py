"""What people would be told differently: two trees of texts, compared as they are sent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import unified_diff

from bot.clock import Clock
from bot.errors import ContentError
from bot.studio.entries import Entry, find_entry
from bot.studio.reach import reach_of
from bot.studio.snapshot import Snapshot
from bot.texts.check import FLOWS
from bot.texts.checks.local_text import local_texts
from bot.texts.preview import bubbles

MOST_LINES = 400
"""Of a file's differences."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A message as it would be sent. `html`: Telegram's; `state`: the marks of its page."""

    html: str
    buttons: tuple[str, ...] = ()
    state: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """One text in one locale. None where it isn't said before, or not any more."""

    text_id: str
    locale: str
    before: Sent | None
    after: Sent | None

    @property
    def of_marks_alone(self) -> bool:
        """Whether the words are the same, and only the marks differ: a translation that becomes
        stale, or is reviewed."""
        if self.before is None or self.after is None:
            return False
        return replace(self.before, state=self.after.state) == self.after


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a flow that says a text. `emergency`: somebody in danger may be there."""

    flow: str
    step: str
    emergency: bool


@dataclass(frozen=True, slots=True)
class Said:
    """Where a text is said. `page`: what it belongs to, by which the studio opens it;
    `by_program`: between the flows."""

    page: str
    steps: tuple[Step, ...] = ()
    by_program: bool = False


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file's differences, line by line (unified). `cut`: there are more."""

    path: str
    lines: tuple[str, ...]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Differences:
    """`said`: text id → where it is said; `flows`: dialogues whose definition changes."""

    texts: tuple[Difference, ...] = ()
    said: Mapping[str, Said] | None = None
    flows: tuple[str, ...] = ()
    files: tuple[ChangedFile, ...] = ()


def differences(before: Mapping[str, str], after: Mapping[str, str], clock: Clock) -> Differences:
    """Compare. Raises `ContentError`, `FlowError` for a tree that can't be read."""
    old, new = Snapshot.read("", before, clock), Snapshot.read("", after, clock)
    today = clock.now().date()
    texts = tuple(_texts(old, new, today))
    files = tuple(_files(old.files, new.files))
    return Differences(
        texts,
        {one: _said(new, old, one) for one in dict.fromkeys(text.text_id for text in texts)},
        tuple(one.path.rpartition("/")[2] for one in files if one.path.startswith(FLOWS)),
        files,
    )


def _texts(old: Snapshot, new: Snapshot, today: date) -> Iterator[Difference]:
    named = dict.fromkeys(
        (local.text_id, local.locale)
        for one in (new, old)
        for local in local_texts(one.catalogue, one.library)
    )
    for text_id, locale in named:
        before, after = (_sent(one, text_id, locale, today) for one in (old, new))
        if before != after:
            yield Difference(text_id, locale, before, after)


def _sent(snapshot: Snapshot, text_id: str, locale: str, today: date) -> Sent | None:
    """None for what isn't there in this language."""
    try:
        for one in bubbles(snapshot.catalogue, snapshot.library, text_id, locale, today):
            if one.text_id == text_id:
                return Sent(one.html, one.buttons, one.state)
    except (ContentError, KeyError):
        pass
    return None


def _said(new: Snapshot, old: Snapshot, text_id: str) -> Said:
    for snapshot in (new, old):
        source = snapshot.catalogue.locales.source
        entry = find_entry(snapshot.catalogue, snapshot.files, source, text_id)
        if entry is not None:
            return _reached(snapshot, entry, text_id)
    return Said(text_id)


def _reached(snapshot: Snapshot, entry: Entry, text_id: str) -> Said:
    reach = reach_of(snapshot, entry)
    steps = dict.fromkeys(
        Step(one.flow, one.step, one.emergency)
        for one in reach.places
        if one.text_id == text_id or not entry.is_page
    )
    return Said(entry.name, tuple(steps), reach.by_program)


def _files(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[ChangedFile]:
    for path in sorted({*before, *after}):
        old, new = before.get(path, ""), after.get(path, "")
        if old != new or (path in before) != (path in after):
            lines = list(unified_diff(old.split("\n"), new.split("\n"), lineterm="", n=1))[2:]
            yield ChangedFile(path, tuple(lines[:MOST_LINES]), len(lines) > MOST_LINES)
