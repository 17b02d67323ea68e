"""How long an operator's search takes, with the model in a process of its own and without it.

python -m bench.search [--rounds 20]
"""

import argparse
import asyncio
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from bot.clock import SystemClock
from bot.compose import own_publication
from bot.helpline.text_search import TextSearch
from bot.processes.model_server import bundled
from bot.texts.publication import Publication
from nlu.embedding import Embedder

SEARCHES = (
    ("ru", "не платят зарплату"),
    ("ru", "кто читает переписку кроме вас"),
    ("kk", "түнейтін жер бар ма"),
    ("kk", "полициядан қорқады"),
    ("en", "boss keeps the passport"),
    ("en", "what happens if I testify in court"),
)
MOST = 5
"""Texts that are wanted, as `/find` shows."""

_now = SystemClock().monotonic


@dataclass(frozen=True, slots=True)
class _Shown:
    current: Publication


async def measured(search: TextSearch, rounds: int) -> Sequence[float]:
    """Milliseconds of each search."""
    found = []
    for _ in range(rounds):
        for locale, words in SEARCHES:
            began = _now()
            await search.find(words, locale, MOST)
            found.append((_now() - began) * 1000)
    return sorted(found)


def _said(name: str, times: Sequence[float]) -> str:
    share = statistics.quantiles(times, n=100)
    return f"{name}: p50 {share[49]:.1f} ms, p95 {share[94]:.1f} ms, {len(times)} searches"


async def _run(rounds: int) -> None:
    shown = _Shown(own_publication(SystemClock()))
    by_words = TextSearch(shown, None)
    await measured(by_words, 1)  # the texts are read once
    print(_said("by words", await measured(by_words, rounds)))
    async with bundled() as model, Embedder(model.url, _now) as embedder:
        search = TextSearch(shown, embedder)
        began = _now()
        await search.refresh()
        print(f"index: {_now() - began:.1f} s")
        await measured(search, 1)
        print(_said("by meaning and words", await measured(search, rounds)))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    asyncio.run(_run(parser.parse_args().rounds))


if __name__ == "__main__":
    main()
