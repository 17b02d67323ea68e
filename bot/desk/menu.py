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

ABOUT_STAFF = frozenset(
    {
        *("enrol", "on", "off", "name", "languages", "topics", "capacity"),
        *("operators", "invite", "invitations", "revoke", "remove", "role", "restore", "audit"),
    }
)
"""Taken privately also where the desk is in a browser: they are about no ticket."""

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
    "last",
    "next",
    "mine",
    "health",
)
"""Offered in the operators' groups. Telegram has one menu for all topics of a group."""


async def offer(
    bot: Bot, chats: Iterable[int], voices: Voices, *, in_browser: bool = False
) -> None:
    """Set the menus (Bot API, setMyCommands). Whatever fails is offered at the next start.
    `in_browser`: the desk is there, and tickets have no commands."""
    private = BotCommandScopeAllPrivateChats()
    words = [word for word in PRIVATE if not in_browser or word in ABOUT_STAFF]
    of_group = () if in_browser else GROUP
    calls: list[Callable[[], Awaitable[object]]] = [
        lambda: bot.set_my_commands(_menu(voices.own, words), private)
    ]
    calls += [_in(bot, private, voice, words) for voice in voices.all.values()]
    calls += [_for(bot, chat, voices.own, of_group) for chat in chats]
    for call in calls:
        await attempt(call)


def _in(
    bot: Bot, scope: BotCommandScopeAllPrivateChats, voice: Voice, words: Iterable[str]
) -> Callable[[], Awaitable[object]]:
    return lambda: bot.set_my_commands(_menu(voice, words), scope, voice.locale)


def _for(
    bot: Bot, chat: int, voice: Voice, words: Iterable[str]
) -> Callable[[], Awaitable[object]]:
    return lambda: bot.set_my_commands(_menu(voice, words), BotCommandScopeChat(chat))


def _menu(voice: Voice, words: Iterable[str]) -> list[BotCommand]:
    return [BotCommand(word, voice(f"command-{word}")) for word in words]
