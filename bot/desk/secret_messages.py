"""The message that shows a newcomer the secret of their codes: deleted once a code of it was given.

Whoever was invited by a command on the server has seen the secret there, and no such message.
"""

import logging

from telegram import Bot
from telegram.error import TelegramError

from bot.desk.sending import send
from bot.helpline.shifts import Shifts, readable
from bot.texts.voices import Voice
from bot.tickets.operator import Operator

logger = logging.getLogger(__name__)


class SecretMessages:
    """Shows it, and takes it away."""

    def __init__(self, bot: Bot, shifts: Shifts) -> None:
        self._bot = bot
        self._shifts = shifts

    async def show(self, operator: Operator, chat: int, voice: Voice) -> bool:
        """Show the secret in a private chat; False where there is none to show. Raises what the
        Bot API raises: then nothing was shown, and `/on` shows it."""
        factor = await self._shifts.to_show(operator)
        if factor is None or not chat:
            return False
        if factor.message:
            await self.delete(chat, factor.message)
        number = await send(self._bot, chat, voice("office-secret", secret=readable(factor.secret)))
        await self._shifts.shown(operator, factor, number)
        return True

    async def delete(self, chat: int, number: int) -> bool:
        """Whether it is gone."""
        try:
            return bool(await self._bot.delete_message(chat, number))
        except TelegramError as error:
            logger.warning("secret_not_deleted", extra={"kind": type(error).__name__})
            return False
