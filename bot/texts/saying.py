"""A bot's word on which texts it shows."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

from bot.errors import StoreUnavailable
from bot.store.shown_texts import BotTexts, ShownTexts
from bot.texts.current import LivePublication, NotShown

BOTS = ("intake", "desk")
"""Those that say texts to people: of each at least one has to run."""


def shown_by(bot: str, live: LivePublication) -> BotTexts:
    """The texts that a bot's process shows now, and why not those that were published last."""
    approved, news = live.approved, live.news
    refused = news.reason.value if isinstance(news, NotShown) else ""
    return BotTexts(bot, approved.statement.number if approved else 0, live.digest, refused)


@asynccontextmanager
async def saying(
    bot: str, live: LivePublication, shown: ShownTexts
) -> AsyncIterator[Callable[[], Awaitable[None]]]:
    """A function that says it, for as long as the process runs."""

    async def say() -> None:
        await shown.say(shown_by(bot, live))

    try:
        yield say
    finally:
        with suppress(StoreUnavailable):
            await shown.leave()
