"""While a human is looked for because of danger: short, silent, and nothing lowers it."""

from flows.effects import NotifyOperators, RelayToOperator, UpdateTicket, Utter, WithdrawTicket
from flows.events import Source, Unsupported
from flows.signals import Signal
from flows.status import Status
from flows.urgency import Urgency
from tests.kit.dialogue import Dialogue


def test_questions_are_answered_as_anybody_s_in_short_form(dialogue: Dialogue) -> None:
    dialogue.in_danger()

    assert dialogue.writes("will they deport me?", "ask_police").said == ["utter_police_brief"]
    assert dialogue.offered == []
    assert dialogue.writes("a job offer?", "ask_online_recruitment").said == [
        "utter_online_recruitment"
    ]
    assert dialogue.offered == ["more", "at_risk", "embassy", "person", "menu"]
    assert dialogue.writes("hello?", "greet").said == ["utter_nobody_answered"]


def test_every_word_goes_to_the_operators_while_they_are_awaited(dialogue: Dialogue) -> None:
    dialogue.in_danger()

    for text, intent in (("police?", "ask_police"), ("mumble", None), ("yes", "affirm")):
        assert dialogue.writes(text, intent).of(RelayToOperator) == [RelayToOperator(text)]


def test_a_change_of_language_changes_the_ticket_and_keeps_its_urgency(
    dialogue: Dialogue,
) -> None:
    dialogue.in_danger()
    dialogue.speaks = "uz"
    dialogue.writes("ozbekcha bormi")

    assert dialogue.of(UpdateTicket) == [UpdateTicket(locale="uz")]
    assert dialogue.of(NotifyOperators)[0].notice.value == "locale_changed"
    assert {utter.locale for utter in dialogue.of(Utter)} == {"uz"}
    assert dialogue.conversation.urgency is Urgency.EMERGENCY
    assert dialogue.status is Status.QUEUED


def test_a_wish_for_a_person_lowers_no_urgency_and_cannot_be_taken_back(
    dialogue: Dialogue,
) -> None:
    dialogue.at_menu().cries_for_help()
    dialogue.presses("person")  # the old menu can still be seen

    assert dialogue.said == ["utter_still_waiting"]
    assert dialogue.offered == []
    assert dialogue.conversation.urgency is Urgency.EMERGENCY


def test_no_button_of_the_person_ends_an_emergency(dialogue: Dialogue) -> None:
    for choice in dialogue.library.choices.values():
        one = Dialogue(dialogue.library).waiting().cries_for_help().presses_button(choice)

        assert one.of(WithdrawTicket) == []
        assert one.conversation.in_emergency, choice


def test_erasure_ends_one_after_its_plain_question(dialogue: Dialogue) -> None:
    dialogue.in_danger().commands("delete_my_data").presses("yes")

    assert not dialogue.conversation.in_emergency


def test_another_language_is_asked_for_in_one_line_and_the_open_question_comes_again(
    dialogue: Dialogue,
) -> None:
    dialogue.in_danger().writes("another language", "change_language")

    assert dialogue.said == ["utter_ask_locale_in_danger"]
    assert len(dialogue.offered) == len(dialogue.library.slots["locale"].values)

    dialogue.presses("tg")

    assert dialogue.said == ["utter_received_quiet", "utter_ask_can_write"]
    assert {utter.locale for utter in dialogue.of(Utter)} == {"tg"}
    assert dialogue.of(UpdateTicket) == [UpdateTicket(locale="tg")]
    assert dialogue.notices == ["locale_changed"]
    assert dialogue.conversation.in_emergency


def test_that_question_is_answered_in_words_too(dialogue: Dialogue) -> None:
    dialogue.in_danger().writes("another language", "change_language")
    dialogue.speaks = "ky"
    dialogue.writes("кыргызча", "change_language", source=Source.KEYWORDS)

    assert dialogue.said == ["utter_received_quiet", "utter_ask_can_write"]
    assert dialogue.notices == ["locale_changed"]


def test_less_urgent_flows_leave_the_urgency_as_it_is(dialogue: Dialogue) -> None:
    dialogue.in_danger().presses_button(dialogue.button("minors", "under_18"))

    assert dialogue.conversation.urgency is Urgency.EMERGENCY
    assert all(update.urgency is None for update in dialogue.of(UpdateTicket))


def test_start_in_an_emergency_only_says_that_it_still_waits(dialogue: Dialogue) -> None:
    dialogue.in_danger().starts("en")

    assert dialogue.said == ["utter_still_waiting"]


def test_a_picture_in_an_emergency_is_not_kept_but_told_of(dialogue: Dialogue) -> None:
    dialogue.in_danger().sends(Unsupported.PICTURE)

    assert dialogue.said[0] == "utter_unsupported_picture"
    assert [type(effect).__name__ for effect in dialogue.effects[:2]] == [
        "RelayUnsupported",
        "Utter",
    ]


def test_no_notice_is_given_in_the_middle_of_danger_but_afterwards(dialogue: Dialogue) -> None:
    dialogue.in_danger().presses("yes").presses("other").writes("police?", "ask_police")
    said = [effect.text_id for effect in dialogue.everything if isinstance(effect, Utter)]
    assert "utter_notice" not in said

    dialogue.operator_claims().operator_closes().writes("pay?", "ask_unpaid_wages")

    assert dialogue.said == ["utter_notice", "utter_reopened", "utter_unpaid_wages"]


def test_it_stays_open_however_long_nobody_comes(dialogue: Dialogue) -> None:
    dialogue.in_danger().minutes_pass(10)
    dialogue.minutes_pass(12 * 60)

    assert dialogue.said == []
    assert dialogue.notices == ["silent_after_threat"]
    assert dialogue.status is Status.QUEUED
    assert dialogue.conversation.urgency is Urgency.EMERGENCY


def test_whoever_is_watched_hears_nothing_more_for_a_whole_day(dialogue: Dialogue) -> None:
    dialogue.in_danger().writes("he's back, got to go", "goodbye", watched=True)

    assert len(dialogue.said) <= 1
    assert all(utter.silent for utter in dialogue.of(Utter))
    assert dialogue.notices == ["watched"]
    assert dialogue.minutes_pass(24 * 60).said == []
    assert dialogue.status is Status.QUEUED


def test_the_bot_never_says_that_somebody_is_there_when_nobody_is(dialogue: Dialogue) -> None:
    dialogue.in_danger().minutes_pass(60).writes("mumble").minutes_pass(60)

    said = {effect.text_id for effect in dialogue.everything if isinstance(effect, Utter)}
    assert "utter_operator_joined" not in said


def test_nothing_is_offered_for_erasing_that_the_model_only_guesses(dialogue: Dialogue) -> None:
    dialogue.in_danger().writes("where do I take it", "delete_my_data", confidence=0.7)
    assert "utter_ask_erase_confirmed_with_request" not in dialogue.said

    dialogue.writes("erase it all", "delete_my_data", source=Source.KEYWORDS)
    assert dialogue.said == ["utter_ask_erase_confirmed_with_request"]


def test_a_cry_in_words_that_are_sure_reads_the_number_anew(dialogue: Dialogue) -> None:
    dialogue.in_danger().cries_for_help()
    for _ in range(2):
        dialogue.writes("?", "out_of_scope")

    dialogue.writes("they beat her now", "urgent_danger", urgent=True, score=1.0)

    assert "utter_nobody_answered" in dialogue.said


def test_who_asks_whether_their_mother_is_told_reads_who_sees_it(dialogue: Dialogue) -> None:
    dialogue.in_danger().writes(
        "will you tell my mother, her heart", "ask_privacy", topics=("ask_privacy",), urgent=True
    )

    assert dialogue.said == ["utter_call_if_you_can", "utter_privacy_brief"]


def test_who_asks_who_reads_it_on_a_phone_that_isnt_theirs_reads_who_does(
    dialogue: Dialogue,
) -> None:
    """ "He stood behind me. Can they see what I write here? They gave us the phones"."""
    dialogue.in_danger().writes(
        "can they see it",
        "urgent_danger",
        urgent=True,
        topics=("ask_privacy",),
        signals=[Signal.NOT_MY_PHONE],
    )

    assert dialogue.said == ["utter_privacy_brief"]


def test_who_asks_whether_they_are_taken_to_an_orphanage_isnt_being_moved(
    dialogue: Dialogue,
) -> None:
    dialogue.in_danger().writes(
        "will they take me to a home", "ask_minors", topics=("ask_minors",), signals=[Signal.MOVED]
    )

    assert dialogue.said == ["utter_minors"]


def test_a_witness_who_means_to_break_in_isnt_taken_for_who_thinks_of_dying(
    dialogue: Dialogue,
) -> None:
    """ "I'll break that door and get her out, and not leave him in one piece"."""
    dialogue.writes("?", "urgent_danger", urgent=True, signals=[Signal.THIRD_PARTY])
    plan = [Signal.FOLLOW]
    dialogue.writes("I break the door", "self_harm", urgent=True, score=0.94, signals=plan)

    assert dialogue.said == ["utter_wait_follow"]


def test_a_child_who_thinks_of_dying_is_asked_first_what_keeps_them_alive(
    dialogue: Dialogue,
) -> None:
    dialogue.at_menu().writes(
        "I am 14, I don't want to live", "self_harm", urgent=True, signals=[Signal.OWN_MINOR]
    )
    dialogue.writes("yes", "affirm", answer="yes", source=Source.KEYWORDS)
    asked = [dialogue.writes(f"they all laugh at me {n}").said[-1] for n in range(4)]

    each = ("means", "alone", "acted", "adult")
    assert asked == [f"utter_ask_wait_{one}" for one in each]


def test_a_yes_after_a_new_kind_of_danger_answers_no_earlier_question(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("I am 15", "minor_at_risk", urgent=True, signals=[Signal.OWN_MINOR])
    dialogue.writes("yes", "affirm", answer="yes", source=Source.KEYWORDS)
    assert dialogue.writes("he writes each day").said[-1:] == ["utter_ask_wait_adult"]

    dialogue.writes("I don't want to live", "self_harm", urgent=True)
    dialogue.writes("yes", "affirm", answer="yes", source=Source.KEYWORDS)

    assert "utter_wait_thanks" not in dialogue.said
