"""The folder's own files follow the branch; what somebody has changed in it by hand is left alone.

A file that is as git's index knows it, or as the branch has it, is ours to replace. Every other
one was changed by hand: it is named, and nobody guesses which of both is meant.
"""

from collections.abc import Iterable
from pathlib import Path

from dulwich.index import IndexEntry, index_entry_from_stat, validate_path
from dulwich.objects import Blob, ObjectID
from dulwich.repo import Repo

from bot.studio import objects

KINDS = (".ftl", ".md", ".yml")


def check_out(repo: Repo, folder: Path, commit: ObjectID) -> list[str]:
    """Bring the files to a commit. The paths of those that were changed by hand, which stay."""
    wanted = dict(objects.blobs(repo.object_store, objects.commit(repo.object_store, commit).tree))
    index = repo.open_index()
    known = _known(index.items())
    foreign, moved = [], False
    for path in sorted({*wanted, *known}):
        old, new = known.get(path), wanted.get(path)
        if old == new or not validate_path(path.encode("utf-8", "surrogateescape")):
            continue
        file = folder / path
        here = _id(file)
        if here not in {old, new}:
            foreign.append(path)
            continue
        moved = True
        if new is None:
            file.unlink(missing_ok=True)
            del index[path.encode("utf-8", "surrogateescape")]
            continue
        if here != new:
            _put(file, objects.read(repo.object_store, new))
        entry = index_entry_from_stat(file.stat(), new)
        index[path.encode("utf-8", "surrogateescape")] = entry
    if moved:
        index.write()
    return foreign


def by_hand(repo: Repo, folder: Path, commit: ObjectID, roots: tuple[str, ...]) -> list[str]:
    """The files of some folders that were changed, added or taken away by hand."""
    wanted = dict(objects.blobs(repo.object_store, objects.commit(repo.object_store, commit).tree))
    known = _known(repo.open_index().items())
    below = tuple(f"{root}/" for root in roots)
    there = {
        file.relative_to(folder).as_posix()
        for root in roots
        for file in (folder / root).rglob("*")
        if file.suffix in KINDS and file.is_file()
    }
    paths = {path for path in (*wanted, *there) if path.startswith(below)}
    return [
        path
        for path in sorted(paths)
        if _id(folder / path) not in {wanted.get(path), known.get(path)}
    ]


def _known(items: Iterable[tuple[bytes, object]]) -> dict[str, ObjectID]:
    found: dict[str, ObjectID] = {}
    for path, entry in items:
        if isinstance(entry, IndexEntry):
            found[path.decode("utf-8", "surrogateescape")] = entry.sha
    return found


def _id(file: Path) -> ObjectID | None:
    try:
        return Blob.from_string(file.read_bytes()).id
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return None


def _put(file: Path, data: bytes) -> None:
    """Whole or not at all: whoever reads meanwhile has the old file or the new one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.studio")
    beside.write_bytes(data)
    beside.replace(file)
