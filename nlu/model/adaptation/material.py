"""What the encoder learns from: each message with its variants, as tokens, in batches."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from nlu.runtime.encoder.tokens import Tokenizer
from nlu.runtime.reading.text import clean, well_formed
from nlu.runtime.reading.windows import WINDOW_CHARACTERS
from preparation.derive import SEED, derive
from preparation.intents import INTENTS
from preparation.read import Example

Rows = list[list[int]]
_Kind = tuple[str, str, bool, bool]  # locale, intent, urgent, only sounds so
_MANY = 3
_SORTED_AT_ONCE = 16  # batches; texts of like length share one, which saves padding
_PREFIX_TOKENS = 4  # the frame and "query: ", never dropped


@dataclass(frozen=True)
class Batch:
    """`tokens` and `mask` as the network takes them, and what is true of each message."""

    tokens: np.ndarray
    mask: np.ndarray
    intent: np.ndarray
    urgent: np.ndarray
    weight: np.ndarray


class Material:
    """Messages as tokens. `texts[i]` are message i and its variants, `aside` the messages that
    aren't learnt from; `used` are the pieces in all of them.
    """

    def __init__(
        self,
        examples: Sequence[Example],
        aside: Sequence[Example],
        tokenizer: Tokenizer,
        seeds: int,
    ) -> None:
        known: dict[str, list[int]] = {}

        def tokens(text: str) -> list[int]:
            if text not in known:
                known[text] = tokenizer.encode(well_formed(clean(text))[:WINDOW_CHARACTERS])
            return known[text]

        made = _forms(examples, seeds)
        rows = [[tokens(text) for text in forms] for forms in made]
        apart = [tokens(example.text) for example in aside]
        self.used = np.unique(np.concatenate(list(known.values())))
        place = {int(number): position for position, number in enumerate(self.used)}
        self.texts = [[[place[n] for n in row] for row in forms] for forms in rows]
        self.aside = [[place[n] for n in row] for row in apart]
        self.intent = np.array([INTENTS.index(example.intent) for example in examples])
        self.urgent = np.array([example.urgent for example in examples], dtype=np.float32)
        hard = np.array([example.hard_negative for example in examples], dtype=np.float32)
        self._kinds = [_kind(example) for example in examples]
        # Few are urgent, and fewer alarming without being so: each of those counts for more.
        self.weight = (1 + 0.5 * self.urgent + 2 * hard).astype(np.float32)

    def epoch(
        self, rng: random.Random, size: int, dropped: float, most: int = 0
    ) -> Iterator[Batch]:
        """Each message once, as it is or, every second time, as one of its variants. With `most`
        only so many, drawn anew, of an intent in a locale, and three times as many of those that
        are urgent, only sound so, or are about nothing here: so that what is asked rarely weighs
        as much."""
        order = list(range(len(self.texts)))
        rng.shuffle(order)
        order = _thinned_out(order, self._kinds, most) if most else order
        chosen = {i: _choose(self.texts[i], rng) for i in order}
        batches: list[list[int]] = []
        for start in range(0, len(order), size * _SORTED_AT_ONCE):
            part = sorted(
                order[start : start + size * _SORTED_AT_ONCE], key=lambda i: len(chosen[i])
            )
            batches += [part[i : i + size] for i in range(0, len(part), size)]
        rng.shuffle(batches)
        for batch in batches:
            tokens, mask = padded([_thinned(chosen[i], rng, dropped) for i in batch])
            picked = self.intent[batch], self.urgent[batch], self.weight[batch]
            yield Batch(tokens, mask, *picked)


def _kind(example: Example) -> _Kind:
    return example.locale, example.intent, example.urgent, example.hard_negative


def _thinned_out(order: list[int], kinds: Sequence[_Kind], most: int) -> list[int]:
    """Of each kind the first ones, in the order given."""
    seen: Counter[_Kind] = Counter()
    kept = []
    for i in order:
        _, intent, urgent, hard = kinds[i]
        seen[kinds[i]] += 1
        if seen[kinds[i]] <= most * (_MANY if urgent or hard or intent == "out_of_scope" else 1):
            kept.append(i)
    return kept


def _forms(examples: Sequence[Example], seeds: int) -> list[list[str]]:
    """Of each example its text and all that is derived of it."""
    forms = {example.place: [example.text] for example in examples}
    for seed in range(SEED, SEED + seeds):
        for variant in derive(examples, seed):
            forms[variant.origin.place].append(variant.text)
    return [list(dict.fromkeys(forms[example.place])) for example in examples]


def _choose(forms: Rows, rng: random.Random) -> list[int]:
    return forms[0] if len(forms) == 1 or rng.random() < 0.5 else rng.choice(forms[1:])


def _thinned(row: list[int], rng: random.Random, dropped: float) -> list[int]:
    """Leaves out some tokens of a longer message, so that none is relied on alone."""
    last = len(row) - 1
    if last < 2 * _PREFIX_TOKENS:
        return row
    return [
        n for i, n in enumerate(row) if i < _PREFIX_TOKENS or i == last or rng.random() > dropped
    ]


def padded(rows: Rows) -> tuple[np.ndarray, np.ndarray]:
    """Token rows of unequal length as a matrix and its mask; widths are multiples of four."""
    width = -(-max(len(row) for row in rows) // 4) * 4
    tokens = np.zeros((len(rows), width), dtype=np.int32)
    mask = np.zeros((len(rows), width), dtype=np.float32)
    for number, row in enumerate(rows):
        tokens[number, : len(row)] = row
        mask[number, : len(row)] = 1
    return tokens, mask
