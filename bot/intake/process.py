"""The intake process: polls for the person's updates, sends what waits for them, wakes timers."""

import asyncio
import logging
from collections.abc import Coroutine, Hashable, Sequence
from typing import Any

import msgspec
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramConflictError,
    TelegramUnauthorizedError,
)
from aiogram.utils.token import TokenValidationError

from bot.compose import Parts
from bot.errors import ConfigError
from bot.intake import menu, updates
from bot.intake.answers import GetRawUpdates
from bot.intake.channel import PersonChannel
from bot.intake.chat_cleaner import LOOK_SECONDS, ChatCleaner
from bot.intake.errors import ERRORS
from bot.intake.message_deletion import MessageDeletion
from bot.intake.session import JsonSession
from bot.intake.triage import Triage
from bot.processes.jobs import Job, every
from bot.store import file_rewrites, memory
from bot.store.file_rewrites import FileRewriteJob
from bot.store.keyring import people_key
from bot.store.rows import Audience
from bot.store.statistics import counts_job
from bot.store.statistics.counts_job import HourlyCountsJob
from bot.store.tickets.maintenance import RENEW_SECONDS, keep
from bot.telegram import polling, token_watch, webhook
from bot.telegram.delivery import Delivery
from bot.telegram.polling import POLL_SECONDS, MethodCall
from bot.telegram.token_watch import TokenWatch
from bot.telegram.update_handler import Raw
from bot.texts.saying import saying
from bot.texts.switching import Switching

logger = logging.getLogger(__name__)

WAKE_SECONDS = 1.0
MAX_BACKGROUND_CALLS = 100
"""Calls to Telegram that nobody waits for, at a time."""

NO_PREVIEWS = DefaultBotProperties(link_preview_is_disabled=True)
"""A link in an operator's answer is neither opened by Telegram nor shown large on the phone."""


def make_bot(token: str, api: str) -> Bot:
    """The bot, talking to the Bot API server at `api`. Raises `ConfigError`."""
    session = JsonSession(TelegramAPIServer.from_base(api))
    try:
        return Bot(token, session=session, default=NO_PREVIEWS)
    except TokenValidationError:
        raise ConfigError("HELPLINE_INTAKE_TOKEN is not a bot token (BotFather gives it)") from None


class Intake:
    """Takes updates and hands them to the helpline."""

    def __init__(self, bot: Bot, triage: Triage) -> None:
        self._bot = bot
        self._triage = triage
        self._calls: set[asyncio.Task[None]] = set()

    @property
    def polled(self) -> polling.UpdateSource:
        """Intake's bot as the poller takes it."""
        return polling.UpdateSource(
            self.fetch,
            self.handle,
            chat_of,
            ERRORS.attempt,
            lambda error: isinstance(error, TelegramConflictError),
            updates.last_call,
            self.acknowledge,
        )

    async def fetch(self, offset: int | None) -> Sequence[Raw]:
        """The next updates. Raises `ConfigError` when Telegram refuses the token."""
        try:
            return await self._bot(GetRawUpdates(offset=offset), request_timeout=POLL_SECONDS + 10)
        except TelegramUnauthorizedError:
            raise ConfigError("Telegram refuses HELPLINE_INTAKE_TOKEN") from None

    async def handle(self, raw: Raw) -> None:
        """Write the turn of one update, or let it wait. Raises `StoreUnavailable`, `Conflict`."""
        try:
            update = updates.update(raw)
        except msgspec.ValidationError:
            logger.warning("update_unreadable")
            return
        inbound = updates.read(raw, update)
        if inbound is not None:
            await self._triage.hear(inbound)
        stray = updates.stray_chat(update)
        if stray is not None:
            await self._beside(self._leave(stray))

    async def _beside(self, call: Coroutine[Any, Any, None]) -> None:
        """The answer goes first, and the next update doesn't wait for a button's spinner or a
        group; but of a Telegram that is slow not too much is asked at once."""
        if len(self._calls) >= MAX_BACKGROUND_CALLS:
            await asyncio.wait(self._calls, return_when=asyncio.FIRST_COMPLETED)
        task = asyncio.ensure_future(call)
        self._calls.add(task)
        task.add_done_callback(self._calls.discard)

    async def close(self) -> None:
        """Buttons that still turn will stop by themselves."""
        for task in self._calls:
            task.cancel()
        await asyncio.gather(*self._calls, return_exceptions=True)

    async def acknowledge(self, call: MethodCall) -> None:
        """Stop a button's spinner: begin the call (`updates.last_call`)."""
        await self._beside(self._acknowledge(call["callback_query_id"]))

    async def _acknowledge(self, query: str) -> None:
        try:
            await self._bot.answer_callback_query(query)
        except TelegramAPIError as error:
            logger.info("acknowledge_failed", extra={"kind": type(error).__name__})

    async def _leave(self, chat: int) -> None:
        """Whatever Telegram says to that: no person waits for it, and the group's next update
        tries again."""
        try:
            await self._bot.leave_chat(chat)
        except TelegramAPIError as error:
            logger.info("not_left", extra={"kind": type(error).__name__})


def chat_of(raw: Raw) -> Hashable:
    """Updates of one chat keep their order."""
    for kind in updates.ALLOWED:
        body = raw.get(kind)
        if isinstance(body, dict):
            message = body.get("message") if kind == "callback_query" else body
            chat = message.get("chat") if isinstance(message, dict) else None
            number = chat.get("id") if isinstance(chat, dict) else None
            return number if isinstance(number, int) else 0
    return 0


def make_channel(bot: Bot, parts: Parts, deletion: MessageDeletion) -> PersonChannel:
    """The sender to the person's chat."""
    store = parts.store
    return PersonChannel(
        bot,
        store.people,
        store.outbox,
        store.conversations,
        store.sent_messages,
        store.stubs,
        parts.helpline,
        parts.live,
        parts.clock,
        deletion,
    )


def jobs(parts: Parts, deletion: MessageDeletion, watch: TokenWatch, triage: Triage) -> list[Job]:
    """All that intake does beside messages."""
    store = parts.store
    cleaner = ChatCleaner(
        store.deletions, store.people, store.leases, store.conversations, deletion, parts.clock
    )
    return [
        Job("wake", WAKE_SECONDS, parts.helpline.wake),
        Job("read_held", WAKE_SECONDS, parts.helpline.read_held),
        Job("read_backlog", 0.0, triage.read),  # it waits by itself
        Job("wipe_chats", LOOK_SECONDS, cleaner.wipe),
        Job(
            "renew_tickets",
            RENEW_SECONDS,
            lambda: keep(store.queue, store.renewal, store.conversations),
        ),
        Job("renew_people_key", people_key.LOOK_SECONDS, store.people_key.renew),
        Job("look_at_memory", memory.LOOK_SECONDS, lambda: store.memory.look(parts.servers)),
        Job(
            "rewrite_files",
            file_rewrites.LOOK_SECONDS,
            FileRewriteJob(store.redis, parts.servers).look,
        ),
        Job(
            "move_counts", counts_job.LOOK_SECONDS, HourlyCountsJob(store.counts, parts.clock).look
        ),
        Job("watch_token", token_watch.LOOK_SECONDS, watch.look, (TelegramAPIError,)),
    ]


async def run(parts: Parts) -> None:
    """Run until cancelled. Raises `ConfigError`."""
    bot = make_bot(parts.settings.intake_token, parts.settings.telegram_api)
    store = parts.store
    deletion = MessageDeletion(bot, store.people)
    channel = make_channel(bot, parts, deletion)
    delivery = Delivery(store.outbox, store.leases, store.deliveries, Audience.PERSON, channel)
    triage = Triage(parts.helpline, store.backlog, store.memory)
    intake = Intake(bot, triage)
    watch = TokenWatch("intake", parts.settings, store.alarms, bot.get_webhook_info)
    switching = Switching(parts.live, store.proposed_texts, store.publications)
    said = saying("intake", parts.live, store.shown_texts)
    try:
        async with said as say, asyncio.TaskGroup() as group:

            async def beside() -> None:
                await say()
                await switching.look()

            group.create_task(
                webhook.read(intake.polled, parts.settings, "intake", watch.second_poller)
            )
            group.create_task(delivery.run())
            group.create_task(parts.live.follow(keep=True, beside=beside))
            group.create_task(menu.offer(bot, parts.catalogue))
            for job in jobs(parts, deletion, watch, triage):
                group.create_task(every(job))
    finally:
        await intake.close()
        await bot.session.close()
