"""The remote: what others have committed there comes in, what was saved here goes there.

Never by force. Where both have changed the same lines nothing is done: it is shown, and somebody
who knows git decides.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from dulwich.client import FetchPackResult, GitClient, get_transport_and_path
from dulwich.errors import GitProtocolError, NotGitRepository
from dulwich.graph import can_fast_forward, find_merge_base
from dulwich.object_store import BaseObjectStore
from dulwich.objects import ObjectID
from dulwich.refs import Ref
from urllib3.exceptions import HTTPError

from bot.clock import Clock
from bot.studio import checkout, objects
from bot.studio.errors import ByHand, NotSaved
from bot.studio.merging import three_way
from bot.studio.working_tree import BRANCH, WorkingTree

REMOTE = (b"remote", b"origin")
BY = "studio"
_AWAY = (GitProtocolError, NotGitRepository, OSError, HTTPError)


class Outcome(StrEnum):
    """How it went. `NONE`: no remote is set; `APART`: both sides changed the same lines."""

    NONE = "none"
    DONE = "done"
    FAILED = "failed"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class BackedUp:
    """The last time that it was tried. `files`: those that both sides have changed."""

    outcome: Outcome
    at: datetime
    files: tuple[str, ...] = ()


class _Apart(Exception):
    def __init__(self, paths: list[str]) -> None:
        super().__init__()
        self.paths = tuple(paths)


def back_up(tree: WorkingTree, clock: Clock) -> BackedUp:
    """Bring both sides together, if they can be. Raises `NotSaved` for a folder that was changed by
    hand."""
    at = clock.now()
    try:
        address = tree.repo.get_config_stack().get(REMOTE, b"url").decode()
    except KeyError:
        return BackedUp(Outcome.NONE, at)
    try:
        client, path = get_transport_and_path(address, config=tree.repo.get_config_stack())
        theirs = _fetched(tree, client, path)
        with tree.writing():
            _merge(tree, theirs)
            ours = tree.version()
        if ours != theirs:
            _push(tree, client, path, ours)
    except _Apart as apart:
        return BackedUp(Outcome.APART, at, apart.paths)
    except _AWAY:
        return BackedUp(Outcome.FAILED, at)
    return BackedUp(Outcome.DONE, at)


def _fetched(tree: WorkingTree, client: GitClient, path: str) -> ObjectID | None:
    """The remote's branch, with all that it is made of; None if it has none."""

    def wants(refs: Any, depth: int | None = None) -> list[ObjectID]:  # noqa: ARG001
        there = refs.get(BRANCH)
        return [there] if there is not None and there not in tree.repo.object_store else []

    result: FetchPackResult = client.fetch(path, tree.repo, wants)
    return result.refs.get(BRANCH)


def _merge(tree: WorkingTree, theirs: ObjectID | None) -> None:
    ours, repo = tree.version(), tree.repo
    if theirs is None or can_fast_forward(repo, theirs, ours):
        return
    if paths := tree.by_hand():
        raise ByHand(paths)
    if can_fast_forward(repo, ours, theirs):
        if not repo.refs.set_if_equals(BRANCH, ours, theirs):
            raise NotSaved("studio-moved")
    else:
        bases = find_merge_base(repo, [ours, theirs])
        if not bases:
            raise _Apart(["content"])
        merged = _merged(tree, bases[0], ours, theirs)
        tree.commit(merged, [ours, theirs], BY, "Merge what came from outside of the studio")
    checkout.check_out(repo, tree.folder, tree.version())


def _merged(tree: WorkingTree, base: ObjectID, ours: ObjectID, theirs: ObjectID) -> ObjectID:
    """The tree that has what both sides have changed. Raises `_Apart`."""
    store = tree.repo.object_store
    was, own, other = (
        dict(objects.blobs(store, objects.commit(store, one).tree)) for one in (base, ours, theirs)
    )
    files: dict[str, bytes | None] = {}
    apart: list[str] = []
    for path in sorted({*was, *own, *other}):
        before, here, there = was.get(path), own.get(path), other.get(path)
        if there in (before, here):
            continue
        if here == before:
            files[path] = objects.read(store, there) if there else None
            continue
        both = None if None in (before, here, there) else _lines(store, before, there, here)
        if both is None:
            apart.append(path)
        else:
            files[path] = both
    if apart:
        raise _Apart(apart)
    return objects.with_files(store, objects.commit(store, ours).tree, files)


def _lines(store: BaseObjectStore, *blobs: ObjectID | None) -> bytes | None:
    # every byte is a letter of latin-1, so nothing is lost, whatever the file is
    texts = [objects.read(store, one).decode("latin-1") for one in blobs if one is not None]
    kept = three_way(*(_split(text) for text in texts))
    return None if kept is None else "".join(kept).encode("latin-1")


def _split(text: str) -> list[str]:
    return [f"{line}\n" for line in text.split("\n")[:-1]] + [text.rpartition("\n")[2]]


def _push(tree: WorkingTree, client: GitClient, path: str, ours: ObjectID) -> None:
    def update(refs: dict[Ref, ObjectID]) -> dict[Ref, ObjectID]:
        there = refs.get(BRANCH)
        if there is not None and (
            there not in tree.repo.object_store or not can_fast_forward(tree.repo, there, ours)
        ):
            raise GitProtocolError("the remote has moved")
        return {BRANCH: ours}

    def pack(have: Any, want: Any, **more: Any) -> Any:
        return tree.repo.generate_pack_data(set(have), set(want), **more)

    result = client.send_pack(path.encode(), update, generate_pack_data=pack)
    if any(error for error in (result.ref_status or {}).values()):
        raise GitProtocolError("the remote refuses it")
