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

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.errors import ConfigError, NotAllowed, Sealed

_NONCE = 12
_DESK_PREFIX = "desk:"
_PURPOSES = ("wrap", "names", "tickets")


class Keys:
    """What a process may open. Without `address`, no chat id can be opened: the desk's case."""

    def __init__(self, derived: dict[str, bytes]) -> None:
        self._derived = derived

    @classmethod
    def read(cls, secret: str) -> "Keys":
        """From HELPLINE_MASTER_KEY: 32 bytes in base64, or the desk's part of them.

        Raises `ConfigError`, without the value.
        """
        if secret.startswith(_DESK_PREFIX):
            part = _decoded(secret.removeprefix(_DESK_PREFIX), 32 * len(_PURPOSES))
            return cls({name: part[32 * n : 32 * n + 32] for n, name in enumerate(_PURPOSES)})
        master = _decoded(secret, 32)
        return cls({name: _derive(master, name) for name in (*_PURPOSES, "address")})

    @staticmethod
    def new_master() -> str:
        """A fresh master key in the form that `read` takes."""
        return base64.urlsafe_b64encode(os.urandom(32)).decode()

    def for_desk(self) -> str:
        """The part of the keys that the desk needs, in the form that `read` takes."""
        part = b"".join(self._derived[name] for name in _PURPOSES)
        return _DESK_PREFIX + base64.urlsafe_b64encode(part).decode()

    def get(self, purpose: str) -> bytes:
        """The key for a purpose. Raises `NotAllowed` where this process doesn't hold it."""
        try:
            return self._derived[purpose]
        except KeyError:
            raise NotAllowed(f"this process holds no key for {purpose}") from None


class Vault:
    """Seals, opens and names with this process's keys."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys

    def hashed(self, kind: str, *parts: object) -> str:
        """A keyed hash, 128 bits in hex: stands for an id without giving it away."""
        message = "\x1f".join((kind, *map(str, parts))).encode()
        return hmac.digest(self._keys.get("names"), message, hashlib.sha256).hex()[:32]

    def new_data_key(self, conversation: str) -> tuple[bytes, bytes]:
        """A fresh data key, and the same wrapped for the keyring."""
        key = os.urandom(32)
        return key, _seal(self._keys.get("wrap"), f"key/{conversation}", key)

    def unwrap(self, conversation: str, wrapped: bytes) -> bytes:
        """The data key. Raises `Sealed`."""
        return _open(self._keys.get("wrap"), f"key/{conversation}", wrapped)

    def seal(self, data_key: bytes, conversation: str, row: str, value: bytes) -> bytes:
        """Seal a value for one row of one conversation."""
        return _seal(data_key, f"{row}/{conversation}", value)

    def open(self, data_key: bytes, conversation: str, row: str, value: bytes) -> bytes:
        """Open what `seal` made for the same row. Raises `Sealed`."""
        return _open(data_key, f"{row}/{conversation}", value)

    def seal_ticket(self, conversation: str, row: str, value: bytes) -> bytes:
        """Seal what both processes need even after the data key is gone; never message text."""
        return _seal(self._keys.get("tickets"), f"{row}/{conversation}", value)

    def open_ticket(self, conversation: str, row: str, value: bytes) -> bytes:
        """Open what `seal_ticket` made. Raises `Sealed`."""
        return _open(self._keys.get("tickets"), f"{row}/{conversation}", value)

    def seal_address(self, conversation: str, row: str, value: bytes) -> bytes:
        """Seal what leads to the person's chat. Raises `NotAllowed` at the desk."""
        return _seal(self._keys.get("address"), f"{row}/{conversation}", value)

    def open_address(self, conversation: str, row: str, value: bytes) -> bytes:
        """Open it. Raises `Sealed`; `NotAllowed` at the desk."""
        return _open(self._keys.get("address"), f"{row}/{conversation}", value)


def _derive(master: bytes, purpose: str) -> bytes:
    info = f"helpline/{purpose}".encode()
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(master)


def _decoded(text: str, length: int) -> bytes:
    try:
        value = base64.urlsafe_b64decode(text)
    except (ValueError, binascii.Error):
        value = b""
    if len(value) != length:
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
