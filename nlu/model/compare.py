"""How long a message takes, beside a stock Rasa pipeline, in one run: `python compare.py`.

Both parse the same messages of the test set by turns, in this process and without HTTP, so that a
busy machine slows both alike. The stock pipeline learns from one locale only and for two rounds:
its speed doesn't depend on how well it has learnt. The last line of stdout is JSON.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import numpy as np

from fingerprint import DATA, ROOT
from preparation.read import read_folder
from serve import choose_model
from train import quiet_rasa

STOCK = ROOT / "stock" / "config.yml"
LOCALE = "ru"
WARM_UP = 10


def train_stock(folder: Path) -> Path:
    """Trains the stock pipeline on one locale's messages."""
    from rasa.model_training import train_nlu

    made = train_nlu(str(STOCK), str(DATA / LOCALE), str(folder), fixed_model_name="stock")
    if made is None:
        raise SystemExit("the stock pipeline could not be trained")
    return Path(made)


async def _time_both(
    texts: Sequence[str], parsers: dict[str, Callable[[str], Awaitable[object]]]
) -> dict[str, list[float]]:
    took: dict[str, list[float]] = {name: [] for name in parsers}
    for number, text in enumerate(texts):
        for name, parse in parsers.items():
            began = time.perf_counter()
            await parse(text)
            if number >= WARM_UP:
                took[name].append((time.perf_counter() - began) * 1000)
    return took


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description="Time the pipeline beside a stock one.")
    parser.add_argument("--messages", type=int, default=300)
    options = parser.parse_args(arguments)
    texts = [example.text for example in read_folder(ROOT / "tests")]
    chosen = np.random.default_rng(3).permutation(texts)[: options.messages + WARM_UP]
    with tempfile.TemporaryDirectory() as folder, quiet_rasa():
        from rasa.core.agent import Agent

        from serving.rasa_model import Parser

        stock = Agent.load(str(train_stock(Path(folder))))
        own = Parser(choose_model(None))

        async def parse_own(text: str) -> object:
            return own.parse(text)

        took = asyncio.run(
            _time_both([str(t) for t in chosen], {"own": parse_own, "stock": stock.parse_message})
        )
    figures = {
        name: {f"p{p}": round(float(np.percentile(row, p)), 2) for p in (50, 95, 99)}
        for name, row in took.items()
    }
    figures["ratio"] = {
        p: round(figures["own"][p] / figures["stock"][p], 2) for p in ("p50", "p95")
    }
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
