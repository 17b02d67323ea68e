"""A signal that the model alone hears: what it counts for, and where it counts for nothing."""

from dataclasses import replace

import pytest

from flows.events import Parse, Source
from flows.follow_ups import FollowUp
from flows.signals import Signal
from nlu.context import Button, Situation, in_context

IN_DANGER = Situation(in_emergency=True)
ASKED_WHETHER_SAFE = Situation(
    buttons=(Button("Да", "yes"), Button("Нет", "no")), in_emergency=True, told_by=("he_has_gone",)
)
UNKNOWN = "qwx zzt"
"""Words that no lexicon has."""


def guessed(signal: Signal, intent: str = "out_of_scope", confidence: float = 0.3) -> Parse:
    return Parse(intent, confidence, source=Source.MODEL, guessed=signal)


def test_in_danger_it_counts() -> None:
    read = in_context(guessed(Signal.HE_COMES), UNKNOWN, IN_DANGER)

    assert read.signals == {Signal.HE_COMES}


def test_in_a_calm_conversation_it_counts_for_nothing() -> None:
    read = in_context(guessed(Signal.STRANGER), UNKNOWN, Situation(topic="ask_shelter"))

    assert not read.signals


def test_danger_is_guessed_to_be_another_s_where_it_is_told_first() -> None:
    first = replace(guessed(Signal.THIRD_PARTY), urgent=True, urgency_score=0.9)

    assert in_context(first, UNKNOWN, Situation()).signals == {Signal.THIRD_PARTY}
    assert not in_context(first, UNKNOWN, IN_DANGER).signals, "known to be their own by then"
    assert not in_context(guessed(Signal.THIRD_PARTY), UNKNOWN, Situation()).signals
    unsure = guessed(Signal.THIRD_PARTY, "minor_at_risk", 0.2)
    assert not in_context(unsure, UNKNOWN, Situation()).signals, "no danger is told"


def test_words_of_one_s_own_danger_outdo_that_guess() -> None:
    held = replace(guessed(Signal.THIRD_PARTY), urgent=True, signals=frozenset({Signal.HELD}))

    assert in_context(held, UNKNOWN, Situation()).signals == {Signal.HELD}


def test_what_words_tell_outdoes_it() -> None:
    told = replace(guessed(Signal.LATER), signals=frozenset({Signal.BLEEDING}))

    assert in_context(told, UNKNOWN, IN_DANGER).signals == {Signal.BLEEDING}


def test_a_plan_to_go_there_is_guessed_beside_facts() -> None:
    """ "I'm in Bishkek, tomorrow I come with my brothers and get him out"."""
    abroad = replace(guessed(Signal.FOLLOW), signals=frozenset({Signal.ABROAD}))
    hurt = replace(guessed(Signal.FOLLOW), signals=frozenset({Signal.HURT}))

    assert in_context(abroad, UNKNOWN, IN_DANGER).signals == {Signal.ABROAD, Signal.FOLLOW}
    assert in_context(hurt, UNKNOWN, IN_DANGER).signals == {Signal.HURT}


def test_what_a_witness_asks_hides_no_plan() -> None:
    """ "We break the door, what do you say?" asks who answers as well."""
    asked = replace(guessed(Signal.FOLLOW), signals=frozenset({Signal.STATE_ASKED}))
    witness = replace(IN_DANGER, about_other=True)

    assert Signal.FOLLOW in in_context(asked, UNKNOWN, witness).signals
    assert in_context(asked, UNKNOWN, IN_DANGER).signals == {Signal.STATE_ASKED}


@pytest.mark.parametrize(
    ("signal", "counts"),
    [(Signal.CALL_ASKED, False), (Signal.LATER, False), (Signal.HE_IS_HERE, True)],
)
def test_beside_a_sure_topic_only_another_reader_counts(signal: Signal, counts: bool) -> None:
    read = in_context(guessed(signal, "ask_police", 0.9), UNKNOWN, IN_DANGER)

    assert bool(read.signals) is counts


@pytest.mark.parametrize(("count", "counts"), [(14, True), (15, False)])
def test_a_stranger_is_guessed_in_few_words_alone(count: int, counts: bool) -> None:
    """ "She says if I leave she'll write that I stole the gold. Will they believe me at all?"."""
    read = in_context(guessed(Signal.STRANGER), "qwx " * count, IN_DANGER)

    assert (read.guessed is Signal.STRANGER) is counts


def test_whoever_asks_after_parents_is_no_stranger() -> None:
    """ "Will you tell my mother?", in words whose intent the model doesn't know."""
    asked = replace(guessed(Signal.STRANGER), kinds=frozenset({FollowUp.CHILD_NEXT}))

    assert in_context(asked, UNKNOWN, IN_DANGER).guessed is None
    plain = guessed(Signal.STRANGER)
    assert in_context(plain, UNKNOWN, IN_DANGER).guessed is Signal.STRANGER


def test_a_stranger_stays_a_guess_beside_a_sure_topic() -> None:
    read = in_context(guessed(Signal.STRANGER, "ask_police", 0.9), UNKNOWN, IN_DANGER)

    assert read.guessed is Signal.STRANGER
    assert not read.signals


def test_a_topic_in_words_outdoes_it() -> None:
    named = replace(guessed(Signal.HE_COMES), named=frozenset({"ask_embassy"}))

    assert not in_context(named, UNKNOWN, IN_DANGER).signals


def test_it_doesnt_say_that_it_is_safe_to_write() -> None:
    read = in_context(guessed(Signal.HE_HAS_GONE), UNKNOWN, ASKED_WHETHER_SAFE)

    assert read.signals == {Signal.HE_HAS_GONE}
    assert not read.answer


def test_a_sure_yes_to_the_open_question_outdoes_it() -> None:
    """ "Yes I'll write" isn't "I'll write later"."""
    yes = guessed(Signal.LATER, "affirm", 0.9)

    assert not in_context(yes, UNKNOWN, ASKED_WHETHER_SAFE).signals
    assert in_context(yes, UNKNOWN, IN_DANGER).signals == {Signal.LATER}


@pytest.mark.parametrize("signal", [Signal.LATER, Signal.ALL_FINE, Signal.JOKE])
def test_who_asks_doesnt_take_leave(signal: Signal) -> None:
    read = in_context(guessed(signal), "апама айтпайсыздарбы?", IN_DANGER)

    assert not read.signals


def test_half_a_question_about_a_page_isnt_about_who_answers() -> None:
    after_page = replace(IN_DANGER, topic="ask_embassy")
    told = replace(guessed(Signal.STATE_ASKED), kinds=frozenset({FollowUp.HOW_LONG}))

    assert not in_context(told, UNKNOWN, after_page).signals
