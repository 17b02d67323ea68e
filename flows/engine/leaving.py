"""The person goes: by the quick exit, or by blocking the bot. A request for a human stays."""

from flows.effects import Notice
from flows.engine import activity
from flows.engine.walk import Walk


def exit_chat(walk: Walk) -> None:
    """The person wants the chat to look harmless at once (/exit)."""
    activity.acted(walk)
    walk.exit()


def block(walk: Walk) -> None:
    """Telegram says that the person blocked the bot, so nothing reaches them: operators see it."""
    walk.notify(Notice.PERSON_LEFT)


def unblock(walk: Walk) -> None:
    """The person unblocked the bot and can be reached again: operators see it."""
    walk.notify(Notice.PERSON_RETURNED)
