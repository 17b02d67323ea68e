"""When a publication may be shown: enough publishers signed it, for this helpline, in its order.

Two of the list, for texts that are new. One is enough to go back to texts that two have signed
since the release, or to the release's own: whoever sees something wrong needn't wait for a second.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from bot.errors import HelplineError
from bot.texts.publishers.listed import Publishers
from bot.texts.publishers.signatures import Proposal, Signed, read_proposal, signers
from bot.texts.publishers.statement import Action, BadStatement, Statement

NEEDED = 2
"""Publishers who sign new texts. No setting lowers it."""


class Reason(StrEnum):
    """Why a publication isn't shown."""

    UNREADABLE = "unreadable"
    NO_PUBLISHERS = "no_publishers"
    OTHER_DEPLOYMENT = "other_deployment"
    NOT_ENOUGH = "not_enough"
    LOWER = "lower"
    MISSING = "missing"
    OTHER_TEXTS = "other_texts"
    FAULTY = "faulty"


class Refused(HelplineError):
    """A publication isn't shown; what is live stays live."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(f"this publication is refused: {SAID[reason]}")
        self.reason = reason


SAID = {
    Reason.UNREADABLE: "it can't be read",
    Reason.NO_PUBLISHERS: "HELPLINE_PUBLISHERS isn't set, so nobody may publish",
    Reason.OTHER_DEPLOYMENT: "it was signed for another helpline",
    Reason.NOT_ENOUGH: "too few of the listed publishers have signed it",
    Reason.LOWER: "its number isn't above that of what is live",
    Reason.MISSING: "its texts are gone",
    Reason.OTHER_TEXTS: "its texts aren't those that were signed",
    Reason.FAULTY: "this program finds faults in its texts",
}


@dataclass(frozen=True, slots=True)
class Approved:
    """A statement that may be shown, if its texts are those that it names. `by`: who signed."""

    statement: Statement
    by: tuple[str, ...]


class Approval(Protocol):
    """Judges what lies in the store, whoever wrote it there."""

    @property
    def release(self) -> int:
        """The lowest number that a bot shows which has just started."""
        ...

    def approved(self, written: bytes, own: Callable[[], str]) -> Approved:
        """Judge a proposal, but not its texts and not its number.

        `own`: the digest of the texts that came with this program. Raises `Refused`.
        """
        ...


@dataclass(frozen=True, slots=True)
class BySignatures:
    """Production's: only what publishers have signed. None of them: nothing is ever shown."""

    publishers: Publishers | None

    @property
    def release(self) -> int:
        """The lowest number that a bot shows which has just started."""
        return self.publishers.release if self.publishers else 0

    def approved(self, written: bytes, own: Callable[[], str]) -> Approved:
        """See `Approval`. Raises `Refused`."""
        if self.publishers is None:
            raise Refused(Reason.NO_PUBLISHERS)
        proposal = _read(written)
        statement = proposal.said
        if statement.deployment != self.publishers.deployment:
            raise Refused(Reason.OTHER_DEPLOYMENT)
        by = signers(proposal, self.publishers)
        if len(by) < needed(proposal, self.publishers, own):
            raise Refused(Reason.NOT_ENOUGH)
        return Approved(statement, by)


@dataclass(frozen=True, slots=True)
class Unsigned:
    """The demo's, whose Telegram, store and people are all on one machine and none of them real."""

    release: int = 0

    def approved(self, written: bytes, own: Callable[[], str]) -> Approved:
        """See `Approval`. Raises `Refused` for what can't be read."""
        del own
        return Approved(_read(written).said, ())


def needed(proposal: Proposal, publishers: Publishers, own: Callable[[], str]) -> int:
    """How many publishers must sign a proposal."""
    statement = proposal.said
    if statement.action is not Action.BACK:
        return NEEDED
    earlier = proposal.earlier
    known = earlier is not None and _was_signed(earlier, statement, publishers)
    return 1 if known or statement.digest == own() else NEEDED


def _was_signed(earlier: Signed, back: Statement, publishers: Publishers) -> bool:
    """Whether two who are still listed have signed these texts as new ones, since the release."""
    statement = earlier.said
    return (
        statement.action is Action.PUBLISH
        and statement.deployment == publishers.deployment
        and statement.digest == back.digest
        and publishers.release <= statement.number < back.number
        and len(signers(earlier, publishers)) >= NEEDED
    )


def _read(written: bytes) -> Proposal:
    try:
        return read_proposal(written)
    except BadStatement:
        raise Refused(Reason.UNREADABLE) from None
