"""Passkeys (WebAuthn): what a browser is asked for, and whether what comes back is right.

Challenges are kept nowhere: each bears its end and a keyed hash over what it is for, and is used up
once a device has signed it rightly. So whoever only asks fills no memory.
"""

import secrets
import struct
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar
from urllib.parse import urlsplit

from fido2.server import Fido2Server
from fido2.utils import websafe_encode
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    AuthenticatorData,
    CollectedClientData,
    PublicKeyCredentialDescriptor,
    PublicKeyCredentialParameters,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialType,
    PublicKeyCredentialUserEntity,
    RegistrationResponse,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from bot.clock import Clock
from bot.errors import NotAllowed
from bot.privacy.vault import Vault
from bot.store.staff.passkeys import Device, Passkey, Passkeys

CHALLENGE_SECONDS = 300
"""Long enough to fetch a phone from another room."""

ALGORITHMS = (-7, -8, -257)
"""ES256, EdDSA, RS256 (COSE): what platforms and keys have; RS256 for Windows Hello."""

_COSE_ALG = 3

_Read = TypeVar("_Read")

_MALFORMED = (ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, TypeError,
              ValueError, struct.error)  # fmt: skip
"""What the library raises for an answer that isn't one, or isn't right."""


class PasskeyChecks:
    """Asks and checks, for one origin. `bound`: what a challenge is for; an answer to it counts
    there alone."""

    def __init__(self, origin: str, passkeys: Passkeys, vault: Vault, clock: Clock) -> None:
        self._origin = origin
        self.host = urlsplit(origin).hostname or ""
        self._passkeys = passkeys
        self._vault = vault
        self._clock = clock
        rp = PublicKeyCredentialRpEntity(id=self.host, name=self.host)
        self._server = Fido2Server(rp, verify_origin=lambda found: found == origin)
        self._server.allowed_algorithms = [
            PublicKeyCredentialParameters(type=PublicKeyCredentialType.PUBLIC_KEY, alg=one)
            for one in ALGORITHMS
        ]

    # -- a new device --------------------------------------------------------------------------

    def creation(
        self, operator: str, name: str, bound: str, known: Iterable[Passkey] = ()
    ) -> Mapping[str, Any]:
        """Options for `navigator.credentials.create`. `known`: devices that are enrolled already,
        which the browser refuses to enrol again."""
        options, _ = self._server.register_begin(
            PublicKeyCredentialUserEntity(id=operator.encode(), name=name, display_name=name),
            credentials=self._descriptors(known),
            resident_key_requirement=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
            challenge=self._challenge(bound),
        )
        return {**options.public_key, "timeout": CHALLENGE_SECONDS * 1000}

    async def created(
        self, answer: Mapping[str, Any], operator: str, bound: str, device: Device
    ) -> Passkey:
        """The device that an answer enrols. Raises `NotAllowed`."""

        def check() -> tuple[CollectedClientData, AuthenticatorData]:
            client = RegistrationResponse.from_dict(answer).response.client_data
            self._check_client(client, bound)
            return client, self._server.register_complete(_state(client), answer)

        client, made = self._reading(check)
        credential = made.credential_data
        if credential is None or credential.public_key.get(_COSE_ALG) not in ALGORITHMS:
            raise NotAllowed("refused-passkey")
        await self._use(client)
        now, id_ = self._clock.now(), self._passkeys.id_of(operator, credential.credential_id)
        return Passkey(id_, operator, bytes(credential), self.host, device, now, now, made.counter)

    # -- who is it -----------------------------------------------------------------------------

    def request(self, bound: str, known: Iterable[Passkey] = ()) -> Mapping[str, Any]:
        """Options for `navigator.credentials.get`. `known`: the devices that may answer; without
        them the browser shows whom it knows."""
        options, _ = self._server.authenticate_begin(
            credentials=self._descriptors(known),
            user_verification=UserVerificationRequirement.REQUIRED,
            challenge=self._challenge(bound),
        )
        return {**options.public_key, "timeout": CHALLENGE_SECONDS * 1000}

    async def asserted(self, answer: Mapping[str, Any], bound: str, operator: str = "") -> Passkey:
        """The device that has answered. `operator`: whose it must be; else the answer says. Raises
        `NotAllowed`."""
        given = self._reading(lambda: AuthenticationResponse.from_dict(answer))
        client, handle = given.response.client_data, given.response.user_handle
        named = self._reading(lambda: (handle or b"").decode("ascii"))
        if operator and named not in {"", operator}:
            raise NotAllowed("refused-passkey")
        owner = operator or named
        id_ = self._passkeys.id_of(owner, given.raw_id)
        passkey = await self._passkeys.get(owner, id_) if owner else None
        if passkey is None:
            raise NotAllowed("refused-passkey")
        if passkey.rp != self.host:
            raise NotAllowed("refused-passkey-elsewhere", address=self.host)

        def check() -> None:
            self._check_client(client, bound)
            self._server.authenticate_complete(
                _state(client), [AttestedCredentialData(passkey.credential)], answer
            )

        self._reading(check)
        await self._use(client)
        count = given.response.authenticator_data.counter
        if (count or passkey.count) and count <= passkey.count:  # WebAuthn, 6.1.1 and 7.2
            raise CopiedPasskey(passkey)
        if not await self._passkeys.used(passkey, count):
            raise NotAllowed("refused-passkey")
        return replace(passkey, count=count)

    # -- challenges ----------------------------------------------------------------------------

    def _challenge(self, bound: str) -> bytes:
        end = int(self._clock.now().timestamp()) + CHALLENGE_SECONDS
        return self._sealed(bound, f"{end}.{secrets.token_urlsafe(16)}").encode()

    def _sealed(self, bound: str, head: str) -> str:
        return f"{head}.{self._vault.hashed('passkey challenge', bound, head)}"

    def _check_client(self, client: CollectedClientData, bound: str) -> None:
        if client.origin != self._origin or client.cross_origin:
            raise NotAllowed("refused-passkey-elsewhere", address=self.host)
        written = client.challenge.decode("ascii")
        head = ".".join(written.split(".")[:2])
        if not secrets.compare_digest(written, self._sealed(bound, head)):
            raise NotAllowed("refused-passkey")
        if int(head.partition(".")[0]) < self._clock.now().timestamp():
            raise NotAllowed("refused-passkey-late")

    async def _use(self, client: CollectedClientData) -> None:
        if not await self._passkeys.answer_once(client.challenge):
            raise NotAllowed("refused-passkey-late")

    @staticmethod
    def _reading(read: Callable[[], _Read]) -> _Read:
        try:
            return read()
        except _MALFORMED:
            raise NotAllowed("refused-passkey") from None

    def _descriptors(self, known: Iterable[Passkey]) -> list[PublicKeyCredentialDescriptor] | None:
        found = [
            PublicKeyCredentialDescriptor(
                type=PublicKeyCredentialType.PUBLIC_KEY,
                id=AttestedCredentialData(one.credential).credential_id,
            )
            for one in known
            if one.rp == self.host
        ]
        return found or None


class CopiedPasskey(NotAllowed):
    """A device's count went back: there may be a second one with the same key. `passkey`: whose."""

    def __init__(self, passkey: Passkey) -> None:
        super().__init__("refused-passkey-copied")
        self.passkey = passkey


def _state(client: CollectedClientData) -> Mapping[str, Any]:
    """As the library wants it; the challenge was checked before (`_check_client`)."""
    return {
        "challenge": websafe_encode(client.challenge),
        "user_verification": UserVerificationRequirement.REQUIRED,
    }
