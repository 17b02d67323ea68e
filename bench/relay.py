"""A minimal support bot with aiogram, as many are written: a topic for each person, messages copied
both ways, everything in memory."""

import asyncio
import os

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message


async def main() -> None:
    """Poll until killed."""
    api = TelegramAPIServer.from_base(os.environ["BENCH_API"])
    bot = Bot(os.environ["BENCH_TOKEN"], session=AiohttpSession(api=api))
    group = int(os.environ["BENCH_CHAT"])
    dispatcher = Dispatcher()
    topics: dict[int, int] = {}
    locks: dict[int, asyncio.Lock] = {}

    @dispatcher.message()
    async def said(message: Message) -> None:
        if message.chat.id == group:
            person = next((p for p, t in topics.items() if t == message.message_thread_id), None)
            if person is not None:
                await message.copy_to(person)
            return
        async with locks.setdefault(message.chat.id, asyncio.Lock()):
            if message.chat.id not in topics:
                topic = await bot.create_forum_topic(group, f"person {len(topics) + 1}")
                topics[message.chat.id] = topic.message_thread_id
        await message.copy_to(group, message_thread_id=topics[message.chat.id])

    await dispatcher.start_polling(bot, handle_signals=False)


if __name__ == "__main__":
    asyncio.run(main())
