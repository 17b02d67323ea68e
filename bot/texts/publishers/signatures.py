"""A statement with the signatures under it, as it lies in a proposal's file and in the store."""

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from bot.texts.publishers import passkeys
from bot.texts.publishers.listed import Publisher, Publishers, raw
from bot.texts.publishers.passkeys import PasskeyAssertion
from bot.texts.publishers.statement import BadStatement, Statement

MOST_SIGNATURES = 16
MOST_BYTES = 64 * 1024
"""More than any proposal needs; what is larger was written to cost time."""


class KeySignature(msgspec.Struct, frozen=True, tag="ed25519"):
    """Ed25519 over the bytes of the statement. `key`: the public one, 32 bytes."""

    key: bytes
    signature: bytes


class Signed(msgspec.Struct, frozen=True):
    """A statement in its written form, and signatures, which may be wrong."""

    statement: str
    signatures: tuple[KeySignature | PasskeyAssertion, ...] = ()

    @property
    def said(self) -> Statement:
        """The statement. Raises `BadStatement`."""
        return Statement.read(self.statement)


class Proposal(Signed, frozen=True):
    """`earlier`: for a way back, the publication by which these texts were live before."""

    earlier: Signed | None = None

    def with_signature(self, signature: KeySignature | PasskeyAssertion) -> "Proposal":
        """With one signature more; a repeated one is not kept twice."""
        others = tuple(one for one in self.signatures if one != signature)
        return msgspec.structs.replace(self, signatures=(*others, signature))


def read_proposal(written: bytes) -> Proposal:
    """Read what `written_form` made. Raises `BadStatement` for anything else."""
    if len(written) > MOST_BYTES:
        raise BadStatement("a proposal is shorter than that")
    try:
        proposal = msgspec.json.decode(written, type=Proposal)
    except ValueError:  # msgspec's own, and bytes that are no UTF-8
        raise BadStatement("this is no proposal of a publication") from None
    for one in (proposal, proposal.earlier):
        if one is not None:
            if len(one.signatures) > MOST_SIGNATURES:
                raise BadStatement(f"a proposal has at most {MOST_SIGNATURES} signatures")
            _ = one.said
    return proposal


def written_form(proposal: Proposal) -> bytes:
    """JSON, in which a person can read the statement."""
    return msgspec.json.format(msgspec.json.encode(proposal), indent=2) + b"\n"


def sign(statement: Statement, key: Ed25519PrivateKey) -> KeySignature:
    """A key's signature."""
    return KeySignature(raw(key.public_key()), key.sign(statement.text.encode()))


def signers(signed: Signed, publishers: Publishers) -> tuple[str, ...]:
    """The publishers of whom there is at least one valid signature, by name, each once."""
    statement = signed.said
    return tuple(
        one.name
        for one in publishers.all
        if any(_by(one, statement, signature) for signature in signed.signatures)
    )


def _by(
    publisher: Publisher, statement: Statement, signature: KeySignature | PasskeyAssertion
) -> bool:
    if isinstance(signature, KeySignature):
        return any(
            raw(key) == signature.key and _valid(key, statement, signature)
            for key in publisher.keys
        )
    return any(
        passkeys.signed(known, statement.challenge, signature) for known in publisher.passkeys
    )


def _valid(key: Ed25519PublicKey, statement: Statement, signature: KeySignature) -> bool:
    try:
        key.verify(signature.signature, statement.text.encode())
    except InvalidSignature:
        return False
    return True
