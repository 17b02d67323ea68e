"""The list of locales."""

from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.texts.catalogue import CONTENT
from bot.texts.locales import read_locales
from nlu.intents import LOCALES

ONE = "source: ru\nlocales:\n  ru: {name: Русский, script: Cyrl, review: none}\n"


def test_the_locales_are_those_that_are_understood() -> None:
    locales = read_locales(CONTENT)
    assert {one.id for one in locales.all} == set(LOCALES)
    assert locales.source == "ru"
    assert locales["uz-Cyrl"].derived_from == "uz"


def test_a_locale_that_does_not_exist() -> None:
    with pytest.raises(KeyError):
        read_locales(CONTENT)["de"]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("source: ru", "source: en", "locales.yml:1: there is no locale 'en'"),
        ("review: none", "review: none, derived_from: uz", "there is no locale 'uz'"),
        ("name: Русский, ", "", "locales.yml:3: 'name' needs a text"),
        ("script", "scrypt", "locales.yml:3: no key 'scrypt' is known here"),
        ("source: ru\n", "", "'source' needs a text"),
        ("locales:", "locals:", "locales.yml:2: no key 'locals' is known here"),
    ],
)
def test_faults(old: str, new: str, fault: str, tmp_path: Path) -> None:
    assert old in ONE
    (tmp_path / "locales.yml").write_text(ONE.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_locales(tmp_path)
    assert fault in caught.value.detail
