"""Things that exist once in the world, and the search for them."""

import base64
import json
import secrets
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Canaries:
    """What must not be found: words by where they came in, and numbers of Telegram's."""

    words: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)

    def word(self, path: str) -> str:
        """A word that stands nowhere else, in letters that people here write."""
        return self.words.setdefault(path, f"кенар{secrets.token_hex(6)}")

    def forms(self) -> Iterator[tuple[str, bytes]]:
        """Every canary in every form that a program might write it in."""
        for path, word in self.words.items():
            ascii_part = word.removeprefix("кенар")
            yield path, ascii_part.encode()  # also inside UTF-8, JSON and URL encodings
            yield path, ascii_part.encode("utf-16-le")
            yield path, ascii_part.encode().hex().encode()
            for shift in range(3):
                padded = b"\0" * shift + ascii_part.encode()
                yield path, base64.b64encode(padded)[4 : 4 + 8]
        for path, number in self.numbers.items():
            yield path, str(number).encode()
            yield path, struct.pack("<q", number)
            yield path, struct.pack(">q", number)

    def found_in(self, places: Mapping[str, bytes]) -> set[tuple[str, str]]:
        """(place, path of the canary) of everything that shows."""
        forms = list(self.forms())
        return {
            (place, path)
            for place, content in places.items()
            for path, form in forms
            if form in content
        }


def files(kind: str, folders: Iterable[Path]) -> dict[str, bytes]:
    """Everything below some folders: a name counts as content, too, also a socket's or an empty
    folder's."""
    found = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            content = path.read_bytes() if path.is_file() else b""
            found[f"{kind}:{path}"] = str(path).encode() + b"\0" + content
    return found


def as_bytes(value: object) -> bytes:
    """Anything that JSON can say."""
    return json.dumps(value, ensure_ascii=False, default=str).encode()
