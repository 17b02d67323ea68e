"""A save is a commit, whole or not at all; nothing is lost to another clone, a hand or a kill."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.clock import SettableClock
from bot.errors import ConfigError
from bot.studio.backup import Outcome, back_up
from bot.studio.errors import ByHand, NotSaved
from bot.studio.working_tree import WorkingTree
from tests.bot.studio.trees import git, repository, two_clones
from tests.kit.constants import NOW

CLOCK = SettableClock(NOW)
EMERGENCY, WAITING = "content/ru/emergency.ftl", "content/ru/waiting.ftl"
BEFORE, AFTER = "Молчим, пока", "Тихо, пока"


Opening = Callable[[Path], WorkingTree]


@pytest.fixture
def opened() -> Iterator[Opening]:
    trees: list[WorkingTree] = []

    def open_(folder: Path) -> WorkingTree:
        trees.append(WorkingTree(folder, CLOCK))
        return trees[-1]

    yield open_
    for tree in trees:
        tree.close()


def save(tree: WorkingTree, path: str, old: str, new: str, by: str = "Wren") -> str:
    text = tree.files(tree.version())[path].decode()
    assert old in text
    with tree.writing():
        return tree.save({path: text.replace(old, new).encode()}, by, f"{path}: {new}")


def test_a_save_is_a_commit_in_the_editors_name(opened: Opening, tmp_path: Path) -> None:
    folder = repository(tmp_path / "texts")
    tree = opened(folder)

    save(tree, EMERGENCY, BEFORE, AFTER)

    log = git(folder, "log", "-1", "--format=%an %at %s", "studio")
    assert log.split("\n")[0] == f"Wren {NOW.timestamp():.0f} {EMERGENCY}: {AFTER}"
    assert git(folder, "show", "--numstat", "--format=").split() == ["1", "1", EMERGENCY]
    assert git(folder, "status", "--short", "--branch") == "## studio\n"
    assert git(folder, "fsck", "--strict") == ""
    assert AFTER in (folder / EMERGENCY).read_text()


def test_what_was_changed_by_hand_is_shown_and_left_alone(opened: Opening, tmp_path: Path) -> None:
    folder = repository(tmp_path / "texts")
    tree = opened(folder)
    (folder / WAITING).write_text("by = hand\n")
    (folder / "content/ru/new.ftl").write_text("new = file\n")
    before = git(folder, "rev-parse", "HEAD")

    assert tree.by_hand() == ["content/ru/new.ftl", WAITING]
    with pytest.raises(ByHand) as refused:
        save(tree, EMERGENCY, BEFORE, AFTER)

    assert WAITING in refused.value.paths
    assert git(folder, "rev-parse", "HEAD") == before
    assert (folder / WAITING).read_text() == "by = hand\n"


def test_a_folder_that_somebody_put_on_another_branch_is_left_alone(
    opened: Opening, tmp_path: Path
) -> None:
    folder = repository(tmp_path / "texts")
    tree = opened(folder)
    save(tree, EMERGENCY, BEFORE, AFTER)
    git(folder, "checkout", "-q", "main")

    with pytest.raises(NotSaved) as refused:
        save(tree, EMERGENCY, AFTER, BEFORE)

    assert refused.value.told_operator.args == {"branch": "main"}


def test_another_git_that_is_at_work_is_told_of(opened: Opening, tmp_path: Path) -> None:
    folder = repository(tmp_path / "texts")
    tree = opened(folder)
    save(tree, EMERGENCY, BEFORE, AFTER)
    before = git(folder, "rev-parse", "HEAD")
    lock = folder / ".git/refs/heads/studio.lock"
    lock.touch()

    with pytest.raises(NotSaved) as refused:
        save(tree, EMERGENCY, AFTER, BEFORE)

    assert refused.value.told_operator.args == {"file": "studio.lock"}
    assert git(folder, "rev-parse", "HEAD") == before
    lock.unlink()
    (folder / ".git/index.lock").touch()
    save(tree, EMERGENCY, AFTER, BEFORE)
    assert tree.by_hand() == []
    (folder / ".git/index.lock").unlink()
    save(tree, WAITING, "utter_wait_thanks =", "# note\nutter_wait_thanks =")
    assert git(folder, "status", "--short") == ""


@pytest.mark.parametrize("files", [[], ["README.md"]])
def test_what_is_no_clone_with_texts_is_refused(
    opened: Opening, tmp_path: Path, files: list[str]
) -> None:
    for name in files:
        (tmp_path / name).write_text("words")
        git(tmp_path, "init", "-q")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-qm", "Words")
    with pytest.raises(ConfigError, match="HELPLINE_CONTENT"):
        opened(tmp_path)


DIES_BEFORE_THE_FOLDER_FOLLOWS = """
import os, sys
from pathlib import Path
from bot.clock import SystemClock
from bot.studio import checkout
from bot.studio.working_tree import WorkingTree
tree = WorkingTree(Path(sys.argv[1]), SystemClock())
path, old, new, at = sys.argv[2:]
text = tree.files(tree.version())[path].decode()
with tree.writing():
    if at == "before":
        type(tree.repo.refs).set_if_equals = lambda *_, **__: os.kill(os.getpid(), 9)
    else:
        checkout.check_out = lambda *_: os.kill(os.getpid(), 9)
    tree.save({path: text.replace(old, new).encode()}, "Wren", "why")
"""


@pytest.mark.process
@pytest.mark.parametrize("at", ["before", "after"])
def test_who_is_killed_in_a_save_leaves_nothing_half(
    opened: Opening, tmp_path: Path, at: str
) -> None:
    """Before the branch moves nothing was done; after it, the next one brings the folder along."""
    folder = repository(tmp_path / "texts")
    died = subprocess.run(
        [sys.executable, "-c", DIES_BEFORE_THE_FOLDER_FOLLOWS, folder, EMERGENCY, BEFORE, AFTER, at]
    )
    assert died.returncode == -9

    tree = opened(folder)
    text = tree.files(tree.version())[EMERGENCY].decode()

    assert (AFTER in text) == (at == "after")
    assert tree.by_hand() == []
    save(tree, WAITING, "utter_wait_thanks =", "# note\nutter_wait_thanks =")
    assert git(folder, "status", "--short") == ""
    assert (AFTER in (folder / EMERGENCY).read_text()) == (at == "after")


def test_two_clones_that_changed_different_sentences_come_together(
    opened: Opening, tmp_path: Path
) -> None:
    here, there, _ = two_clones(tmp_path)
    one, other = opened(here), opened(there)
    save(one, EMERGENCY, BEFORE, AFTER, "Wren")
    save(other, WAITING, "utter_wait_thanks =", "# note\nutter_wait_thanks =", "Kite")

    assert [back_up(tree, CLOCK).outcome for tree in (one, other, one)] == [Outcome.DONE] * 3

    assert one.version() == other.version()
    for folder in (here, there):
        assert AFTER in (folder / EMERGENCY).read_text()
        assert "# note\nutter_wait_thanks" in (folder / WAITING).read_text()
        assert git(folder, "status", "--short") == ""
        assert git(folder, "fsck", "--strict") == ""
    assert [one.by for one in one.versions(EMERGENCY, 100)] == ["Wren", "Someone"]


def test_two_clones_that_changed_the_same_sentence_are_shown_and_not_guessed_at(
    opened: Opening, tmp_path: Path
) -> None:
    here, there, remote = two_clones(tmp_path)
    one, other = opened(here), opened(there)
    save(one, EMERGENCY, BEFORE, AFTER)
    save(other, EMERGENCY, BEFORE, "Ждём, пока")
    assert back_up(one, CLOCK).outcome is Outcome.DONE
    backed_up = git(remote, "rev-parse", "studio")

    found = back_up(other, CLOCK)

    assert (found.outcome, found.files) == (Outcome.APART, (EMERGENCY,))
    assert "Ждём, пока" in (there / EMERGENCY).read_text()
    assert git(there, "status", "--short") == ""
    assert git(remote, "rev-parse", "studio") == backed_up


def test_a_remote_that_isnt_there_is_said(opened: Opening, tmp_path: Path) -> None:
    folder = repository(tmp_path / "texts")
    tree = opened(folder)
    assert back_up(tree, CLOCK).outcome is Outcome.NONE
    git(folder, "remote", "add", "origin", str(tmp_path / "nowhere"))

    assert back_up(tree, CLOCK).outcome is Outcome.FAILED
    save(tree, EMERGENCY, BEFORE, AFTER)
    assert AFTER in (folder / EMERGENCY).read_text()
