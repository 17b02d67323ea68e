"""Somebody else may hold the phone: told to operators, and never acted upon."""

from datetime import timedelta

import pytest

from flows.clocks import WATCHED_WRITER_CHANGED_AFTER, WRITER_CHANGED_AFTER
from flows.conversation import Conversation
from flows.engine.writer_change import ENOUGH, has_changed, script_of
from flows.events import Parse
from tests.kit.dialogue import Dialogue

CYRILLIC = "мне нужен человек"
LATIN = "menga odam kerak"
WRITES_CYRILLIC = Conversation(locale="uz-Cyrl", script="CYRILLIC")


@pytest.mark.parametrize(
    ("text", "script"),
    [
        (CYRILLIC, "CYRILLIC"),
        (LATIN, "LATIN"),
        ("мен WhatsApp арқылы жаздым", "CYRILLIC"),
        ("ok", ""),
        ("a" * (ENOUGH - 1), ""),
        ("+7 701 000 00 00 !!! 🙏🙏🙏🙏🙏🙏", ""),
        ("", ""),
    ],
)
def test_the_script_of_a_message(text: str, script: str) -> None:
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("text", "locale", "pause", "watched", "changed"),
    [
        (LATIN, None, WRITER_CHANGED_AFTER, False, True),
        (LATIN, None, WRITER_CHANGED_AFTER - timedelta(seconds=1), False, False),
        (LATIN, None, WATCHED_WRITER_CHANGED_AFTER, True, True),
        (LATIN, None, None, False, False),
        ("ok", None, WRITER_CHANGED_AFTER, False, False),
        (CYRILLIC, None, WRITER_CHANGED_AFTER, False, False),
        (CYRILLIC, "uz-Cyrl", WRITER_CHANGED_AFTER, False, False),
        (CYRILLIC, "ru", WRITER_CHANGED_AFTER, False, True),
        ("да", "ru", WRITER_CHANGED_AFTER, False, False),
    ],
)
def test_after_a_pause_another_script_or_language_is_noticed(
    text: str, locale: str | None, pause: timedelta | None, watched: bool, changed: bool
) -> None:
    before = Conversation(locale="uz-Cyrl", script="CYRILLIC", watched=watched)
    assert has_changed(before, text, Parse(locale=locale), pause) is changed


def test_nothing_is_known_of_a_stranger() -> None:
    assert not has_changed(Conversation(), LATIN, Parse(locale="uz"), WRITER_CHANGED_AFTER)


def test_the_operator_who_has_the_conversation_is_warned(dialogue: Dialogue) -> None:
    dialogue.waiting().operator_claims().writes(CYRILLIC)
    assert "style_changed" not in dialogue.notices
    dialogue.operator_writes("слушаю").minutes_pass(11).writes(LATIN)
    assert dialogue.notices == ["style_changed"]
    dialogue.writes(LATIN)
    assert dialogue.notices == [], "once"


def test_whoever_waits_unanswered_is_warned_of_too(dialogue: Dialogue) -> None:
    dialogue.speaks = None
    dialogue.waiting().writes(CYRILLIC).minutes_pass(11).writes(LATIN)
    assert dialogue.notices == ["style_changed"]


def test_without_a_ticket_nobody_is_told(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes(CYRILLIC).minutes_pass(11).writes(LATIN)
    assert dialogue.notices == []


def test_a_child_is_named_on_this_ticket_and_the_next(dialogue: Dialogue) -> None:
    dialogue.at_menu().presses_button(dialogue.button("minors", "under_18"))
    assert "child" in dialogue.notices
    dialogue.operator_claims().operator_closes().minutes_pass(60 * 3)
    dialogue.waiting()
    assert "child" in dialogue.notices


def test_a_child_is_named_on_a_ticket_about_something_graver(dialogue: Dialogue) -> None:
    """The topic stays the danger, so only the warning tells."""
    dialogue.in_danger().presses_button(dialogue.button("minors", "under_18"))
    assert "child" in dialogue.notices
