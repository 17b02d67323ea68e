"""What is taken back, confirmed or only guessed, and what follows from it."""

import pytest

from flows.effects import Erase, OpenTicket, WithdrawTicket
from flows.events import Parse, Source, UserUttered
from flows.follow_ups import FollowUp
from flows.signals import Signal
from flows.status import Status
from flows.urgency import Urgency
from tests.kit.dialogue import Dialogue


@pytest.mark.parametrize("signal", [Signal.JOKE, Signal.ALL_FINE])
@pytest.mark.parametrize("intent", ["self_harm", "urgent_danger"])
def test_all_is_fine_outweighs_what_the_model_alone_hears_in_an_emergency(
    dialogue: Dialogue, signal: Signal, intent: str
) -> None:
    """Whoever made the person write it isn't told which danger was heard."""
    dialogue.in_danger()
    dialogue.happens(
        UserUttered(
            "words",
            Parse(
                intent,
                0.9,
                urgent=True,
                urgency_score=0.9,
                source=Source.MODEL,
                signals=frozenset({signal, Signal.LATER}),
            ),
        )
    )

    assert dialogue.said == ["utter_wait_fine"]
    assert dialogue.conversation.in_emergency
    assert dialogue.minutes_pass(30).said == []


def test_taking_leave_outweighs_it_as_well(dialogue: Dialogue) -> None:
    """ "I give the phone back, don't write" is no cry, though the model suspects one."""
    dialogue.in_danger().writes("words", urgent=True, score=0.26, signals=[Signal.LATER])

    assert dialogue.said == ["utter_wait_later"]
    assert dialogue.conversation.in_emergency
    assert dialogue.minutes_pass(30).said == []


def test_not_to_write_is_heeded_beside_what_the_model_is_sure_of(dialogue: Dialogue) -> None:
    """ "Hush, don't answer, he's coming with the belt": operators read it, and nothing is sent."""
    dialogue.in_danger().writes("words", urgent=True, score=0.99, signals=[Signal.LATER])

    assert dialogue.said == ["utter_wait_later"]
    assert dialogue.conversation.hushed
    assert dialogue.conversation.urgency is Urgency.EMERGENCY
    assert dialogue.minutes_pass(30).said == []


def test_and_beside_danger_in_words_where_somebody_is_near(dialogue: Dialogue) -> None:
    """ "Hush, don't answer, he is here, he has a knife"."""
    signals = [Signal.LATER, Signal.HE_IS_HERE]
    dialogue.in_danger().writes("words", urgent=True, score=1.0, signals=signals)

    assert dialogue.conversation.hushed


@pytest.mark.parametrize(
    ("intent", "score", "signal"),
    [
        (None, 1.0, Signal.LATER),
        ("self_harm", 0.99, Signal.LATER),
        (None, 0.99, Signal.BURNT),
        (None, 0.99, Signal.UNCONSCIOUS),
    ],
)
def test_not_beside_words_of_danger_or_dying_nor_where_first_aid_is_due(
    dialogue: Dialogue, intent: str | None, score: float, signal: Signal
) -> None:
    """ "Stop writing to me, come, he breaks the door", "stop writing to me, I want to die"."""
    signals = [Signal.LATER, signal]
    dialogue.in_danger().writes("words", intent, urgent=True, score=score, signals=signals)

    assert "utter_wait_later" not in dialogue.said
    assert not dialogue.conversation.hushed


def test_not_to_write_means_nothing_where_nobody_was_called(dialogue: Dialogue) -> None:
    """The alarm counts: there is no ticket yet that would stay."""
    dialogue.at_menu().writes("words", urgent=True, score=1.0, signals=[Signal.LATER])

    assert dialogue.conversation.in_emergency
    assert "utter_wait_later" not in dialogue.said


def test_not_what_words_say_surely(dialogue: Dialogue) -> None:
    dialogue.in_danger()
    dialogue.happens(
        UserUttered(
            "words",
            Parse(
                "self_harm",
                1.0,
                urgent=True,
                urgency_score=1.0,
                source=Source.KEYWORDS,
                signals=frozenset({Signal.ALL_FINE}),
            ),
        )
    )

    assert dialogue.said == ["utter_emergency_self_harm"]


def test_nor_in_a_calm_chat(dialogue: Dialogue) -> None:
    """No ticket would stay open: the alarm counts."""
    dialogue.at_menu().writes(
        "words", "self_harm", urgent=True, signals=[Signal.ALL_FINE], source=Source.MODEL
    )

    assert dialogue.conversation.in_emergency


def test_a_plain_request_is_taken_back_with_its_questions(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("operator", "ask_human")
    dialogue.writes("never mind, was only trying it", signals=[Signal.JOKE])

    assert dialogue.said == ["utter_withdrawn"]
    assert len(dialogue.of(WithdrawTicket)) == 1


@pytest.mark.parametrize(("confidence", "asked"), [(0.6, False), (0.8, True)])
def test_a_human_that_the_model_only_guesses_is_offered(
    dialogue: Dialogue, confidence: float, *, asked: bool
) -> None:
    dialogue.at_menu().writes("none of the buttons fits", "ask_human", confidence=confidence)

    assert bool(dialogue.of(OpenTicket)) is asked
    if not asked:
        assert dialogue.said == ["utter_ask_wants_person"]
        assert dialogue.presses("yes").status is Status.QUEUED


# -- erasing ----------------------------------------------------------------------------------


def yes_erase(answer: str) -> UserUttered:
    """As the context reads "yes, erase" (`nlu.context`); outside the question it asks for it."""
    parse = Parse("delete_my_data", 1.0, source=Source.KEYWORDS, answer=answer)
    return UserUttered("yes, erase", parse)


def test_yes_erase_is_an_answer_to_the_question(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("erase everything", "delete_my_data", source=Source.KEYWORDS)
    dialogue.happens(yes_erase("yes"))

    assert len(dialogue.of(Erase)) == 1


def test_too_late_it_asks_again(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("erase everything", "delete_my_data", source=Source.KEYWORDS)
    dialogue.minutes_pass(120).happens(yes_erase("yes"))

    assert dialogue.of(Erase) == []
    assert dialogue.said == ["utter_ask_erase_confirmed"]


# -- others ------------------------------------------------------------------------------------


def test_a_witness_is_told_not_to_follow_before_anybody_is_asked_for(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("a colleague is beaten", "ask_helping_someone")
    dialogue.writes("shall I go there", "ask_police", signals=[Signal.FOLLOW])

    assert dialogue.said == ["utter_wait_follow"]
    assert dialogue.status is Status.BOT


def test_who_follows_whom_is_asked_of_no_page_otherwise(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("shall I go there", "ask_police", signals=[Signal.FOLLOW])

    assert dialogue.said == ["utter_police"]


def test_danger_at_a_border_is_told_its_own_words(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("?", "urgent_danger", urgent=True, signals=[Signal.AT_BORDER])

    assert "utter_wait_border" in dialogue.said
    assert dialogue.conversation.in_emergency


@pytest.mark.parametrize("intent", ["self_harm", "medical_emergency"])
def test_but_no_other_kind_of_danger_is(dialogue: Dialogue, intent: str) -> None:
    dialogue.at_menu().writes("?", intent, urgent=True, signals=[Signal.AT_BORDER])

    assert "utter_wait_border" not in dialogue.said


def test_nor_is_who_reports_somebody_else(dialogue: Dialogue) -> None:
    both = [Signal.AT_BORDER, Signal.THIRD_PARTY]
    dialogue.at_menu().writes("?", "urgent_danger", urgent=True, signals=both)

    assert "utter_danger_other_person" in dialogue.said


def test_worse_is_answered_with_the_ambulance_and_no_question(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("?", "medical_emergency", urgent=True)
    dialogue.writes("he breathes slowly", "medical_emergency", urgent=True)

    assert dialogue.said == ["utter_danger_hurt"]


def test_my_fault_is_answered(dialogue: Dialogue) -> None:
    dialogue.in_danger().writes("is it my fault", signals=[Signal.FAULT])

    assert dialogue.said == ["utter_wait_afraid"]
    assert dialogue.conversation.facts == ()


def test_the_kind_of_follow_up_answers_nothing_else(dialogue: Dialogue) -> None:
    """It is heard without context, and only `nlu.context` makes an answer of it."""
    dialogue.at_menu().happens(
        UserUttered("erase", Parse(kinds=frozenset({FollowUp.ERASE}), source=Source.MODEL))
    )

    assert dialogue.of(Erase) == []


def test_whoever_thinks_of_dying_isnt_taken_lightly(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("?", "self_harm", urgent=True)
    dialogue.writes("nothing is needed", "urgent_danger", urgent=True, signals=[Signal.ALL_FINE])

    assert "utter_wait_fine" not in dialogue.said
    assert not dialogue.conversation.hushed


def test_what_is_new_in_a_known_danger_has_words_of_its_own(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("?", "minor_at_risk", urgent=True, signals=[Signal.OWN_MINOR])
    dialogue.writes("he will show it", "urgent_danger", urgent=True, signals=[Signal.PICTURES])

    assert dialogue.said == ["utter_call_if_you_can", "utter_wait_pictures"]


def test_the_officer_may_be_asked_about_again(dialogue: Dialogue) -> None:
    dialogue.in_danger().writes("at the border", signals=[Signal.AT_BORDER])
    dialogue.writes("what do I tell the officer", signals=[Signal.OFFICER])

    assert dialogue.said == ["utter_wait_border"]


def test_a_topic_that_is_named_is_answered_though_the_model_hears_danger_again(
    dialogue: Dialogue,
) -> None:
    dialogue.at_menu().writes("?", "medical_emergency", urgent=True)
    dialogue.writes(
        "afraid of deportation",
        "medical_emergency",
        urgent=True,
        topics=("ask_immigration_status",),
    )

    assert dialogue.said == ["utter_call_if_you_can", "utter_immigration_status_brief"]


def test_who_asks_while_somebody_may_look_is_told_the_truth_in_a_line(dialogue: Dialogue) -> None:
    dialogue.in_danger().writes("he is here", signals=[Signal.HE_IS_HERE])
    dialogue.writes("gone", signals=[Signal.HE_HAS_GONE])
    dialogue.writes("where are you", signals=[Signal.STATE_ASKED])

    assert dialogue.said == ["utter_received"]


def test_who_takes_a_joke_back_and_then_cries_is_heard(dialogue: Dialogue) -> None:
    """ "It was a joke. Now the truth: she is being taken to Dubai"."""
    dialogue.in_danger().writes("words", urgent=True, score=0.98, signals=[Signal.JOKE])

    assert not dialogue.conversation.hushed
    assert "utter_wait_fine" not in dialogue.said
