"""Somebody may be looking: everything is silent, and nothing comes unasked."""

import pytest

from flows.effects import Alert, NotifyOperators, RelayToPerson, Utter
from flows.events import TimerKind
from tests.kit.dialogue import Dialogue


@pytest.fixture
def watched(dialogue: Dialogue) -> Dialogue:
    """A person who said at the start that others see the phone."""
    return dialogue.starts().presses("ru").presses("yes").presses("go_on")


def test_whoever_is_not_watched_hears_an_answer(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("pay?", "ask_unpaid_wages")

    assert not any(utter.silent for utter in dialogue.of(Utter))


def test_answers_are_silent(watched: Dialogue) -> None:
    watched.writes("pay?", "ask_unpaid_wages")

    assert watched.said == ["utter_unpaid_wages"]
    assert all(utter.silent for utter in watched.of(Utter))


def test_whoever_waits_is_told_the_short_form_of_a_page(watched: Dialogue) -> None:
    """The page on papers begins with a crime that whoever looks on must not read of."""
    assert watched.writes("papers?", "ask_documents_taken").said == ["utter_documents_taken"]
    watched.writes("a person", "ask_human").writes("papers?", "ask_documents_taken")

    assert watched.said == ["utter_documents_taken_brief"]


def test_the_words_alone_are_enough(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("he reads my phone. pay?", "ask_unpaid_wages", watched=True)

    assert dialogue.conversation.watched
    assert all(utter.silent for utter in dialogue.of(Utter))


def test_it_is_not_forgotten_by_a_later_message(watched: Dialogue) -> None:
    watched.writes("pay?", "ask_unpaid_wages").starts()

    assert watched.conversation.watched
    assert watched.of(Utter)[0].silent


def test_operators_see_it_on_the_ticket_from_the_beginning(watched: Dialogue) -> None:
    assert watched.writes("a person", "ask_human").notices == ["watched"]


def test_operators_are_told_when_it_is_heard_later(dialogue: Dialogue) -> None:
    dialogue.waiting()

    assert dialogue.writes("he reads my phone", watched=True).notices == ["watched"]
    assert dialogue.writes("he still does", watched=True).notices == []


def test_danger_and_watching_in_one_message_reach_the_ticket(dialogue: Dialogue) -> None:
    dialogue.writes("locked in, he listens", "urgent_danger", urgent=True, watched=True)

    assert "watched" in dialogue.notices
    assert dialogue.conversation.watched


def test_nothing_comes_unasked_whatever_operators_do(watched: Dialogue) -> None:
    watched.writes("a person", "ask_human")

    assert watched.minutes_pass(60).said == []
    assert watched.operator_claims().said == []
    assert watched.operator_requeues().said == []
    assert watched.operator_claims().operator_releases().said == []
    assert watched.operator_closes().said == []


def test_operators_still_learn_that_nobody_claimed(watched: Dialogue) -> None:
    watched.cries_for_help().minutes_pass(60)

    assert watched.said == []
    assert watched.notices == ["nobody_claimed", "still_unclaimed", "silent_after_threat"]
    assert {type(one) for one in watched.effects} == {NotifyOperators, Alert}


def test_operators_words_arrive_without_a_sound(watched: Dialogue) -> None:
    watched.writes("a person", "ask_human").operator_claims().operator_writes("hello")

    assert watched.of(RelayToPerson) == [RelayToPerson("hello", silent=True)]


def test_timers_run_all_the_same(watched: Dialogue) -> None:
    watched.writes("a person", "ask_human")

    assert watched.timers == {TimerKind.NOBODY_FREE: 3, TimerKind.STILL_NOBODY: 10}
