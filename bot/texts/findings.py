"""What the editors' gate says: where, what, and how to mend it, in words for editors."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.errors import ContentError

UNREADABLE = "Compare the line with its neighbours, or take back your last change"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A fault or a note, with its place. `what` and `mend` are sentences without a full stop.

    `stale`: a translation that lags behind its source text; what is live says the same by now.
    """

    file: str
    line: int
    what: str
    mend: str
    stale: bool = False

    def __str__(self) -> str:
        """`file:line: what. How to mend it.`"""
        return f"{self.file}:{self.line}: {self.what}. {self.mend}."


@dataclass(frozen=True, slots=True)
class Report:
    """`faults` stop CI and a publication; `notes` ask for a human, and stop nothing.

    `stale`: translations that lag behind. They stop CI, and a publication unless it is asked for
    all the same: a wrong sentence must be mended at night by whoever speaks one language.
    """

    faults: Sequence[Finding]
    notes: Sequence[Finding] = ()
    stale: Sequence[Finding] = ()


def unreadable(error: ContentError) -> Finding:
    """The finding for what couldn't even be read."""
    return finding(error.detail)


def finding(line: str) -> Finding:
    """`file:line: what`, perhaps with `; how to mend it`, as a finding."""
    place, _, message = line.partition(": ")
    file, _, number = place.rpartition(":")
    what, _, mend = message.partition("; ")
    return Finding(file, int(number), what, mend[:1].upper() + mend[1:] or UNREADABLE)
