"""Git working trees with a small copy of the texts, made with the git that everybody has."""

import shutil
import subprocess
from pathlib import Path

from bot.texts.catalogue import CONTENT
from tests.bot.texts.trees import tree

IDENTITY = ("-c", "user.name=Someone", "-c", "user.email=someone@example.org")


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder; what it says."""
    done = subprocess.run(
        ["git", *IDENTITY, *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout


def repository(folder: Path, *locales: str) -> Path:
    """A repository with one commit: the lists and some languages."""
    folder.mkdir()
    tree(folder, *locales)
    return _committed(folder)


def two_clones(folder: Path, *locales: str) -> tuple[Path, Path, Path]:
    """Two clones of a bare remote, and the remote."""
    first = repository(folder / "first", *locales)
    remote = folder / "remote.git"
    git(folder, "clone", "-q", "--bare", str(first), str(remote))
    git(first, "remote", "add", "origin", str(remote))
    git(folder, "clone", "-q", str(remote), str(folder / "second"))
    return first, folder / "second", remote


def whole(folder: Path) -> Path:
    """A repository with one commit: all texts."""
    folder.mkdir()
    shutil.copytree(CONTENT, folder / "content", copy_function=shutil.copyfile)
    return _committed(folder)


def _committed(folder: Path) -> Path:
    git(folder, "init", "-q", "-b", "main", "--template=")  # without its samples of hooks
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "Texts")
    return folder
