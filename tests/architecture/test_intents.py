"""Intents are the same for the lexicon, the model's data and the flows."""

from pathlib import Path

import pytest

from flows.format.yaml12 import load
from nlu.intents import EMERGENCIES, INTENTS, LOCALES
from nlu.recogniser import COMMANDS
from tests.kit import own

DATA = Path(__file__).parents[2] / "nlu" / "model" / "data"


def trained(locale: str) -> set[str]:
    """The intents that a locale has examples for."""
    found = set()
    for file in sorted((DATA / locale).glob("*.yml")):
        read = load(file.read_text(encoding="utf-8"))
        for entry in read["nlu"]:
            if "intent" in entry and entry["examples"].strip():
                found.add(entry["intent"])
    return found


@pytest.fixture(scope="module")
def data() -> dict[str, set[str]]:
    """Locale → intents with examples; read once."""
    return {locale: trained(locale) for locale in LOCALES}


WORDS_ALONE = {"cancel", "low_battery", "not_watched"}
"""Intents that only the lexicon hears; its own test holds that it has phrases for every intent."""


@pytest.mark.parametrize("locale", LOCALES)
def test_the_model_is_taught_every_intent_but_those_of_words(
    locale: str, data: dict[str, set[str]]
) -> None:
    assert data[locale] == INTENTS - WORDS_ALONE


def test_every_trigger_names_an_intent() -> None:
    assert set(own.library().triggers) - INTENTS == set()


def test_every_danger_starts_a_flow_that_calls_a_human() -> None:
    for intent in EMERGENCIES:
        flow, _ = own.library().triggers[intent]
        assert own.library().flows[flow].hands_over is not None, intent


def test_every_command_means_an_intent() -> None:
    assert set(COMMANDS.values()) <= INTENTS
