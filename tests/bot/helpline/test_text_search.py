"""Texts and questions are found by meaning and by words, in any language of the desk."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from bot.clock import SettableClock
from bot.compose import own_publication
from bot.helpline.text_search import AT_ONCE, TextSearch, VectorSource
from bot.texts.findable import Findable, Kind
from bot.texts.publication import Publication
from nlu.breaker import ModelUnavailable, Reason
from nlu.embedding import Vector
from tests.kit.constants import NOW

BLOOD = ("крови", "blood", "қан")
"""What the fake model takes for one meaning."""

GONE = "хлещет"
"""A word that no text has."""


@dataclass
class FakeVectors:
    """Knows two meanings: blood, and everything else."""

    available: bool = True
    asked: list[str] = field(default_factory=list)
    most: int = 0

    async def vectors(self, texts: Sequence[str]) -> list[Vector]:
        if not self.available:
            raise ModelUnavailable(Reason.DOWN)
        self.asked += texts
        self.most = max(self.most, len(texts))
        hot = (GONE, *BLOOD)
        return [
            [1.0, 0.0] if any(one in text.casefold() for one in hot) else [0.0, 1.0]
            for text in texts
        ]


@dataclass
class Shown:
    """What is live."""

    current: Publication


@pytest.fixture(scope="module")
def publication() -> Publication:
    return own_publication(SettableClock(NOW))


def search_of(shown: Shown, vectors: VectorSource | None) -> TextSearch:
    return TextSearch(shown, vectors)


async def test_what_means_the_same_is_found_without_a_word_in_common(
    publication: Publication,
) -> None:
    vectors = FakeVectors()
    search = search_of(Shown(publication), vectors)
    await search.refresh()

    for locale in ("ru", "kk", "en", "uz"):
        found = await search.find(GONE, locale, 5)
        assert found.by_meaning
        assert Findable(Kind.QUESTION, "bleeding", "deck_bleeding") in found.found
    assert len(found.found) == 5
    assert vectors.most == AT_ONCE, "a person's message waits for no more than that"


@pytest.mark.parametrize("vectors", [None, FakeVectors(available=False)])
async def test_without_the_model_words_are_compared_and_it_is_said(
    publication: Publication, vectors: FakeVectors | None
) -> None:
    search = search_of(Shown(publication), vectors)
    await search.refresh()

    found = await search.find("идёт кровь", "ru", 5)
    assert not found.by_meaning
    assert found.found[0].name == "bleeding"
    assert list((await search.find(GONE, "ru", 5)).found) == []
    assert list((await search.find(" ", "ru", 5)).found) == []


async def test_a_model_that_goes_away_is_missed_and_comes_back(publication: Publication) -> None:
    vectors = FakeVectors()
    search = search_of(Shown(publication), vectors)
    vectors.available = False
    await search.refresh()
    vectors.available = True
    assert not (await search.find(GONE, "ru", 5)).by_meaning, "nothing is indexed yet"
    await search.refresh()
    assert (await search.find(GONE, "ru", 5)).by_meaning
    vectors.available = False
    assert not (await search.find(GONE, "ru", 5)).by_meaning
    assert not search.model_available


async def test_of_new_texts_only_what_changed_is_read(publication: Publication) -> None:
    vectors, shown = FakeVectors(), Shown(publication)
    search = search_of(shown, vectors)
    await search.refresh()
    read = len(vectors.asked)
    await search.refresh()
    assert len(vectors.asked) == read

    shown.current = own_publication(SettableClock(NOW))
    await search.refresh()

    assert len(vectors.asked) == read, "other texts with the same words"
    assert (await search.find(GONE, "kk", 1)).found[0].name == "bleeding"


async def test_nothing_of_a_search_is_kept(publication: Publication) -> None:
    search = search_of(Shown(publication), FakeVectors())
    await search.refresh()
    await search.find(GONE, "ru", 5)

    kept = {name: value for name, value in vars(search).items() if name != "_embedder"}
    assert GONE not in repr(kept)
