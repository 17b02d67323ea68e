"""HELPLINE_PUBLISHERS: the file that lists who may publish, with their public keys (TOML).

    deployment = "almaty"         # this helpline's name: of a-z, 0-9 and -
    release = 17                  # the number of the texts that came with this release

    [[publisher]]
    name = "Kestrel"              # a code name, never a person's
    keys = ["base64 of 32 bytes"] # Ed25519, as `helpline texts key` prints them

    [[publisher.passkey]]
    credential = "base64url"      # the credential's id
    public_key = "base64url"      # COSE: ES256 or Ed25519
    relying_party = "console.example.org"
    origin = "https://console.example.org"

It holds no secret, but whoever writes it decides who publishes: it belongs to the release, not to
the store. It is read when a process starts.
"""

import base64
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from bot.errors import ConfigError
from bot.texts.publishers.passkeys import Passkey, PublicKey, read_cose, unpadded
from bot.texts.publishers.statement import MOST, is_deployment

VARIABLE = "HELPLINE_PUBLISHERS"
_NAME = re.compile(r"\w[\w -]{0,30}\w")
_KEYS = {
    "the file": {"deployment", "release", "publisher"},
    "publisher": {"name", "keys", "passkey"},
    "passkey": {"credential", "public_key", "relying_party", "origin"},
}


@dataclass(frozen=True, slots=True)
class Publisher:
    """One person, whatever they sign with. `keys`: Ed25519."""

    name: str
    keys: tuple[Ed25519PublicKey, ...] = ()
    passkeys: tuple[Passkey, ...] = ()


@dataclass(frozen=True, slots=True)
class Publishers:
    """The list. `release`: a bot that starts shows no publication with a lower number."""

    deployment: str
    release: int
    all: tuple[Publisher, ...]


def read_publishers(path: Path) -> Publishers:
    """Read the file. Raises `ConfigError`, which names a part of it, never a value."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise ConfigError(f"{VARIABLE} names no file that can be read") from None
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise _fault("isn't TOML") from None
    _known(found, "the file")
    deployment, release = found.get("deployment"), found.get("release", 0)
    if not isinstance(deployment, str) or not is_deployment(deployment):
        raise _fault("needs `deployment`, a name of a-z, 0-9 and -")
    if type(release) is not int or not 0 <= release <= MOST:
        raise _fault("has a `release` that is no number of a publication")
    publishers = tuple(_publisher(one) for one in _tables(found, "publisher"))
    _different(publishers)
    return Publishers(deployment, release, publishers)


def raw(key: Ed25519PublicKey) -> bytes:
    """The 32 bytes of an Ed25519 key."""
    return key.public_bytes(Encoding.Raw, PublicFormat.Raw)


def _publisher(table: dict[str, Any]) -> Publisher:
    _known(table, "publisher")
    name, keys = table.get("name"), table.get("keys", [])
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise _fault("has a publisher without a code name")
    if not isinstance(keys, list):
        raise _fault(f"has `keys` of {name} that are no list")
    publisher = Publisher(
        name,
        tuple(_ed25519(one, name) for one in keys),
        tuple(_passkey(one, name) for one in _tables(table, "passkey")),
    )
    if not publisher.keys and not publisher.passkeys:
        raise _fault(f"has no key of {name}")
    return publisher


def _ed25519(text: object, name: str) -> Ed25519PublicKey:
    try:
        return Ed25519PublicKey.from_public_bytes(base64.b64decode(str(text), validate=True))
    except ValueError:
        raise _fault(f"has a key of {name} that is no Ed25519 key in base64") from None


def _passkey(table: dict[str, Any], name: str) -> Passkey:
    _known(table, "passkey")
    values = {key: table.get(key) for key in _KEYS["passkey"]}
    if not all(isinstance(value, str) and value for value in values.values()):
        needed = ", ".join(sorted(_KEYS["passkey"]))
        raise _fault(f"has a passkey of {name} that lacks one of: {needed}")
    relying_party, origin = str(values["relying_party"]), str(values["origin"])
    parts = urlsplit(origin)
    host = parts.hostname or ""
    if origin != f"{parts.scheme}://{parts.netloc}" or parts.username is not None:
        raise _fault(f"has an origin of {name} that is no origin, such as https://example.org")
    if parts.scheme != "https" and host != "localhost":
        raise _fault(f"has an origin of {name} without https")
    if host != relying_party and not host.endswith(f".{relying_party}"):
        raise _fault(f"has a relying party of {name} that isn't the origin's")
    try:
        key = read_cose(unpadded(str(values["public_key"])))
        return Passkey(unpadded(str(values["credential"])), key, relying_party, origin)
    except ValueError:
        raise _fault(f"has a passkey of {name} that can't be read") from None


def _different(publishers: tuple[Publisher, ...]) -> None:
    """One person with two names would be enough alone."""
    names = Counter(one.name.casefold() for one in publishers)
    if any(count > 1 for count in names.values()):
        raise _fault("has two publishers of one name: write all keys of one below one name")
    keys = Counter(_bytes(key) for one in publishers for key in _all_keys(one))
    if any(count > 1 for count in keys.values()):
        raise _fault("has a key twice: two people never share one")


def _all_keys(publisher: Publisher) -> Iterator[PublicKey]:
    yield from publisher.keys
    yield from (one.key for one in publisher.passkeys)


def _bytes(key: PublicKey) -> bytes:
    return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def _tables(table: dict[str, Any], key: str) -> list[dict[str, Any]]:
    found = table.get(key, [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise _fault(f"needs [[…{key}]] tables")
    return found


def _known(table: dict[str, Any], what: str) -> None:
    for key in sorted(set(table) - _KEYS[what]):
        raise _fault(f"has a key in {what} that nobody reads: {key!r}")


def _fault(what: str) -> ConfigError:
    return ConfigError(f"the file that {VARIABLE} names {what} (docs/publication.md)")
