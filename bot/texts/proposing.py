"""Proposing, signing and publishing in the console, and the way back.

What is signed is the statement that `helpline texts` signs and each bot verifies
(`bot.texts.publishers`). One proposal is open at a time. It is bound to its hash: what editors save
afterwards isn't in it. Refusals are for whoever asks; what protects people is each bot's own look.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeAlias

import msgspec

from bot.clock import Clock
from bot.errors import NotAllowed
from bot.message import Wording
from bot.store.proposed_texts import ProposedTexts
from bot.store.publications import Publications
from bot.texts.current import LivePublication
from bot.texts.publication import version_of
from bot.texts.publishers.approval import Reason, Refused, needed
from bot.texts.publishers.listed import Publishers
from bot.texts.publishers.passkeys import Passkey, PasskeyAssertion
from bot.texts.publishers.signatures import (
    KeySignature,
    Proposal,
    Signed,
    read_proposal,
    signers,
    written_form,
)
from bot.texts.publishers.statement import MOST, Action, BadStatement, Statement

Signature: TypeAlias = KeySignature | PasskeyAssertion

DEMO = "demo"
"""What unsigned texts are for: the name stands in no list of publishers."""


class _Kept(msgspec.Struct, frozen=True):
    """A proposal as it lies in the store. `at`: seconds (POSIX); `commit`: "" without git."""

    statement: str
    by: str
    at: float
    commit: str


@dataclass(frozen=True, slots=True)
class OpenProposal:
    """A proposal and who has signed it. `by`: a code name; `over`: its number is used up by
    something else, so no bot would show it; `asked`: intake has been asked to make it live."""

    proposal: Proposal
    by: str
    at: datetime
    commit: str
    signers: tuple[str, ...]
    needed: int
    over: bool
    asked: bool
    written: bytes

    @property
    def statement(self) -> Statement:
        """What is proposed."""
        return self.proposal.said

    @property
    def name(self) -> str:
        """By which pages name it: of other texts, or under another number, it is another one."""
        return name_of(self.statement)

    @property
    def is_signed(self) -> bool:
        """Whether enough publishers have signed."""
        return len(self.signers) >= self.needed


@dataclass(frozen=True, slots=True)
class Earlier:
    """Texts that one can go back to. `number`: 0 for the program's own; `needed`: how many
    publishers have to sign for it."""

    digest: str
    number: int
    signers: tuple[str, ...]
    needed: int
    live: bool


class Proposing:
    """`publishers`: the list; None where there is none. `unsigned`: a demo, where nobody signs."""

    def __init__(
        self,
        live: LivePublication,
        proposed: ProposedTexts,
        publications: Publications,
        publishers: Publishers | None,
        clock: Clock,
        *,
        unsigned: bool = False,
    ) -> None:
        self._live = live
        self._proposed = proposed
        self._publications = publications
        self.publishers = publishers
        self._clock = clock
        self.unsigned = unsigned

    @property
    def possible(self) -> bool:
        """Whether anything can be published at all."""
        return self.unsigned or self.publishers is not None

    @property
    def next(self) -> int:
        """The number of the next publication."""
        release = self.publishers.release if self.publishers else 0
        return min(max(self._live.least, release + 1), MOST)

    async def open(self) -> OpenProposal | None:
        """The proposal that there is. One that is live by now is none any more."""
        written = await self._proposed.now()
        kept = _read(written) if written is not None else None
        if written is None or kept is None:
            return None
        statement = Statement.read(kept.statement)
        name = name_of(statement)
        live = self._live.approved
        if live is not None and live.statement == statement:
            await self._proposed.withdraw(written, name)
            return None
        found = await self._proposed.signatures(name)
        proposal = Proposal(statement.text)
        for _, one in sorted(found.items()):
            proposal = _with(proposal, one)
        return OpenProposal(
            proposal,
            kept.by,
            datetime.fromtimestamp(kept.at, UTC),
            kept.commit,
            self._signers(proposal),
            self._needed(proposal),
            statement.number < self.next,
            await self._proposed.due() == written_form(proposal),
            written,
        )

    async def propose(self, files: Mapping[str, str], by: str, commit: str) -> OpenProposal:
        """Propose a tree that was checked. Raises `NotAllowed` if another proposal is open."""
        self._check_possible()
        await self._clear()
        digest = version_of(files)
        if digest == self._live.digest:
            raise NotAllowed("publication-nothing-new")
        deployment = self.publishers.deployment if self.publishers else DEMO
        statement = Statement(deployment, self.next, Action.PUBLISH, digest)
        kept = _Kept(statement.text, by, self._clock.now().timestamp(), commit)
        written = msgspec.json.encode(kept)
        if not await self._proposed.propose(written, digest, files):
            other = await self.open()
            raise NotAllowed(
                "publication-open-already",
                name=other.by if other else "?",
                number=other.statement.number if other else 0,
            )
        return await self.named(name_of(statement))

    async def named(self, name: str) -> OpenProposal:
        """The proposal that a page has shown. Raises `NotAllowed` if it isn't there any more."""
        found = await self.open()
        if found is None or found.name != name:
            raise NotAllowed("publication-gone")
        return found

    def passkeys(self, origin: str, without: tuple[str, ...] = ()) -> list[Passkey]:
        """Those that can sign at an address, but for people who have signed already. Raises
        `NotAllowed` if there is none."""
        found = [
            passkey
            for one in (self.publishers.all if self.publishers else ())
            if one.name not in without
            for passkey in one.passkeys
            if passkey.origin == origin
        ]
        if not found:
            raise NotAllowed("publication-no-passkey")
        return found

    async def sign(self, name: str, signature: Signature) -> str:
        """Put a publisher's signature under the proposal; the publisher's name. Raises
        `NotAllowed`."""
        there = await self.named(name)
        if there.over:
            raise NotAllowed("publication-over")
        by = self._signer(there.proposal, signature)
        if by in there.signers or not await self._proposed.sign(
            name, by, msgspec.json.encode(signature)
        ):
            raise NotAllowed("publication-signed-already", name=by)
        return by

    async def withdraw(self, name: str) -> OpenProposal:
        """Take the proposal back. Raises `NotAllowed`."""
        there = await self.named(name)
        if not await self._proposed.withdraw(there.written, name):
            raise NotAllowed("publication-gone")
        return there

    async def publish(self, name: str) -> OpenProposal:
        """Let intake make it live. Raises `NotAllowed`."""
        there = await self.named(name)
        await self._ask(there.proposal)
        return there

    async def earlier(self) -> list[Earlier]:
        """What one can go back to, the newest first; the program's own texts at last."""
        found = []
        own = self._live.own_digest
        for digest in await self._publications.history():
            back = await self.way_back(digest)
            number = back.earlier.said.number if back.earlier else 0
            if digest != own and back.earlier is not None:
                by = self._signers(back.earlier)
                found.append(self._earlier(back, number, by))
        return [*found, self._earlier(await self.way_back(own), 0, ())]

    async def way_back(self, digest: str) -> Proposal:
        """The statement that leads back to texts, unsigned. Raises `NotAllowed` for what can't be
        one."""
        self._check_possible()
        deployment = self.publishers.deployment if self.publishers else DEMO
        try:
            statement = Statement(deployment, self.next, Action.BACK, digest)
        except BadStatement:
            raise NotAllowed("publication-gone") from None
        signed = None
        if digest != self._live.own_digest:
            signed = await self._signed(digest)
        return Proposal(statement.text, earlier=signed)

    async def go_back(self, digest: str, signature: Signature | None) -> tuple[Statement, str]:
        """Let intake make earlier texts live; the statement, and who has signed. Raises
        `NotAllowed`."""
        back, by = await self.way_back(digest), ""
        if digest == self._live.digest:
            raise NotAllowed("publication-nothing-new")
        if signature is not None:
            by = self._signer(back, signature)
            back = back.with_signature(signature)
        await self._ask(back)
        return back.said, by

    async def _clear(self) -> None:
        """Take away what is over, and what somebody else has left that can't be read."""
        written, there = await self._proposed.now(), await self.open()
        if there is not None and there.over:
            await self._proposed.withdraw(there.written, there.name)
        elif there is None and written is not None:
            await self._proposed.withdraw(written, "")

    async def _ask(self, proposal: Proposal) -> None:
        written = written_form(proposal)
        try:
            self._live.judge(written)
        except Refused as refused:
            why = Wording(f"texts-why-{refused.reason.value}")
            raise NotAllowed("publication-refused", why=why) from None
        await self._proposed.ask(written)

    async def _signed(self, digest: str) -> Signed | None:
        written = await self._publications.signed(digest)
        try:
            found = read_proposal(written) if written is not None else None
        except BadStatement:
            return None
        return Signed(found.statement, found.signatures) if found else None

    def _earlier(self, back: Proposal, number: int, by: tuple[str, ...]) -> Earlier:
        digest = back.said.digest
        return Earlier(digest, number, by, self._needed(back), digest == self._live.digest)

    def _signer(self, proposal: Proposal, signature: Signature) -> str:
        by = self._signers(Signed(proposal.statement, (signature,)))
        if not by:
            raise NotAllowed("publication-not-listed")
        return by[0]

    def _signers(self, signed: Signed) -> tuple[str, ...]:
        return signers(signed, self.publishers) if self.publishers else ()

    def _needed(self, proposal: Proposal) -> int:
        if self.publishers is None:
            return 0
        return needed(proposal, self.publishers, lambda: self._live.own_digest)

    def _check_possible(self) -> None:
        if not self.possible:
            why = Wording(f"texts-why-{Reason.NO_PUBLISHERS.value}")
            raise NotAllowed("publication-refused", why=why)


def name_of(statement: Statement) -> str:
    """A statement's name: the hash of its written form."""
    return statement.challenge.hex()


def _with(proposal: Proposal, signature: bytes) -> Proposal:
    try:
        return proposal.with_signature(msgspec.json.decode(signature, type=Signature))
    except ValueError:  # somebody else wrote it
        return proposal


def _read(written: bytes) -> _Kept | None:
    try:
        kept = msgspec.json.decode(written, type=_Kept)
        _ = Statement.read(kept.statement)
    except (ValueError, BadStatement):
        return None
    return kept
