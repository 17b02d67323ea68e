"""Acts: propose, sign, take back, publish, and go back to earlier texts."""

from collections.abc import Mapping
from typing import Any

import msgspec
from aiohttp import web
from fido2.utils import websafe_encode

from bot.console.bodies import Numbered, body
from bot.console.publication.room import PublicationRoom, post
from bot.console.publication.work import Tree
from bot.console.routes import Route, Visit
from bot.errors import NotAllowed
from bot.studio.apart import Failed
from bot.texts.proposing import Signature
from bot.texts.publishers.passkeys import Passkey, read_assertion
from bot.texts.publishers.signatures import read_proposal, written_form
from bot.texts.publishers.statement import BadStatement, Statement

SECONDS = 300
"""Long enough to fetch a key from another room."""


class ToPropose(Numbered):
    """`digest`: of the texts that the page has shown; `with_stale`: also if translations lag."""

    digest: str
    with_stale: bool = False


class Named(Numbered):
    """Which proposal is meant (`OpenProposal.name`)."""

    name: str


class ToSign(Named):
    """A signature by passkey: the answer of WebAuthn, AuthenticationResponseJSON."""

    answer: Mapping[str, Any]


class SignedElsewhere(Named):
    """A proposal's file, as `helpline texts sign` has written it."""

    file: str


class Earlier(Numbered):
    """Which texts to go back to."""

    digest: str


class ToGoBack(Earlier):
    """`answer`: a passkey's; None in a demo, where nobody signs."""

    answer: Mapping[str, Any] | None = None


class PublicationActs:
    """Answers the requests that change something."""

    def __init__(self, room: PublicationRoom) -> None:
        self._room = room
        self._proposing = room.proposing

    @property
    def routes(self) -> tuple[Route, ...]:
        """The routes of the acts. What is signed shows a publisher's passkey itself."""
        room = self._room
        return (
            post(room, "/publication/propose", self._propose, asks_passkey=True),
            post(room, "/publication/withdraw", self._withdraw, asks_passkey=True),
            post(room, "/publication/publish", self._publish, asks_passkey=True),
            post(room, "/publication/sign/begin", self._begin),
            post(room, "/publication/sign", self._sign),
            post(room, "/publication/file", self._file),
            post(room, "/publication/signed", self._signed),
            post(room, "/publication/back/begin", self._begin_back),
            post(room, "/publication/back", self._back),
        )

    async def _propose(self, visit: Visit) -> web.StreamResponse:
        wanted = await body(visit, ToPropose)
        commit, tree = await self._room.trees.saved()
        if tree.digest != wanted.digest:
            raise NotAllowed("publication-moved")
        await self._check(tree, with_stale=wanted.with_stale)
        made = await self._proposing.propose(tree.files, visit.who.operator.name, commit)
        await self._note(visit, "propose texts", made.statement)
        return web.Response(status=204)

    async def _withdraw(self, visit: Visit) -> web.StreamResponse:
        gone = await self._proposing.withdraw((await body(visit, Named)).name)
        await self._note(visit, "withdraw texts", gone.statement)
        return web.Response(status=204)

    async def _publish(self, visit: Visit) -> web.StreamResponse:
        name = (await body(visit, Named)).name
        there = await self._proposing.named(name)
        tree = await self._room.trees.proposed(there.statement.digest)
        if tree is None:
            raise NotAllowed("publication-gone")
        await self._check(tree, with_stale=True)
        made = await self._proposing.publish(name)
        await self._note(visit, "publish texts", made.statement, ", ".join(made.signers))
        return web.Response(status=204)

    async def _begin(self, visit: Visit) -> web.StreamResponse:
        """Answer with the options of `navigator.credentials.get`, the tree checked once more."""
        there = await self._proposing.named((await body(visit, Named)).name)
        tree = await self._room.trees.proposed(there.statement.digest)
        if tree is None:
            raise NotAllowed("publication-gone")
        await self._check(tree, with_stale=True)
        passkeys = self._proposing.passkeys(self._room.origin, there.signers)
        return web.json_response(_request(there.statement, passkeys))

    async def _sign(self, visit: Visit) -> web.StreamResponse:
        given = await body(visit, ToSign)
        there = await self._proposing.named(given.name)
        by = await self._proposing.sign(given.name, _assertion(given.answer))
        await self._note(visit, "sign texts", there.statement, by)
        return web.Response(status=204)

    async def _file(self, visit: Visit) -> web.StreamResponse:
        """The proposal for `helpline texts sign`."""
        there = await self._proposing.named((await body(visit, Named)).name)
        written = written_form(there.proposal).decode()
        return web.json_response({"file": written, "commit": there.commit})

    async def _signed(self, visit: Visit) -> web.StreamResponse:
        """Add a signature that was made in a terminal, which is as good."""
        given = await body(visit, SignedElsewhere)
        there = await self._proposing.named(given.name)
        try:
            signed = read_proposal(given.file.encode())
        except BadStatement:
            raise NotAllowed("publication-no-file") from None
        if signed.statement != there.proposal.statement:
            raise NotAllowed("publication-other-file")
        fresh = [one for one in signed.signatures if one not in there.proposal.signatures]
        if not fresh:
            raise NotAllowed("publication-no-signature")
        for one in fresh:
            by = await self._proposing.sign(given.name, one)
            await self._note(visit, "sign texts", there.statement, by)
        return web.Response(status=204)

    async def _begin_back(self, visit: Visit) -> web.StreamResponse:
        back = await self._proposing.way_back((await body(visit, Earlier)).digest)
        passkeys = self._proposing.passkeys(self._room.origin)
        return web.json_response(_request(back.said, passkeys))

    async def _back(self, visit: Visit) -> web.StreamResponse:
        given = await body(visit, ToGoBack)
        if await self._room.trees.published(given.digest) is None:
            raise NotAllowed("publication-gone")
        signature = None if given.answer is None else _assertion(given.answer)
        statement, by = await self._proposing.go_back(given.digest, signature)
        await self._note(visit, "go back to texts", statement, by)
        return web.Response(status=204)

    async def _check(self, tree: Tree, *, with_stale: bool) -> None:
        try:
            await self._room.check_clean(tree, with_stale=with_stale)
        except Failed:
            raise NotAllowed("publication-check-failed") from None

    async def _note(self, visit: Visit, act: str, statement: Statement, by: str = "") -> None:
        detail = f"no. {statement.number} {statement.digest[:16]} {by}".strip()
        await self._room.log.note(visit.who.operator, act, detail)


def _request(statement: Statement, passkeys: list[Passkey]) -> Mapping[str, Any]:
    """PublicKeyCredentialRequestOptionsJSON. One page has one relying party."""
    party = passkeys[0].relying_party
    return {
        "challenge": websafe_encode(statement.challenge),
        "rpId": party,
        "allowCredentials": [
            {"type": "public-key", "id": websafe_encode(one.credential)}
            for one in passkeys
            if one.relying_party == party
        ],
        "userVerification": "required",
        "timeout": SECONDS * 1000,
    }


def _assertion(answer: Mapping[str, Any]) -> Signature:
    try:
        return read_assertion(msgspec.json.encode(answer))
    except ValueError:
        raise NotAllowed("publication-not-listed") from None
