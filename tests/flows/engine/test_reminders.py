"""What is remembered of what the person was told, for whoever takes the conversation over."""

import pytest

from flows.conversation import Conversation
from flows.engine.walk import Walk
from flows.format.model import Library
from tests.kit.constants import NIGHT
from tests.kit.dialogue import Dialogue


def test_the_question_whether_they_can_write_is_remembered(dialogue: Dialogue) -> None:
    dialogue.at_menu().cries_for_help()

    assert dialogue.conversation.said == ("utter_emergency", "utter_ask_can_write")


@pytest.mark.parametrize(
    "usual", ["utter_notice", "utter_ask_need", "utter_operator_joined", "utter_received"]
)
def test_what_everybody_is_told_is_not(library: Library, usual: str) -> None:
    walk = Walk(library, Conversation(), NIGHT)
    walk.remember_said("utter_unpaid_wages", usual)

    assert walk.conversation.said == ("utter_unpaid_wages",)


def test_the_newest_are_remembered_each_once(dialogue: Dialogue) -> None:
    dialogue.at_menu()
    for topic in ("unpaid_wages", "labour_contract", "unpaid_wages"):
        dialogue.commands("menu").presses("work").presses(topic)

    assert dialogue.conversation.said == ("utter_labour_contract", "utter_unpaid_wages")
