"""The flows changed while a conversation was stored: nobody gets stuck, nothing breaks."""

from dataclasses import replace

from flows.conversation import Conversation, Frame
from flows.events import ChoiceMade
from flows.format.load import load_texts
from flows.format.model import Library
from flows.status import Status
from tests.kit.dialogue import Dialogue


def without_step(library: Library, flow: str, step: str) -> Library:
    old = library.flows[flow]
    kept = tuple(one for one in old.steps if one.id != step)
    return Library({**library.flows, flow: replace(old, steps=kept)}, library.slots)


def without_flow(library: Library, flow: str) -> Library:
    return Library({k: v for k, v in library.flows.items() if k != flow}, library.slots)


def at_checklist(library: Library) -> Dialogue:
    """At a question that has an id of its own."""
    return Dialogue(library).at_menu().presses("return").presses("return_planner").presses("stop")


def test_a_step_that_is_gone_is_left_and_the_menu_shown(library: Library) -> None:
    dialogue = at_checklist(library)
    old = dialogue.seen[-1]
    dialogue.library = without_step(library, "return_planner", "checklist")

    dialogue.happens(ChoiceMade(old.id, "menu"))

    assert dialogue.said == ["utter_ask_need"]


def test_a_flow_that_is_gone_is_left(library: Library) -> None:
    dialogue = at_checklist(library)
    dialogue.library = without_flow(library, "return_planner")

    assert dialogue.writes("yes", "affirm").said == ["utter_ask_rephrase"]
    assert dialogue.conversation.frames == ()
    assert dialogue.conversation.slots == {}


def test_a_flow_that_is_gone_does_not_resume(library: Library) -> None:
    dialogue = Dialogue(library).at_menu().writes("?", "ask_am_i_victim")
    dialogue.library = without_flow(library, "self_check")

    assert dialogue.writes("thanks", "thank").said == ["utter_thanks"]


def test_danger_does_not_need_the_step_that_is_gone(library: Library) -> None:
    dialogue = at_checklist(library)
    dialogue.library = without_flow(library, "return_planner")

    assert dialogue.cries_for_help().status is Status.QUEUED


def test_a_slot_that_is_gone_breaks_nothing() -> None:
    library = load_texts(
        {
            "some.yml": """\
version: "3.1"
slots:
  mood: {type: categorical, values: [good, bad]}
flows:
  menu: {description: x, steps: [{collect: mood}]}
"""
        }
    )
    stored = Conversation(
        locale="ru",
        noticed=True,
        frames=(Frame("menu", "0_collect"),),
        slots={"gone": "yes", "gone_date": "2026-07-01"},
    )
    dialogue = Dialogue(library, stored).happens(ChoiceMade("0" * 16))

    assert dialogue.said == ["utter_ask_mood"]


def test_a_value_that_is_gone_asks_again(library: Library) -> None:
    dialogue = Dialogue(library).at_menu()
    need = library.slots["need"]
    fewer = replace(need, values=tuple(value for value in need.values if value != "privacy"))
    dialogue.library = Library(library.flows, {**library.slots, "need": fewer})

    dialogue.presses("privacy")

    assert dialogue.said == ["utter_ask_need"]
    assert "privacy" not in dialogue.offered
