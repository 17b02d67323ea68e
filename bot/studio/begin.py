"""A working tree of its own with given files: for the demo, where nothing is to be kept."""

from collections.abc import Mapping
from pathlib import Path

from dulwich.index import commit_tree
from dulwich.objects import Blob, Commit
from dulwich.refs import HEADREF
from dulwich.repo import Repo

from bot.clock import Clock
from bot.studio import checkout, objects
from bot.studio.working_tree import BRANCH

BY = "studio"


def begin(folder: Path, files: Mapping[str, bytes], clock: Clock, why: str) -> None:
    """Make a repository in a folder, with one commit that holds the files."""
    with Repo.init(str(folder)) as repo:
        held = {path: Blob.from_string(data) for path, data in files.items()}
        repo.object_store.add_objects([(one, None) for one in held.values()])
        first = Commit()
        first.tree = commit_tree(
            repo.object_store,
            [(path.encode(), one.id, objects.REGULAR) for path, one in held.items()],
        )
        first.author = first.committer = f"{BY} <{BY}@studio.invalid>".encode()
        first.author_time = first.commit_time = int(clock.now().timestamp())
        first.author_timezone = first.commit_timezone = 0
        first.encoding = b"UTF-8"
        first.message = why.encode()
        repo.object_store.add_object(first)
        repo.refs.add_if_new(BRANCH, first.id)
        repo.refs.set_symbolic_ref(HEADREF, BRANCH)
        checkout.check_out(repo, folder, first.id)
