"""Answers to questions of the deck: passed on once, and never a way into a flow."""

from datetime import timedelta

import pytest

from flows.effects import AskQuestion, RelayAnswer, ShowFact, Utter
from flows.events import OperatorAsked, QuestionAnswered, TimerKind
from flows.signals import MOST_FACTS, SKIP, WRITE, Answer, Fact, Signal, latest
from flows.status import IllegalTransition, Status
from tests.kit.constants import NIGHT
from tests.kit.dialogue import Dialogue

YES = Answer("alone_now", "yes", "r1")


def test_a_question_goes_out_in_the_persons_language(dialogue: Dialogue) -> None:
    talking = dialogue.waiting().operator_claims()
    talking.happens(OperatorAsked("alone_now", "r1"))

    assert talking.effects == (AskQuestion("alone_now", "ru", silent=False, ref="r1"),)
    assert TimerKind.OPERATOR_SILENT not in talking.timers


def test_only_who_has_the_conversation_can_ask(dialogue: Dialogue) -> None:
    waiting = dialogue.waiting()

    with pytest.raises(IllegalTransition):
        waiting.happens(OperatorAsked("alone_now", "r1"))


def test_an_answer_is_a_fact_and_owed_an_answer(dialogue: Dialogue) -> None:
    talking = dialogue.waiting().operator_claims()
    talking.happens(OperatorAsked("alone_now", "r1")).happens(QuestionAnswered(YES))

    assert talking.effects == (RelayAnswer(YES, "ru"),)
    fact = talking.conversation.facts[-1]
    assert (fact.answer, fact.inferred) == (YES, False)
    assert TimerKind.OPERATOR_SILENT in talking.timers


def test_a_message_is_answered_once_and_a_question_asked_anew_again(dialogue: Dialogue) -> None:
    talking = dialogue.waiting().operator_claims().happens(QuestionAnswered(YES))
    again = talking.happens(QuestionAnswered(Answer("alone_now", "no", "r1"))).effects
    anew = Answer("alone_now", "no", "r2")
    talking.happens(QuestionAnswered(anew))

    assert again == ()
    assert talking.effects == (RelayAnswer(anew, "ru"),)
    assert [fact.answer for fact in talking.conversation.facts if fact.answer] == [anew]


@pytest.mark.parametrize("given", [SKIP, WRITE])
def test_what_was_not_answered_is_no_fact(dialogue: Dialogue, given: str) -> None:
    talking = dialogue.waiting().operator_claims()
    before = talking.conversation.facts
    talking.happens(QuestionAnswered(Answer("alone_now", given, "r1")))

    assert talking.of(RelayAnswer)[0].answer.answer == given
    assert talking.conversation.facts == before
    assert talking.said == (["utter_write_it"] if given == WRITE else [])


def test_while_the_ticket_waits_again_the_answer_waits_with_it(dialogue: Dialogue) -> None:
    waiting = dialogue.waiting().operator_claims().operator_requeues()
    waiting.happens(QuestionAnswered(YES))

    assert waiting.of(RelayAnswer) == [RelayAnswer(YES, "ru")]
    assert [shown.fact.answer for shown in waiting.of(ShowFact)] == [YES]
    assert not waiting.of(Utter)
    assert waiting.status is Status.QUEUED


def test_after_a_close_nothing_begins_and_the_request_can_still_be_reopened(
    dialogue: Dialogue,
) -> None:
    closed = dialogue.waiting().operator_claims().operator_closes()
    closed.happens(QuestionAnswered(YES))

    assert closed.said == ["utter_question_over"]
    assert closed.status is Status.CLOSED
    assert closed.conversation.frames == ()
    assert closed.conversation.facts == ()
    closed.writes("one more thing")
    assert "utter_reopened" in closed.said


def test_a_flood_of_late_presses_gets_no_flood_of_answers(dialogue: Dialogue) -> None:
    closed = dialogue.waiting().operator_claims().operator_closes()
    said = [closed.happens(QuestionAnswered(YES)).said for _ in range(60)]

    assert said[-1] == []


def test_a_question_that_the_deck_has_not_got_is_over(dialogue: Dialogue) -> None:
    talking = dialogue.waiting().operator_claims().happens(QuestionAnswered(None))

    assert talking.said == ["utter_question_over"]
    assert talking.of(RelayAnswer) == []


def test_many_answers_push_no_other_fact_from_the_card() -> None:
    held = Fact(Signal.HELD, NIGHT)
    answers = [
        Fact(None, NIGHT + timedelta(minutes=n), inferred=False, answer=Answer(f"q{n}", "yes"))
        for n in range(MOST_FACTS + 3)
    ]

    kept = latest([*answers[:3], held, *answers[3:]])

    assert kept == (held, *answers[3:])
