"""The first minutes: language, who this is, is the chat safe, what can be done."""

import pytest

from flows.effects import Utter
from flows.events import Source, Unsupported
from flows.status import Status
from tests.kit.dialogue import Dialogue

LANGUAGES = ["uz", "uz-Cyrl", "ru", "kk", "ky", "tg", "en"]


def test_start_asks_for_the_language_and_nothing_else(dialogue: Dialogue) -> None:
    dialogue.starts()

    assert dialogue.said == ["utter_ask_locale"]
    assert dialogue.offered == LANGUAGES
    assert dialogue.status is Status.BOT


def test_the_notice_follows_the_language_and_comes_before_any_question(dialogue: Dialogue) -> None:
    dialogue.starts().presses("ky")

    assert dialogue.said == ["utter_notice", "utter_ask_seen_by_others"]
    assert {utter.locale for utter in dialogue.of(Utter)} == {"ky"}


def test_whoever_is_alone_with_the_phone_goes_straight_to_the_menu(dialogue: Dialogue) -> None:
    dialogue.starts().presses("en").presses("no")

    assert dialogue.said == ["utter_ask_need"]
    assert "danger" in dialogue.offered
    assert not dialogue.conversation.watched


def test_whoever_is_not_alone_is_told_how_to_be_careful_and_is_watched(dialogue: Dialogue) -> None:
    dialogue.starts().presses("en").presses("yes")

    assert dialogue.said == ["utter_be_careful"]
    assert dialogue.offered == ["go_on", "person", "exit", "erase"]
    assert dialogue.conversation.watched

    dialogue.presses("go_on")

    assert dialogue.said == ["utter_ask_need"]


def test_the_notice_is_given_exactly_once(dialogue: Dialogue) -> None:
    dialogue.at_menu().presses("rights").presses("menu").starts().writes("hello", "greet")
    dialogue.writes("???").writes("pay?", "ask_unpaid_wages")

    said = [effect.text_id for effect in dialogue.everything if isinstance(effect, Utter)]
    assert said.count("utter_notice") == 1


def test_start_again_shows_the_menu_to_whoever_has_had_the_notice(dialogue: Dialogue) -> None:
    dialogue.at_menu().presses("rights").starts()

    assert dialogue.said == ["utter_ask_need"]


@pytest.mark.parametrize(
    ("hint", "first"),
    [
        ("tg", ["tg", "uz", "uz-Cyrl", "ru", "kk", "ky", "en"]),
        ("uz", ["uz", "uz-Cyrl", "ru", "kk", "ky", "tg", "en"]),
        ("en-GB", ["en", "uz", "uz-Cyrl", "ru", "kk", "ky", "tg"]),
        ("KY", ["ky", "uz", "uz-Cyrl", "ru", "kk", "tg", "en"]),
        ("de", LANGUAGES),
        ("", LANGUAGES),
        (None, LANGUAGES),
    ],
)
def test_telegrams_hint_only_puts_a_language_first(
    dialogue: Dialogue, hint: str | None, first: list[str]
) -> None:
    dialogue.starts(hint)

    assert dialogue.offered == first
    assert dialogue.conversation.locale is None


def test_a_first_message_in_a_known_language_is_answered_after_the_notice(
    dialogue: Dialogue,
) -> None:
    dialogue.speaks = "tg"
    dialogue.writes("my pay?", "ask_unpaid_wages")

    assert dialogue.said == ["utter_notice", "utter_unpaid_wages"]
    assert {utter.locale for utter in dialogue.of(Utter)} == {"tg"}


def test_a_first_message_in_an_unknown_language_is_answered_after_the_language(
    dialogue: Dialogue,
) -> None:
    dialogue.speaks = None
    dialogue.writes("pay?", "ask_unpaid_wages", hint="ky")

    assert dialogue.said == ["utter_ask_locale"]
    assert dialogue.offered[0] == "ky"

    dialogue.presses("ky")

    assert dialogue.said == ["utter_notice", "utter_unpaid_wages"]


def test_a_first_message_that_nobody_understands_asks_for_the_language(dialogue: Dialogue) -> None:
    dialogue.speaks = None
    dialogue.writes("qwerty")

    assert dialogue.said == ["utter_ask_locale"]


def test_who_greets_in_a_language_that_is_heard_isnt_asked_for_it(dialogue: Dialogue) -> None:
    dialogue.writes("hello, I have a question", "greet")

    assert dialogue.said == ["utter_notice", "utter_ask_seen_by_others"]


def test_nobody_looks_answers_the_question_who_does(dialogue: Dialogue) -> None:
    dialogue.starts().presses("ru").writes("nobody can see it", "not_watched")

    assert dialogue.said == ["utter_ask_need"]


def test_a_first_greeting_begins_as_start_does(dialogue: Dialogue) -> None:
    dialogue.speaks = None
    dialogue.writes("hello", "greet")

    assert dialogue.said == ["utter_ask_locale"]

    dialogue.presses("uz").presses("no").writes("hello", "greet")

    assert dialogue.said == ["utter_ask_need"]


def test_the_name_of_a_language_answers_the_question_for_it(dialogue: Dialogue) -> None:
    dialogue.starts()
    dialogue.speaks = "kk"
    dialogue.writes("qazaqsha", "change_language", source=Source.KEYWORDS)

    assert dialogue.conversation.locale == "kk"
    assert dialogue.said == ["utter_notice", "utter_ask_seen_by_others"]


def test_a_first_voice_message_is_declined_and_the_language_asked(dialogue: Dialogue) -> None:
    dialogue.sends(Unsupported.VOICE)

    assert dialogue.said == ["utter_unsupported_voice", "utter_ask_locale"]


@pytest.mark.parametrize("kind", Unsupported)
def test_what_the_helpline_does_not_take_is_declined_by_its_kind(
    dialogue: Dialogue, kind: Unsupported
) -> None:
    dialogue.at_menu().sends(kind)

    assert dialogue.said[0] == f"utter_unsupported_{kind.value}"


def test_danger_needs_neither_language_nor_notice(dialogue: Dialogue) -> None:
    dialogue.speaks = None
    dialogue.cries_for_help()

    assert dialogue.said == ["utter_emergency", "utter_ask_can_write"]
    assert dialogue.status is Status.QUEUED


def test_erasure_needs_neither_language_nor_notice(dialogue: Dialogue) -> None:
    dialogue.speaks = None
    dialogue.commands("delete_my_data")

    assert dialogue.said == ["utter_ask_erase_confirmed"]


def test_a_button_from_before_an_erasure_asks_for_the_language_first(dialogue: Dialogue) -> None:
    dialogue.at_menu().commands("delete_my_data").presses("yes")
    dialogue.presses("rights")

    assert dialogue.said == ["utter_ask_locale"]

    dialogue.presses("uz")

    assert dialogue.said == ["utter_notice", "utter_ask_rights_topic"]


def test_the_danger_button_never_waits_for_a_language(dialogue: Dialogue) -> None:
    dialogue.at_menu().commands("delete_my_data").presses("yes")
    dialogue.presses("danger")

    assert dialogue.said == ["utter_emergency", "utter_ask_can_write"]
    assert dialogue.status is Status.QUEUED
