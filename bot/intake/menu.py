"""The commands that Telegram offers a person while they type, in the language of their app.

Whoever looks over a shoulder may open this menu: its words could be any service's.
"""

import logging

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats

from bot.texts.catalogue import COMMANDS, Catalogue

logger = logging.getLogger(__name__)


async def offer(bot: Bot, catalogue: Catalogue) -> None:
    """Set the menu (Bot API, setMyCommands: a language has two letters; without one it is for
    everybody else). Whatever fails is offered at the next start."""
    source = catalogue.locales.source
    languages = {locale.id for locale in catalogue.locales.all if len(locale.id) == len("ru")}
    for language in (None, *sorted(languages)):
        commands = [
            BotCommand(
                command=text_id.removeprefix("command_"),
                description=catalogue.plain(text_id, language or source),
            )
            for text_id in COMMANDS
        ]
        try:
            await bot.set_my_commands(commands, BotCommandScopeAllPrivateChats(), language)
        except TelegramAPIError as error:
            logger.info("menu_not_set", extra={"kind": type(error).__name__})
