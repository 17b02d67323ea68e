"""Somebody else may read along or hold the phone: what is said then, and what isn't."""

import pytest

from flows.effects import Alert, WithdrawTicket
from flows.engine.setback import essentials
from flows.events import Source
from flows.follow_ups import FollowUp
from flows.signals import SILENCING, Signal
from flows.status import Status
from tests.kit.dialogue import Dialogue, says

ERASE_QUESTION = "utter_ask_erase_confirmed"
"""As everybody is asked: on a phone that others may read no request is named."""


def about_first_days(dialogue: Dialogue) -> Dialogue:
    """A question in plain words, which tells nothing of danger."""
    return dialogue.writes("and the first days?", "ask_first_days", topics=("ask_first_days",))


@pytest.mark.parametrize("signal", sorted(SILENCING))
def test_afterwards_nothing_comes_unasked(dialogue: Dialogue, signal: Signal) -> None:
    says(dialogue.in_danger(), signal)

    assert dialogue.conversation.in_emergency
    assert dialogue.of(WithdrawTicket) == []
    for _ in range(30):
        assert dialogue.minutes_pass(1).said == []


def test_after_few_words_that_nobody_understands_nothing_comes_unasked(dialogue: Dialogue) -> None:
    """ "car is here its him": they may have told of somebody. Operators are called as ever."""
    dialogue.in_danger().writes("car is here its him", unexplained=True)
    alerts = []
    for _ in range(30):
        assert dialogue.minutes_pass(1).said == []
        alerts += dialogue.of(Alert)
    assert alerts
    assert dialogue.writes("has anybody read it", signals=[Signal.STATE_ASKED]).said


def test_words_that_are_understood_end_that_silence(dialogue: Dialogue) -> None:
    dialogue.in_danger().writes("car is here its him", unexplained=True)
    dialogue.writes("what do I do", signals=[Signal.WHAT_TO_DO])

    assert [one for _ in range(12) for one in dialogue.minutes_pass(1).said]


def test_of_who_thinks_of_dying_they_are_no_reason_for_silence(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("?", "self_harm").writes("nobody here", unexplained=True)

    assert [one for _ in range(12) for one in dialogue.minutes_pass(1).said]


def test_he_comes_gets_one_line_and_then_nothing(dialogue: Dialogue) -> None:
    assert says(dialogue.in_danger(), Signal.HE_COMES).said == ["utter_wait_he_comes"]
    assert says(dialogue, Signal.HE_COMES).said == []


def test_he_is_here_gets_nothing(dialogue: Dialogue) -> None:
    assert says(dialogue.in_danger(), Signal.HE_IS_HERE).said == []


def test_who_asks_what_to_do_beside_the_safety_question_reads_the_number(
    dialogue: Dialogue,
) -> None:
    says(dialogue.in_danger(), Signal.HE_COMES)
    assert says(dialogue, Signal.HE_HAS_GONE).said == ["utter_ask_can_write"]

    assert says(dialogue, Signal.WHAT_TO_DO).said == ["utter_danger_other"]
    assert dialogue.presses("yes").said == ["utter_go_on_writing"]


def test_when_he_has_gone_it_is_asked_whether_it_is_safe(dialogue: Dialogue) -> None:
    says(dialogue.in_danger(), Signal.HE_IS_HERE)
    says(dialogue, Signal.HE_HAS_GONE)

    assert dialogue.said == ["utter_ask_can_write"]
    assert dialogue.presses("yes").said == ["utter_go_on_writing"]
    assert dialogue.conversation.watched, "the phone may be looked at again"


def test_who_says_that_it_is_safe_is_answered_as_anybody_and_told_nothing_unasked(
    dialogue: Dialogue,
) -> None:
    says(dialogue.in_danger(), Signal.HE_IS_HERE)
    says(dialogue, Signal.HE_HAS_GONE)
    about_first_days(dialogue)
    assert dialogue.said == ["utter_received_quiet"]
    dialogue.presses("yes")

    assert about_first_days(dialogue).said == ["utter_first_days"]
    assert not dialogue.minutes_pass(5).said


def test_yes_but_quietly_is_answered_shortly(dialogue: Dialogue) -> None:
    dialogue.in_danger().writes("yes, but quietly", "affirm", watched=True)

    assert about_first_days(dialogue).said == ["utter_received_quiet"]


def test_a_new_hint_that_somebody_looks_on_counts_at_once(dialogue: Dialogue) -> None:
    dialogue.in_danger().presses("yes")
    dialogue.writes("he looks over my shoulder. a bed for two?", "ask_shelter", watched=True)

    assert dialogue.said == ["utter_wait_later"]
    assert dialogue.conversation.may_be_read


def test_it_is_no_longer_safe_once_he_comes(dialogue: Dialogue) -> None:
    says(dialogue.in_danger().presses("yes"), Signal.HE_COMES)

    assert not dialogue.conversation.safe_to_write


def test_what_was_safe_an_hour_ago_is_asked_anew(dialogue: Dialogue) -> None:
    says(dialogue.in_danger(), Signal.HE_IS_HERE)
    says(dialogue, Signal.HE_HAS_GONE)
    dialogue.presses("yes").minutes_pass(61)

    dialogue.writes("and the first days?", "ask_first_days")
    assert dialogue.said == ["utter_ask_can_write"]


def test_who_comes_back_and_asks_reads_the_short_form_before_the_safety_question(
    dialogue: Dialogue,
) -> None:
    says(dialogue.in_danger(), Signal.LATER)
    dialogue.writes("he is on his shift. a bed for two?", "ask_shelter")

    assert dialogue.said == ["utter_shelter_brief", "utter_ask_can_write"]


@pytest.mark.parametrize("told", [Signal.SMOKE, Signal.BLEEDING])
def test_where_minutes_count_a_window_is_no_answer(dialogue: Dialogue, told: Signal) -> None:
    says(dialogue.in_danger(), Signal.HE_COMES)
    says(dialogue, Signal.HE_HAS_GONE)
    dialogue.writes("may we jump?", signals=[Signal.HELD, told], kinds=[FollowUp.WAY_OUT])

    assert dialogue.said
    assert "utter_danger_window" not in dialogue.said


def test_who_got_out_by_a_window_is_not_told_to_stay(dialogue: Dialogue) -> None:
    says(dialogue.in_danger(), Signal.HE_COMES)
    dialogue.writes("I got out by it", signals=[Signal.ESCAPED], kinds=[FollowUp.WAY_OUT])

    assert "utter_danger_window" not in dialogue.said


@pytest.mark.parametrize("asks", [Signal.WHAT_TO_DO, Signal.HELD])
def test_who_comes_back_and_asks_what_to_do_reads_the_number_first(
    dialogue: Dialogue, asks: Signal
) -> None:
    says(dialogue.in_danger(), Signal.HE_COMES)
    says(dialogue, Signal.HE_HAS_GONE, asks)

    assert dialogue.said == ["utter_danger_other", "utter_ask_can_write"]


@pytest.mark.parametrize("told", [Signal.HURT, Signal.BURNT])
def test_who_comes_back_and_is_hurt_reads_the_ambulance_s_number_first(
    dialogue: Dialogue, told: Signal
) -> None:
    """ "He has left. Sergey has broken a rib, I think, it hurts him to breathe"."""
    says(dialogue.in_danger(), Signal.HE_COMES)
    says(dialogue, Signal.HE_HAS_GONE, told)

    assert dialogue.said == ["utter_medical_help_brief", "utter_ask_can_write"]


def test_who_comes_back_and_asks_about_a_window_is_warned_first(dialogue: Dialogue) -> None:
    says(dialogue.in_danger(), Signal.HE_COMES)
    dialogue.writes("gone. may I jump?", signals=[Signal.HELD], kinds=[FollowUp.WAY_OUT])

    assert dialogue.said == ["utter_danger_window", "utter_ask_can_write"]


def test_who_asks_about_a_window_and_hasnt_said_that_it_is_safe_is_warned(
    dialogue: Dialogue,
) -> None:
    says(dialogue.in_danger(), Signal.HE_COMES)
    says(dialogue, Signal.HE_HAS_GONE)
    dialogue.writes("may I jump?", signals=[Signal.HELD], kinds=[FollowUp.WAY_OUT])

    assert dialogue.said == ["utter_danger_window"]


def test_an_hour_after_a_stranger_whoever_writes_is_asked_whether_it_is_safe(
    dialogue: Dialogue,
) -> None:
    says(dialogue.in_danger(), Signal.STRANGER)
    dialogue.minutes_pass(59)
    assert dialogue.writes("mm").said == ["utter_wait_stranger"]

    dialogue.minutes_pass(61)
    assert dialogue.writes("that boy of before").said == ["utter_ask_can_write"]


def test_but_not_a_stranger_who_asks_once_more(dialogue: Dialogue) -> None:
    says(dialogue.in_danger(), Signal.STRANGER)
    dialogue.minutes_pass(61)

    assert says(dialogue, Signal.STRANGER).said == ["utter_wait_stranger"]


def test_a_kind_of_danger_that_is_guessed_of_who_is_back_waits_for_the_safety_question(
    dialogue: Dialogue,
) -> None:
    says(dialogue.in_danger(), Signal.STRANGER)
    dialogue.writes("me again in the bathroom", "self_harm", signals=[Signal.HE_HAS_GONE])

    assert dialogue.said == ["utter_ask_can_write"]


def test_a_new_danger_after_silence_is_told_and_the_question_put(dialogue: Dialogue) -> None:
    says(dialogue.in_danger(), Signal.STRANGER)
    dialogue.writes("I'll hang myself", "self_harm", source=Source.KEYWORDS)

    assert dialogue.said == ["utter_emergency_self_harm", "utter_ask_can_write"]


def test_that_was_no_joke_he_sat_beside_me_takes_nothing_back(dialogue: Dialogue) -> None:
    says(dialogue.in_danger(), Signal.JOKE)
    dialogue.writes("that was no joke", signals=[Signal.JOKE, Signal.HE_HAS_GONE])

    assert dialogue.said == ["utter_ask_can_write"]


def test_after_not_safe_the_next_word_is_asked_once_more(dialogue: Dialogue) -> None:
    dialogue.in_danger().presses("no")

    assert dialogue.writes("they are away").said == ["utter_ask_can_write"]


def test_a_stranger_gets_the_same_dull_line_whatever_they_say(dialogue: Dialogue) -> None:
    says(dialogue.in_danger(), Signal.STRANGER)
    assert dialogue.said == ["utter_wait_stranger"]

    assert dialogue.writes("tell me").said == ["utter_wait_stranger"]
    assert dialogue.writes("what is this", "ask_bot_identity").said == ["utter_wait_stranger"]
    assert says(dialogue, Signal.HE_HAS_GONE).said == ["utter_ask_can_write"]


def test_who_asks_who_we_are_in_danger_may_be_another(dialogue: Dialogue) -> None:
    dialogue.in_danger().presses("yes")
    dialogue.writes("who is it she writes to", "ask_bot_identity", unexplained=True)

    assert dialogue.said == ["utter_wait_stranger"]
    assert dialogue.minutes_pass(3).said == [], "nothing is sent unasked"
    assert dialogue.writes("it is me").said == ["utter_ask_can_write"]


def test_who_asks_who_we_are_while_silence_lasts_may_be_another(dialogue: Dialogue) -> None:
    """ "She's awake, I stop writing", and later "who is this? what did she write to you?"."""
    says(dialogue.in_danger(), Signal.LATER)
    dialogue.writes("who is this", "ask_bot_identity")

    assert dialogue.said == ["utter_wait_stranger"]
    assert dialogue.writes("it is me").said == ["utter_ask_can_write"]


def test_after_not_safe_whoever_asks_who_we_are_may_be_another(dialogue: Dialogue) -> None:
    dialogue.in_danger().presses("no")
    dialogue.writes("hello, who is this", "ask_bot_identity", confidence=0.9)

    assert dialogue.said == ["utter_wait_stranger"]


def test_who_is_back_and_tells_of_danger_in_sure_words_reads_the_number_first(
    dialogue: Dialogue,
) -> None:
    says(dialogue.in_danger(), Signal.JOKE)
    dialogue.writes("still in the cellar", "urgent_danger", urgent=True, score=1.0)

    assert dialogue.said == ["utter_danger_other", "utter_ask_can_write"]


def test_nor_is_who_was_only_guessed_to_be_a_stranger_told_who_we_are(dialogue: Dialogue) -> None:
    dialogue.in_danger().writes("who wrote from my phone", guessed=Signal.STRANGER)
    dialogue.writes("answer, is it a casino?", "ask_bot_identity")

    assert dialogue.said == ["utter_wait_stranger"]


def test_who_says_that_he_has_gone_is_told_who_we_are(dialogue: Dialogue) -> None:
    says(dialogue.in_danger(), Signal.LATER)
    gone = [Signal.HE_HAS_GONE]
    dialogue.writes("he left. are you a robot?", "ask_bot_identity", signals=gone)

    assert dialogue.said == ["utter_bot_identity", "utter_ask_can_write"]


def test_whether_a_robot_answers_is_told_in_danger_as_well(dialogue: Dialogue) -> None:
    dialogue.in_danger().presses("yes")
    dialogue.writes("are you a robot?", "ask_bot_identity")

    assert dialogue.said == ["utter_bot_identity"]


def test_who_thinks_of_dying_is_told_who_we_are(dialogue: Dialogue) -> None:
    dialogue.writes("?", "self_harm", urgent=True)
    dialogue.writes("who are you", "ask_bot_identity", unexplained=True)

    assert dialogue.said == ["utter_bot_identity"]


def test_the_safety_question_comes_again_where_it_lapsed_unanswered(dialogue: Dialogue) -> None:
    says(dialogue.in_danger(), Signal.HE_IS_HERE)
    says(dialogue, Signal.HE_HAS_GONE)

    dialogue.minutes_pass(120).writes("in the toilet", "urgent_danger", urgent=True, score=0.8)

    assert dialogue.said == ["utter_ask_can_write"]


def test_who_is_back_and_surely_tells_danger_reads_the_number_before_it(dialogue: Dialogue) -> None:
    says(dialogue.in_danger(), Signal.HE_IS_HERE)

    dialogue.minutes_pass(120).writes("he shuts the door", "urgent_danger", urgent=True, score=0.95)

    assert dialogue.said == ["utter_danger_other", "utter_ask_can_write"]


def test_words_sure_of_danger_are_a_cry_though_he_is_guessed_to_come(dialogue: Dialogue) -> None:
    """ "They are kicking the door"."""
    dialogue.in_danger().presses("yes")
    dialogue.writes(
        "they are kicking the door",
        "urgent_danger",
        urgent=True,
        score=1.0,
        guessed=Signal.HE_COMES,
    )

    assert dialogue.said[0] == "utter_nobody_answered"
    assert not dialogue.minutes_pass(10).said, "nothing is sent unasked while they may be inside"


def test_a_witness_who_says_that_he_is_outside_is_not_watched(dialogue: Dialogue) -> None:
    dialogue.writes("?", "urgent_danger", urgent=True, signals=[Signal.THIRD_PARTY])
    dialogue.writes("may I while he is out", watched=True, signals=[Signal.HE_HAS_GONE])

    assert not dialogue.conversation.watched
    assert dialogue.writes("he looks", watched=True).conversation.watched


def test_a_stranger_can_still_erase(dialogue: Dialogue) -> None:
    says(dialogue.in_danger(), Signal.STRANGER)

    dialogue.writes("delete it", "delete_my_data", signals=[Signal.ALL_FINE])

    assert dialogue.said == [ERASE_QUESTION]


def test_who_asks_in_words_to_erase_is_asked_whether_to_though_danger_is_guessed(
    dialogue: Dialogue,
) -> None:
    """ "It's me again, she has left. Delete all that I wrote, quick"."""
    says(dialogue.in_danger(), Signal.LATER)
    wants_it_gone(dialogue, Signal.HE_HAS_GONE)

    assert dialogue.said == [ERASE_QUESTION]
    assert dialogue.conversation.in_emergency


def test_so_is_who_asks_in_other_words_before_the_phone_is_taken_back(dialogue: Dialogue) -> None:
    """ "Now she wants her phone back. Please delete all that I wrote"."""
    says(dialogue.in_danger(), Signal.NOT_MY_PHONE)
    dialogue.writes(
        "delete all that I wrote",
        "delete_my_data",
        confidence=0.86,
        urgent=True,
        score=0.8,
        guessed=Signal.STRANGER,
    )

    assert dialogue.said == [ERASE_QUESTION]


def test_so_is_who_tells_of_danger_once_more_where_operators_know_of_it(dialogue: Dialogue) -> None:
    says(dialogue.in_danger(), Signal.LATER)
    wants_it_gone(dialogue, Signal.HE_HAS_GONE, score=1.0)

    assert dialogue.said == [ERASE_QUESTION]


def test_a_new_danger_or_first_aid_comes_before_the_wish_to_erase(dialogue: Dialogue) -> None:
    wants_it_gone(says(dialogue.at_menu(), Signal.NOT_MY_PHONE), score=1.0)

    assert dialogue.said[0] == "utter_emergency"
    assert dialogue.conversation.in_emergency

    wants_it_gone(dialogue.presses("yes"), Signal.HE_HAS_GONE, Signal.BLEEDING)

    assert ERASE_QUESTION not in dialogue.said


def test_danger_in_words_comes_before_the_wish_to_erase_while_he_is_there(
    dialogue: Dialogue,
) -> None:
    """ "Delete all that I wrote, she wants her phone back, she has a knife"."""
    wants_it_gone(says(dialogue.in_danger(), Signal.NOT_MY_PHONE), Signal.NOT_MY_PHONE, score=1.0)

    assert ERASE_QUESTION not in dialogue.said


def test_a_wish_that_all_were_gone_hides_no_danger(dialogue: Dialogue) -> None:
    """ "Delete everything, goodbye world" may be a farewell."""
    wants_it_gone(dialogue.in_danger().presses("yes"))

    assert "utter_ask_erase_confirmed_with_request" not in dialogue.said


def wants_it_gone(dialogue: Dialogue, *signals: Signal, score: float = 0.99) -> None:
    """Words ask to erase all; danger is heard beside them, by the model alone below 1.0."""
    dialogue.writes(
        "delete it all",
        "delete_my_data",
        urgent=True,
        score=score,
        source=Source.KEYWORDS,
        signals=signals,
    )


def test_danger_in_the_same_message_takes_no_joke_back(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("?", "urgent_danger", urgent=True, signals=[Signal.JOKE])

    assert dialogue.conversation.in_emergency
    assert not dialogue.conversation.hushed


# -- taking it back -------------------------------------------------------------------------------


def test_all_is_fine_closes_no_emergency_and_is_marked(dialogue: Dialogue) -> None:
    says(dialogue.in_danger(), Signal.ALL_FINE)

    assert dialogue.said == ["utter_wait_fine"]
    assert dialogue.conversation.in_emergency
    assert dialogue.conversation.facts[-1].signal is Signal.ALL_FINE


def test_all_is_fine_takes_a_plain_request_back(dialogue: Dialogue) -> None:
    says(dialogue.waiting(), Signal.ALL_FINE)

    assert (dialogue.status, dialogue.said) == (Status.BOT, ["utter_withdrawn"])


def test_who_thinks_of_dying_is_not_silenced_by_a_guess(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("?", "self_harm", urgent=True).presses("yes")
    dialogue.writes("my brother comes", guessed=Signal.HE_COMES)

    assert not dialogue.conversation.hushed


def test_a_witness_is_not_silenced_by_a_guess(dialogue: Dialogue) -> None:
    says(dialogue.in_danger(), Signal.THIRD_PARTY)
    dialogue.writes("what shall I note, the car?", guessed=Signal.STRANGER)

    assert "utter_wait_stranger" not in dialogue.said
    assert not dialogue.conversation.hushed


def test_a_child_who_thinks_of_dying_is_not_silenced_by_a_guess(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("?", "self_harm", urgent=True, signals=[Signal.OWN_MINOR])
    dialogue.writes("my sister comes", guessed=Signal.HE_COMES)

    assert not dialogue.conversation.hushed


def test_who_is_only_guessed_to_be_a_stranger_is_asked_whether_it_is_safe(
    dialogue: Dialogue,
) -> None:
    dialogue.in_danger().writes("will you tell mother?", guessed=Signal.STRANGER)
    assert dialogue.said == ["utter_wait_stranger"]

    assert dialogue.writes("will they take me away?").said == ["utter_ask_can_write"]


def test_who_asks_how_to_clear_the_chat_is_asked_whether_to_erase(dialogue: Dialogue) -> None:
    dialogue.in_danger().writes(
        "how do I clear this", "delete_my_data", confidence=0.97, signals=[Signal.WHAT_TO_DO]
    )

    assert dialogue.said == ["utter_ask_erase_confirmed_with_request"]


def test_words_of_leave_outweigh_a_guess_at_danger_where_signs_were_told(
    dialogue: Dialogue,
) -> None:
    says(dialogue.at_menu(), Signal.NOT_MY_PHONE)
    dialogue.writes("he came, later", urgent=True, score=0.54, signals=[Signal.LATER])

    assert "utter_emergency" not in dialogue.said


def test_a_wish_to_erase_that_is_only_guessed_asks_nothing_where_signs_were_told(
    dialogue: Dialogue,
) -> None:
    says(dialogue.at_menu(), Signal.NOT_MY_PHONE)
    dialogue.writes("she came, later", "delete_my_data", confidence=0.66, signals=[Signal.LATER])

    assert dialogue.said == ["utter_wait_later"]


def test_nothing_is_sent_unasked_to_a_phone_that_others_read(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("a work phone, they read it", signals=[Signal.NOT_MY_PHONE])

    assert dialogue.minutes_pass(60).said == []


def test_but_to_whoever_has_said_since_that_it_is_safe(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("a friend's phone", signals=[Signal.NOT_MY_PHONE]).presses("yes")

    assert dialogue.minutes_pass(60).said


def test_nor_when_an_operator_leaves_or_closes(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("a work phone, they read it", signals=[Signal.NOT_MY_PHONE])

    assert dialogue.operator_claims().operator_closes().said == []


def test_on_such_a_phone_what_was_safe_an_hour_ago_is_asked_anew(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("a friend's phone", signals=[Signal.NOT_MY_PHONE]).presses("yes")
    dialogue.minutes_pass(70)

    assert dialogue.writes("it's me again").said[-1] == "utter_ask_can_write"


def test_whose_phone_it_is_outlives_the_ticket(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("a work phone, they read it", signals=[Signal.NOT_MY_PHONE])
    dialogue.writes("they hold us", signals=[Signal.HELD]).operator_claims().operator_closes()

    assert [fact.signal for fact in dialogue.conversation.facts] == [Signal.NOT_MY_PHONE]
    dialogue.minutes_pass(300).writes("?", suggested=("ask_shelter",))
    assert dialogue.said == ["utter_ask_rephrase"]


def test_until_they_say_that_nobody_reads_it(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("a work phone, they read it", signals=[Signal.NOT_MY_PHONE])
    dialogue.operator_claims().operator_closes().minutes_pass(300)
    dialogue.writes("nobody reads it now", "not_watched")

    assert dialogue.conversation.facts == ()


def test_whose_phone_it_is_outlives_a_loss_of_the_store(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("a friend's phone", signals=[Signal.NOT_MY_PHONE, Signal.HELD])

    kept = essentials(dialogue.conversation)
    assert [fact.signal for fact in kept.facts] == [Signal.NOT_MY_PHONE]
