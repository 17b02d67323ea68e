"""An attempt and its result: one enum for turns, updates, deliveries, and when to try again."""

from dataclasses import dataclass
from enum import StrEnum

FIRST_BACKOFF_SECONDS = 0.5
MOST_BACKOFF_SECONDS = 10.0


class Result(StrEnum):
    """How an attempt ended. The strings are labels of metrics."""

    DONE = "done"
    """A turn is written, an outbox is empty: Telegram may be told so."""
    REPEATED = "repeated"
    """It was done before, so this time nothing was."""
    CONFLICT = "conflict"
    """Somebody else wrote first: begin again with what they wrote."""
    PUT_OFF = "put_off"
    """Not now: nothing was done, and it is to be tried again."""
    GIVEN_UP = "given_up"
    """It failed through a fault of ours and isn't tried again."""
    REFUSED = "refused"
    """A stranger asked for it, or there is no room for it."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """How one attempt ended. If it was put off, `seconds`: until the next; `everyone`: nobody can
    be sent to until then; `until_heard`: something new ends the wait."""

    result: Result
    seconds: float = 0.0
    everyone: bool = False
    until_heard: bool = False


DONE = Attempt(Result.DONE)
GIVEN_UP = Attempt(Result.GIVEN_UP)


def put_off(seconds: float) -> Attempt:
    """To be tried again after so many seconds."""
    return Attempt(Result.PUT_OFF, seconds)


class Later(Exception):
    """An attempt must be put off. `seconds`: until the next; `everyone`: nobody can be sent to
    until then; `until_heard`: it is tried sooner if something new comes."""

    def __init__(
        self, seconds: float, *, everyone: bool = False, until_heard: bool = False
    ) -> None:
        super().__init__("later")
        self.attempt = Attempt(Result.PUT_OFF, seconds, everyone, until_heard)


def backoff(failures: int) -> float:
    """Seconds to wait after so many failures in a row (1 or more): twice as long each time, up to
    a most."""
    doubled: float = FIRST_BACKOFF_SECONDS * 2.0 ** min(failures - 1, 16)
    return min(doubled, MOST_BACKOFF_SECONDS)
