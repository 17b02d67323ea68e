"""A bare aiogram bot: answers every message and every press with one message and one button.

It polls, or takes a webhook where `BENCH_LISTEN` names a port, each in aiogram's own way."""

import asyncio
import os
import secrets

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="again", callback_data="again")]]
)


async def main() -> None:
    """Serve until killed."""
    api = TelegramAPIServer.from_base(os.environ["BENCH_API"])
    bot = Bot(os.environ["BENCH_TOKEN"], session=AiohttpSession(api=api))
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def said(message: Message) -> None:
        await message.answer(message.text or "?", reply_markup=KEYBOARD)

    @dispatcher.callback_query()
    async def pressed(query: CallbackQuery) -> None:
        await bot.send_message(query.from_user.id, "again", reply_markup=KEYBOARD)
        await query.answer()

    port = os.environ["BENCH_LISTEN"]
    if not port:
        await dispatcher.start_polling(bot, handle_signals=False)
        return
    secret, app = secrets.token_hex(32), web.Application()
    SimpleRequestHandler(dispatcher, bot, secret_token=secret).register(app, "/bot")
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", int(port)).start()
    await bot.set_webhook(f"http://127.0.0.1:{port}/bot", secret_token=secret)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
