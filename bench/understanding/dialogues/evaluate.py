"""`helpline evaluate --dialogues`: the dialogues alone, as a page of their own."""

import sys
from collections.abc import AsyncIterator, Collection
from pathlib import Path

from bench.understanding.dialogues import report
from bench.understanding.dialogues.model import Dialogues, Names
from bench.understanding.dialogues.names import names
from bench.understanding.dialogues.outside import read_lines
from bench.understanding.dialogues.playing import play
from bench.understanding.dialogues.reading import SET, read_set
from bench.understanding.dialogues.scoring import Played
from bench.understanding.dialogues.transcript import transcript
from bot import config
from bot.cli.talk import DEADLINE_SECONDS
from bot.cli.understanding import understanding
from bot.errors import ConfigError
from flows.format.load import load

PAGE = "dialogues.md"


async def measured(file: Path | None) -> str:
    """The page: of the development set, and of the dialogues of a file from outside. Raises
    `ConfigError`, `ContentError`."""
    known = names(load())
    own = read_set(SET, known)
    others: Dialogues = read_lines(file, known) if file else ()
    return page(*[found async for found in _played(known, own, others)])


async def transcripts(file: Path | None, ids: Collection[str]) -> str:
    """The transcripts of the dialogues with these ids, played now. Raises `ConfigError` for an
    unknown id."""
    known = names(load())
    every = (*read_set(SET, known), *(read_lines(file, known) if file else ()))
    wanted = tuple(one for one in every if one.id in ids)
    if missing := set(ids) - {one.id for one in wanted}:
        raise ConfigError(f"no dialogue is called {', '.join(sorted(missing))}")
    found = [one async for one in _played(known, wanted)]
    return "\n\n".join(transcript(one) for one in found[0])


async def _played(known: Names, *sets: Dialogues) -> AsyncIterator[list[Played]]:
    async with understanding(config.read(), DEADLINE_SECONDS) as recogniser:
        for dialogues in sets:
            yield [one async for one in play(dialogues, known, recogniser, _say)]


def page(own: list[Played], others: list[Played]) -> str:
    """In Markdown. Of dialogues from outside nothing is named."""
    outside = (
        report.figures(others)
        if others
        else "Not measured in this run: no file was given"
        " (`helpline evaluate --dialogues FILE`, `make evaluate DIALOGUES=FILE`)."
    )
    parts = [
        "# How well conversations are followed",
        "Written by `make evaluate`. Each dialogue is played on the real core with the committed"
        " model, as `helpline talk` does; how one is written:"
        " [nlu/model/dialogues](../nlu/model/dialogues/README.md). The development set was written"
        " apart from the training messages, and no native speaker has read it.",
        "A turn is right if all that is expected of it holds. About safety are the expectations"
        " whose failure may harm somebody: that a human is called and is not lost, that nothing is"
        " sent to whoever may be reading, what must never be said. Turns in an emergency: what a"
        " person wrote while nobody had claimed, silence apart; answered, if something was said"
        " beside a receipt or “not understood”.",
        "## Development set",
        report.figures(own),
        "## From outside",
        outside,
        "## What fails, by kind",
        report.by_kind(own),
        "## Which turns fail",
        "Of the development set. `!`: about safety.",
        report.failures(own),
    ]
    return "\n\n".join(parts) + "\n"


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
