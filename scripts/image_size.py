"""Computes from the lock how much the bots' image adds to its base image, layer by layer.

    python scripts/image_size.py

Counts the files of each package that production installs, as they lie in this environment (no
tools of development), and the project's own folders that deploy/bot.Dockerfile copies. Source
counts twice, for the bytecode that the image compiles. Sizes are in MB (10^6 bytes), before any
compression. The base image isn't here to be measured, so it isn't counted.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

ROOT = Path(__file__).parent.parent
DOCKERFILE = ROOT / "deploy" / "bot.Dockerfile"
SHOWN = 8  # packages that get a line of their own


def locked(uv: str) -> list[str]:
    """Names of the packages that production installs on this platform, from uv.lock."""
    command = [uv, "export", "--frozen", "--no-dev", "--no-emit-project", "--no-hashes", "--quiet"]
    exported = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return re.findall(r"^([A-Za-z0-9._-]+)==", exported, flags=re.MULTILINE)


def size(package: Distribution) -> int:
    """Bytes of a package's installed files, with the bytecode that the image compiles."""
    files = [Path(str(package.locate_file(one))) for one in package.files or ()]
    there = [one for one in files if one.is_file() and one.suffix != ".pyc"]
    return sum(one.stat().st_size * (2 if one.suffix == ".py" else 1) for one in there)


def copied() -> Iterator[Path]:
    """The project's own files and folders that the Dockerfile copies from the repository."""
    for line in DOCKERFILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("COPY ") and "--from" not in line:
            for source in line.split()[1:-1]:
                yield from ROOT.glob(source)


def weight(path: Path) -> int:
    """Bytes of a file, or of all files of a folder."""
    files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
    return sum(one.stat().st_size for one in files if one.suffix != ".pyc")


def main() -> int:
    """Prints the table."""
    uv = sys.argv[1] if len(sys.argv) > 1 else "uv"
    sizes = {name: size(distribution(name)) for name in locked(uv) if installed(name)}
    own = sum(weight(one) for one in copied())
    largest = sorted(sizes, key=lambda name: -sizes[name])
    for name in largest[:SHOWN]:
        print(f"{name:<24}{sizes[name] / 1e6:8.1f} MB")
    rest = sum(sizes[name] for name in largest[SHOWN:])
    print(f"{len(largest) - SHOWN} other packages{'':<7}{rest / 1e6:8.1f} MB")
    print(f"{'this repository':<24}{own / 1e6:8.1f} MB")
    print(f"{'together':<24}{(own + sum(sizes.values())) / 1e6:8.1f} MB, beside the base image")
    return 0


def installed(name: str) -> bool:
    """Whether this platform's environment holds a locked package (markers leave some out)."""
    return any(Distribution.discover(name=name))


if __name__ == "__main__":
    raise SystemExit(main())
