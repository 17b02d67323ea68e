"""The studio: reads the texts at the branch's commit, and saves what editors have changed.

Git and files are slow beside a desk that answers people, so all of it is done in a thread, one
thing at a time.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from bot.clock import Clock
from bot.errors import ContentError, HelplineError
from bot.studio import backup, lines, yaml_file
from bot.studio.compared import digest_of, says_the_same
from bot.studio.entries import Entry, fields_at, find_entry, written
from bot.studio.errors import ChangedMeanwhile, NotSaved
from bot.studio.merging import merged, merged_fields
from bot.studio.reviewed import SignedReview, files_of
from bot.studio.snapshot import Snapshot, decoded
from bot.studio.working_tree import Version, WorkingTree
from bot.texts.check import FLOWS, read_tree

logger = logging.getLogger(__name__)

T = TypeVar("T")

LOOKED_THROUGH = 1000
"""Commits that the history of a text goes back."""

FEW = 8
"""Changed files that are read one by one; where more have changed, all are read."""

CONTACTS = "content/contacts.yml"

REVIEWED_BY = "review"
"""Whose commit a review is: a reviewer has no code name."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A change that an editor wants to save. `version`: the commit that their page was made from;
    `fields`: those that they may have changed; `compared`: their word that the text says what its
    source says, or what the program does."""

    locale: str
    name: str
    version: str
    fields: Mapping[str, str]
    by: str
    why: str
    compared: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """`version`: the commit, or the one that was there if there was nothing to save; `merged`:
    somebody else's change to the same text is in it as well; `unsigned`: a signature was taken
    back with the words that it was for."""

    version: str
    changed: bool
    merged: bool = False
    unsigned: bool = False


@dataclass(frozen=True, slots=True)
class Edition:
    """A text as a version left it."""

    version: Version
    fields: Mapping[str, str]
    before: Mapping[str, str]


@dataclass
class Studio:
    """`tree`: None where texts can only be read; then they are the program's own."""

    clock: Clock
    tree: WorkingTree | None = None
    backed_up: backup.BackedUp | None = None
    _snapshot: Snapshot | None = None
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def writable(self) -> bool:
        """Whether anything can be saved."""
        return self.tree is not None

    async def snapshot(self) -> Snapshot:
        """All texts as they are now. Raises `ContentError`, `FlowError` for a tree that can't be
        read."""
        return await self._in_thread(self._current)

    async def by_hand(self) -> list[str]:
        """Files of the folder that were changed outside of the studio."""
        tree = self.tree
        return await self._in_thread(tree.by_hand) if tree else []

    async def back_up(self) -> None:
        """Bring the branch and the remote together. What came of it is in `backed_up`."""
        tree = self.tree
        if tree is None:
            return
        try:
            self.backed_up = await self._in_thread(lambda: backup.back_up(tree, self.clock))
        except Exception as error:
            # a remote is others' software: whatever it answers, nobody's console ends by it
            logger.warning("texts_backup_failed", extra={"kind": type(error).__name__})
            self.backed_up = backup.BackedUp(backup.Outcome.FAILED, self.clock.now())

    async def save(self, draft: Draft) -> Saved:
        """Commit a text. Raises `NotSaved`, `ChangedMeanwhile`, `ContentError`, `FlowError`."""
        return await self._in_thread(lambda: self._save(draft))

    async def save_file(self, path: str, version: str, text: str, by: str, why: str) -> Saved:
        """Commit a whole file, as it is written. Raises as `save` does, but for a tree that can't
        be read: that is how it is mended."""
        return await self._in_thread(lambda: self._save_file(path, version, text, by, why))

    async def called(self, contact: str, on: date, heard: str, by: str) -> Saved:
        """Write down a test call. Raises as `save` does."""
        return await self._in_thread(lambda: self._called(contact, on, heard, by))

    async def review(self, review: SignedReview) -> Saved:
        """Write what a reviewer has signed. Raises as `save` does; `NotSaved` if a text that they
        have read has changed meanwhile."""
        return await self._in_thread(lambda: self._review(review))

    async def history(self, entry: Entry) -> list[Edition]:
        """The versions of a text, the newest first."""
        return await self._in_thread(lambda: self._history(entry))

    async def fields_at(self, entry: Entry, version: str) -> dict[str, str]:
        """A text as it was in a version; empty if it wasn't there."""
        tree = self.tree
        if tree is None:
            return {}
        return await self._in_thread(lambda: fields_at(entry, _shown(tree.at(version, entry.path))))

    async def files(self) -> dict[str, str]:
        """Every file that editors write, readable or not: path → text."""
        return await self._in_thread(self._files)

    async def version_and_files(self) -> tuple[str, dict[str, str]]:
        """Every file that editors write, as `files` gives them, with the commit that they are
        from."""
        return await self._in_thread(lambda: (self._version(), self._files()))

    async def source_before(self, snapshot: Snapshot, entry: Entry) -> dict[str, str] | None:
        """The source text as it was when a translation was compared with it last; None if no
        commit has it."""
        return await self._in_thread(lambda: self._source_before(snapshot, entry))

    def close(self) -> None:
        """Close the working tree's files."""
        if self.tree is not None:
            self.tree.close()

    async def _in_thread(self, work: Callable[[], T]) -> T:
        async with self._lock:
            return await asyncio.to_thread(work)

    # -- in the thread -------------------------------------------------------------------------

    def _files(self) -> dict[str, str]:
        return decoded(self.tree.files(self.tree.version())) if self.tree else dict(read_tree())

    def _version(self) -> str:
        return self.tree.version().decode() if self.tree else ""

    def _current(self) -> Snapshot:
        version = self._version()
        if self._snapshot is None or self._snapshot.version != version:
            self._snapshot = self._next(version, self._files())
        return self._snapshot

    def _next(self, version: str, files: Mapping[str, str]) -> Snapshot:
        """What a commit holds. Of the texts that are known already only what differs is read."""
        known = self._snapshot
        if known is not None and known.holds({*files}):
            changed = [path for path, text in files.items() if text != known.files[path]]
            if len(changed) <= FEW and not any(path.startswith(FLOWS) for path in changed):
                for path in changed:
                    known = known.with_file(path, files[path], self.clock)
                return replace(known, version=version)
        return Snapshot.read(version, files, self.clock)

    def _writable(self) -> WorkingTree:
        if self.tree is None:
            raise NotSaved("studio-read-only")
        return self.tree

    def _save(self, draft: Draft) -> Saved:
        tree = self._writable()
        with tree.writing():
            now = self._current()
            entry = find_entry(now.catalogue, now.files, draft.locale, draft.name)
            if entry is None:
                raise NotSaved("studio-no-text", name=draft.name)
            base = fields_at(entry, _shown(tree.at(draft.version, entry.path)))
            wanted = merged_fields(base, entry.fields, draft.fields)
            if wanted is None:
                last = next(tree.versions(entry.path, LOOKED_THROUGH), None)
                raise ChangedMeanwhile(
                    dict(entry.fields),
                    last.by if last else "",
                    last.why if last else "",
                    now.version,
                )
            text = written(now.catalogue, now.files, entry, wanted)
            after = now.with_file(entry.path, text, self.clock)
            files = {entry.path: text}
            if draft.compared:
                files |= says_the_same(after, _again(after, entry))
            saved = self._commit(tree, files, draft.by, f"{entry.locale} {entry.name}: {draft.why}")
            others = any(base.get(one, "") != held for one, held in entry.fields.items())
            signed = entry.is_page and entry.exists
            return Saved(
                saved or now.version,
                changed=saved is not None,
                merged=others,
                unsigned=signed
                and now.catalogue.texts[entry.locale].pages[entry.name].reviewed
                and not after.catalogue.texts[entry.locale].pages[entry.name].reviewed,
            )

    def _save_file(self, path: str, version: str, text: str, by: str, why: str) -> Saved:
        tree = self._writable()
        with tree.writing():
            files = self._files()
            if path not in files:
                raise NotSaved("studio-no-text", name=path)
            base = _shown(tree.at(version, path)) or ""
            both = merged(base, files[path], lines.shown(text))
            if both is None:
                last = next(tree.versions(path, LOOKED_THROUGH), None)
                raise ChangedMeanwhile(
                    {"text": files[path]},
                    last.by if last else "",
                    last.why if last else "",
                    tree.version().decode(),
                )
            self._refuse_worse(path, both)
            saved = self._commit(tree, {path: both}, by, f"{path}: {why}")
            return Saved(
                saved or tree.version().decode(),
                changed=saved is not None,
                merged=both != lines.shown(text),
            )

    def _refuse_worse(self, path: str, text: str) -> None:
        """A tree that could be read must be readable afterwards."""
        try:
            now = self._current()
        except HelplineError:
            return
        now.with_file(path, text, self.clock)

    def _called(self, contact: str, on: date, heard: str, by: str) -> Saved:
        tree = self._writable()
        with tree.writing():
            now = self._current()
            text = now.files[CONTACTS]
            if contact not in now.catalogue.contacts:
                raise NotSaved("studio-no-text", name=contact)
            text = yaml_file.with_value(CONTACTS, text, (contact, "last_test_call"), on)
            text = yaml_file.with_value(CONTACTS, text, (contact, "heard"), heard)
            now.with_file(CONTACTS, text, self.clock)
            saved = self._commit(tree, {CONTACTS: text}, by, f"{contact}: called, {heard}")
            return Saved(saved or now.version, changed=saved is not None)

    def _review(self, review: SignedReview) -> Saved:
        tree = self._writable()
        with tree.writing():
            now = self._current()
            files = files_of(now, review, self.clock.now().date())
            for path, text in files.items():
                now = now.with_file(path, text, self.clock)
            saved = self._commit(tree, files, REVIEWED_BY, review.why)
            return Saved(saved or now.version, changed=saved is not None)

    def _commit(self, tree: WorkingTree, files: Mapping[str, str], by: str, why: str) -> str | None:
        """The commit; None if nothing differs. Files keep the line ends that they have."""
        raw = tree.files(tree.version())
        changed = {}
        for path, text in files.items():
            before = raw.get(path, b"").decode("utf-8", "surrogateescape")
            data = lines.restored(before, text).encode("utf-8", "surrogateescape")
            if data != raw.get(path):
                changed[path] = data
        return tree.save(changed, by, why) if changed else None

    def _source_before(self, snapshot: Snapshot, entry: Entry) -> dict[str, str] | None:
        tree, catalogue = self.tree, snapshot.catalogue
        source = find_entry(catalogue, snapshot.files, catalogue.locales.source, entry.name)
        if tree is None or source is None or not entry.exists:
            return None
        own = catalogue.texts[entry.locale]
        compared = (
            own.pages[entry.name].translated_from if entry.is_page else own.compared.get(entry.name)
        )
        for version in tree.versions(source.path, LOOKED_THROUGH):
            text = _shown(tree.at(version.id, source.path))
            if text is not None and digest_of(source, text) == compared:
                return fields_at(source, text)
        return None

    def _history(self, entry: Entry) -> list[Edition]:
        tree = self.tree
        if tree is None:
            return []
        found: list[Edition] = []
        versions = list(tree.versions(entry.path, LOOKED_THROUGH))
        held = [fields_at(entry, _shown(tree.at(one.id, entry.path))) for one in versions]
        for version, now, before in zip(versions, held, [*held[1:], {}], strict=True):
            if now != before:
                found.append(Edition(version, now, before))
        return found


def _again(snapshot: Snapshot, entry: Entry) -> Entry:
    found = find_entry(snapshot.catalogue, snapshot.files, entry.locale, entry.name)
    if found is None:
        raise ContentError(f"{entry.path}:1: there is no text {entry.name}")
    return found


def _shown(text: str | None) -> str | None:
    return None if text is None else lines.shown(text)
