"""Git's objects: what a tree holds, and a tree with other files."""

import stat
from collections.abc import Iterator, Mapping

from dulwich.object_store import BaseObjectStore
from dulwich.objects import Blob, Commit, ObjectID, Tree

REGULAR = 0o100644


def blobs(
    store: BaseObjectStore, root: ObjectID, under: str = ""
) -> Iterator[tuple[str, ObjectID]]:
    """The ordinary files of a tree by their paths; below a folder, with it in front."""
    for entry in tree(store, root).iteritems():
        path = f"{under}{entry.path.decode('utf-8', 'surrogateescape')}"
        if stat.S_ISDIR(entry.mode):
            yield from blobs(store, entry.sha, f"{path}/")
        elif stat.S_ISREG(entry.mode):
            yield path, entry.sha


def blob(store: BaseObjectStore, version: ObjectID, path: str) -> ObjectID | None:
    """The id of a file in a commit; None if it isn't there."""
    at: ObjectID = commit(store, version).tree
    for part in path.encode().split(b"/"):
        folder = store[at]
        if not isinstance(folder, Tree) or part not in folder:
            return None
        at = folder[part][1]
    return at


def tree(store: BaseObjectStore, name: ObjectID) -> Tree:
    """A tree by its id. Raises `TypeError` for anything else."""
    found = store[name]
    if not isinstance(found, Tree):
        raise TypeError("this is no tree")
    return found


def commit(store: BaseObjectStore, name: ObjectID) -> Commit:
    """A commit by its id. Raises `TypeError` for anything else."""
    found = store[name]
    if not isinstance(found, Commit):
        raise TypeError("this is no commit")
    return found


def read(store: BaseObjectStore, name: ObjectID) -> bytes:
    """The bytes of a file. Raises `TypeError` for an object that is none."""
    found = store[name]
    if not isinstance(found, Blob):
        raise TypeError("this is no file")
    return bytes(found.data)


def with_files(
    store: BaseObjectStore, root: ObjectID, files: Mapping[str, bytes | None]
) -> ObjectID:
    """A tree with these files put in, or taken out (None); all else of it is as it was."""
    for path, data in files.items():
        if data is None:
            root = _without(store, root, path.encode().split(b"/"))
            continue
        held = Blob.from_string(data)
        store.add_object(held)
        root = _with_blob(store, root, path.encode().split(b"/"), held.id)
    return root


def _without(store: BaseObjectStore, root: ObjectID, parts: list[bytes]) -> ObjectID:
    name, *below = parts
    folder = Tree()
    for entry in tree(store, root).iteritems():
        if entry.path != name:
            folder[entry.path] = (entry.mode, entry.sha)
        elif below:
            under = _without(store, entry.sha, below)
            if len(tree(store, under)):  # git keeps no empty folders
                folder[name] = (entry.mode, under)
    store.add_object(folder)
    return folder.id


def _with_blob(
    store: BaseObjectStore, root: ObjectID | None, parts: list[bytes], held: ObjectID
) -> ObjectID:
    folder = Tree()
    for entry in tree(store, root).iteritems() if root is not None else ():
        folder[entry.path] = (entry.mode, entry.sha)
    name, *below = parts
    there = name in folder
    if below:
        under = folder[name][1] if there else None
        folder[name] = (stat.S_IFDIR, _with_blob(store, under, below, held))
    else:
        folder[name] = (folder[name][0] if there else REGULAR, held)
    store.add_object(folder)
    return folder.id
