"""How a passkey of a publisher's comes into the list: it is made here, and written there by whoever
runs the helpline. Nothing of it is kept by the console."""

import secrets
from collections.abc import Mapping
from typing import Any

from aiohttp import web
from fido2.utils import websafe_encode
from fido2.webauthn import AttestedCredentialData

from bot.console.bodies import Numbered, body
from bot.console.passkeys import PasskeyChecks
from bot.console.publication.room import PublicationRoom, get, post
from bot.console.routes import Route, Visit
from bot.errors import NotAllowed
from bot.store.staff.passkeys import Device
from bot.texts.publishers.passkeys import read_cose

_COSE_AT = 18
"""Behind the authenticator's kind (16 bytes) and the length of the credential's id (2) come the id
and the public key (WebAuthn, 6.5.1)."""


class Made(Numbered):
    """A new passkey: the answer of WebAuthn, RegistrationResponseJSON. `user`: as `begin` has told
    it."""

    user: str
    answer: Mapping[str, Any]


class PublisherPasskey:
    """Answers the requests of whoever wants to publish."""

    def __init__(self, room: PublicationRoom, checks: PasskeyChecks) -> None:
        self._room = room
        self._checks = checks

    @property
    def routes(self) -> tuple[Route, ...]:
        """The page, what the browser is asked for, and the lines."""
        return (
            get("/publication/passkey", self._page),
            post(self._room, "/publication/passkey/begin", self._begin),
            post(self._room, "/publication/passkey", self._made),
        )

    async def _page(self, visit: Visit) -> web.StreamResponse:
        publishers = self._room.proposing.publishers
        listed = [
            (one.name, sum(key.origin == self._room.origin for key in one.passkeys), len(one.keys))
            for one in (publishers.all if publishers else ())
        ]
        return await self._room.page(visit, "passkey", listed=listed)

    async def _begin(self, visit: Visit) -> web.StreamResponse:
        """A passkey of its own, not the one that signs in: the browser says its name when it is
        asked for, and a security key keeps no account of it."""
        await body(visit, Numbered)
        user = secrets.token_hex(16)
        voice = self._room.voice(visit)
        name = voice("publication-passkey-account", name=visit.who.operator.name)
        options = dict(self._checks.creation(user, name, _bound(visit, user)))
        options["authenticatorSelection"] = {
            **options.get("authenticatorSelection", {}),
            "residentKey": "discouraged",
            "requireResidentKey": False,
        }
        return web.json_response({"user": user, "options": options})

    async def _made(self, visit: Visit) -> web.StreamResponse:
        given = await body(visit, Made)
        bound = _bound(visit, given.user)
        made = await self._checks.created(given.answer, given.user, bound, Device.KEY)
        credential = AttestedCredentialData(made.credential).credential_id
        cose = made.credential[_COSE_AT + len(credential) :]
        try:
            read_cose(cose)
        except ValueError:
            raise NotAllowed("publication-passkey-kind") from None
        lines = (
            "[[publisher.passkey]]",
            f'credential = "{websafe_encode(credential)}"',
            f'public_key = "{websafe_encode(cose)}"',
            f'relying_party = "{self._checks.host}"',
            f'origin = "{self._room.origin}"',
        )
        return web.json_response({"lines": "\n".join(lines)})


def _bound(visit: Visit, user: str) -> str:
    return f"publisher {user} {visit.who.token}"
