"""Passkeys: whether an authenticator signed a statement (WebAuthn Level 3, section 7.2).

Only what an authenticator itself signs is believed. Its counter isn't looked at: passkeys that are
kept in several places have none, and a statement's number is accepted once anyway.
"""

import base64
import hashlib
import hmac
from dataclasses import dataclass

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDSA,
    SECP256R1,
    EllipticCurvePublicKey,
    EllipticCurvePublicNumbers,
)
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256

PublicKey = EllipticCurvePublicKey | Ed25519PublicKey

_ES256 = bytes.fromhex("a5010203262001215820")
_ES256_Y = bytes.fromhex("225820")
_EDDSA = bytes.fromhex("a4010103272006215820")
"""How a COSE key begins (RFC 9053). CTAP 2 has one order of its parts and one encoding of each, so
no reader of CBOR is needed."""

_RP_HASH = 32
_FLAGS = 32
_LEAST = 37
_USER_PRESENT = 0x01
_USER_VERIFIED = 0x04


@dataclass(frozen=True, slots=True)
class Passkey:
    """A credential of a publisher's. `relying_party` and `origin`: of the page that made it."""

    credential: bytes
    key: PublicKey
    relying_party: str
    origin: str


class PasskeyAssertion(msgspec.Struct, frozen=True, tag="passkey"):
    """The answer of `navigator.credentials.get` (AuthenticatorAssertionResponse)."""

    credential: bytes
    client_data: bytes
    authenticator_data: bytes
    signature: bytes


class _ClientData(msgspec.Struct, frozen=True):
    type: str
    challenge: str
    origin: str
    crossOrigin: bool = False
    topOrigin: str | None = None


class _Response(msgspec.Struct, frozen=True):
    clientDataJSON: str
    authenticatorData: str
    signature: str


class _Credential(msgspec.Struct, frozen=True):
    id: str
    response: _Response


def read_cose(key: bytes) -> PublicKey:
    """A credential's public key, ES256 or Ed25519. Raises `ValueError`."""
    if key.startswith(_ES256):
        x, between, y = key[10:42], key[42:45], key[45:]
        if between == _ES256_Y and len(y) == 32:
            numbers = EllipticCurvePublicNumbers(
                int.from_bytes(x, "big"), int.from_bytes(y, "big"), SECP256R1()
            )
            return numbers.public_key()
    if key.startswith(_EDDSA) and len(key) == 42:
        return Ed25519PublicKey.from_public_bytes(key[10:])
    raise ValueError("no COSE key of ES256 or Ed25519")


def read_assertion(json: bytes) -> PasskeyAssertion:
    """Read the JSON of a browser's `PublicKeyCredential.toJSON()`. Raises `ValueError`."""
    given = msgspec.json.decode(json, type=_Credential)
    response = given.response
    return PasskeyAssertion(
        unpadded(given.id),
        unpadded(response.clientDataJSON),
        unpadded(response.authenticatorData),
        unpadded(response.signature),
    )


def signed(passkey: Passkey, challenge: bytes, assertion: PasskeyAssertion) -> bool:
    """Whether this passkey's holder, present and verified, signed this challenge on its page."""
    if assertion.credential != passkey.credential:
        return False
    try:
        said = msgspec.json.decode(assertion.client_data, type=_ClientData)
        answered = unpadded(said.challenge)
    except ValueError:
        return False
    data = assertion.authenticator_data
    if len(data) < _LEAST:
        return False
    verified = _USER_PRESENT | _USER_VERIFIED
    return (
        said.type == "webauthn.get"
        and hmac.compare_digest(answered, challenge)
        and said.origin == passkey.origin
        and not said.crossOrigin
        and said.topOrigin is None
        and data[:_RP_HASH] == hashlib.sha256(passkey.relying_party.encode()).digest()
        and data[_FLAGS] & verified == verified
        and _verified(passkey.key, assertion.signature, data, assertion.client_data)
    )


def unpadded(text: str) -> bytes:
    """Base64url as WebAuthn writes it, without `=`. Raises `ValueError`."""
    padded = text.encode("ascii") + b"=" * (-len(text) % 4)
    return base64.b64decode(padded, altchars=b"-_", validate=True)


def _verified(key: PublicKey, signature: bytes, data: bytes, client_data: bytes) -> bool:
    message = data + hashlib.sha256(client_data).digest()
    try:
        if isinstance(key, Ed25519PublicKey):
            key.verify(signature, message)
        else:
            key.verify(signature, message, ECDSA(SHA256()))
    except InvalidSignature:
        return False
    return True
