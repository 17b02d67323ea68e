"""A person without Telegram who writes on while the store fails over."""

import asyncio

from bot.compose import Parts
from bot.errors import StoreUnavailable
from bot.helpline import inputs
from bot.helpline.inputs import Inbound
from bot.privacy.pseudonyms import Pseudonyms
from flows.status import Status
from tests.kit.servers import PATIENCE

CHAT = 7_770_001
"""The number of a first person's chat."""


class Person:
    """Somebody who writes to a helpline without Telegram."""

    def __init__(self, built: Parts, chat: int, names: Pseudonyms) -> None:
        self.built, self.chat = built, chat
        self.conversation = names.person(chat)
        self._update = chat * 1000

    async def says(self, text: str) -> None:
        """Telegram repeats an update until its turn is written."""
        self._update += 1
        said = inputs.Wrote(text, "ru")
        heard = Inbound(self._update, self.chat, said, self._update)
        async with asyncio.timeout(PATIENCE):
            while True:
                try:
                    await self.built.helpline.hear(heard)
                except StoreUnavailable:
                    continue
                return

    async def status(self) -> Status:
        return (await self.built.store.conversations.load(self.conversation)).conversation.status
