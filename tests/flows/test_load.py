"""YAML → flows: what is read."""

from pathlib import Path

import pytest

from flows import conditions
from flows.errors import FlowError
from flows.load import DEFINITIONS, load, load_texts
from flows.model import (
    END,
    ActionStep,
    Branch,
    CallStep,
    CollectStep,
    Flow,
    HandoverStep,
    LinkStep,
    NoopStep,
    SetSlotsStep,
    Slot,
    SlotType,
    Trigger,
)
from flows.urgency import Urgency

SLOTS = """\
version: "3.1"
slots:
  safe: {type: categorical, values: ["yes", no, unsure]}
  day: {type: date, values: [later]}
  counted: {type: date}
"""


def read(steps: str, options: str = "") -> Flow:
    """The flow `one` with these steps; `two` is there to be linked to."""
    text = f"""{SLOTS}
flows:
  one:
    description: the flow under test
    {options}
    steps:
{steps}
  two:
    description: another flow
    steps:
      - action: utter_two
"""
    return load_texts({"some.yml": text}).flows["one"]


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


def test_yes_and_no_are_words_also_without_quotes() -> None:
    flow = read(
        """
      - collect: safe
        next:
          - if: slots.safe = "no"
            then: END
          - else: END
"""
    )
    library = load_texts({"some.yml": f"{SLOTS}flows: {{}}\n"})

    assert library.slots["safe"] == Slot("safe", ("yes", "no", "unsure"))
    assert flow.steps[0] == CollectStep(
        "0_collect",
        "safe",
        "utter_ask_safe",
        (Branch(conditions.Equals("safe", "no"), END), Branch(None, END)),
    )


def test_the_locale_no_is_a_word_too() -> None:
    library = load_texts(
        {
            "some.yml": 'version: "3.1"\n'
            "slots:\n  locale: {type: categorical, values: [no, on, off, y]}\n"
        }
    )

    assert library.slots["locale"].values == ("no", "on", "off", "y")


def test_dates_may_have_buttons_too() -> None:
    slots = load_texts({"some.yml": SLOTS}).slots

    assert slots["day"] == Slot("day", ("later",), SlotType.DATE)
    assert slots["counted"] == Slot("counted", (), SlotType.DATE)


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


def test_options_of_a_flow() -> None:
    flow = read(
        "      - action: utter_a",
        """
    brief: utter_brief
    evergreen: true
    resumes: true
    nlu_trigger:
      - intent: {name: greet, confidence_threshold: 0.4}
      - intent: {name: thank}
""",
    )

    assert flow.description == "the flow under test"
    assert flow.brief == "utter_brief"
    assert flow.evergreen
    assert flow.resumes
    assert flow.triggers == (Trigger("greet", 0.4), Trigger("thank", 0.0))
    assert flow.file == "some.yml"
    assert flow.line == 8


def test_a_plain_flow_has_no_options() -> None:
    flow = read("      - action: utter_a")

    assert (flow.brief, flow.evergreen, flow.resumes, flow.triggers) == (None, False, False, ())
    assert flow.hands_over is None
    assert not flow.is_emergency


def test_a_flow_knows_how_urgent_its_most_urgent_handover_is() -> None:
    flow = read(
        """
      - handover: {topic: a, urgency: normal}
      - handover: {topic: b, urgency: high}
"""
    )

    assert flow.hands_over is Urgency.HIGH
    assert not flow.is_emergency


def test_flows_of_several_files_live_together() -> None:
    library = load_texts(
        {
            "a.yml": f"{SLOTS}flows:\n  a: {{description: a, steps: [{{link: b}}]}}\n",
            "b.yml": 'version: "3.1"\nflows:\n  b: {description: b, steps: [{collect: safe}]}\n',
        }
    )

    assert set(library.flows) == {"a", "b"}
    assert library.flows["b"].file == "b.yml"


def test_reads_every_yml_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(f"{SLOTS}flows: {{}}\n", encoding="utf-8")
    (tmp_path / "notes.md").write_text("not a flow", encoding="utf-8")

    assert set(load(tmp_path).slots) == {"safe", "day", "counted"}


def test_an_empty_folder_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(FlowError, match="no flow definitions"):
        load(tmp_path)


def test_the_real_definitions_load_and_know_their_file_and_line() -> None:
    for flow in load().flows.values():
        lines = (DEFINITIONS / flow.file).read_text(encoding="utf-8").splitlines()
        assert lines[flow.line - 1].strip() == f"{flow.id}:"
