"""While a human is looked for: facts are noted and answered, and so is what is asked."""

from datetime import timedelta

import pytest

from flows.effects import Alert, OpenTicket, ShowFact, UpdateTicket, Utter
from flows.follow_ups import FollowUp
from flows.signals import Signal
from flows.status import Status
from flows.urgency import Urgency
from tests.kit.constants import NIGHT
from tests.kit.dialogue import Dialogue, says

# -- facts ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("signal", "text_id"),
    [
        (Signal.HELD, "utter_danger_locked"),
        (Signal.MOVED, "utter_danger_moved"),
        (Signal.ESCAPED, "utter_danger_escaped"),
        (Signal.AT_BORDER, "utter_wait_border"),
        (Signal.HURT, "utter_danger_hurt"),
        (Signal.BLEEDING, "utter_wait_bleeding"),
        (Signal.BLEEDING_PREGNANT, "utter_wait_pregnant"),
        (Signal.UNCONSCIOUS, "utter_wait_unconscious"),
        (Signal.SWALLOWED, "utter_wait_swallowed"),
        (Signal.COLD, "utter_wait_cold"),
        (Signal.GIVING_BIRTH, "utter_wait_birth"),
        (Signal.SMOKE, "utter_wait_smoke"),
        (Signal.BURNT, "utter_wait_burn"),
        (Signal.THIRST, "utter_wait_thirst"),
        (Signal.RANSOM, "utter_wait_ransom"),
        (Signal.CANNOT_CALL, "utter_wait_cannot_call"),
        (Signal.CALL_ASKED, "utter_wait_call"),
        (Signal.ABROAD, "utter_wait_abroad"),
        (Signal.MEANS_AT_HAND, "utter_wait_means"),
        (Signal.AFRAID, "utter_wait_afraid"),
        (Signal.UNNAMED, "utter_wait_unnamed"),
        (Signal.LEGAL_ASKED, "utter_wait_legal"),
        (Signal.FOLLOW, "utter_wait_follow"),
    ],
)
def test_what_is_said_is_answered(dialogue: Dialogue, signal: Signal, text_id: str) -> None:
    assert says(dialogue.in_danger(), signal).said == [text_id]


@pytest.mark.parametrize(
    ("intent", "confidence", "text_id"),
    [
        ("ask_minors", 0.9, "utter_minors"),
        ("ask_minors", 0.5, "utter_wait_legal"),
        ("ask_rights", 0.9, "utter_wait_legal"),
    ],
)
def test_whether_one_thing_is_legal_is_answered_by_its_page(
    dialogue: Dialogue, intent: str, confidence: float, text_id: str
) -> None:
    dialogue.in_danger().writes(
        "is that allowed?", intent, confidence=confidence, signals=[Signal.LEGAL_ASKED]
    )

    assert dialogue.said == [text_id]


def test_no_law_is_told_on_a_screen_that_others_read_or_behind_a_cry(dialogue: Dialogue) -> None:
    asks = Signal.LEGAL_ASKED
    dialogue.in_danger().writes("is that legal? he beats me", urgent=True, signals=[asks])
    assert "utter_wait_legal" not in dialogue.said

    dialogue.writes("my husband's phone, is that legal?", signals=[Signal.NOT_MY_PHONE, asks])
    assert "utter_wait_legal" not in dialogue.said


def test_of_several_the_gravest_is_answered(dialogue: Dialogue) -> None:
    says(dialogue.in_danger(), Signal.COLD, Signal.BLEEDING, Signal.AFRAID)

    assert dialogue.said == ["utter_wait_bleeding"]


def test_bleeding_in_a_pregnancy_is_no_wound(dialogue: Dialogue) -> None:
    both = [Signal.BLEEDING, Signal.BLEEDING_PREGNANT]
    dialogue.at_menu().writes("pregnant, I bleed", "medical_emergency", signals=both)

    assert dialogue.said == [
        "utter_emergency_medical",
        "utter_wait_pregnant",
        "utter_ask_can_write",
    ]
    assert says(dialogue, Signal.BLEEDING).said == ["utter_wait_pregnant"], "more blood, no wound"


def test_whoever_bleeds_in_a_pregnancy_is_not_asked_for_a_wound(dialogue: Dialogue) -> None:
    told = [Signal.BLEEDING_PREGNANT]
    dialogue.at_menu().writes("pregnant, I bleed", "medical_emergency", signals=told)
    dialogue.presses("yes").writes("mm", "out_of_scope", confidence=0.1)

    assert "utter_ask_wait_bleeding" not in dialogue.said


def test_where_minutes_count_the_first_answer_says_what_to_do(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("?", "medical_emergency", signals=[Signal.GIVING_BIRTH])

    assert dialogue.said == ["utter_emergency_medical", "utter_wait_birth", "utter_ask_can_write"]
    assert says(dialogue, Signal.GIVING_BIRTH).said == ["utter_wait_birth"], "once more"


def test_not_while_somebody_may_be_reading(dialogue: Dialogue) -> None:
    told = [Signal.BLEEDING]
    dialogue.at_menu().writes("?", "medical_emergency", watched=True, signals=told)

    assert dialogue.said == ["utter_emergency_medical", "utter_ask_can_write"]


def test_in_a_known_danger_what_kills_is_answered_by_its_own_words(dialogue: Dialogue) -> None:
    dialogue.in_danger().writes("?", "medical_emergency", signals=[Signal.SMOKE])

    assert dialogue.said == ["utter_wait_smoke"]


def test_a_burn_in_a_known_danger_too(dialogue: Dialogue) -> None:
    dialogue.in_danger().writes("?", "medical_emergency", signals=[Signal.BURNT])

    assert dialogue.said == ["utter_wait_burn"]


def test_what_was_answered_last_and_is_told_again_begins_no_guessed_page(
    dialogue: Dialogue,
) -> None:
    says(dialogue.in_danger(), Signal.CANNOT_CALL)
    dialogue.writes("no money on the phone", "ask_unpaid_wages", signals=[Signal.CANNOT_CALL])

    assert "utter_unpaid_wages" not in dialogue.said
    assert dialogue.said


def test_in_another_country_112_isnt_the_number_to_call(dialogue: Dialogue) -> None:
    says(dialogue.in_danger(), Signal.ABROAD)
    says(dialogue, Signal.COLD)

    assert says(dialogue, Signal.CANNOT_CALL).said == ["utter_wait_abroad"]


def test_a_milder_fact_is_answered_though_illness_is_heard_anew(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("?", "medical_emergency")
    told = [Signal.CANNOT_CALL]
    dialogue.writes("?", "medical_emergency", signals=told)

    assert dialogue.said == ["utter_wait_cannot_call"]


def test_facts_are_kept_in_order_with_their_times(dialogue: Dialogue) -> None:
    says(dialogue.in_danger(), Signal.HELD)
    says(dialogue.minutes_pass(2), Signal.COLD)

    facts = [(fact.signal, fact.at - NIGHT) for fact in dialogue.conversation.facts]
    assert facts == [(Signal.HELD, timedelta()), (Signal.COLD, timedelta(minutes=2))]
    assert [effect.fact.signal for effect in dialogue.of(ShowFact)] == [Signal.COLD]


def test_what_a_button_says_isnt_inferred(dialogue: Dialogue) -> None:
    dialogue.in_danger().presses("yes").presses("locked")
    says(dialogue, Signal.COLD)

    inferred = {fact.signal: fact.inferred for fact in dialogue.conversation.facts}
    assert inferred == {Signal.HELD: False, Signal.COLD: True}


def test_a_question_is_no_fact(dialogue: Dialogue) -> None:
    says(dialogue.in_danger(), Signal.STATE_ASKED)

    assert dialogue.conversation.facts == ()


def test_means_within_reach_are_an_emergency_by_themselves(dialogue: Dialogue) -> None:
    says(dialogue.at_menu(), Signal.MEANS_AT_HAND)

    assert dialogue.of(OpenTicket)[0].topic == "self_harm"
    assert dialogue.conversation.in_emergency


def test_a_passport_in_another_s_hands_at_the_airport_is_an_emergency(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("?", "ask_documents_taken", signals=[Signal.AT_BORDER])

    assert dialogue.of(OpenTicket) == [OpenTicket("danger", Urgency.EMERGENCY, "ru")]
    assert "utter_wait_border" in dialogue.said


def test_an_airport_alone_is_none(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("?", "ask_safe_return", signals=[Signal.AT_BORDER])

    assert dialogue.status is Status.BOT


# -- short of danger ------------------------------------------------------------------------------


def test_a_phone_that_isnt_safe_brings_an_operator_and_the_safety_question(
    dialogue: Dialogue,
) -> None:
    says(dialogue.at_menu(), Signal.NOT_MY_PHONE)

    assert dialogue.of(OpenTicket) == [OpenTicket("danger", Urgency.HIGH, "ru")]
    assert dialogue.said == ["utter_wait_signs", "utter_ask_can_write"]
    assert dialogue.of(Alert) == []


def test_what_is_asked_beside_is_answered_as_well(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("?", "ask_unpaid_wages", signals=[Signal.NOT_MY_PHONE])

    assert dialogue.said == ["utter_wait_signs", "utter_unpaid_wages_brief", "utter_ask_can_write"]


def test_on_another_s_phone_only_a_short_form_stands_beside_it(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes(
        "may I write? they read it",
        "ask_men_and_consent",
        topics=("ask_men_and_consent",),
        urgent=True,
        signals=[Signal.NOT_MY_PHONE],
    )

    assert dialogue.said == ["utter_emergency", "utter_ask_can_write"]


def test_a_greeting_on_such_a_phone_brings_no_menu(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("hello, may I write", "greet", signals=[Signal.NOT_MY_PHONE])

    assert dialogue.said == ["utter_wait_signs", "utter_ask_can_write"]


def test_a_witness_who_asks_about_a_window_is_warned(dialogue: Dialogue) -> None:
    dialogue.writes("they hold my friend", "urgent_danger", signals=[Signal.THIRD_PARTY])
    held, window = [Signal.HELD], [FollowUp.WAY_OUT]

    dialogue.writes("can she jump?", signals=held, kinds=window)
    assert dialogue.said == ["utter_danger_window"]

    dialogue.writes("may we?", "urgent_danger", urgent=True, signals=held, kinds=window)
    assert dialogue.said == ["utter_danger_window"]

    dialogue.writes("I jump", "self_harm", urgent=True, signals=held, kinds=window)
    assert "utter_danger_window" not in dialogue.said


# -- who it is about ------------------------------------------------------------------------------


def test_an_age_is_a_fact_only_when_somebody_says_their_own(dialogue: Dialogue) -> None:
    dialogue.writes("girls of 15", "minor_at_risk", signals=[Signal.THIRD_PARTY])

    assert not dialogue.conversation.child
    assert "child" not in dialogue.notices
    assert dialogue.said == ["utter_danger_other_person"]


def test_an_own_age_brings_a_human_and_stands_on_the_card(dialogue: Dialogue) -> None:
    says(dialogue.at_menu(), Signal.OWN_MINOR)

    assert dialogue.of(OpenTicket) == [OpenTicket("minor", Urgency.HIGH, "ru")]
    assert dialogue.notices == ["child"]


def test_a_grown_up_with_a_child_is_told_no_child_s_words(dialogue: Dialogue) -> None:
    dialogue.writes("locked in, my son is 11", "minor_at_risk", signals=[Signal.OWN_CHILD])

    assert dialogue.said[:1] == ["utter_emergency"]
    assert dialogue.of(OpenTicket) == [OpenTicket("danger", Urgency.EMERGENCY, "ru")]


def test_a_child_who_tells_of_a_child_is_told_a_child_s(dialogue: Dialogue) -> None:
    both = [Signal.OWN_CHILD, Signal.OWN_MINOR]
    dialogue.writes("i am 15, my baby", "minor_at_risk", signals=both)

    assert dialogue.said[:1] == ["utter_emergency_minor"]


def test_a_witness_who_tells_of_danger_anew_is_told_to_call(dialogue: Dialogue) -> None:
    dialogue.writes("?", "urgent_danger", urgent=True, signals=[Signal.THIRD_PARTY])

    again = [dialogue.writes("!", "urgent_danger", urgent=True, score=1.0).said for _ in range(2)]
    assert again == [["utter_wait_call"], ["utter_nobody_answered", "utter_wait_seen_when"]]


def test_what_somebody_is_afraid_of_is_answered_when_they_name_it(dialogue: Dialogue) -> None:
    afraid = [Signal.AFRAID]
    dialogue.in_danger().writes("?", "ask_police", signals=afraid, topics=("ask_police",))

    assert dialogue.said == ["utter_police_brief"]


def test_whether_who_calls_is_deported_is_answered_by_the_page_heard(dialogue: Dialogue) -> None:
    dialogue.in_danger().writes(
        "will they deport me if I call?",
        "ask_police",
        signals=[Signal.CALL_ASKED],
        topics=("ask_police", "ask_immigration_status"),
    )

    assert dialogue.said == ["utter_police_brief"]


def test_a_witness_is_asked_what_a_witness_knows(dialogue: Dialogue) -> None:
    dialogue.writes("?", "urgent_danger", urgent=True, signals=[Signal.THIRD_PARTY])

    said = [dialogue.writes("mumble").said for _ in range(4)]
    assert said == [
        ["utter_nobody_answered", "utter_wait_seen_when"],
        ["utter_wait_how_many"],
        ["utter_ask_wait_child_there"],
        ["utter_received"],
    ]
    says(dialogue, Signal.HELD)
    assert dialogue.said == ["utter_call_if_you_can", "utter_received"], "no question for the held"


def test_who_answers_with_what_is_at_hand_is_told_to_put_it_away(dialogue: Dialogue) -> None:
    """ "The rope is in the shed" names no phrase of the lexicon's."""
    dialogue.writes("?", "self_harm")
    dialogue.writes("mumble")
    dialogue.writes("the rope is in the shed", "self_harm", urgent=True, score=0.95)

    assert dialogue.said == ["utter_wait_means"]
    assert dialogue.writes("mumble").said == ["utter_ask_wait_alone"], "it isn't asked again"


@pytest.mark.parametrize(("score", "kinds"), [(0.6, ()), (0.95, (FollowUp.NO,))])
def test_a_no_and_what_is_hardly_danger_name_nothing(
    dialogue: Dialogue, score: float, kinds: tuple[FollowUp, ...]
) -> None:
    dialogue.writes("?", "self_harm")
    dialogue.writes("mumble")
    dialogue.writes("nothing", "self_harm", urgent=True, score=score, kinds=kinds)

    assert "utter_wait_means" not in dialogue.said


def test_each_kind_has_its_own_small_questions(dialogue: Dialogue) -> None:
    dialogue.writes("?", "self_harm")
    assert dialogue.writes("mumble").said == ["utter_ask_wait_means"]
    assert dialogue.presses("yes").said == ["utter_wait_means"]
    assert dialogue.conversation.facts[-1].signal is Signal.MEANS_AT_HAND
    assert dialogue.writes("mumble").said == ["utter_ask_wait_alone"]
    assert dialogue.writes("mumble").said == ["utter_ask_wait_acted"]


# -- the state, and what was asked long ago -------------------------------------------------------


def test_the_state_is_told_whenever_it_is_asked_for(dialogue: Dialogue) -> None:
    dialogue.in_danger()
    for _ in range(3):
        assert says(dialogue, Signal.STATE_ASKED).said == ["utter_nobody_answered"]


def test_a_topic_that_words_name_is_answered_and_not_the_state(dialogue: Dialogue) -> None:
    dialogue.in_danger()
    coming = [Signal.STATE_ASKED]

    topic = "ask_immigration_status"
    deported = dialogue.writes("they come, am I sent home?", topic, signals=coming, topics=(topic,))
    assert deported.said == ["utter_immigration_status_brief"]
    topic = "ask_police"
    police = dialogue.writes("when does the police come", topic, signals=coming, topics=(topic,))
    assert police.said == ["utter_nobody_answered"]


def test_without_danger_it_says_since_when(dialogue: Dialogue) -> None:
    dialogue.waiting()
    since = dialogue.now.isoformat(timespec="minutes")
    says(dialogue.minutes_pass(1), Signal.STATE_ASKED)

    assert dialogue.said == ["utter_waiting_since"]
    assert ("since", since) in dialogue.of(Utter)[-1].args
    assert dialogue.writes("hello?", "greet").said == ["utter_waiting_since"]
    assert dialogue.writes("rights?", "ask_rights").said == ["utter_rights"]
    assert dialogue.of(UpdateTicket) == []


def test_a_story_that_only_the_model_takes_for_danger_gets_its_page_too(
    dialogue: Dialogue,
) -> None:
    dialogue.writes("?", "urgent_danger", urgent=True, topics=("ask_documents_taken",))

    assert dialogue.said == [
        "utter_emergency",
        "utter_documents_taken_brief",
        "utter_ask_can_write",
    ]


def test_what_is_asked_beside_a_yes_to_the_safety_question_is_answered(dialogue: Dialogue) -> None:
    dialogue.in_danger().writes(
        "yes. is a lawyer free?", "ask_legal_help", answer="yes", topics=("ask_legal_help",)
    )

    assert dialogue.said == [
        "utter_go_on_writing",
        "utter_legal_help_brief",
        "utter_ask_danger_now",
    ]


def test_beside_a_no_to_it_nothing_is_answered(dialogue: Dialogue) -> None:
    dialogue.in_danger().writes(
        "no. is a lawyer free?", "ask_legal_help", answer="no", topics=("ask_legal_help",)
    )

    assert dialogue.said == ["utter_stay_silent"]


def test_a_yes_after_an_hour_answers_nothing(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("check", "ask_am_i_victim").minutes_pass(60)

    assert dialogue.writes("yes", "affirm").said == ["utter_ask_rephrase"]


def test_who_asks_about_the_bot_before_anything_waits_is_told(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("who are you?", "ask_bot_identity", signals=[Signal.STRANGER])

    assert dialogue.said == ["utter_bot_identity"]
    assert not dialogue.conversation.watched


def test_a_knife_in_another_s_hand_is_no_wish_to_die(dialogue: Dialogue) -> None:
    dialogue.writes("?", "urgent_danger", urgent=True, signals=[Signal.MEANS_AT_HAND])

    assert dialogue.said[0] == "utter_emergency"


def test_who_has_swallowed_something_reads_the_number_before_each_question(
    dialogue: Dialogue,
) -> None:
    dialogue.writes("?", "self_harm", urgent=True, signals=[Signal.SWALLOWED])

    said = [dialogue.writes("mumble").said for _ in range(3)]

    assert said == [["utter_wait_swallowed"], ["utter_ask_wait_alone"], ["utter_wait_swallowed"]]


def test_a_child_who_tells_of_more_danger_is_told_whom_to_tell_and_call(
    dialogue: Dialogue,
) -> None:
    dialogue.writes("I am 14", "minor_at_risk", urgent=True, signals=[Signal.OWN_MINOR])

    assert dialogue.writes("he has a knife", "urgent_danger", urgent=True, score=0.97).said == [
        "utter_wait_tell_adult"
    ]
    again = dialogue.writes("he has a knife", "urgent_danger", urgent=True, score=0.97)
    assert again.said != ["utter_wait_tell_adult"], "not twice in a row"
