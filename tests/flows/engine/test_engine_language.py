"""Which language is spoken: the one that the person writes, from this turn on."""

import pytest

from flows.effects import Effect, NotifyOperators, UpdateTicket, Utter
from flows.events import Source
from flows.signals import Signal
from flows.status import Status
from flows.urgency import Urgency
from tests.kit.dialogue import Dialogue

CAN_WRITE = "utter_ask_can_write"


def locales(dialogue: Dialogue) -> set[str]:
    return {utter.locale for utter in dialogue.of(Utter)}


def test_the_bot_follows_whoever_changes_languages(dialogue: Dialogue) -> None:
    dialogue.at_menu()
    dialogue.speaks = "ky"

    assert locales(dialogue.writes("pay?", "ask_unpaid_wages")) == {"ky"}

    dialogue.speaks = "uz-Cyrl"

    assert locales(dialogue.writes("mumble")) == {"uz-Cyrl"}


def test_a_message_whose_language_cannot_be_told_changes_nothing(dialogue: Dialogue) -> None:
    dialogue.at_menu()
    dialogue.speaks = None

    assert locales(dialogue.writes("ok", "thank")) == {"ru"}


def test_a_change_of_language_leaves_the_open_question_open(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("?", "ask_am_i_victim")
    dialogue.speaks = "tg"
    dialogue.writes("yes", "affirm")

    assert dialogue.said == ["utter_ask_check_documents"]
    assert locales(dialogue) == {"tg"}


def test_another_language_can_be_asked_for(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("another language", "change_language")

    assert dialogue.said == ["utter_ask_locale"]

    dialogue.presses("kk")

    assert dialogue.said == ["utter_language_changed", "utter_ask_need"]
    assert locales(dialogue) == {"kk"}


def test_the_menu_has_a_button_for_it(dialogue: Dialogue) -> None:
    assert dialogue.at_menu().presses("language").said == ["utter_ask_locale"]


def test_a_stranger_who_asks_for_another_language_is_asked_once(dialogue: Dialogue) -> None:
    dialogue.speaks = None
    dialogue.writes("???", "change_language").presses("kk")

    assert dialogue.said == ["utter_notice", "utter_language_changed", "utter_ask_need"]


def test_the_name_of_a_language_needs_no_question(dialogue: Dialogue) -> None:
    dialogue.at_menu()
    dialogue.speaks = "en"
    dialogue.writes("english", "change_language", source=Source.KEYWORDS)

    assert dialogue.said == ["utter_language_changed", "utter_ask_need"]
    assert locales(dialogue) == {"en"}


def test_a_waiting_ticket_changes_its_language_too(dialogue: Dialogue) -> None:
    dialogue.waiting()
    dialogue.speaks = "uz"
    dialogue.writes("mumble")

    assert dialogue.of(UpdateTicket) == [UpdateTicket(locale="uz")]
    assert dialogue.notices == ["locale_changed"]


def test_the_button_for_it_changes_the_ticket_too(dialogue: Dialogue) -> None:
    dialogue.waiting().writes("another language", "change_language").presses("ky")

    assert UpdateTicket(locale="ky") in dialogue.effects
    assert "locale_changed" in dialogue.notices


def test_in_an_emergency_the_language_changes_before_anything_is_said(dialogue: Dialogue) -> None:
    dialogue.in_danger()
    dialogue.speaks = "uz"
    dialogue.writes("o'zbekcha", "change_language", source=Source.KEYWORDS)

    first: Effect = dialogue.effects[0]
    assert first == UpdateTicket(locale="uz")
    assert isinstance(dialogue.effects[1], NotifyOperators)
    assert dialogue.said == ["utter_language_changed", "utter_nobody_answered", CAN_WRITE]
    assert locales(dialogue) == {"uz"}
    assert dialogue.conversation.urgency is Urgency.EMERGENCY
    assert dialogue.status is Status.QUEUED


def test_in_an_emergency_the_open_question_is_asked_again_in_the_new_language(
    dialogue: Dialogue,
) -> None:
    dialogue.in_danger().writes("?")
    dialogue.speaks = "kk"
    dialogue.writes("қазақша", "change_language", source=Source.KEYWORDS)

    said = ["utter_language_changed", "utter_nobody_answered", CAN_WRITE]
    assert dialogue.said == said, "what was told already couldn't be read"
    assert locales(dialogue) == {"kk"}


def test_nothing_is_asked_in_the_new_language_while_somebody_may_look_on(
    dialogue: Dialogue,
) -> None:
    dialogue.in_danger().writes("he is coming", signals=[Signal.HE_COMES])
    dialogue.speaks = "kk"
    dialogue.writes("қазақша", "change_language", source=Source.KEYWORDS)

    assert dialogue.said == ["utter_received_quiet"]


@pytest.mark.parametrize("locale", ["kk", "ru", "en", "uz", "uz-Cyrl", "ky", "tg"])
def test_every_locale_can_be_chosen(dialogue: Dialogue, locale: str) -> None:
    dialogue.starts().presses(locale)

    assert dialogue.conversation.locale == locale
    assert locales(dialogue) == {locale}


def test_the_page_that_was_open_is_read_again_in_the_language_that_is_asked_for(
    dialogue: Dialogue,
) -> None:
    dialogue.at_menu().writes("pay?", "ask_unpaid_wages")
    dialogue.speaks = "uz"
    dialogue.writes("in Uzbek please", "change_language", source=Source.KEYWORDS)

    assert dialogue.said == ["utter_language_changed", "utter_unpaid_wages"]
    assert locales(dialogue) == {"uz"}
