"""Whoever tells of danger while they wait is never long without the emergency number."""

import pytest

from flows.engine.number import NUMBER
from flows.signals import Signal
from tests.kit.dialogue import Dialogue, says

ASKED_AGAIN = "utter_unpaid_wages_brief"


def hears_danger(dialogue: Dialogue, score: float, *signals: Signal) -> list[str]:
    """A message that asks about wages as well, which is what it is answered by."""
    dialogue.writes(
        "he beats me when I bring too little money",
        "urgent_danger",
        urgent=True,
        score=score,
        topics=("ask_unpaid_wages",),
        signals=signals,
    )
    return dialogue.said


def test_it_stands_beside_the_short_form_of_a_page(dialogue: Dialogue) -> None:
    dialogue.in_danger().presses("yes")

    assert hears_danger(dialogue, 0.9) == [NUMBER, ASKED_AGAIN]


def test_what_is_less_sure_is_told_it_every_other_time(dialogue: Dialogue) -> None:
    dialogue.in_danger().presses("yes")
    dialogue.writes("and the first days?", "ask_first_days", topics=("ask_first_days",))

    told = [NUMBER in hears_danger(dialogue, 0.5) for _ in range(4)]
    assert told == [True, False, True, False]


def test_no_question_about_a_topic_alone_is_told_it(dialogue: Dialogue) -> None:
    dialogue.in_danger().presses("yes")
    dialogue.writes("what of my wages", "ask_unpaid_wages", topics=("ask_unpaid_wages",))

    assert dialogue.said == [ASKED_AGAIN]


def test_a_text_that_names_it_is_enough(dialogue: Dialogue) -> None:
    dialogue.in_danger().presses("yes").writes("it burns", signals=[Signal.SMOKE, Signal.HURT])

    assert dialogue.said == ["utter_wait_smoke"]


def test_it_stands_before_the_question_that_stays_open(dialogue: Dialogue) -> None:
    assert hears_danger(dialogue.in_danger(), 0.9)[0] == NUMBER
    assert dialogue.said[-1] != NUMBER


@pytest.mark.parametrize("signal", [Signal.HE_IS_HERE, Signal.STRANGER])
def test_it_isn_t_said_where_somebody_may_read(dialogue: Dialogue, signal: Signal) -> None:
    says(dialogue.in_danger().presses("yes"), signal)

    assert NUMBER not in hears_danger(dialogue, 0.5)


def test_it_is_no_help_in_another_country(dialogue: Dialogue) -> None:
    says(dialogue.in_danger().presses("yes"), Signal.ABROAD)

    assert NUMBER not in hears_danger(dialogue, 0.9)


def test_who_thinks_of_dying_reads_it_where_it_is_due(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("I can't go on", "self_harm")

    assert NUMBER not in hears_danger(dialogue, 0.9)


def test_who_is_ill_reads_it_every_other_time_whatever_they_ask(dialogue: Dialogue) -> None:
    """ "Will I go blind?" """
    dialogue.at_menu().writes("?", "medical_emergency", urgent=True)
    dialogue.presses("yes")

    told = ["utter_danger_hurt" in dialogue.said or NUMBER in dialogue.said]
    for _ in range(3):
        dialogue.writes("will I go blind?", "ask_first_days", confidence=0.2)
        told.append(NUMBER in dialogue.said)
    assert told[-2:] in ([True, False], [False, True])


def test_a_topic_that_the_ill_name_is_answered_alone(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("?", "medical_emergency", urgent=True)
    dialogue.presses("yes")
    dialogue.writes("mumble")

    dialogue.writes("what of my wages", "ask_unpaid_wages", topics=("ask_unpaid_wages",))

    assert dialogue.said == [ASKED_AGAIN]
