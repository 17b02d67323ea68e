"""`helpline texts key`: a publisher's own key, which never leaves their machine."""

import argparse
import base64
import getpass
import os
import sys
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from bot.config import Settings
from bot.errors import ConfigError
from bot.texts.publishers.listed import raw

_OTHERS = 0o077


async def run(args: argparse.Namespace, _: Settings) -> int:
    """Make one, and print the public half for the list of publishers. Raises `ConfigError`."""
    key = Ed25519PrivateKey.generate()
    passphrase = _asked("Passphrase (empty: none): ")
    lock: KeySerializationEncryption = NoEncryption()
    if passphrase:
        if _asked("The same again: ") != passphrase:
            raise ConfigError("the passphrases differ; no key was made")
        lock = BestAvailableEncryption(passphrase)
    written = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock)
    try:
        where = os.open(args.file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError:
        raise ConfigError("the key can't be written there, or something is there") from None
    with os.fdopen(where, "wb") as file:
        file.write(written)
    print(f'keys = ["{base64.b64encode(raw(key.public_key())).decode()}"]')
    print("for your name in the list of publishers; the file itself stays with you alone")
    return 0


def read_key(path: Path) -> Ed25519PrivateKey:
    """A key from its file; a passphrase is asked for. Raises `ConfigError`."""
    try:
        mode, written = path.stat().st_mode, path.read_bytes()
    except OSError:
        raise ConfigError("there is no key that can be read under this name") from None
    if mode & _OTHERS:
        raise ConfigError("others on this machine can read the key: chmod 600, or make a new one")
    try:
        key = load_pem_private_key(written, None)
    except TypeError:  # it is locked
        try:
            key = load_pem_private_key(written, _asked("Passphrase: "))
        except (TypeError, ValueError):
            raise ConfigError("the passphrase doesn't open the key") from None
    except (ValueError, UnsupportedAlgorithm):
        raise ConfigError("this is no key in PEM") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise ConfigError("this is no Ed25519 key")
    return key


def _asked(prompt: str) -> bytes:
    """From the terminal, unseen; without one, a line of the standard input."""
    if sys.stdin.isatty():
        return getpass.getpass(prompt).encode()
    return sys.stdin.readline().rstrip("\n").encode()
