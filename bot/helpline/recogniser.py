"""What the use cases need of whoever understands messages (`nlu.recogniser`)."""

from typing import Protocol

from flows.events import Parse


class Recogniser(Protocol):
    """Understands one message."""

    async def parse(self, text: str) -> Parse:
        """What was heard. Never raises for any text, and answers within its deadline."""
        ...

    def short(self, text: str) -> Parse:
        """What can be heard without the model: commands and keywords; at once."""
        ...
