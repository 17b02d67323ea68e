"""Quick exit and the choice of when the chat is emptied."""

import pytest

from flows.conversation import WipeAfter
from flows.effects import Erase, RelayToPerson, WipeChat, WithdrawTicket
from flows.events import ExitAsked
from flows.status import Status
from tests.flows.engine.test_engine_erase import SITUATIONS
from tests.kit.dialogue import Dialogue


@pytest.mark.parametrize("situation", SITUATIONS)
def test_one_tap_empties_the_chat_in_every_situation(dialogue: Dialogue, situation: str) -> None:
    before = SITUATIONS[situation](dialogue).status
    dialogue.happens(ExitAsked())

    assert dialogue.of(WipeChat) == [WipeChat()]
    assert dialogue.said == ["utter_exit"]
    assert dialogue.offered == [], "nothing shows what this chat is"
    assert dialogue.of(WithdrawTicket) == [], "a wish for an operator stays"
    assert dialogue.of(Erase) == []
    assert dialogue.status is (Status.BOT if before is Status.CLOSED else before)


def test_from_then_on_nothing_comes_unasked(dialogue: Dialogue) -> None:
    dialogue.in_danger().happens(ExitAsked())

    assert dialogue.conversation.watched
    assert dialogue.notices == ["chat_wiped"]
    assert dialogue.minutes_pass(20).said == []


def test_an_operators_words_still_arrive_silently(dialogue: Dialogue) -> None:
    dialogue.waiting().operator_claims().happens(ExitAsked()).operator_writes("are you there?")

    assert dialogue.of(RelayToPerson) == [RelayToPerson("are you there?", silent=True)]


def test_the_menu_has_the_button_and_it_works_with_an_operator_too(dialogue: Dialogue) -> None:
    dialogue.at_menu()
    assert "exit" in dialogue.offered
    dialogue.waiting().operator_claims().presses("exit")

    assert dialogue.of(WipeChat) == [WipeChat()]


@pytest.mark.parametrize("kind", ["can_write", "danger_now"])
def test_in_danger_the_button_is_under_the_question(dialogue: Dialogue, kind: str) -> None:
    """There it is needed most, and the menu is far away."""
    dialogue.in_danger()
    if kind == "danger_now":
        dialogue.presses("yes")
    assert "exit" in dialogue.offered
    dialogue.presses("exit")

    assert dialogue.of(WipeChat) == [WipeChat()]
    assert dialogue.said == ["utter_exit"]
    assert dialogue.status is Status.QUEUED
    assert dialogue.notices == ["chat_wiped"]


def test_who_waits_for_a_person_has_the_button(dialogue: Dialogue) -> None:
    dialogue.waiting()
    assert "exit" in dialogue.offered
    dialogue.presses("exit")

    assert dialogue.of(WipeChat) == [WipeChat()]
    assert dialogue.status is Status.QUEUED, "the wish stays"


def test_who_is_not_alone_has_the_button_at_once(dialogue: Dialogue) -> None:
    dialogue.starts().presses("ru").presses("yes")
    assert "exit" in dialogue.offered
    dialogue.presses("exit")

    assert dialogue.of(WipeChat) == [WipeChat()]
    assert dialogue.said == ["utter_exit"]


@pytest.mark.parametrize("wanted", ["hour", "day", "late"])
def test_the_person_chooses_when_the_chat_is_emptied(dialogue: Dialogue, wanted: str) -> None:
    dialogue.at_menu().presses("privacy").presses("wiping").presses(wanted)

    assert dialogue.conversation.wipe is WipeAfter(wanted)
    assert dialogue.said == [f"utter_wipe_{wanted}"]
    assert dialogue.of(WipeChat) == []


def test_at_once_is_the_quick_exit(dialogue: Dialogue) -> None:
    dialogue.at_menu().presses("privacy").presses("wiping").presses("now")

    assert dialogue.of(WipeChat) == [WipeChat()]
    assert dialogue.said == ["utter_exit"]


def test_an_erasure_forgets_the_choice(dialogue: Dialogue) -> None:
    dialogue.at_menu().presses("privacy").presses("wiping").presses("hour")
    dialogue.commands("delete_my_data").presses("yes")

    assert dialogue.conversation.wipe is WipeAfter.DAY
