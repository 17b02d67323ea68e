"""A security key in software: signs what a browser has it sign, or what an attacker would."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

FLAG = AuthenticatorData.FLAG
VERIFIED = FLAG.UP | FLAG.UV


@dataclass(slots=True)
class Authenticator:
    """One device with one passkey. `origin`: what the browser tells of the page; `host`: the one
    that the passkey was made for; `flags`: whether somebody was there, and showed that it is they;
    `counts`: whether it counts what it signs."""

    origin: str
    host: str = "localhost"
    flags: FLAG = VERIFIED
    counts: bool = True
    count: int = 0
    user: str = ""
    crossed: bool = False
    id: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )

    def create(self, options: Mapping[str, Any]) -> dict[str, Any]:
        """What `navigator.credentials.create` gives."""
        self.user = websafe_decode(options["user"]["id"]).decode()
        public = ES256.from_cryptography_key(self.key.public_key())  # type: ignore[no-untyped-call]
        credential = AttestedCredentialData.create(Aaguid.NONE, self.id, public)
        made = AttestationObject.create("none", self._data(FLAG.AT, credential), {})
        client = self._client(CollectedClientData.TYPE.CREATE, options)
        return self._answer(client, attestationObject=websafe_encode(made))

    def get(self, options: Mapping[str, Any]) -> dict[str, Any]:
        """What `navigator.credentials.get` gives."""
        client, data = self._client(CollectedClientData.TYPE.GET, options), self._data(FLAG(0))
        signature = self.key.sign(data + client.hash, ec.ECDSA(SHA256()))
        return self._answer(
            client,
            authenticatorData=websafe_encode(data),
            signature=websafe_encode(signature),
            userHandle=websafe_encode(self.user.encode()),
        )

    def _data(self, more: FLAG, credential: bytes = b"") -> AuthenticatorData:
        self.count += self.counts
        host = sha256(self.host.encode()).digest()
        head = host + bytes([self.flags | more]) + self.count.to_bytes(4, "big")
        return AuthenticatorData(head + credential)

    def _client(self, kind: str, options: Mapping[str, Any]) -> CollectedClientData:
        challenge = options["challenge"]
        return CollectedClientData.create(kind, challenge, self.origin, self.crossed)

    def _answer(self, client: CollectedClientData, **parts: str) -> dict[str, Any]:
        name = websafe_encode(self.id)
        response = {"clientDataJSON": websafe_encode(client), **parts}
        return {"id": name, "rawId": name, "type": "public-key", "response": response}
