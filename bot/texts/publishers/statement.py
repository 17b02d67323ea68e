"""The statement that publishers sign: which texts are to be live, where, as which number.

It has one written form, byte for byte, and what isn't written so is refused: nobody can read
another statement out of signed bytes.
"""

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum

from bot.errors import HelplineError

MOST = 999_999_999
"""The highest number of a publication."""

_DEPLOYMENT = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
_WRITTEN = re.compile(
    r"helpline publication 1\n"
    r"deployment: (?P<deployment>[a-z0-9-]{1,63})\n"
    r"number: (?P<number>[1-9][0-9]{0,8})\n"
    r"action: (?P<action>publish|back)\n"
    r"sha256: (?P<digest>[0-9a-f]{64})\n",
    re.ASCII,
)


class BadStatement(HelplineError):
    """No statement can say that, or these bytes are none."""


class Action(StrEnum):
    """`publish`: texts that are new. `back`: texts that were live before."""

    PUBLISH = "publish"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Statement:
    """Says which texts go live. Raises `BadStatement` for a value that has no written form.

    `deployment`: the helpline's name in its list of publishers, so that texts of one don't go live
    in another. `number`: counts up with each switch. `digest`: the whole SHA-256 of the texts and
    flows, in hexadecimal (`bot.texts.publication.version_of`).
    """

    deployment: str
    number: int
    action: Action
    digest: str

    def __post_init__(self) -> None:
        if not is_deployment(self.deployment):
            raise BadStatement("a deployment's name is of a-z, 0-9 and -, at most 63 of them")
        if not 1 <= self.number <= MOST:
            raise BadStatement(f"a publication's number is from 1 to {MOST}")
        if not _DIGEST.fullmatch(self.digest):
            raise BadStatement("a digest is 64 hexadecimal digits")

    @property
    def text(self) -> str:
        """The written form, of which the bytes in UTF-8 are signed by a key."""
        return (
            "helpline publication 1\n"
            f"deployment: {self.deployment}\n"
            f"number: {self.number}\n"
            f"action: {self.action.value}\n"
            f"sha256: {self.digest}\n"
        )

    @property
    def challenge(self) -> bytes:
        """The SHA-256 of the written form: the challenge that a passkey signs."""
        return hashlib.sha256(self.text.encode()).digest()

    @classmethod
    def read(cls, text: str) -> "Statement":
        """The statement of a written form. Raises `BadStatement`."""
        found = _WRITTEN.fullmatch(text)
        if found is None:
            raise BadStatement("this is no statement about a publication")
        return cls(
            found["deployment"], int(found["number"]), Action(found["action"]), found["digest"]
        )


def is_deployment(name: str) -> bool:
    """Whether a deployment can be called so."""
    return _DEPLOYMENT.fullmatch(name) is not None
