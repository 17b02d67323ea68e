"""Erasure: one plain question, then everything is forgotten, in every status."""

from collections.abc import Callable

import pytest

from flows.conversation import Conversation
from flows.effects import Erase, OpenTicket, RelayToOperator
from flows.events import (
    OperatorCorrected,
    OperatorSentText,
    OperatorUttered,
    Source,
    Unsupported,
)
from flows.signals import Signal
from flows.status import Status
from tests.kit.dialogue import Dialogue

SITUATIONS: dict[str, Callable[[Dialogue], Dialogue]] = {
    "a stranger": lambda one: one,
    "at the language": lambda one: one.starts(),
    "at the menu": Dialogue.at_menu,
    "in a check": lambda one: one.at_menu().writes("?", "ask_am_i_victim").presses("yes"),
    "waiting": Dialogue.waiting,
    "in danger": Dialogue.in_danger,
    "with an operator": lambda one: one.waiting().operator_claims(),
    "closed": lambda one: one.waiting().operator_claims().operator_closes(),
}


def agrees(dialogue: Dialogue, source: Source = Source.KEYWORDS) -> Dialogue:
    """A yes; a plain one is heard by the keywords, one in a sentence by the model."""
    return dialogue.writes("…", "affirm", source=source)


everywhere = pytest.mark.parametrize("situation", SITUATIONS)


@everywhere
def test_the_command_asks_once_everywhere(dialogue: Dialogue, situation: str) -> None:
    SITUATIONS[situation](dialogue).commands("delete_my_data")

    with_request = situation in {"waiting", "in danger", "with an operator"}
    assert dialogue.said == [
        "utter_ask_erase_confirmed_with_request" if with_request else "utter_ask_erase_confirmed"
    ]
    assert dialogue.offered == ["yes", "no"]
    assert dialogue.of(Erase) == []


@everywhere
def test_yes_erases_and_leaves_a_stranger(dialogue: Dialogue, situation: str) -> None:
    SITUATIONS[situation](dialogue).commands("delete_my_data").presses("yes")

    assert len(dialogue.of(Erase)) == 1
    assert dialogue.conversation == Conversation()
    assert dialogue.said == []  # that it is done is said when it is done


def test_where_others_may_read_nothing_tells_of_a_request(dialogue: Dialogue) -> None:
    """ "Who is this?", then "delete this chat": it may be whoever holds the person."""
    dialogue.at_menu().cries_for_help().writes("who is this", signals={Signal.STRANGER})
    dialogue.commands("delete_my_data")
    assert dialogue.said == ["utter_ask_erase_confirmed"]

    dialogue.presses("yes")
    assert dialogue.of(Erase) == [Erase("ru", "utter_erased_shortly")]


@everywhere
def test_no_erases_nothing(dialogue: Dialogue, situation: str) -> None:
    SITUATIONS[situation](dialogue).commands("delete_my_data")
    status = dialogue.status
    dialogue.presses("no")

    assert dialogue.said[0] == "utter_nothing_erased"
    assert dialogue.of(Erase) == []
    assert dialogue.status is status


def test_after_no_an_interrupted_check_goes_on(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("?", "ask_am_i_victim").presses("yes")
    dialogue.commands("delete_my_data").presses("no")

    assert dialogue.said == ["utter_nothing_erased", "utter_ask_check_documents"]
    assert dialogue.conversation.slots["check_promise"] == "yes"


def test_plain_words_ask_and_plain_words_answer(dialogue: Dialogue) -> None:
    dialogue.speaks = "tg"
    agrees(dialogue.at_menu().writes("delete all of it", "delete_my_data"))

    assert dialogue.of(Erase) == [Erase("tg")]
    assert dialogue.conversation == Conversation()


def test_plain_words_work_in_an_emergency_too(dialogue: Dialogue) -> None:
    agrees(dialogue.in_danger().writes("delete all of it", "delete_my_data"))

    assert dialogue.of(Erase) == [Erase("ru")]
    assert dialogue.conversation == Conversation()


def test_the_buttons_for_it_work_with_an_operator_too(dialogue: Dialogue) -> None:
    dialogue.at_menu().presses("privacy").writes("a person", "ask_human").operator_claims()
    dialogue.presses("erase")

    assert dialogue.said == ["utter_ask_erase_confirmed_with_request"]
    assert dialogue.presses("yes").of(Erase) == [Erase("ru")]


def test_danger_goes_before_erasure(dialogue: Dialogue) -> None:
    dialogue.at_menu().commands("delete_my_data").cries_for_help("he is coming")

    assert dialogue.of(Erase) == []
    assert dialogue.of(OpenTicket) != []


def test_an_old_or_forged_yes_asks_once_more(dialogue: Dialogue) -> None:
    dialogue.at_menu().commands("delete_my_data").presses("no").presses("work")
    dialogue.presses_button(dialogue.button("erase", "yes"))

    assert dialogue.of(Erase) == []
    assert dialogue.said == ["utter_ask_erase_confirmed"]
    assert dialogue.presses("yes").of(Erase) == [Erase("ru")]


@everywhere
def test_a_forged_yes_erases_nobody_who_has_something_to_lose(
    dialogue: Dialogue, situation: str
) -> None:
    SITUATIONS[situation](dialogue)
    kept = dialogue.conversation != Conversation()
    dialogue.presses_button(dialogue.button("erase", "yes"))

    assert bool(dialogue.of(Erase)) is not kept


def test_a_typed_yes_answers_the_question_with_an_operator_too(dialogue: Dialogue) -> None:
    agrees(dialogue.waiting().operator_claims().commands("delete_my_data"))

    assert dialogue.of(Erase) == [Erase("ru")]
    assert dialogue.of(RelayToOperator) == []


def test_a_typed_no_with_an_operator_leaves_everything_as_it_is(dialogue: Dialogue) -> None:
    dialogue.waiting().operator_claims().commands("delete_my_data").writes("нет", "deny")

    assert dialogue.said == ["utter_nothing_erased"]
    assert dialogue.status is Status.HUMAN


@pytest.mark.parametrize(
    "event",
    [
        OperatorUttered("are you safe?"),
        OperatorSentText(("utter_police",)),
        OperatorCorrected("are you safe?", "their first message"),
    ],
)
def test_once_the_operator_has_asked_something_a_yes_is_for_the_operator(
    event: OperatorUttered | OperatorSentText | OperatorCorrected, dialogue: Dialogue
) -> None:
    dialogue.waiting().operator_claims().commands("delete_my_data")
    agrees(dialogue.happens(event))

    assert dialogue.of(Erase) == []
    assert dialogue.of(RelayToOperator) == [RelayToOperator("…")]


def test_other_words_to_an_operator_close_the_question(dialogue: Dialogue) -> None:
    dialogue.waiting().operator_claims().commands("delete_my_data").writes("wait, one thing")

    assert dialogue.of(RelayToOperator) == [RelayToOperator("wait, one thing")]
    assert agrees(dialogue).of(Erase) == []


def test_after_it_the_person_is_new_and_not_even_the_language_is_known(
    dialogue: Dialogue,
) -> None:
    dialogue.speaks = "tg"
    dialogue.at_menu().commands("delete_my_data").presses("yes")
    dialogue.speaks = None
    dialogue.writes("salom", "greet")

    assert dialogue.said == ["utter_ask_locale"]
    assert dialogue.status is Status.BOT


def test_an_erasure_pressed_twice_asks_a_stranger_for_nothing_more(dialogue: Dialogue) -> None:
    dialogue.at_menu().commands("delete_my_data").presses("yes").presses("yes")

    assert dialogue.said == []
    assert dialogue.conversation == Conversation()


def test_after_two_minutes_a_yes_asks_again(dialogue: Dialogue) -> None:
    agrees(dialogue.waiting().commands("delete_my_data").minutes_pass(2.1))

    assert dialogue.of(Erase) == []
    assert dialogue.said == ["utter_ask_erase_confirmed_with_request"]
    assert agrees(dialogue).of(Erase) == [Erase("ru")]


def test_after_two_minutes_the_button_asks_again(dialogue: Dialogue) -> None:
    dialogue.at_menu().commands("delete_my_data").minutes_pass(2.1).presses("yes")

    assert dialogue.of(Erase) == []
    assert dialogue.said == ["utter_ask_erase_confirmed"]


def test_within_two_minutes_a_yes_erases(dialogue: Dialogue) -> None:
    agrees(dialogue.at_menu().commands("delete_my_data").minutes_pass(1.9))

    assert dialogue.of(Erase) == [Erase("ru")]


def test_a_yes_within_a_sentence_erases_nothing_and_asks_again(dialogue: Dialogue) -> None:
    """ "Yes, I am alone" is heard as a yes as well."""
    agrees(dialogue.in_danger().commands("delete_my_data"), Source.MODEL)

    assert dialogue.of(Erase) == []
    assert dialogue.said == ["utter_ask_erase_confirmed_with_request"]


SAID_BETWEEN: dict[str, Callable[[Dialogue], Dialogue]] = {
    "a question": lambda one: one.writes("is a doctor free?", "ask_medical_help"),
    "thanks": lambda one: one.writes("thank you", "thank"),
    "something unclear": lambda one: one.writes("mumble"),
    "a picture": lambda one: one.sends(Unsupported.PICTURE),
    "danger again": lambda one: one.cries_for_help("he is back"),
    "/start": lambda one: one.starts(),
}


@pytest.mark.parametrize("between", SAID_BETWEEN)
def test_whatever_is_said_in_between_ends_the_question(dialogue: Dialogue, between: str) -> None:
    SAID_BETWEEN[between](dialogue.in_danger().commands("delete_my_data"))

    assert agrees(dialogue).of(Erase) == []
    assert dialogue.conversation.in_emergency


def test_a_notice_on_the_screen_ends_the_question(dialogue: Dialogue) -> None:
    """A clock has rung meanwhile: the person reads that nobody is free, and says yes to that."""
    dialogue.in_danger().minutes_pass(1.5).commands("delete_my_data").minutes_pass(1)
    assert "utter_nobody_free" in dialogue.said

    assert agrees(dialogue).of(Erase) == []


def test_not_needed_is_a_no_to_it(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("erase it", "delete_my_data")
    dialogue.writes("no, not needed", "deny", source=Source.KEYWORDS, signals=[Signal.ALL_FINE])

    assert dialogue.said == ["utter_nothing_erased"]
