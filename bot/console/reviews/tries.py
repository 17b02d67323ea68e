"""How often a link's secret may be guessed: so rarely that nobody begins."""

from collections import deque
from datetime import timedelta

from bot.clock import Clock

MOST = 60
WITHIN = timedelta(minutes=1)


class WrongTries:
    """Counts wrong secrets, whoever gives them: behind a proxy all come from one address. While
    there are too many no new browser begins; one that has begun goes on."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._times: deque[float] = deque(maxlen=MOST)

    def add(self) -> None:
        """Note a wrong secret, at the clock's time."""
        self._times.append(self._clock.now().timestamp())

    @property
    def too_many(self) -> bool:
        """Whether `MOST` wrong secrets came within a minute: then no new browser begins."""
        since = (self._clock.now() - WITHIN).timestamp()
        return len(self._times) == MOST and self._times[0] > since
