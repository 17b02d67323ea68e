"""Publishers with keys and passkeys of their own, and the file that lists them."""

import base64
import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDSA,
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from bot.texts.publication import version_of
from bot.texts.publishers import signatures
from bot.texts.publishers.listed import Publishers, raw, read_publishers
from bot.texts.publishers.passkeys import PasskeyAssertion, read_assertion
from bot.texts.publishers.signatures import Proposal, Signed
from bot.texts.publishers.statement import Action, Statement

DEPLOYMENT = "almaty"
PRESENT, VERIFIED = 0x01, 0x04


def unpadded(value: bytes) -> str:
    """Base64url as browsers write it."""
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


@dataclass(frozen=True)
class Authenticator:
    """Holds a passkey, as a phone does, and answers a browser that shows a page."""

    key: EllipticCurvePrivateKey | Ed25519PrivateKey = field(
        default_factory=lambda: generate_private_key(SECP256R1())
    )
    credential: bytes = b"credential"
    relying_party: str = "console.example.org"
    origin: str = "https://console.example.org"

    @property
    def cose(self) -> bytes:
        """The public key as the browser gives it (COSE)."""
        if isinstance(self.key, Ed25519PrivateKey):
            return bytes.fromhex("a4010103272006215820") + raw(self.key.public_key())
        numbers = self.key.public_key().public_numbers()
        x, y = (one.to_bytes(32, "big") for one in (numbers.x, numbers.y))
        return bytes.fromhex("a5010203262001215820") + x + bytes.fromhex("225820") + y

    def json(
        self,
        challenge: bytes,
        /,
        *,
        flags: int = PRESENT | VERIFIED,
        relying_party: str = "",
        **client: Any,
    ) -> bytes:
        """What the page's `toJSON` gives. `client`: other values of the browser's."""
        said = {
            "type": "webauthn.get",
            "challenge": unpadded(challenge),
            "origin": self.origin,
            "crossOrigin": False,
        }
        client_data = json.dumps({**said, **client}).encode()
        party = (relying_party or self.relying_party).encode()
        data = hashlib.sha256(party).digest() + bytes([flags]) + bytes(4)
        message = data + hashlib.sha256(client_data).digest()
        if isinstance(self.key, Ed25519PrivateKey):
            signature = self.key.sign(message)
        else:
            signature = self.key.sign(message, ECDSA(SHA256()))
        return json.dumps(
            {
                "id": unpadded(self.credential),
                "rawId": unpadded(self.credential),
                "type": "public-key",
                "authenticatorAttachment": "platform",
                "clientExtensionResults": {},
                "response": {
                    "clientDataJSON": unpadded(client_data),
                    "authenticatorData": unpadded(data),
                    "signature": unpadded(signature),
                    "userHandle": None,
                },
            }
        ).encode()

    def signs(self, statement: Statement, **other: Any) -> PasskeyAssertion:
        return read_assertion(self.json(statement.challenge, **other))


@dataclass(frozen=True)
class Person:
    """A publisher. `passkeys`: beside the key, which the list may leave out."""

    name: str
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    passkeys: tuple[Authenticator, ...] = ()
    has_key: bool = True

    @property
    def toml(self) -> str:
        """The publisher in the list."""
        lines = ["[[publisher]]", f'name = "{self.name}"']
        if self.has_key:
            public = base64.b64encode(raw(self.key.public_key())).decode()
            lines.append(f'keys = ["{public}"]')
        for one in self.passkeys:
            lines += [
                "[[publisher.passkey]]",
                f'credential = "{unpadded(one.credential)}"',
                f'public_key = "{unpadded(one.cose)}"',
                f'relying_party = "{one.relying_party}"',
                f'origin = "{one.origin}"',
            ]
        return "\n".join(lines) + "\n"

    def key_file(self, folder: Path) -> Path:
        """The key on this publisher's machine."""
        path = folder / f"{self.name}.pem"
        path.write_bytes(self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        path.chmod(0o600)
        return path


KESTREL, WREN, OWL = Person("Kestrel"), Person("Wren"), Person("Owl")


def listed(folder: Path, *people: Person, deployment: str = DEPLOYMENT, release: int = 0) -> Path:
    """The file that HELPLINE_PUBLISHERS names. Without people: Kestrel and Wren."""
    path = folder / "publishers.toml"
    everybody = "".join(one.toml for one in people or (KESTREL, WREN))
    path.write_text(f'deployment = "{deployment}"\nrelease = {release}\n{everybody}', "utf-8")
    return path


def publishers(folder: Path, *people: Person, **more: Any) -> Publishers:
    """The same, read."""
    return read_publishers(listed(folder, *people, **more))


def publication(
    number: int,
    files: dict[str, str] | str,
    *by: Person,
    deployment: str = DEPLOYMENT,
) -> Proposal:
    """New texts, signed. `files`: or their digest. Without people: by Kestrel and Wren."""
    digest = files if isinstance(files, str) else version_of(files)
    statement = Statement(deployment, number, Action.PUBLISH, digest)
    return _signed(statement, by or (KESTREL, WREN))


def way_back(number: int, earlier: Proposal | str, *by: Person) -> Proposal:
    """Back to a publication, or to a digest; without people by Kestrel alone."""
    digest = earlier if isinstance(earlier, str) else earlier.said.digest
    statement = Statement(DEPLOYMENT, number, Action.BACK, digest)
    known = None if isinstance(earlier, str) else Signed(earlier.statement, earlier.signatures)
    return _signed(statement, by or (KESTREL,), known)


def _signed(
    statement: Statement, by: tuple[Person, ...], earlier: Signed | None = None
) -> Proposal:
    made = tuple(signatures.sign(statement, one.key) for one in by)
    return Proposal(statement.text, made, earlier)
