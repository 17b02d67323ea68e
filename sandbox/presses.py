"""Pressed buttons and the bots' answers to them (Bot API, CallbackQuery)."""

from bot.telegram.refusals import bad_request
from sandbox.bots import Bot
from sandbox.happenings import Press
from sandbox.model import Json, Message, User
from sandbox.render import press_api
from sandbox.world import World


def press(world: World, user: User, message: Message, data: str) -> Press:
    """`user` presses a button of `message`; the bot that sent it gets a callback query."""
    bot = world.bots[message.sender.id]
    pressed = Press(world.next_press_id(), bot.id, user, message, data, world.clock.now())
    world.presses[pressed.id] = pressed
    bot.queue.push("callback_query", press_api(pressed))
    return pressed


def answer(world: World, bot: Bot, press_id: str, content: Json) -> None:
    """The bot answers a press; ApiError 400 if it is too old, answered or not the bot's."""
    pressed = world.presses.get(press_id)
    longest = world.flood.limits.callback_seconds
    if pressed is None or pressed.bot_id != bot.id or world.clock.now() - pressed.at > longest:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    del world.presses[press_id]
    pressed.answer = content
    chat, user = pressed.message.chat, pressed.user
    if content.get("text"):
        chat.toasts.append((user.id, str(content["text"])))
    world.happen("answer", chat, pressed.message, {**content, "user": user.id})
