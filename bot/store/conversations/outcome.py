"""What `commit.lua` returns: one number for several answers, since a turn has one way to Redis."""

from dataclasses import dataclass

from bot.telemetry.metrics import Written

_WRITTEN, _LEASED, _LOST = 1, 2, 4


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a write.

    `leased`: it took the lease of the person's outbox. `lost`: the numbers of so many messages were
    dropped, since their list was full.
    """

    result: Written
    leased: bool = False
    lost: int = 0

    @property
    def is_done(self) -> bool:
        """Whether it was written."""
        return self.result is Written.DONE

    @classmethod
    def read(cls, code: int) -> "Outcome":
        """From the script's number."""
        if code <= 0:
            return cls(Written.CONFLICT if code == 0 else Written.REPEATED)
        return cls(Written.DONE, bool(code & _LEASED), code // _LOST)
