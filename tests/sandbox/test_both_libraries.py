"""Every method's answer loads in aiogram and in python-telegram-bot, and both can run on it."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiogram
import pytest
import telegram
from aiogram.types import (
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyParameters,
)
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters

from sandbox import Person, Sandbox
from sandbox.api.methods import METHODS, WAITING

KEYBOARD = [[("A", "a"), ("B", "b")]]


@pytest.fixture
async def intake_ptb(sandbox: Sandbox) -> AsyncIterator[telegram.Bot]:
    """The intake bot through python-telegram-bot."""
    async with telegram.Bot(sandbox.settings.intake_token, base_url=f"{sandbox.url}/bot") as bot:
        yield bot


async def through_both(
    bot: Any,
    sandbox: Sandbox,
    person: Person,
    said: int,
    sent: int,
    markup: object,
    nothing: object,
) -> None:
    """Call everything that both libraries call alike, but for getUpdates and what ends the bot.

    `said` and `sent`: numbers of the person's message and of the bot's, whose buttons `markup` are;
    `nothing`: no permission at all, in the library's own class.
    """
    desk, chat = sandbox.desk.id, person.chat_id
    assert (await bot.get_me()).is_bot
    press = await person.press("A")
    assert await bot.answer_callback_query(press.id, "ok")
    assert await bot.edit_message_text("y", chat_id=chat, message_id=sent)
    assert await bot.edit_message_reply_markup(chat_id=chat, message_id=sent, reply_markup=markup)
    assert (await bot.copy_message(chat, chat, said)).message_id
    assert (await bot.forward_message(chat, chat, said)).forward_origin
    assert await bot.pin_chat_message(chat, sent)
    assert (await bot.get_chat(chat)).pinned_message
    assert await bot.unpin_chat_message(chat)
    assert await bot.send_chat_action(chat, "typing")
    assert await bot.delete_message(chat, sent)
    assert await bot.delete_messages(chat, [said])
    topic = (await bot.create_forum_topic(desk, "T")).message_thread_id
    assert await bot.edit_forum_topic(desk, topic, name="U")
    assert await bot.close_forum_topic(desk, topic)
    assert await bot.reopen_forum_topic(desk, topic)
    assert (await bot.send_message(desk, "x", message_thread_id=topic)).is_topic_message
    assert await bot.delete_forum_topic(desk, topic)
    assert (await bot.get_chat(desk)).is_forum
    assert (await bot.get_chat_member(desk, bot.id)).status == "administrator"
    assert list(await bot.get_chat_administrators(desk)) == []
    them = sandbox.operator("door").user_id
    assert await bot.get_chat_member_count(desk) > 1
    assert await bot.restrict_chat_member(desk, them, nothing)
    assert await bot.ban_chat_member(desk, them)
    assert await bot.unban_chat_member(desk, them)
    assert await bot.get_my_commands()
    assert await bot.delete_my_commands()
    assert await bot.set_my_name("n")
    assert (await bot.get_my_name()).name == "n"
    assert await bot.set_my_description("d")
    assert (await bot.get_my_description()).description == "d"
    assert await bot.set_my_short_description("s")
    assert (await bot.get_my_short_description()).short_description == "s"


async def by_webhook(bot: Any, sandbox: Sandbox) -> None:
    """Call the webhook's methods, once the updates were asked for."""
    assert await bot.set_webhook("http://127.0.0.1:9/", allowed_updates=["message"])
    assert list((await bot.get_webhook_info()).allowed_updates) == ["message"]
    assert await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.leave_chat(sandbox.desk.id)


async def through_aiogram(bot: aiogram.Bot, sandbox: Sandbox, person: Person) -> None:
    """Call everything once."""
    markup = InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=text, callback_data=data) for text, data in row]
            for row in KEYBOARD
        ]
    )
    said = await person.say("/start #x")
    reply = ReplyParameters(message_id=said.id)
    sent = await bot.send_message(person.chat_id, "x", reply_markup=markup, reply_parameters=reply)
    assert await bot.set_my_commands([BotCommand(command="a", description="b")])
    nothing = aiogram.types.ChatPermissions()
    await through_both(bot, sandbox, person, said.id, sent.message_id, markup, nothing)
    person.block()
    await person.start()
    updates = await bot.get_updates()
    assert {update.event_type for update in updates} >= {
        "message",
        "callback_query",
        "my_chat_member",
    }
    await by_webhook(bot, sandbox)
    assert await bot(aiogram.methods.Close())
    assert await bot(aiogram.methods.LogOut())


async def through_telegram(bot: telegram.Bot, sandbox: Sandbox, person: Person) -> None:
    """Call everything once."""
    markup = telegram.InlineKeyboardMarkup(
        [
            [telegram.InlineKeyboardButton(text, callback_data=data) for text, data in row]
            for row in KEYBOARD
        ]
    )
    said = await person.say("/start #x")
    sent = await bot.send_message(
        person.chat_id, "x", reply_markup=markup, reply_to_message_id=said.id
    )
    assert await bot.set_my_commands([("a", "b")])
    nothing = telegram.ChatPermissions()
    await through_both(bot, sandbox, person, said.id, sent.message_id, markup, nothing)
    person.block()
    await person.start()
    updates = await bot.get_updates()
    assert any(update.my_chat_member for update in updates)
    assert any(update.callback_query for update in updates)
    await by_webhook(bot, sandbox)
    assert await bot.close()
    assert await bot.log_out()


def everything(sandbox: Sandbox) -> set[str]:
    """The methods that nobody has called yet."""
    return {*METHODS, *WAITING} - set(sandbox.bot("intake").calls)


async def test_every_answer_loads_in_aiogram(
    sandbox: Sandbox, intake: aiogram.Bot, person: Person
) -> None:
    sandbox.desk.add_bot(sandbox.bot("intake"), rights=sandbox.settings.desk_rights)
    await through_aiogram(intake, sandbox, person)
    assert everything(sandbox) == set()


async def test_every_answer_loads_in_python_telegram_bot(
    sandbox: Sandbox, intake_ptb: telegram.Bot, person: Person
) -> None:
    sandbox.desk.add_bot(sandbox.bot("intake"), rights=sandbox.settings.desk_rights)
    await through_telegram(intake_ptb, sandbox, person)
    assert everything(sandbox) == set()


async def test_aiogram_runs_on_it(sandbox: Sandbox, intake: aiogram.Bot) -> None:
    dispatcher = aiogram.Dispatcher()

    @dispatcher.message()
    async def echo(message: aiogram.types.Message) -> None:
        await message.answer(f"you said: {message.text}")

    person = sandbox.person("p")
    async with asyncio.timeout(10), asyncio.TaskGroup() as group:
        group.create_task(
            dispatcher.start_polling(intake, handle_signals=False, close_bot_session=False)
        )
        await sandbox.polled("intake")
        await person.say("hello")
        assert (await person.expect()).text == "you said: hello"
        await sandbox.drained()
        await dispatcher.stop_polling()


async def test_python_telegram_bot_runs_on_it(sandbox: Sandbox) -> None:
    async def echo(update: telegram.Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.effective_message is not None
        await update.effective_message.reply_text(f"you said: {update.effective_message.text}")

    builder = ApplicationBuilder().token(sandbox.settings.desk_token)
    application = builder.base_url(f"{sandbox.url}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    operator = sandbox.operator("o1")
    async with asyncio.timeout(10), application:
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling()
        await sandbox.polled("desk")
        topic = await operator.open_topic("T")
        await operator.say_in(topic, "hello")
        shown = await operator.expect()
        assert (shown.text, shown.topic) == ("you said: hello", topic.id)
        await application.updater.stop()
        await application.stop()
