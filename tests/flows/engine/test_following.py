"""Half sentences that go on with the page that is open, and two topics in one message."""

import pytest

from flows.effects import OpenTicket, Utter
from flows.engine.open_topic import open_page
from flows.follow_ups import FollowUp
from flows.signals import Signal
from flows.status import Status
from tests.kit.dialogue import Dialogue


def at_shelter(dialogue: Dialogue) -> Dialogue:
    return dialogue.at_menu().writes("where can I sleep", "ask_shelter")


def asks(dialogue: Dialogue, kind: FollowUp) -> Dialogue:
    return dialogue.writes("and then?", None, confidence=0.0, follow_up=kind)


def test_the_other_half_of_the_page_answers(dialogue: Dialogue) -> None:
    assert asks(at_shelter(dialogue), FollowUp.FOR_WHOM).said == ["utter_shelter_more"]


def test_the_flows_name_the_page_that_answers(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("not paid", "ask_unpaid_wages")

    assert asks(dialogue, FollowUp.UNWRITTEN).said == ["utter_labour_contract"]


def test_what_was_just_said_is_not_said_again_without_a_word(dialogue: Dialogue) -> None:
    asks(at_shelter(dialogue), FollowUp.FOR_WHOM)
    asks(dialogue, FollowUp.FOR_WHOM)

    assert dialogue.said == ["utter_no_more", "utter_shelter"]


def test_what_the_table_names_is_said_again(dialogue: Dialogue) -> None:
    """The answer stands there: "who decides?", "and who decides about me?"."""
    asks(at_shelter(dialogue), FollowUp.WHO_DECIDES)

    assert asks(dialogue, FollowUp.WHO_DECIDES).said == ["utter_shelter"]


def test_a_detail_gets_an_honest_line_and_the_page_s_buttons(dialogue: Dialogue) -> None:
    asks(at_shelter(dialogue), FollowUp.DETAIL)

    assert dialogue.said == ["utter_detail"]
    assert dialogue.offered == ["more", "first_days", "social_services", "person", "menu"]
    assert dialogue.presses("more").said == ["utter_shelter_more"]


def test_a_detail_that_nobody_read_is_not_acknowledged(dialogue: Dialogue) -> None:
    at_shelter(dialogue).writes("a long story", follow_up=FollowUp.DETAIL, unread=True)

    assert dialogue.said == ["utter_unread"]


def test_who_has_understood_is_thanked(dialogue: Dialogue) -> None:
    assert asks(at_shelter(dialogue), FollowUp.UNDERSTOOD).said == ["utter_thanks"]


def test_questions_that_a_page_interrupted_go_on_at_a_word(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("am I a victim?", "ask_am_i_victim").presses("yes")
    dialogue.writes("where can I sleep", "ask_shelter")

    assert asks(dialogue, FollowUp.GO_ON).said == ["utter_ask_check_documents"]
    assert dialogue.conversation.slots["check_promise"] == "yes", "what was answered counts"


def test_where_nothing_was_interrupted_the_page_goes_on(dialogue: Dialogue) -> None:
    assert asks(at_shelter(dialogue), FollowUp.GO_ON).said == ["utter_shelter_more"]


def test_a_page_asked_how_long_begins_where_the_answer_stands(dialogue: Dialogue) -> None:
    how_long = [FollowUp.HOW_LONG]
    dialogue.at_menu().writes("how long can they hold me", "ask_detained", kinds=how_long)
    assert dialogue.said == ["utter_detained_more"]

    dialogue.in_danger().presses("yes")
    dialogue.writes("how long can they hold me", "ask_detained", kinds=how_long)
    assert dialogue.said == ["utter_detained_more"]


def test_a_page_asked_about_punishment_begins_where_that_stands(dialogue: Dialogue) -> None:
    """ "They made us cheat people. Will I go to jail?": what isn't known is said there."""
    punished = [FollowUp.PUNISHED]
    dialogue.at_menu().writes(
        "they made us steal, will I be jailed", "ask_exploitation", kinds=punished
    )
    assert dialogue.said == ["utter_exploitation_more"]

    dialogue.at_menu().writes("my contract?", "ask_labour_contract")
    assert asks(dialogue, FollowUp.PUNISHED).said == ["utter_immigration_status_more"]


@pytest.mark.parametrize(
    ("page", "kind", "said"),
    [
        ("ask_medical_help", FollowUp.TELLS_POLICE, "utter_medical_help"),
        ("ask_immigration_status", FollowUp.PENALTY, "utter_immigration_status_more"),
        ("ask_unpaid_wages", FollowUp.PENALTY, "utter_immigration_status_more"),
        ("ask_debt_bondage", FollowUp.ACCUSED, "utter_police_more"),
        ("ask_documents_taken", FollowUp.ACCUSED, "utter_police_more"),
    ],
)
def test_what_is_asked_chooses_the_half_that_answers_it(
    dialogue: Dialogue, page: str, kind: FollowUp, said: str
) -> None:
    dialogue.at_menu().writes("…", page)

    assert asks(dialogue, kind).said == [said]


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        (FollowUp.COUNT_DAYS, ["utter_ask_counting_date"]),
        (FollowUp.PLAN, ["utter_plan_intro", "utter_ask_plan_debts"]),
    ],
)
def test_a_dialogue_that_is_asked_for_begins_with_and_without_a_page(
    dialogue: Dialogue, kind: FollowUp, asked: list[str]
) -> None:
    assert asks(dialogue.at_menu(), kind).said == asked
    assert asks(at_shelter(dialogue), kind).said == asked


def test_a_page_is_open_for_an_hour(dialogue: Dialogue) -> None:
    at_shelter(dialogue)
    assert open_page(dialogue.library, dialogue.conversation, dialogue.now) == "shelter"

    asks(dialogue.minutes_pass(60), FollowUp.FOR_WHOM)

    assert dialogue.said == ["utter_ask_rephrase"]


def test_another_question_closes_it(dialogue: Dialogue) -> None:
    at_shelter(dialogue).writes("is it slavery", "ask_am_i_victim")

    assert open_page(dialogue.library, dialogue.conversation, dialogue.now) == ""


def test_the_ticket_stays_while_it_is_answered(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("operator", "ask_human").writes("a lawyer", "ask_legal_help")

    assert asks(dialogue, FollowUp.COST).said == ["utter_legal_help_more"]
    assert dialogue.conversation.status is Status.QUEUED


def test_in_danger_it_is_answered_without_opening_a_question(dialogue: Dialogue) -> None:
    dialogue.in_danger().writes("a lawyer", "ask_legal_help")
    before = dialogue.conversation.frames

    assert asks(dialogue, FollowUp.COST).said == ["utter_legal_help_more"]
    assert dialogue.conversation.frames == before


def test_nothing_long_is_said_while_somebody_may_be_looking(dialogue: Dialogue) -> None:
    dialogue.in_danger().writes("a lawyer", "ask_legal_help").writes("he looks", watched=True)

    assert asks(dialogue, FollowUp.COST).said != ["utter_legal_help_more"]


# -- answers ---------------------------------------------------------------------------------------


def test_typed_words_do_what_the_button_does(dialogue: Dialogue) -> None:
    at_shelter(dialogue).writes("tell me mor", answer="more", confidence=0.0)

    assert dialogue.said == ["utter_shelter_more"]


def test_an_answer_that_the_question_doesn_t_have_is_none(dialogue: Dialogue) -> None:
    at_shelter(dialogue).writes("seven", answer="seven", confidence=0.0)

    assert dialogue.said == ["utter_ask_rephrase"]


# -- two things in one message -------------------------------------------------------------------


@pytest.mark.parametrize("heard_first", ["ask_unpaid_wages", "ask_documents_taken"])
def test_both_are_answered_the_more_urgent_first(dialogue: Dialogue, heard_first: str) -> None:
    topics = ("ask_unpaid_wages", "ask_documents_taken")
    dialogue.at_menu().writes("no pay and no passport", heard_first, topics=topics)

    assert dialogue.said == ["utter_documents_taken", "utter_unpaid_wages"]
    first, second = dialogue.of(Utter)
    assert (first.choices, bool(second.choices)) == ((), True)
    assert not dialogue.of(OpenTicket)


@pytest.mark.parametrize(
    "text",
    [
        "a lawyer about my wages",
        "not about the passport, but about the wages",
        "wages, passport",
    ],
)
def test_one_matter_is_answered_once(dialogue: Dialogue, text: str) -> None:
    topics = ("ask_unpaid_wages", "ask_documents_taken")
    dialogue.at_menu().writes(text, "ask_unpaid_wages", topics=topics)

    assert dialogue.said == ["utter_unpaid_wages"]


def test_of_two_pages_the_one_that_has_an_answer_goes_on(dialogue: Dialogue) -> None:
    topics = ("ask_shelter", "ask_online_recruitment")
    dialogue.at_menu().writes("a shelter, and is the offer real?", "ask_shelter", topics=topics)
    assert dialogue.said == ["utter_shelter", "utter_online_recruitment"]

    assert asks(dialogue, FollowUp.HOW_LONG).said == ["utter_shelter"]


def test_of_two_pages_said_one_after_the_other_the_last_goes_on(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("how am I deported", "ask_immigration_status")
    dialogue.writes("is there a psychologist", "ask_social_services")

    assert asks(dialogue, FollowUp.COST).said == ["utter_social_services_more"]


def test_who_asks_of_punishment_hears_of_the_police_only_if_they_name_them(
    dialogue: Dialogue,
) -> None:
    topics, kinds = ("ask_exploitation", "ask_police"), [FollowUp.PUNISHED]
    text = "we had to steal, will I be jailed"
    dialogue.at_menu().writes(text, "ask_exploitation", topics=topics, kinds=kinds)
    assert dialogue.said == ["utter_exploitation_more"]

    text = "we had to steal, and if I go to the police"
    dialogue.at_menu().writes(text, "ask_exploitation", topics=topics, kinds=kinds)
    assert dialogue.said == ["utter_exploitation_more", "utter_police"]


def test_from_which_day_is_answered_by_the_page_on_the_thirty_days(dialogue: Dialogue) -> None:
    """Beside the page on recognition, which has an answer to "for how long?" as well."""
    topics = ("ask_identification", "ask_reflection_period")
    text = "am I recognised and is there time?"
    dialogue.at_menu().writes(text, "ask_identification", topics=topics)
    assert dialogue.said == ["utter_identification", "utter_reflection_period"]

    assert asks(dialogue, FollowUp.HOW_LONG).said == ["utter_reflection_period_more"]


def asks_for_parents(dialogue: Dialogue) -> Dialogue:
    return dialogue.writes("will you tell my mother", "ask_privacy", kinds=[FollowUp.CHILD_NEXT])


def test_a_child_reads_who_decides_whether_parents_are_told(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("I'm 14, he beats me", "minor_at_risk")
    assert asks_for_parents(dialogue).said == ["utter_minors_more"]

    assert dialogue.presses("yes").said[0] == "utter_go_on_writing", "the question stayed open"


def test_a_grown_up_reads_who_reads_along(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("locked in", "urgent_danger")

    assert asks_for_parents(dialogue).said == ["utter_privacy_brief"]


def test_nothing_of_parents_where_somebody_may_read_it(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("I'm 14, he beats me", "minor_at_risk", watched=True)

    assert "utter_minors_more" not in asks_for_parents(dialogue).said


def test_nothing_of_parents_to_a_child_who_thinks_of_dying(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("I'm 14, I don't want to live", "self_harm")
    dialogue.writes("I'm 14", signals=[Signal.OWN_MINOR])

    assert "utter_minors_more" not in asks_for_parents(dialogue).said


def test_what_is_told_beside_it_comes_first(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("I'm 14, he beats me", "minor_at_risk")
    dialogue.writes(
        "don't tell my mother, there is blood",
        kinds=[FollowUp.CHILD_NEXT],
        signals=[Signal.BLEEDING],
    )

    assert dialogue.said == ["utter_wait_bleeding"]


def test_a_child_who_asks_whether_to_tell_a_teacher_is_told_whom_to_tell(
    dialogue: Dialogue,
) -> None:
    dialogue.at_menu().writes("I'm 14, he beats me", "minor_at_risk")
    dialogue.writes("can I tell my teacher", "ask_minors", kinds=[FollowUp.TELL_ADULT])

    assert dialogue.said == ["utter_wait_tell_adult"]


def test_a_grown_up_who_asks_so_is_answered_as_they_were(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("locked in", "urgent_danger")
    dialogue.writes("can I tell the doctor", "ask_medical_help", kinds=[FollowUp.TELL_ADULT])

    assert dialogue.said[0] == "utter_medical_help_brief"


def test_where_a_child_s_page_is_asked_for_its_half_answers(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("an orphanage?", "ask_minors", kinds=[FollowUp.CHILD_NEXT])

    assert dialogue.said == ["utter_minors_more"]
