"""What the use cases need of the world, where more than one thing can give it.

There is no port for the store: it is Redis everywhere, in tests too, so a second implementation
would be one more thing to keep in step (see docs/decisions).
"""

from datetime import datetime
from typing import Protocol

from flows.events import Parse


class Clock(Protocol):
    """Time: real (`SystemClock`), or moved by a test (`SettableClock`)."""

    def now(self) -> datetime:
        """The time of day, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that never run backwards."""
        ...


class Recogniser(Protocol):
    """Understands one message (`nlu.recogniser`)."""

    async def parse(self, text: str) -> Parse:
        """What was heard. Never raises for any text, and answers within its deadline."""
        ...

    def short(self, text: str) -> Parse:
        """What can be heard without the model: commands and keywords; at once."""
        ...
