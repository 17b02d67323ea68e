"""An operator looks for a text or a question, in their own words and language.

By meaning and by words together: each finds what the other misses (docs/decisions/0042). Of a text
the index holds the middle of its vectors in the desk's languages, so it is found in any of them.
Everything is in memory; what was searched for is kept and logged nowhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul
from typing import Protocol

from bot.errors import ContentError
from bot.texts import by_words
from bot.texts.catalogue import Catalogue
from bot.texts.findable import Findable, findable
from bot.texts.publication import Publication
from bot.texts.voices import voices
from nlu.breaker import ModelUnavailable
from nlu.embedding import Vector

LOOK_SECONDS = 5.0
"""Between two looks whether there are other texts, or the model has come back."""

AT_ONCE = 2
"""Texts in one request while the index is made: what people write goes to the same model, and waits
no longer than for these."""

WORDS_WEIGHT = 0.8
"""Of all words found, beside a cosine (measured: tests/bot/helpline/test_text_search.py)."""

MOST_CHARACTERS = 200
"""Of a search that are read."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Texts that a search found, the best first. `by_meaning`: False where the model gave nothing,
    so that words alone were compared."""

    found: Sequence[Findable]
    by_meaning: bool


@dataclass(frozen=True, slots=True)
class _Stems:
    """The words of all texts of one publication in one language."""

    publication: Publication
    texts: dict[Findable, frozenset[str]]


class VectorSource(Protocol):
    """The model, however it is reached (`nlu.embedding.Embedder`)."""

    @property
    def available(self) -> bool:
        """Whether the last answer was usable."""
        ...

    async def vectors(self, texts: Sequence[str]) -> list[Vector]:
        """A vector of length one for each text. Raises `ModelUnavailable`."""
        ...


class PublicationSource(Protocol):
    """The texts that are live (`bot.texts.current.LivePublication`)."""

    @property
    def current(self) -> Publication:
        """The publication that is live now."""
        ...


class TextSearch:
    """Searches the texts that are live. `embedder`: None where there is no model."""

    def __init__(self, live: PublicationSource, embedder: VectorSource | None) -> None:
        self._live = live
        self._embedder = embedder
        self._stems: dict[str, _Stems] = {}
        self._known: dict[str, Vector] = {}
        self._index: dict[Findable, Vector] = {}
        self._indexed: Publication | None = None

    @property
    def model_available(self) -> bool | None:
        """Whether the model's last vectors were usable; None if there is no model."""
        return None if self._embedder is None else self._embedder.available

    async def refresh(self) -> None:
        """Index the texts that are live, if that isn't done. What the model has read of them isn't
        read again; without the model it is tried later."""
        live = self._live.current
        if self._embedder is None or live is self._indexed:
            return
        texts = {one: self._in_languages(live.catalogue, one) for one in findable(live.catalogue)}
        wanted = {text for said in texts.values() for text in said}
        self._known = {text: one for text, one in self._known.items() if text in wanted}
        missing = sorted(wanted - set(self._known))
        try:
            for start in range(0, len(missing), AT_ONCE):
                some = missing[start : start + AT_ONCE]
                self._known.update(zip(some, await self._embedder.vectors(some), strict=True))
        except ModelUnavailable:
            return
        self._index = {
            one: _middle([self._known[text] for text in said]) for one, said in texts.items()
        }
        self._indexed = live

    async def find(self, wanted: str, locale: str, most: int) -> SearchResult:
        """The `most` texts that are nearest; `locale`: the language in which words are compared.
        By words alone, what has none of them isn't found."""
        wanted = wanted.strip()[:MOST_CHARACTERS]
        shares = by_words.shares(wanted, self._texts(locale))
        meant = await self._vector(wanted) if wanted else None
        if meant is None:
            near = {one: share for one, share in shares.items() if share > 0}
        else:
            near = {
                one: WORDS_WEIGHT * share + _product(self._index.get(one), meant)
                for one, share in shares.items()
            }
        ranked = sorted(near, key=lambda one: -near[one])
        return SearchResult(ranked[:most], meant is not None)

    async def _vector(self, wanted: str) -> Vector | None:
        if self._embedder is None or not self._index:
            return None
        try:
            [found] = await self._embedder.vectors([wanted])
        except ModelUnavailable:
            return None
        return found

    def _texts(self, locale: str) -> dict[Findable, frozenset[str]]:
        live = self._live.current
        kept = self._stems.get(locale)
        if kept is None or kept.publication is not live:
            found = {
                one: by_words.stems(f"{one.name} {one.words(live.catalogue, locale)}")
                for one in findable(live.catalogue)
            }
            kept = self._stems[locale] = _Stems(live, found)
        return kept.texts

    def _in_languages(self, catalogue: Catalogue, one: Findable) -> list[str]:
        found = []
        for locale in voices().all:
            try:
                found.append(one.words(catalogue, locale))
            except (ContentError, KeyError):  # these texts haven't got the language
                continue
        return found


def _middle(vectors: Sequence[Vector]) -> Vector:
    """A product with it is the mean of the products with each."""
    return [sum(numbers) / len(vectors) for numbers in zip(*vectors, strict=True)]


def _product(one: Vector | None, other: Vector) -> float:
    """0 for a text that isn't indexed yet, or was by another model."""
    if one is None or len(one) != len(other):
        return 0.0
    return float(sum(map(mul, one, other)))
