"""A message of the desk's, of which only its number comes back.

python-telegram-bot reads the whole message that was sent into its classes, which took a fifth of
the desk's time for each word of a person's (docs/decisions/0022).
"""

from collections.abc import Mapping
from typing import Any, cast

from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions

from bot.desk.request import AiohttpRequest
from bot.desk.said import block

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
"""A link that somebody sent is neither opened nor shown large in the operators' group."""

_NO_PREVIEW = NO_PREVIEW.to_dict()


async def send(
    bot: Bot,
    chat: int,
    text: str,
    *,
    thread: int | None = None,
    keyboard: InlineKeyboardMarkup | None = None,
    silent: bool = False,
    said: bool = False,
) -> int:
    """Bot API, sendMessage: the number of the message. `thread`: None for General and for a
    private chat; `said`: whether the text is a person's words (`bot.desk.said`). What stands in a
    group can't be forwarded, copied or saved. Raises `TelegramError`."""
    asked: dict[str, object] = {
        "chat_id": chat,
        "text": text,
        "link_preview_options": _NO_PREVIEW,
        "disable_notification": silent,
    }
    if chat < 0:
        asked["protect_content"] = True
    if said:
        asked["entities"] = block(text)
    if thread is not None:
        asked["message_thread_id"] = thread
    if keyboard is not None:
        asked["reply_markup"] = keyboard.to_dict()
    request = cast("AiohttpRequest", bot.request)  # `make_bot` gave it
    return number(await request.call(f"{bot.base_url}/sendMessage", asked))


def number(sent: Mapping[str, Any]) -> int:
    """The number of a message that Telegram has sent; of its answer nothing else is read (0022)."""
    return int(sent["message_id"])
