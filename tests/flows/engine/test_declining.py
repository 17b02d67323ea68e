"""Whoever can't write: after a voice message or a picture there are buttons."""

import pytest

from flows.events import Unsupported
from flows.status import Status
from tests.kit.dialogue import Dialogue

WITH_WORDS = [kind for kind in Unsupported if kind is not Unsupported.STICKER]


@pytest.mark.parametrize("kind", WITH_WORDS)
def test_a_human_is_offered_where_nothing_was_asked(dialogue: Dialogue, kind: Unsupported) -> None:
    dialogue.commands("goodbye").sends(kind)

    assert dialogue.said == [f"utter_unsupported_{kind}", "utter_ask_wants_person"]
    assert dialogue.offered == ["yes", "no"]
    assert dialogue.status is Status.BOT


def test_an_open_question_comes_again(dialogue: Dialogue) -> None:
    dialogue.starts().presses("en").presses("no").sends(Unsupported.VOICE)

    assert dialogue.said == ["utter_unsupported_voice", "utter_ask_need"]
    assert "danger" in dialogue.offered


def test_in_danger_the_number_comes_first_and_one_press_is_enough(dialogue: Dialogue) -> None:
    dialogue.writes("заперли", "urgent_danger", urgent=True).sends(Unsupported.VOICE)

    assert dialogue.said == ["utter_unsupported_voice", "utter_one_press", "utter_ask_can_write"]
    assert dialogue.offered[:2] == ["yes", "no"]
    assert dialogue.status is Status.QUEUED


def test_in_danger_it_is_asked_anew_once_it_was_answered(dialogue: Dialogue) -> None:
    dialogue.writes("заперли", "urgent_danger", urgent=True).presses("yes").presses("locked").sends(
        Unsupported.PICTURE
    )

    assert dialogue.said[-1] == "utter_ask_can_write"


def test_who_fell_silent_is_asked_nothing(dialogue: Dialogue) -> None:
    dialogue.writes("заперли", "urgent_danger", urgent=True).presses("no").sends(Unsupported.VOICE)

    assert dialogue.said == ["utter_unsupported_voice"]


def test_a_sticker_begins_nothing(dialogue: Dialogue) -> None:
    dialogue.commands("goodbye").sends(Unsupported.STICKER)

    assert dialogue.said == ["utter_unsupported_sticker"]
