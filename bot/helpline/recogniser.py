"""The recogniser of messages as the use cases need it (`nlu.recogniser` is one)."""

from typing import Protocol

from flows.events import Parse


class Recogniser(Protocol):
    """Understands a person's messages."""

    async def parse(self, text: str) -> Parse:
        """Understand a text. Never raises for any, and answers within its deadline."""
        ...

    def short(self, text: str) -> Parse:
        """Understand a text without the model, by commands and keywords, at once."""
        ...
