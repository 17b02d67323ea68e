"""The model's two servers side by side: from the bundle, and through Rasa."""

from collections.abc import Sequence
from contextlib import AsyncExitStack

from bench.figures import ServerFigures, percentile
from bench.report import Section
from bench.understanding.messages import TESTS, read
from bot.clock import SystemClock
from bot.processes.model_server import Served, bundled, serving
from nlu.client import ModelClient
from nlu.intents import LOCALES
from tests.kit.processes import resident

DEADLINE_SECONDS = 30.0
WARM_UP = 20

_now = SystemClock().monotonic


def chosen(count: int) -> list[str]:
    """So many messages of the test set, from all locales alike."""
    texts = [message.text for locale in LOCALES for message in read(TESTS / locale)]
    return texts[:: max(1, len(texts) // count)][:count]


async def by_turns(texts: Sequence[str], servers: dict[str, Served]) -> list[ServerFigures]:
    """Each message goes to both, one after the other, so a busy machine slows both alike."""
    took: dict[str, list[float]] = {what: [] for what in servers}
    async with AsyncExitStack() as stack:
        clients = {
            what: await stack.enter_async_context(
                ModelClient(served.url, _now, deadline_seconds=DEADLINE_SECONDS)
            )
            for what, served in servers.items()
        }
        for number, text in enumerate([*texts[:WARM_UP], *texts]):
            for what, client in clients.items():
                began = _now()
                await client.hear(text)
                if number >= WARM_UP:
                    took[what].append((_now() - began) * 1000)
    return [
        ServerFigures(
            what,
            len(took[what]),
            percentile(took[what], 0.5),
            percentile(took[what], 0.95),
            percentile(took[what], 0.99),
            served.start_seconds,
            resident(served.pid),
        )
        for what, served in servers.items()
    ]


async def servers(count: int) -> Section:
    """One client, one message after the other, over HTTP on loopback."""
    async with AsyncExitStack() as stack:
        both = {
            "the bundle": await stack.enter_async_context(bundled()),
            "Rasa": await stack.enter_async_context(serving(print)),
        }
        found = await by_turns(chosen(count), both)
    table = [
        "| server | p50 ms | p95 ms | p99 ms | start s | MiB |",
        "| --- | --: | --: | --: | --: | --: |",
        *(one.line() for one in found),
    ]
    return Section(table, found)
