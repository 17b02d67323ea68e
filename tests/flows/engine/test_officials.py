"""Whoever is with the police or in migration detention isn't told to call 112."""

from flows.effects import OpenTicket
from flows.follow_ups import FollowUp
from flows.signals import Signal
from flows.urgency import Urgency
from tests.kit.dialogue import Dialogue

DETAINED = "ask_detained"


def is_detained(dialogue: Dialogue) -> Dialogue:
    return dialogue.at_menu().writes(
        "I am in the reception centre, they deport me tomorrow",
        DETAINED,
        urgent=True,
        topics=(DETAINED,),
    )


def test_operators_are_called_at_once_and_112_isn_t_offered(dialogue: Dialogue) -> None:
    is_detained(dialogue)

    assert dialogue.of(OpenTicket) == [OpenTicket("danger", Urgency.EMERGENCY, "ru")]
    assert dialogue.said == [
        "utter_emergency_detained",
        "utter_detained",  # what they may have asked in the same breath
        "utter_ask_can_write",
    ]


def test_it_is_told_as_well_after_another_cry(dialogue: Dialogue) -> None:
    dialogue.in_danger().writes("in the centre", DETAINED, urgent=True, topics=(DETAINED,))

    assert dialogue.said == ["utter_emergency_detained"]


def test_what_to_say_and_to_sign_there_the_page_answers(dialogue: Dialogue) -> None:
    is_detained(dialogue)

    dialogue.writes("what do I say", signals=[Signal.CALL_ASKED])
    assert dialogue.said == ["utter_detained"]

    dialogue.writes("a paper to sign", "ask_labour_contract", kinds=[FollowUp.SIGN])
    assert dialogue.said == ["utter_detained"]


def test_nothing_long_is_said_there_where_somebody_may_be_reading(dialogue: Dialogue) -> None:
    is_detained(dialogue).presses("no")
    dialogue.writes("what do I say", signals=[Signal.CALL_ASKED])

    assert not {"utter_detained", "utter_wait_call"} & set(dialogue.said)


def test_the_truth_about_the_queue_names_no_number(dialogue: Dialogue) -> None:
    is_detained(dialogue)

    dialogue.writes("is anybody coming?", signals=[Signal.STATE_ASKED])
    assert dialogue.said == ["utter_received"]


def test_whoever_is_held_by_others_is_told_to_call(dialogue: Dialogue) -> None:
    dialogue.in_danger().writes("what do I say", signals=[Signal.CALL_ASKED])

    assert dialogue.said == ["utter_wait_call"]


def test_words_of_danger_are_answered_as_danger_there_too(dialogue: Dialogue) -> None:
    """The police may be his friends: what is sure gets the number."""
    is_detained(dialogue).writes("they beat us", "urgent_danger", urgent=True, score=1.0)
    assert dialogue.said == ["utter_emergency"]

    dialogue.writes("what do I say", signals=[Signal.CALL_ASKED])
    assert dialogue.said == ["utter_wait_call"]


def test_how_long_can_they_hold_me_may_be_asked_of_anybody(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes(
        "how long can they keep me locked",
        DETAINED,
        urgent=True,
        topics=(DETAINED,),
        kinds=[FollowUp.HOW_LONG],
    )

    assert "utter_emergency" in dialogue.said
