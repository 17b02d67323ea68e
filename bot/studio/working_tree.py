"""The texts' folder as a git working tree: read at a commit, and written as one commit a save.

What the branch `studio` holds is the truth: the files are read from there, and a save is done when
the branch has moved. The folder's own files follow; a process that dies in between leaves them a
commit behind, which the next one mends. There is one writer at a time, whatever process it is in.
"""

import fcntl
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dulwich.errors import NotGitRepository
from dulwich.file import FileLocked
from dulwich.objects import Commit, ObjectID
from dulwich.refs import HEADREF, Ref
from dulwich.repo import Repo

from bot.clock import Clock
from bot.errors import ConfigError
from bot.studio import checkout, objects
from bot.studio.errors import ByHand, NotSaved

BRANCH = Ref(b"refs/heads/studio")
ROOTS = ("content", "flows/definitions")
VARIABLE = "HELPLINE_CONTENT"


@dataclass(frozen=True, slots=True)
class Version:
    """A commit: who made it, when, and why."""

    id: str
    by: str
    at: datetime
    why: str


class WorkingTree:
    """A folder with a `.git`. `repo`: for `backup`; it isn't used from two threads at once."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        """Raises `ConfigError` for a folder that isn't the root of a working tree with commits."""
        self.folder = folder
        self._clock = clock
        self._read: dict[ObjectID, bytes] = {}
        try:
            self.repo = Repo(str(folder))
        except (NotGitRepository, OSError):
            raise ConfigError(f"{VARIABLE} must be the root of a git clone") from None
        if self.repo.refs.follow(HEADREF)[1] is None or not (folder / "content").is_dir():
            self.repo.close()
            raise ConfigError(f"{VARIABLE} must have a commit, and the texts in `content` below it")

    def close(self) -> None:
        """Close the repository's files."""
        self.repo.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A block in which this process alone writes, of all on this machine."""
        with (Path(self.repo.controldir()) / "studio.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            try:
                self._begin_branch()
                yield
            except FileLocked as locked:
                name = Path(os.fsdecode(locked.lockfilename)).name
                raise NotSaved("studio-locked", file=name) from None

    def version(self) -> ObjectID:
        """The commit that the branch is at; before the first save, that of the folder."""
        try:
            return self.repo.refs[BRANCH]
        except KeyError:
            return self.repo.head()

    def files(self, commit: ObjectID) -> dict[str, bytes]:
        """The files that editors write, as of a commit: path → bytes."""
        store = self.repo.object_store
        below = tuple(f"{root}/" for root in ROOTS)
        found = {
            path: blob
            for path, blob in objects.blobs(store, objects.commit(store, commit).tree)
            if path.startswith(below) and path.endswith(checkout.KINDS)
        }
        self._read = {
            blob: self._read.get(blob) or objects.read(store, blob) for blob in found.values()
        }
        return {path: self._read[blob] for path, blob in found.items()}

    def by_hand(self) -> list[str]:
        """The files in the folder that somebody has changed without a commit."""
        return checkout.by_hand(self.repo, self.folder, self.version(), ROOTS)

    def save(self, files: Mapping[str, bytes], by: str, why: str) -> str:
        """Commit files with a new content, and bring the folder to it. Within `writing`. Raises
        `NotSaved`."""
        if paths := self.by_hand():
            raise ByHand(paths)
        before = self.version()
        store = self.repo.object_store
        tree = objects.with_files(store, objects.commit(store, before).tree, files)
        after = self.commit(tree, [before], by, why)
        with suppress(FileLocked):  # it is saved; the next one brings the folder along
            checkout.check_out(self.repo, self.folder, after)
        return after.decode()

    def commit(self, tree: ObjectID, parents: Sequence[ObjectID], by: str, why: str) -> ObjectID:
        """Move the branch from its first parent to a commit of a tree. Raises `NotSaved`."""
        made = Commit()
        made.tree = tree
        made.parents = list(parents)
        made.author = made.committer = f"{by} <{by.lower()}@studio.invalid>".encode()
        made.author_time = made.commit_time = int(self._clock.now().timestamp())
        made.author_timezone = made.commit_timezone = 0
        made.encoding = b"UTF-8"
        made.message = why.encode()
        self.repo.object_store.add_object(made)
        if not self.repo.refs.set_if_equals(BRANCH, parents[0], made.id):
            raise NotSaved("studio-moved")
        return made.id

    def versions(self, path: str, most: int) -> Iterator[Version]:
        """The commits that changed a file, the newest first, of the last `most` commits. A merge
        that took the file from one side leads on to that side."""
        store, at = self.repo.object_store, self.version()
        for _ in range(most):
            commit = objects.commit(store, at)
            here = objects.blob(store, at, path)
            same = [one for one in commit.parents if objects.blob(store, one, path) == here]
            parent = next(iter(same or commit.parents), None)
            if not same and here is not None:
                yield Version(
                    at.decode(),
                    commit.author.decode(errors="replace").partition(" <")[0],
                    datetime.fromtimestamp(commit.author_time, UTC),
                    commit.message.decode(errors="replace").strip(),
                )
            if parent is None:
                return
            at = parent

    def at(self, version: str, path: str) -> str | None:
        """A file as it was in a commit; None if it wasn't there, or there is no such commit."""
        commit = ObjectID(version.encode())
        if len(commit) != 40 or commit not in self.repo.object_store:
            return None
        found = objects.blob(self.repo.object_store, commit, path)
        if found is None:
            return None
        return objects.read(self.repo.object_store, found).decode(errors="replace")

    def _begin_branch(self) -> None:
        """The folder stands on the branch `studio`, which begins where it stood before. Raises
        `NotSaved` if somebody has put it on another one since."""
        here = self.repo.refs.get_symrefs().get(HEADREF)
        if here != BRANCH:
            if BRANCH in self.repo.refs:
                other = (here or b"HEAD").decode(errors="replace").removeprefix("refs/heads/")
                raise NotSaved("studio-other-branch", branch=other)
            self.repo.refs.add_if_new(BRANCH, self.repo.head())
            self.repo.refs.set_symbolic_ref(HEADREF, BRANCH)
        if paths := checkout.check_out(self.repo, self.folder, self.version()):
            raise ByHand(paths)
