"""Intents are the same for the lexicon, the model's data and the flows."""

from pathlib import Path

import pytest

from flows.format.yaml12 import load
from nlu.intents import EMERGENCIES, INTENTS, LOCALES, TOPICS
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


@pytest.mark.parametrize("locale", LOCALES)
def test_every_intent_can_be_heard(locale: str, data: dict[str, set[str]]) -> None:
    assert INTENTS - own.lexicon().intents(locale) - data[locale] == set()


@pytest.mark.parametrize("locale", LOCALES)
def test_every_topic_is_taught_to_the_model(locale: str, data: dict[str, set[str]]) -> None:
    assert TOPICS - data[locale] == set()


@pytest.mark.parametrize("locale", LOCALES)
def test_danger_is_heard_without_the_model(locale: str) -> None:
    needed = {*EMERGENCIES, "ask_human", "delete_my_data", "change_language"}
    assert needed - own.lexicon().intents(locale) == set()


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_unknown_is_taught(locale: str, data: dict[str, set[str]]) -> None:
    assert data[locale] - INTENTS == set()
    assert own.lexicon().intents(locale) - INTENTS == set()


@pytest.mark.parametrize("locale", LOCALES)
def test_each_intent_has_a_file_of_its_name(locale: str) -> None:
    files = {file.stem for file in (DATA / locale).glob("*.yml")}
    assert INTENTS - files - own.lexicon().intents(locale) == set()


def test_every_trigger_names_an_intent() -> None:
    assert set(own.library().triggers) - INTENTS == set()


def test_every_danger_starts_a_flow_that_calls_a_human() -> None:
    for intent in EMERGENCIES:
        flow, _ = own.library().triggers[intent]
        assert own.library().flows[flow].hands_over is not None, intent


def test_every_command_means_an_intent() -> None:
    assert set(COMMANDS.values()) <= INTENTS
