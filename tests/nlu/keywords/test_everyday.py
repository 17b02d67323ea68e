"""Ordinary sentences, many of each language: what is plainly danger is heard, what isn't rings
nobody. The sentences lie in `everyday/`, for whoever adds a phrase or a guard."""

from pathlib import Path

import pytest

from flows.format.yaml12 import load
from nlu.keywords import Keywords

FOLDER = Path(__file__).parent / "everyday"
SENTENCES = {file.stem: load(file.read_text(encoding="utf-8")) for file in FOLDER.glob("*.yml")}
CRIES = [(locale, said) for locale, each in sorted(SENTENCES.items()) for said in each["cries"]]
CALM = [(locale, said) for locale, each in sorted(SENTENCES.items()) for said in each["calm"]]


def test_there_are_some_of_each_language() -> None:
    assert set(SENTENCES) == {"en", "kk", "ky", "ru", "tg", "uz"}
    assert min(len(each[kind]) for each in SENTENCES.values() for kind in each) >= 30


@pytest.mark.parametrize(("locale", "said"), CRIES)
def test_a_cry_is_heard(keywords: Keywords, locale: str, said: str) -> None:
    assert keywords.spot(said).danger is not None, locale


@pytest.mark.parametrize(("locale", "said"), CALM)
def test_what_is_calm_rings_nobody(keywords: Keywords, locale: str, said: str) -> None:
    assert keywords.spot(said).danger is None, (locale, keywords.reasons(said))
