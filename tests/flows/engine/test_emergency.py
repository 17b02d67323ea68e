"""Danger: a human at this very turn, whatever was going on before."""

import pytest

from flows.effects import (
    OpenTicket,
    RelayToOperator,
    UpdateTicket,
    Utter,
)
from flows.status import Status
from flows.urgency import Urgency
from tests.kit.dialogue import Dialogue

KINDS = {
    "urgent_danger": ("emergency", "danger"),
    "medical_emergency": ("emergency_medical", "medical"),
    "self_harm": ("emergency_self_harm", "self_harm"),
    "minor_at_risk": ("emergency_minor", "minor"),
}


@pytest.mark.parametrize(("intent", "kind"), KINDS.items())
def test_each_kind_of_danger_opens_a_ticket_at_once(
    dialogue: Dialogue, intent: str, kind: tuple[str, str]
) -> None:
    flow, topic = kind
    dialogue.writes("…", intent)

    assert dialogue.of(OpenTicket) == [OpenTicket(topic, Urgency.EMERGENCY, "ru")]
    assert dialogue.said == [f"utter_{flow}", "utter_ask_can_write"]
    assert dialogue.offered == ["yes", "no", "not_in_danger", "exit"]
    assert dialogue.status is Status.QUEUED


def test_the_words_of_danger_join_the_ticket_that_they_opened(dialogue: Dialogue) -> None:
    dialogue.cries_for_help("they took us away")

    kinds = [type(effect) for effect in dialogue.effects]
    assert dialogue.of(RelayToOperator) == [RelayToOperator("they took us away")]
    assert kinds.index(OpenTicket) < kinds.index(RelayToOperator)


def test_an_urgent_message_is_danger_whatever_else_was_heard_in_it(dialogue: Dialogue) -> None:
    for intent in (None, "ask_unpaid_wages", "out_of_scope", "affirm", "delete_my_data", "unknown"):
        one = Dialogue(dialogue.library).writes("…", intent, urgent=True)
        assert one.of(OpenTicket) == [OpenTicket("danger", Urgency.EMERGENCY, "ru")]


def test_danger_heard_too_faintly_and_not_marked_as_urgent_opens_nothing(
    dialogue: Dialogue,
) -> None:
    dialogue.at_menu().writes("my boss will kill me lol", "urgent_danger", confidence=0.3)

    assert dialogue.of(OpenTicket) == []
    assert dialogue.status is Status.BOT


def test_danger_is_answered_silently(dialogue: Dialogue) -> None:
    dialogue.cries_for_help()

    assert all(utter.silent for utter in dialogue.of(Utter))


def test_danger_speaks_russian_while_no_language_is_known(dialogue: Dialogue) -> None:
    dialogue.speaks = None
    dialogue.cries_for_help()

    assert {utter.locale for utter in dialogue.of(Utter)} == {"ru"}
    assert dialogue.of(OpenTicket)[0].locale == "ru"


def test_every_question_of_every_flow_can_be_interrupted(dialogue: Dialogue) -> None:
    """Wherever a button can lead from a stranger's state, danger is still heard there."""
    waiting = [dialogue.starts().conversation]
    met = set()
    while waiting:
        conversation = waiting.pop()
        if conversation.top in met or conversation.status is not Status.BOT:
            continue
        met.add(conversation.top)
        here = Dialogue(dialogue.library, conversation)
        for choice in dialogue.library.choices.values():
            if conversation.top and choice.flow == conversation.top.flow:
                waiting.append(
                    Dialogue(dialogue.library, conversation).presses_button(choice).conversation
                )

        here.cries_for_help()

        assert here.status is Status.QUEUED, conversation.top
        assert here.said[0] == "utter_emergency"
        assert here.of(OpenTicket)[0].urgency is Urgency.EMERGENCY
    assert len(met) > 60


def test_danger_interrupts_a_wait_and_raises_its_urgency(dialogue: Dialogue) -> None:
    dialogue.waiting().cries_for_help()

    assert dialogue.of(OpenTicket) == []
    assert dialogue.of(UpdateTicket)[0].urgency is Urgency.EMERGENCY
    assert dialogue.notices == ["urgency_raised"]
    assert dialogue.said == ["utter_emergency", "utter_ask_can_write"]
    assert dialogue.conversation.urgency is Urgency.EMERGENCY


def test_whoever_can_write_is_asked_what_is_happening(dialogue: Dialogue) -> None:
    dialogue.in_danger().presses("yes")

    assert dialogue.said == ["utter_go_on_writing", "utter_ask_danger_now"]

    dialogue.presses("locked")

    assert dialogue.said == ["utter_danger_locked"]
    assert dialogue.of(RelayToOperator) == [RelayToOperator("[locked]")]


def test_whoever_cannot_write_is_left_in_peace(dialogue: Dialogue) -> None:
    dialogue.in_danger().writes("no", "deny")

    assert dialogue.said == ["utter_stay_silent"]
    assert dialogue.conversation.watched
    assert dialogue.notices == ["watched"]


def test_the_same_danger_again_is_not_told_again(dialogue: Dialogue) -> None:
    dialogue.in_danger().cries_for_help("the door is locked")

    assert dialogue.said == ["utter_nobody_answered"]
    assert dialogue.of(OpenTicket) == []
    assert dialogue.of(RelayToOperator) == [RelayToOperator("the door is locked")]


def test_a_second_danger_joins_the_same_ticket_and_keeps_the_question_open(
    dialogue: Dialogue,
) -> None:
    dialogue.in_danger().writes("one of us can't breathe", "medical_emergency")

    assert dialogue.of(OpenTicket) == []
    assert dialogue.of(UpdateTicket) == [UpdateTicket(None, "medical")]
    assert dialogue.said == ["utter_emergency_medical"]

    assert dialogue.writes("yes", "affirm").said[0] == "utter_go_on_writing"


def test_each_kind_of_danger_is_told_once(dialogue: Dialogue) -> None:
    dialogue.in_danger()
    for intent in [*KINDS, *KINDS]:
        dialogue.writes("…", intent)

    said = [effect.text_id for effect in dialogue.everything if isinstance(effect, Utter)]
    for flow, _ in KINDS.values():
        assert said.count(f"utter_{flow}") == 1


def test_danger_told_after_the_danger_button_is_not_told_again(dialogue: Dialogue) -> None:
    dialogue.at_menu().presses("danger").presses("yes").cries_for_help()

    assert dialogue.said == ["utter_nobody_answered", "utter_ask_wait_hurt"]


def test_the_history_of_a_joker_lowers_nothing(dialogue: Dialogue) -> None:
    for _ in range(12):
        dialogue.writes("HELP!!! best crypto bot", "out_of_scope")
    dialogue.cries_for_help("but seriously, they keep girls locked up here")

    assert dialogue.of(OpenTicket) == [OpenTicket("danger", Urgency.EMERGENCY, "ru")]
    assert dialogue.said == ["utter_emergency", "utter_ask_can_write"]


def test_a_new_danger_after_the_last_one_was_closed_is_told_in_full(dialogue: Dialogue) -> None:
    dialogue.in_danger().operator_claims().operator_closes().cries_for_help()

    assert dialogue.said == ["utter_emergency", "utter_ask_can_write"]
    assert len(dialogue.of(OpenTicket)) == 1


def test_plain_danger_that_the_model_alone_hears_adds_nothing(dialogue: Dialogue) -> None:
    dialogue.writes("he fell", "medical_emergency", urgent=True)

    said = dialogue.writes("the boss calls nobody", urgent=True).said
    assert "utter_emergency" not in said
