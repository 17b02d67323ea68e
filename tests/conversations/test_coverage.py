"""Every text of every flow is said in some dialogue, in at least two languages."""

from collections import defaultdict

import pytest

from flows.format.model import ActionStep, CallStep, CollectStep, Flow, LinkStep
from tests.conversations.script import LIBRARY, TEXTS, read_folder

LEAST_LANGUAGES = 2


@pytest.fixture(scope="module")
def told() -> dict[str, set[str]]:
    """Text id → the languages in which some dialogue has it said."""
    found: dict[str, set[str]] = defaultdict(set)
    for dialogue in read_folder():
        for text_id, locale in dialogue.said():
            found[text_id].add(locale)
    return found


ELSEWHERE = {
    "utter_question_over",  # tests/wire/test_deck.py: no operator asks from the deck here
    "utter_write_it",
    "utter_no_room",  # tests/bot/helpline/test_full_store.py: no store is full here
}
"""Texts that other tests have said."""


def own_texts(flow: Flow) -> set[str]:
    """What the flow says itself."""
    actions = {step.action for step in flow.steps if isinstance(step, ActionStep)}
    asked = {step.utter for step in flow.steps if isinstance(step, CollectStep)}
    brief = {flow.brief} if flow.brief else set()
    return {text_id for text_id in actions | asked | brief if text_id.startswith("utter_")}


@pytest.mark.parametrize("flow", LIBRARY.flows.values(), ids=lambda flow: flow.id)
def test_every_flow_is_told_in_two_languages(flow: Flow, told: dict[str, set[str]]) -> None:
    few = {one: sorted(told[one]) for one in own_texts(flow) if len(told[one]) < LEAST_LANGUAGES}

    assert few == {}


def test_a_flow_without_texts_is_told_through_what_it_does_or_leads_to() -> None:
    for flow in LIBRARY.flows.values():
        leads = {step.flow for step in flow.steps if isinstance(step, LinkStep | CallStep)}
        does = {step.action for step in flow.steps if isinstance(step, ActionStep)}

        assert own_texts(flow) or leads or does, flow.id


def test_what_the_engine_says_by_itself_is_told_too(told: dict[str, set[str]]) -> None:
    flows = set().union(*(own_texts(flow) for flow in LIBRARY.flows.values()))
    spoken = TEXTS - flows - ELSEWHERE
    few = {one: sorted(told[one]) for one in spoken if len(told[one]) < LEAST_LANGUAGES}

    assert few == {}
