"""Who has the store's disk and the master key, and tries numbers: does a file tell whose it is?

For each candidate everything is derived that the helpline has ever made a name of, and what one
might try besides: digests of the number under no key, under the master key, and under each key that
is made of it. A candidate whom a file tells from others has a hit that they haven't.
"""

import base64
import hashlib
import hmac
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.privacy.vault import Keys
from bot.store.conversations.update_marks import mark_of

PURPOSES = ("names", "people", "wrap", "tickets", "address")
"""What keys are derived for, and were: persons were named under `people` up to 0.1.0."""

KINDS = ("person", "update", "operator", "stranger", "conversation", "address", "thread", "")
NAME = 12
"""Bytes of a name. What is longer begins with them, in base64 too."""


def keys_of(master: str) -> list[bytes]:
    """All that a master key gives, itself among them."""
    own = base64.urlsafe_b64decode(Keys.read(master).secrets[0].partition(".")[0])
    derived = [
        HKDF(SHA256(), 32, None, f"helpline/{purpose}".encode()).derive(own) for purpose in PURPOSES
    ]
    return [own, *derived]


def told_apart(
    candidates: Sequence[int], keys: Sequence[bytes], places: Mapping[str, bytes]
) -> dict[int, set[str]]:
    """Of each candidate, the places in which something stands that was derived of the number."""
    return {
        number: {
            place
            for place, content in places.items()
            if any(form in content for form in _forms(number, keys))
        }
        for number in candidates
    }


def _forms(number: int, keys: Sequence[bytes]) -> Iterator[bytes]:
    for digest in _digests(number, keys):
        short = digest[:NAME]
        yield short
        yield short.hex().encode()
        for alphabet in (b"+/", b"-_", b"_."):
            name = base64.b64encode(short, altchars=alphabet)
            yield name
            yield mark_of(name.decode())


def _digests(number: int, keys: Iterable[bytes]) -> Iterator[bytes]:
    said = [str(number), *(f"{kind}\x1f{number}" for kind in KINDS if kind)]
    messages = [text.encode() for text in said] + [number.to_bytes(8, "little")]
    for message in messages:
        yield hashlib.sha256(message).digest()
        yield hashlib.sha1(message, usedforsecurity=False).digest()
        yield hashlib.md5(message, usedforsecurity=False).digest()
        yield hashlib.blake2b(message).digest()
        for key in keys:
            yield hmac.digest(key, message, "sha256")
            yield hashlib.sha256(key + message).digest()
            yield hashlib.blake2b(message, key=key).digest()
