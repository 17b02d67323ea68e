"""The model in this process, by the repository's bundle: for a terminal, not for production.

In production the model is another process, which sees texts and nothing else.
"""

import asyncio
from pathlib import Path
from typing import Any, Protocol, Self

from nlu.client import Heard, heard
from nlu.endpoint import encodable
from nlu.runtime.bundle import BUNDLE, BadBundle
from nlu.runtime.encoder.encoder import NoBase
from nlu.runtime.encoder.layers import WrongBase
from nlu.runtime.fingerprint import PROJECT, fingerprint
from nlu.runtime.parser import Parser


class Unloadable(Exception):
    """The bundle can't be loaded; the text says what to do."""


class Parses(Protocol):
    """A loaded model (`nlu.runtime.parser.Parser`)."""

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the data that it was trained on."""

    def parse(self, text: str) -> dict[str, Any]:
        """Rasa's shape of a parsed message; takes milliseconds."""


class LocalModel:
    """The model in this process: hears as `nlu.client.ModelClient` does, without a deadline."""

    def __init__(self, parser: Parses) -> None:
        self._parser = parser

    @classmethod
    def load(cls, folder: Path = BUNDLE) -> Self:
        """Reads the bundle, which takes seconds. Raises `Unloadable`."""
        try:
            return cls(Parser.from_folder(folder))
        except (BadBundle, NoBase, WrongBase) as error:
            raise Unloadable(str(error)) from None

    def is_current(self) -> bool:
        """Whether it was trained on the checkout's data; true where there are none."""
        return not PROJECT.is_dir() or fingerprint() == self._parser.fingerprint

    async def hear(self, text: str) -> Heard:
        """Let the model hear a message. Raises `ModelUnavailable`."""
        return heard(await asyncio.to_thread(self._parser.parse, encodable(text)))
