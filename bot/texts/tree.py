"""A folder of texts: on the disk (`pathlib.Path`), or in memory as it was published."""

from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path
from typing import Protocol, Self


class Folder(Protocol):
    """A path, as far as the readers of texts need one."""

    @property
    def name(self) -> str:
        """The last part of the path."""
        ...

    @property
    def stem(self) -> str:
        """The last part without its ending."""
        ...

    @property
    def parts(self) -> tuple[str, ...]:
        """All parts of the path."""
        ...

    def __truediv__(self, name: str) -> Self:
        """What lies in it under a name."""
        ...

    def glob(self, pattern: str) -> Iterator[Self]:
        """The files in it whose names match."""
        ...

    def read_text(self, encoding: str) -> str:
        """Its text. Raises `FileNotFoundError`."""
        ...


class Kept:
    """A path into files that are kept in memory: path from the root → text."""

    def __init__(self, files: Mapping[str, str], *parts: str) -> None:
        self._files = files
        self.parts = parts

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.parts[-1] if self.parts else ""

    @property
    def stem(self) -> str:
        """The last part without its ending."""
        return self.name.rpartition(".")[0] or self.name

    def __truediv__(self, name: str) -> "Kept":
        return Kept(self._files, *self.parts, name)

    def glob(self, pattern: str) -> Iterator["Kept"]:
        """The files right in it whose names match."""
        for path in self._files:
            *above, name = path.split("/")
            if tuple(above) == self.parts and fnmatch(name, pattern):
                yield Kept(self._files, *above, name)

    def read_text(self, encoding: str) -> str:  # noqa: ARG002 - as a path on the disk is asked
        """Its text. Raises `FileNotFoundError`."""
        try:
            return self._files["/".join(self.parts)]
        except KeyError:
            raise FileNotFoundError(self.name) from None


def files_below(folder: Path, root: str) -> dict[str, str]:
    """All texts below a folder, as `Kept` takes them; `root` is the name that it gets there."""
    kept = (file for pattern in PATTERNS for file in folder.rglob(pattern))
    return {
        f"{root}/{file.relative_to(folder).as_posix()}": file.read_text(encoding="utf-8")
        for file in sorted(kept)
    }


PATTERNS = ("*.yml", "*.ftl", "*.md")
"""The kinds of files that texts and flows are written in."""
