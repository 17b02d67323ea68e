"""Sealing: what Redis holds can't be read without keys, and a destroyed key ends it for good.

AES-256-GCM from `cryptography`. The associated data names the row, so that values can't be moved
from one row to another. One random data key for each conversation lives, wrapped, in the keyring.
All other keys are derived from the master key, one for each purpose (HKDF-SHA256).
"""

import base64
import binascii
import hashlib
import hmac
import os
from collections.abc import Sequence, Set

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.errors import ConfigError, NotAllowed, Sealed

_NONCE = 12
_NAME = 12
_LENGTH = 32
_DESK_PREFIX = "desk:"
_CARRIED = ("names",)
"""The key of keyed hashes stays over a rotation, or rows would change their names. (Earlier there
was a second one behind it, for persons; that one is drawn now, bot/store/keyring/people_key.py.)"""

_DESK = ("names", "tickets")
_ALL = (*_CARRIED, "wrap", "tickets", "address")


class Keys:
    """The keys of a process: the current ones, and older ones that still open.

    Without `address` no chat can be opened; without `wrap` no conversation but those with a ticket,
    nor the key that names persons: the desk's case.
    """

    def __init__(self, held: Sequence[dict[str, bytes]], secrets: Sequence[str]) -> None:
        self._held = held
        self._secrets = tuple(secrets)

    @classmethod
    def read(cls, secret: str) -> "Keys":
        """From HELPLINE_MASTER_KEY: 32 bytes in base64, or the desk's part of them. While keys are
        changed there are several, separated by commas; the first one is current.

        Raises `ConfigError`, without the value.
        """
        secrets = [part.strip() for part in secret.split(",")]
        return cls([_read(part) for part in secrets], secrets)

    @staticmethod
    def new_master() -> str:
        """A fresh master key in the form that `read` takes."""
        return _encoded(os.urandom(_LENGTH))

    def next_master(self) -> str:
        """A fresh master key that names everything as the current one does: for a rotation.
        Raises `NotAllowed` at the desk."""
        self.get("wrap")  # the desk's part is no whole key
        names = b"".join(self.get(name) for name in _CARRIED)
        return f"{self.new_master()}.{_encoded(names)}"

    def for_desk(self) -> str:
        """The part of the keys that the desk needs, in the form that `read` takes."""
        return ",".join(
            _DESK_PREFIX + _encoded(b"".join(one[name] for name in _DESK)) for one in self._held
        )

    @property
    def secrets(self) -> tuple[str, ...]:
        """The keys one by one, as they were read; the current one first."""
        return self._secrets

    def may(self, purpose: str) -> bool:
        """Whether this process holds a key for it."""
        return purpose in self._held[0]

    def get(self, purpose: str) -> bytes:
        """The current key for a purpose. Raises `NotAllowed` where this process has none."""
        return self.all(purpose)[0]

    def all(self, purpose: str) -> list[bytes]:
        """The keys that open what was sealed for a purpose. Raises `NotAllowed`."""
        if not self.may(purpose):
            raise NotAllowed("refused-no-key", purpose=purpose)
        return [one[purpose] for one in self._held if purpose in one]


class Vault:
    """Seals, opens and names with this process's keys."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys

    def may(self, purpose: str) -> bool:
        """Whether this process holds a key for a purpose."""
        return self._keys.may(purpose)

    def hashed(self, kind: str, *parts: object) -> str:
        """A keyed hash, 96 bits in base64: stands for an id without giving it away. Each of a
        conversation's rows bears one, so it is no longer than a million conversations need.

        Whoever has the master key can make it again: persons are named otherwise
        (bot/privacy/pseudonyms.py).
        """
        return keyed_hash(self._keys.get("names"), kind, *parts)

    def seal(self, data_key: bytes, conversation: str, row: str, value: bytes) -> bytes:
        """Seal a value for one row of one conversation."""
        return _seal(data_key, f"{row}/{conversation}", value)

    def open(self, data_key: bytes, conversation: str, row: str, value: bytes) -> bytes:
        """Open what `seal` made for the same row. Raises `Sealed`."""
        return _open(data_key, f"{row}/{conversation}", value)

    def seal_ticket(self, conversation: str, row: str, value: bytes) -> bytes:
        """Seal what both processes need even after the data key is gone; never message text."""
        return self.sealed_for("tickets", conversation, row, value)

    def open_ticket(self, conversation: str, row: str, value: bytes) -> bytes:
        """Open what `seal_ticket` made. Raises `Sealed`."""
        return self.opened_for("tickets", conversation, row, value)

    def sealed_for(self, purpose: str, conversation: str, row: str, value: bytes) -> bytes:
        """Seal under the current key of a purpose. Raises `NotAllowed`."""
        return _seal(self._keys.get(purpose), f"{row}/{conversation}", value)

    def opened_for(self, purpose: str, conversation: str, row: str, value: bytes) -> bytes:
        """Open with any key of a purpose. Raises `Sealed`, `NotAllowed`."""
        for key in self._keys.all(purpose):
            try:
                return _open(key, f"{row}/{conversation}", value)
            except Sealed:
                continue
        raise Sealed("a value can't be opened")

    def resealed(self, purpose: str, conversation: str, row: str, value: bytes) -> bytes | None:
        """The value under the current key; None if it is already. Raises `Sealed`."""
        try:
            _open(self._keys.get(purpose), f"{row}/{conversation}", value)
        except Sealed:
            opened = self.opened_for(purpose, conversation, row, value)
            return self.sealed_for(purpose, conversation, row, opened)
        return None


def keyed_hash(key: bytes, kind: str, *parts: object) -> str:
    """96 bits of an HMAC-SHA256 in base64."""
    message = "\x1f".join((kind, *map(str, parts))).encode()
    digest = hmac.digest(key, message, hashlib.sha256)[:_NAME]
    return base64.b64encode(digest, altchars=b"_.").decode()


def _read(secret: str) -> dict[str, bytes]:
    if secret.startswith(_DESK_PREFIX):
        part = _decoded(secret.removeprefix(_DESK_PREFIX), {_LENGTH * len(_DESK)})
        return _cut(part, _DESK)
    master, _, carried = secret.partition(".")
    key = _decoded(master, {_LENGTH})
    derived = {name: _derive(key, name) for name in _ALL}
    if carried:
        whole = _LENGTH * len(_CARRIED)
        derived |= _cut(_decoded(carried, {whole, whole + _LENGTH}), _CARRIED)
    return derived


def _cut(part: bytes, names: Sequence[str]) -> dict[str, bytes]:
    return {name: part[_LENGTH * n : _LENGTH * (n + 1)] for n, name in enumerate(names)}


def _encoded(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).decode()


def _derive(master: bytes, purpose: str) -> bytes:
    info = f"helpline/{purpose}".encode()
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(master)


def _decoded(text: str, lengths: Set[int]) -> bytes:
    try:
        value = base64.urlsafe_b64decode(text)
    except (ValueError, binascii.Error):
        value = b""
    if len(value) not in lengths:
        raise ConfigError(
            "HELPLINE_MASTER_KEY is not a key: make one with `helpline key`"
        ) from None
    return value


def _seal(key: bytes, row: str, value: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, value, row.encode())


def _open(key: bytes, row: str, sealed: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], row.encode())
    except (InvalidTag, ValueError):
        raise Sealed("a value can't be opened") from None
