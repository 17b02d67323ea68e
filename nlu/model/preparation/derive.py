"""Variants of a message that a rule can make: scripts, missing letters, typos, loud or plain.

They are made at training time from a seed and the message itself, never stored: the same data
gives the same variants in any order and on any machine.
"""

from __future__ import annotations

import hashlib
import random
import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from nlu.runtime.reading.windows import WINDOW_CHARACTERS
from preparation.read import Example
from preparation.scripts import (
    drop_special_letters,
    romanise,
    uzbek_to_cyrillic,
    uzbek_to_latin,
)

SEED = 2024
URGENT_JOINED, CALM_JOINED = 0.2, 0.1
"""Shares of the messages that are joined with others."""

TWO_OTHERS = 0.3
"""Share of those that are joined with two."""

SMALL_TALK = ("affirm", "deny", "goodbye", "greet", "thank")
BESIDES = (*SMALL_TALK, "out_of_scope")
"""What may stand beside a topic without being asked about."""

_BETWEEN = (". ", ", ", " ", "\n", "! ", " ... ")
_PUNCTUATION = re.compile(r"[^\w\s'ʻʼ‘’`-]")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзх", "фывапролджэ", "ячсмитьбю")


@dataclass(frozen=True)
class Variant:
    """A message made from `origin`; `kind` names the rule ("" for the message itself)."""

    text: str
    locale: str
    kind: str
    origin: Example


def _number_for(seed: int, *parts: str) -> int:
    """A number below 2 ** 64 that depends on the seed and the parts alone."""
    digest = hashlib.blake2b("\0".join((str(seed), *parts)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big")


def _drawn(share: float, seed: int, *parts: str) -> random.Random | None:
    """A generator, for that share of all parts; None for the rest, which most are: to make
    a generator takes longer than to see that none is needed."""
    number = _number_for(seed, *parts)
    return random.Random(number) if number < share * 2**64 else None


def typos(text: str, rng: random.Random) -> str:
    """One slip in a short message, up to three in a long one; never in the first letter."""
    characters = list(text)
    for _ in range(1 + min(2, len(text) // 40)):
        places = [i for i, c in enumerate(characters) if i and c.isalpha()]
        if len(places) < 3:
            break
        index = rng.choice(places)
        slip = rng.randrange(4)
        if slip == 0:
            del characters[index]
        elif slip == 1:
            characters.insert(index, characters[index])
        elif slip == 2 and index + 1 < len(characters):
            characters[index : index + 2] = reversed(characters[index : index + 2])
        else:
            characters[index] = _neighbour(characters[index], rng)
    return "".join(characters)


def _neighbour(character: str, rng: random.Random) -> str:
    for row in _ROWS:
        place = row.find(character.lower())
        if place >= 0:
            near = row[max(0, place - 1) : place] + row[place + 1 : place + 2]
            return rng.choice(near)
    return character


def careless(text: str, rng: random.Random) -> str:
    """No punctuation and no capitals, or sometimes all capitals or one word run into the next."""
    plain = " ".join(_PUNCTUATION.sub(" ", text).split()).lower()
    choice = rng.random()
    if choice < 0.2:
        return plain.upper()
    if choice < 0.35 and " " in plain:
        gaps = [i for i, c in enumerate(plain) if c == " "]
        gap = rng.choice(gaps)
        return plain[:gap] + plain[gap + 1 :]
    return plain


def _rules(locale: str) -> list[tuple[str, float, Callable[[str, random.Random], str], str]]:
    """(kind, share of messages, rule, locale of what comes out) for one locale."""
    rules: list[tuple[str, float, Callable[[str, random.Random], str], str]] = [
        ("typos", 0.04, typos, locale),
        ("careless", 0.035, careless, locale),
    ]
    if locale == "uz":
        rules.append(("cyrillic", 0.07, lambda t, _: uzbek_to_cyrillic(t), "uz-Cyrl"))
    if locale == "uz-Cyrl":
        rules.append(("latin", 0.07, lambda t, _: uzbek_to_latin(t), "uz"))
    if locale in {"kk", "ky", "tg", "uz", "uz-Cyrl"}:
        rules.append(("letters", 0.07, lambda t, _: drop_special_letters(t, locale), locale))
    if locale in {"ru", "kk", "ky", "tg"}:
        rules.append(("latin", 0.08, lambda t, r: romanise(t, locale, r), locale))
    return rules


def variants(example: Example, seed: int = SEED) -> Iterator[Variant]:
    """Yields the message and then its variants; none repeats an earlier one."""
    yield Variant(example.text, example.locale, "", example)
    seen = {example.text}
    for kind, share, rule, locale in _rules(example.locale):
        rng = _drawn(share, seed, kind, example.locale, example.text)
        if rng is not None:
            text = rule(example.text, rng)
            if text.strip() and text not in seen:
                seen.add(text)
                yield Variant(text, locale, kind, example)


def derive(given: Iterable[Example], seed: int = SEED) -> list[Variant]:
    """All messages and their variants, each followed by its own; then the joined ones."""
    examples = list(given)
    made = [variant for example in examples for variant in variants(example, seed)]
    return [*made, *joined(examples, seed)]


def joined(examples: Sequence[Example], seed: int = SEED) -> Iterator[Variant]:
    """Some messages in one breath, as people write: a cry beside something calm, or a topic beside
    small talk. The whole means what its most urgent part means, or the one that asks something.

    Without them a cry was drowned by the sentence beside it.
    """
    calm: dict[str, list[Example]] = defaultdict(list)
    talk: dict[str, list[Example]] = defaultdict(list)
    for example in examples:
        if not example.urgent:
            calm[example.locale].append(example)
            if example.intent in BESIDES:
                talk[example.locale].append(example)
    rings = [{locale: _Ring(pool) for locale, pool in pools.items()} for pools in (talk, calm)]
    for example in examples:
        others = rings[example.urgent].get(example.locale)
        share = URGENT_JOINED if example.urgent else CALM_JOINED
        rng = _drawn(share, seed, "joined", example.locale, example.text)
        if rng is None or others is None or example.intent in SMALL_TALK:
            continue
        parts = [example.text, others.draw(rng)]
        if rng.random() < TWO_OTHERS:
            parts.append(others.draw(rng))
        rng.shuffle(parts)
        text = rng.choice(_BETWEEN).join(parts)
        if len(text) <= WINDOW_CHARACTERS:
            yield Variant(text, example.locale, "joined", example)


class _Ring:
    """Texts in an order of their own, from which one is drawn by a random place. Another text more
    changes what is drawn in its own place alone: else ten new messages would change what thousands
    are joined with, and all of those would be encoded anew."""

    def __init__(self, examples: Iterable[Example]) -> None:
        at = sorted((_number_for(0, one.text), one.text) for one in examples)
        self._places = [place for place, _ in at]
        self._texts = [text for _, text in at]

    def draw(self, rng: random.Random) -> str:
        """The text at the next place from a random one on."""
        return self._texts[bisect(self._places, rng.getrandbits(64)) % len(self._texts)]
