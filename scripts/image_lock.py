"""Which images the deployment stands on, by their content: deploy/images.lock.

    python -m scripts.image_lock names     every image that deploy/ names is in the lock
    python -m scripts.image_lock check     and each has a digest, which deploy/ uses
    python -m scripts.image_lock resolve   ask the registry for today's digests; write the lock
    python -m scripts.image_lock pin       write the lock's digests into deploy/

`make check` does the first, `make images` the second. Until `pin` has written a digest behind every
name, compose.yml starts nothing without a reason in HELPLINE_UNPINNED.

A tag is a name that its owner may give to another image tomorrow; a digest is the image's own hash.
`resolve` needs skopeo and a way to the registry.
"""

import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

DEPLOY = Path(__file__).parent.parent / "deploy"
LOCK = DEPLOY / "images.lock"
UNRESOLVED = "unresolved"
OWN = ("helpline-bot", "helpline-model")
"""Built here, and pinned where they are deployed (deploy/README.md, releases)."""

_NAMED = re.compile(
    r"^(\s*(?:- )?(?:FROM|image:) +)([\w./-]+:[\w.-]+)(@sha256:[0-9a-f]{64})?", re.M
)
_GATE = re.compile(r"^(?: *#.*image_lock pin.*\n)? *labels: .*HELPLINE_UNPINNED.*\n", re.M)
"""In compose.yml: nothing starts before it is pinned, unless somebody says why."""

_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")


def files(deploy: Path) -> list[Path]:
    """Those that name images."""
    return [
        *sorted(deploy.glob("*.Dockerfile")),
        deploy / "compose.yml",
        *sorted((deploy / "kubernetes").glob("*.yml")),
    ]


def named(deploy: Path) -> dict[str, set[str]]:
    """Every image of somebody else's, by name and tag → the digests that stand behind it; "" for
    none."""
    found: dict[str, set[str]] = {}
    for file in files(deploy):
        for _, image, digest in _NAMED.findall(file.read_text(encoding="utf-8")):
            if image.partition(":")[0] not in OWN:
                found.setdefault(image, set()).add(digest.removeprefix("@"))
    return found


def read(lock: Path) -> dict[str, str]:
    """Image → digest, or `UNRESOLVED`."""
    lines = lock.read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(" ") for line in lines if line and not line.startswith("#"))
    return {image: digest.strip() for image, _, digest in pairs}


def faults(images: Mapping[str, set[str]], lock: Mapping[str, str], *, strict: bool) -> list[str]:
    """What is wrong. `strict`: an image without a digest is, too."""
    found = [f"{image} isn't in images.lock" for image in sorted(images.keys() - lock.keys())]
    found += [f"{image} is in images.lock for nothing" for image in sorted(lock.keys() - images)]
    for image in sorted(images.keys() & lock.keys()):
        digest = lock[image]
        if digest == UNRESOLVED:
            if strict:
                found.append(f"{image} has no digest: run `python -m scripts.image_lock resolve`")
        elif not _DIGEST.fullmatch(digest):
            found.append(f"{image}: {digest} is no digest")
        elif strict and images[image] != {digest}:
            found.append(f"{image} isn't pinned: run `python -m scripts.image_lock pin`")
        if images[image] - {"", digest}:
            found.append(f"{image} is pinned to another digest than the lock's")
    return found


def resolve(lock: Path, look_up: Callable[[str], str]) -> None:
    """Write today's digests; comments stay."""
    lines = []
    for line in lock.read_text(encoding="utf-8").splitlines():
        image = line.split()[0] if line and not line.startswith("#") else ""
        lines.append(f"{image} {look_up(image)}" if image else line)
    lock.write_text("\n".join(lines) + "\n", encoding="utf-8")


def pin(deploy: Path, lock: Mapping[str, str]) -> None:
    """Write the digests behind the images' names."""
    for file in files(deploy):
        text = file.read_text(encoding="utf-8")

        def pinned(found: re.Match[str]) -> str:
            digest = lock.get(found[2], UNRESOLVED)
            return found[0] if digest == UNRESOLVED else f"{found[1]}{found[2]}@{digest}"

        text = _NAMED.sub(pinned, text)
        if UNRESOLVED not in lock.values():
            text = _GATE.sub("", text)
        file.write_text(text, encoding="utf-8")


def by_skopeo(image: str) -> str:
    """The digest of an image's list for all platforms, from its registry."""
    asked = ("skopeo", "inspect", "--format", "{{.Digest}}", f"docker://docker.io/{image}")
    done = subprocess.run(asked, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def main(arguments: Sequence[str]) -> int:
    """Ends with 1 where something is wrong."""
    match arguments:
        case ["resolve"]:
            resolve(LOCK, by_skopeo)
            return 0
        case ["pin"]:
            pin(DEPLOY, read(LOCK))
            return 0
        case ["names" | "check" as how]:
            found = faults(named(DEPLOY), read(LOCK), strict=how == "check")
            print("\n".join(found), end="\n" if found else "")
            return 1 if found else 0
        case _:
            print(__doc__)
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
