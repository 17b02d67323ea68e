"""One flow interrupts, calls or begins another."""

from flows.engine.advance import advance
from flows.events import ChoiceMade
from flows.format.load import load_texts
from tests.kit.constants import NIGHT
from tests.kit.dialogue import Dialogue


def test_a_flow_that_resumes_goes_on_after_another(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("is this trafficking?", "ask_am_i_victim").presses("yes")
    dialogue.commands("delete_my_data").presses("no")

    assert dialogue.said == ["utter_nothing_erased", "utter_ask_check_documents"]
    assert dialogue.conversation.slots["check_promise"] == "yes"


def test_a_flow_that_does_not_resume_is_left(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("pay?", "ask_unpaid_wages")
    dialogue.commands("delete_my_data").presses("no")

    assert dialogue.said == ["utter_nothing_erased"]
    assert dialogue.conversation.frames == ()


def test_a_word_of_thanks_neither_repeats_nor_closes_the_question(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("pay?", "ask_unpaid_wages").writes("thank you", "thank")

    assert dialogue.said == ["utter_thanks"]
    assert dialogue.presses("more").said == ["utter_unpaid_wages_more"]


def test_a_flow_begun_again_forgets_the_answers_of_its_first_time(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("is this trafficking?", "ask_am_i_victim").presses("yes")
    dialogue.writes("rights?", "ask_rights").presses("menu").presses("rights")
    dialogue.presses("self_check").presses("stop")

    assert "utter_check_signs" not in dialogue.said  # nothing was answered this time


def test_going_in_circles_piles_nothing_up(dialogue: Dialogue) -> None:
    dialogue.at_menu()
    for _ in range(20):
        dialogue.writes("is this trafficking?", "ask_am_i_victim")
        dialogue.writes("rights?", "ask_rights").presses("menu").presses("rights")
        dialogue.presses("self_check").writes("home?", "ask_safe_return")
        dialogue.presses("menu").presses("return").presses("return_planner")
        dialogue.minutes_pass(2)  # nobody types so fast

    assert [frame.flow for frame in dialogue.conversation.frames] == [
        "self_check",
        "return_planner",
    ]


def test_a_called_flow_comes_back_to_the_step_below_the_call() -> None:
    library = load_texts(
        {
            "some.yml": """\
version: "3.1"
slots:
  mood: {type: categorical, values: [good, bad]}
flows:
  menu: {description: x, steps: [{action: utter_menu}]}
  start:
    description: calls, then looks at what was answered
    steps:
      - call: ask_mood
      - noop: true
        next:
          - if: slots.mood = "good"
            then:
              - action: utter_glad
          - else:
              - action: utter_sorry
  ask_mood: {description: x, steps: [{collect: mood}]}
"""
        }
    )
    dialogue = Dialogue(library).starts()

    assert dialogue.said == ["utter_notice", "utter_ask_mood"]
    assert dialogue.presses("good").said == ["utter_glad"]
    assert dialogue.conversation.frames == ()
    assert dialogue.conversation.slots == {}


def test_a_turn_leaves_the_conversation_that_it_was_given_alone(dialogue: Dialogue) -> None:
    before = dialogue.at_menu().conversation
    copy = repr(before)

    once = advance(dialogue.library, before, ChoiceMade(dialogue.seen[-1].id), NIGHT)
    again = advance(dialogue.library, before, ChoiceMade(dialogue.seen[-1].id), NIGHT)

    assert repr(before) == copy
    assert once == again
