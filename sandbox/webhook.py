"""Delivery to webhooks: again until the bot answers 2xx; in order within a chat, chats together.

As in telegram-bot-api's WebhookActor: a lane for each chat and one for a person's presses, as many
lanes at once as setWebhook's `max_connections` allows.
"""

import asyncio
from collections.abc import Hashable

import aiohttp
import msgspec

from bot.telegram.refusals import ApiError
from sandbox.bots import Bot, Webhook
from sandbox.dispatch import Dispatch
from sandbox.waiting import Waiting

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
_ANSWER_SECONDS = 60.0
_LONGEST_BACKOFF = 60.0


class Deliveries:
    """Deliveries by webhook: a task for each bot that has one."""

    def __init__(self, dispatch: Dispatch, group: asyncio.TaskGroup) -> None:
        self._dispatch = dispatch
        self._group = group
        self._tasks: dict[int, asyncio.Task[None]] = {}

    def changed(self, bot: Bot) -> None:
        """The bot set or deleted its webhook."""
        task = self._tasks.pop(bot.id, None)
        if task is not None:
            task.cancel()
        if bot.webhook is not None:
            self._tasks[bot.id] = self._group.create_task(self._deliver(bot, bot.webhook))

    def stop(self) -> None:
        """End all deliveries."""
        for task in self._tasks.values():
            task.cancel()

    async def _deliver(self, bot: Bot, hook: Webhook) -> None:
        busy: set[Hashable] = set()
        places = asyncio.Semaphore(hook.max_connections)
        pauses: dict[Hashable, float] = {}
        timeout = aiohttp.ClientTimeout(total=_ANSWER_SECONDS)
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            asyncio.TaskGroup() as group,
        ):

            async def bring(item: Waiting) -> None:
                if await self._post(session, bot, hook, item.raw):
                    bot.queue.done(item)
                    pauses.pop(item.lane, None)
                    places.release()
                else:
                    places.release()
                    pause = pauses.get(item.lane, self._backoff)
                    pauses[item.lane] = min(pause * 2, _LONGEST_BACKOFF)
                    await asyncio.sleep(pause)
                busy.discard(item.lane)
                bot.queue.wake()

            while True:
                await places.acquire()
                item = await bot.queue.free(busy)
                busy.add(item.lane)
                group.create_task(bring(item))

    @property
    def _backoff(self) -> float:
        return self._dispatch.world.flood.limits.webhook_backoff_seconds

    async def _post(
        self, session: aiohttp.ClientSession, bot: Bot, hook: Webhook, raw: bytes
    ) -> bool:
        headers = {"Content-Type": "application/json"}
        if hook.secret is not None:
            headers[SECRET_HEADER] = hook.secret
        try:
            async with session.post(
                hook.url, data=raw, headers=headers, allow_redirects=False
            ) as response:
                if 200 <= response.status < 300:
                    await self._called_back(bot, response)
                    return True
                problem = f"Wrong response from the webhook: {response.status} {response.reason}"
        except aiohttp.ClientError:
            problem = "Connection refused or broken"
        except TimeoutError:
            problem = "Read timeout expired"
        hook.error, hook.error_at = problem, self._dispatch.world.clock.now()
        return False

    async def _called_back(self, bot: Bot, response: aiohttp.ClientResponse) -> None:
        """Bot API, "Making requests when getting updates": the answer may hold one call, whose
        result nobody learns."""
        if response.content_type != "application/json":
            return
        try:
            body = msgspec.json.decode(await response.read())
            if isinstance(body, dict) and isinstance(body.get("method"), str):
                await self._dispatch.call(bot, body["method"].lower(), body)
        except (msgspec.DecodeError, ApiError):
            return
