"""Steps as they are written: what is read, and what is refused with its line."""

import pytest

from flows.format.model import (
    END,
    ActionStep,
    Branch,
    CallStep,
    CollectStep,
    HandoverStep,
    LinkStep,
    NoopStep,
    SetSlotsStep,
)
from flows.urgency import Urgency
from tests.flows.definitions import fault_in, read, with_change


def test_every_kind_of_step() -> None:
    flow = read(
        """
      - action: utter_hello
      - collect: safe
      - set_slots:
          - safe: "no"
          - day: null
      - noop: true
      - call: two
      - handover: {topic: danger, urgency: emergency}
      - link: two
"""
    )

    assert flow.steps == (
        ActionStep("0_action", "utter_hello", (Branch(None, "1_collect"),)),
        CollectStep("1_collect", "safe", "utter_ask_safe", (Branch(None, "2_set_slots"),)),
        SetSlotsStep("2_set_slots", (("safe", "no"), ("day", None)), (Branch(None, "3_noop"),)),
        NoopStep("3_noop", (Branch(None, "4_call"),)),
        CallStep("4_call", "two", (Branch(None, "5_handover"),)),
        HandoverStep("5_handover", "danger", Urgency.EMERGENCY, (Branch(None, "6_link"),)),
        LinkStep("6_link", "two"),
    )


def test_a_step_without_next_goes_on_below_and_the_last_one_ends() -> None:
    flow = read("      - action: utter_a\n      - action: utter_b")

    assert [step.next for step in flow.steps if isinstance(step, ActionStep)] == [
        (Branch(None, "1_action"),),
        (Branch(None, END),),
    ]


def test_ids_utters_and_next_can_be_given() -> None:
    flow = read(
        """
      - {id: first, collect: safe, utter: utter_other_words, next: last}
      - {id: skipped, action: utter_a, next: END}
      - {id: last, action: utter_b}
"""
    )

    assert flow.steps[0] == CollectStep(
        "first", "safe", "utter_other_words", (Branch(None, "last"),)
    )
    assert flow.step("skipped") == ActionStep("skipped", "utter_a", (Branch(None, END),))
    assert flow.step("missing") is None


def test_arms_hold_steps_of_their_own_which_end_unless_they_lead_on() -> None:
    flow = read(
        """
      - id: ask
        collect: safe
        next:
          - if: slots.safe = "no"
            then:
              - action: utter_a
              - action: utter_b
          - if: slots.safe = "unsure"
            then:
              - action: utter_c
                next: below
          - else:
              - link: two
      - id: below
        action: utter_d
"""
    )
    ask = flow.steps[0]

    assert isinstance(ask, CollectStep)
    assert [branch.then for branch in ask.next] == [
        "ask_0_0_action",
        "ask_1_0_action",
        "ask_2_0_link",
    ]
    assert flow.step("ask_0_0_action") == ActionStep(
        "ask_0_0_action", "utter_a", (Branch(None, "ask_0_1_action"),)
    )
    assert flow.step("ask_0_1_action") == ActionStep(
        "ask_0_1_action", "utter_b", (Branch(None, END),)
    )
    assert flow.step("ask_1_0_action") == ActionStep(
        "ask_1_0_action", "utter_c", (Branch(None, "below"),)
    )
    assert flow.step("ask_2_0_link") == LinkStep("ask_2_0_link", "two")


def test_arms_nest_to_any_depth() -> None:
    flow = read(
        """
      - noop: true
        next:
          - if: slots.safe
            then:
              - noop: true
                next:
                  - if: slots.safe = "no"
                    then:
                      - action: utter_deep
                  - else: END
          - else: END
"""
    )

    assert [step.id for step in flow.steps] == [
        "0_noop",
        "0_noop_0_0_noop",
        "0_noop_0_0_noop_0_0_action",
    ]


def test_when_no_arm_holds_the_step_below_follows() -> None:
    flow = read(
        """
      - collect: safe
        next:
          - if: slots.safe = "no"
            then: END
      - action: utter_a
"""
    )
    first = flow.steps[0]

    assert isinstance(first, CollectStep)
    assert first.next[-1] == Branch(None, "1_action")


@pytest.mark.parametrize(
    ("old", "new", "line", "complaint"),
    [
        # steps
        ("action: utter_two", "say: utter_two", 26, "exactly one of: action, call, collect"),
        ("action: utter_two", "action: utter_two\n        link: one", 26, "exactly one of"),
        ("- action: utter_two", "- utter_two", 26, "a step of flow 'two' must be a mapping"),
        ("action: utter_two", "action:", 26, "step needs a word at 'action'"),
        ("action: utter_two", "action: 5", 26, "step needs a word at 'action'"),
        ("action: utter_two", "action: utter_two\n        utter: x", 27, "has no key 'utter'"),
        ("link: two", "link: two\n        next: END", 23, "a step 'link' has no key 'next'"),
        ("id: ask", "id: END", 11, "END is no id"),
        ("collect: safe", "collect: safe\n        rejections: []", 13, "no key 'rejections'"),
        # next
        ("if: slots.safe", "when: slots.safe", 14, "an arm of next has no key 'when'"),
        ('slots.safe = "yes"', "slots.safe = yes", 14, "cannot read"),
        ('if: slots.safe = "yes"', "if: true", 14, "needs a word at 'if'"),
        ("- else: END", "- then: END", 17, "an arm of next needs a word at 'else'"),
        ("- else: END", "- else: []", 17, "an arm of next needs a word at 'else'"),
        ("- else: END", "- END", 17, "an arm of next in flow 'one' must be a mapping"),
        ("- else: END", "- else: END\n          - else: ask", 18, "nothing can follow `else`"),
        (
            '          - if: slots.safe = "yes"\n            then:\n'
            "              - action: utter_a\n          - else: END",
            "          then: END",
            13,
            "next in flow 'one' must be a list",
        ),
        (
            "call: two",
            "call: two\n        next: [{if: slots.safe, then: END}]",
            22,
            "what follows a call is decided in a noop step after it",
        ),
        # set_slots, handover
        ('          - safe: "no"', '          safe: "no"', 18, "set_slots must be a list"),
        ('- safe: "no"', "- safe", 19, "an entry of set_slots must be a mapping"),
        ('- safe: "no"', "- safe: 1", 19, "slot 'safe': a quoted value, or null"),
        ("{topic: danger, urgency: high}", "danger", 20, "handover must be a mapping"),
        ("topic: danger, ", "", 20, "handover needs a word at 'topic'"),
        (", urgency: high", "", 20, "handover needs a word at 'urgency'"),
        ("urgency: high", "urgency: dire", 20, "urgency is one of: normal, high, emergency"),
        ("urgency: high", "urgency: high, to: me", 20, "handover has no key 'to'"),
    ],
)
def test_refuses_what_it_does_not_know(old: str, new: str, line: int, complaint: str) -> None:
    fault = fault_in(with_change(old, new))

    assert complaint in fault.message
    assert (fault.file, fault.line) == ("some.yml", line)
    assert str(fault) == f"some.yml:{line}: {fault.message}"


def test_two_steps_may_not_have_the_same_id() -> None:
    fault = fault_in(with_change("- action: utter_a", "- {id: ask, action: utter_a}"))

    assert "two steps 'ask'" in fault.message
    assert fault.file == "some.yml"
