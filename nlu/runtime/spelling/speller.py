"""First step of a parse: windows and sentences of a message, and the n-grams of each."""

from __future__ import annotations

from dataclasses import dataclass

from nlu.runtime.reading.text import clean, folded
from nlu.runtime.reading.windows import cut, sentences
from nlu.runtime.spelling.ngrams import Ngrams
from nlu.runtime.spelling.rows import Rows


@dataclass(frozen=True)
class Spelled:
    """A message cut into `windows` and, where there are several, `sentences`, with one row of
    n-grams for each, and one for the whole."""

    windows: list[str]
    of_windows: Rows
    whole: Rows
    sentences: list[str]
    of_sentences: Rows


def spell(ngrams: Ngrams, text: str) -> Spelled:
    """Cleans and cuts a message, and weighs its n-grams. Any string will do."""
    windows = cut(clean(text))
    counts = ngrams.counts([folded(window) for window in windows])
    of_windows = ngrams.weigh(counts)
    whole = of_windows if len(windows) == 1 else ngrams.weigh(counts.summed())
    parts = sentences(text)
    of_parts = ngrams.transform([folded(part) for part in parts])
    return Spelled(windows, of_windows, whole, parts, of_parts)
