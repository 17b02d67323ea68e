"""What `commit.lua` returns: one number for several answers, since a turn has one way to Redis."""

from dataclasses import dataclass

from bot.telemetry.metrics import Written

_WRITTEN, _LEASED, _LONG, _LOST = 1, 2, 4, 8


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a write.

    `leased`: it took the lease of the person's outbox. `long`: the chat knows more messages than it
    is to keep. `lost`: the numbers of so many were dropped, since their list was full.
    """

    result: Written
    leased: bool = False
    long: bool = False
    lost: int = 0

    @classmethod
    def read(cls, code: int) -> "Outcome":
        """From the script's number."""
        if code <= 0:
            return cls(Written.CONFLICT if code == 0 else Written.REPEATED)
        return cls(Written.DONE, bool(code & _LEASED), bool(code & _LONG), code // _LOST)
