"""A false alarm can be said to be one: topics are answered again, and the ticket stays."""

from flows.effects import Alert, AlertLevel, OpenTicket
from flows.status import Status
from flows.urgency import Urgency
from tests.kit.dialogue import Dialogue


def test_the_ticket_and_its_urgency_stay_and_operators_see_it(dialogue: Dialogue) -> None:
    dialogue.in_danger().presses("not_in_danger")

    assert dialogue.said == ["utter_not_in_danger"]
    assert dialogue.notices == ["not_in_danger"]
    assert dialogue.status is Status.QUEUED
    assert dialogue.conversation.urgency is Urgency.EMERGENCY
    assert dialogue.timers != {}


def test_topics_are_answered_again(dialogue: Dialogue) -> None:
    """A long story of unpaid work was taken for danger; the question after it gets its page."""
    dialogue.in_danger().presses("not_in_danger").writes(
        "how do I get it back", "ask_documents_taken"
    )

    assert dialogue.said == ["utter_notice", "utter_documents_taken"]


def test_it_can_be_pressed_when_the_question_is_no_longer_the_open_one(dialogue: Dialogue) -> None:
    dialogue.in_danger().presses("yes").presses("not_in_danger")

    assert dialogue.said == ["utter_not_in_danger"]


def test_danger_after_it_is_told_in_full_and_calls_operators_again(dialogue: Dialogue) -> None:
    dialogue.in_danger().presses("not_in_danger").cries_for_help("he has a knife")

    assert dialogue.said == ["utter_emergency", "utter_ask_can_write"]
    assert dialogue.notices == ["danger_again"]
    assert dialogue.of(Alert) == [Alert(AlertLevel.SHIFT)]
    assert dialogue.of(OpenTicket) == []
    assert dialogue.writes("please").said == ["utter_nobody_answered"]


def test_it_says_nothing_to_an_operator_who_has_claimed(dialogue: Dialogue) -> None:
    dialogue.in_danger().operator_claims().presses("not_in_danger")

    assert dialogue.notices == []
    assert dialogue.conversation.in_danger


def test_after_the_close_an_old_button_only_asks_the_present_question(dialogue: Dialogue) -> None:
    dialogue.in_danger().operator_claims().operator_closes().presses("not_in_danger")

    assert dialogue.said == ["utter_notice", "utter_ask_seen_by_others"]
