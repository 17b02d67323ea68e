"""What `commit.lua` returns: one number for several answers, since a turn has one way to Redis."""

from dataclasses import dataclass

from bot.attempt import Result

_WRITTEN, _LEASED, _LOST = 1, 2, 4


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a write ended.

    `leased`: it took the lease of the person's outbox. `lost`: the numbers of so many messages were
    dropped, since their list was full.
    """

    result: Result
    leased: bool = False
    lost: int = 0

    @property
    def is_done(self) -> bool:
        """Whether it was written."""
        return self.result is Result.DONE

    @classmethod
    def read(cls, code: int) -> "Outcome":
        """From the script's number."""
        if code <= 0:
            return cls(Result.CONFLICT if code == 0 else Result.REPEATED)
        return cls(Result.DONE, bool(code & _LEASED), code // _LOST)
