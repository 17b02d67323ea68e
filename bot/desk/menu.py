"""The commands that Telegram offers operators while they type: nobody should need to know them.

Everyone who finds the bot can open the private menu, so it names nothing but the work at a desk.
Supervisors' commands stay out of it for that reason; the bot tells them in answer to any word.
"""

from collections.abc import Awaitable, Callable, Iterable

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from bot.desk.notifier import attempt
from bot.texts.voices import Voice, Voices

PRIVATE = (
    "next",
    "mine",
    "on",
    "off",
    "health",
    "find",
    "languages",
    "topics",
    "capacity",
    "name",
)
"""Offered privately, the most used first."""

GROUP = (
    "claim",
    "say",
    "ask",
    "find",
    "close",
    "transfer",
    "requeue",
    "sleep",
    "urgency",
    "release",
    "delete",
    "mute",
    "next",
    "mine",
    "health",
)
"""Offered in the operators' groups. Telegram has one menu for all topics of a group."""


async def offer(bot: Bot, chats: Iterable[int], voices: Voices) -> None:
    """Set the menus (Bot API, setMyCommands). Whatever fails is offered at the next start."""
    private = BotCommandScopeAllPrivateChats()
    calls: list[Callable[[], Awaitable[object]]] = [
        lambda: bot.set_my_commands(_menu(voices.own, PRIVATE), private)
    ]
    calls += [_in(bot, private, voice) for voice in voices.all.values()]
    calls += [_for(bot, chat, voices.own) for chat in chats]
    for call in calls:
        await attempt(call)


def _in(
    bot: Bot, scope: BotCommandScopeAllPrivateChats, voice: Voice
) -> Callable[[], Awaitable[object]]:
    return lambda: bot.set_my_commands(_menu(voice, PRIVATE), scope, voice.locale)


def _for(bot: Bot, chat: int, voice: Voice) -> Callable[[], Awaitable[object]]:
    return lambda: bot.set_my_commands(_menu(voice, GROUP), BotCommandScopeChat(chat))


def _menu(voice: Voice, words: Iterable[str]) -> list[BotCommand]:
    return [BotCommand(word, voice(f"command-{word}")) for word in words]
