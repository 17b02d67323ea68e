"""The lint of flows: the real ones have no faults, and each kind of fault is found."""

import pytest

from flows.builtin import ENGINE_FLOWS
from flows.format.load import load, load_texts
from flows.format.model import ActionStep, Library
from flows.lint.check import ACTIONS, check

ENGINE_NEEDS = "".join(
    f"  {name}: {{description: the engine starts it, steps: [{{action: utter_{name}}}]}}\n"
    for name in sorted(ENGINE_FLOWS - {"emergency"})
)
HANDS_OVER = "{handover: {topic: a, urgency: emergency}}"
EMERGENCY = f"  emergency: {{description: x, steps: [{HANDS_OVER}, {{action: utter_a}}]}}\n"


def library_with(flows: str, slots: str = "") -> Library:
    """What the engine needs, in `needs.yml`, and these flows, in `some.yml`."""
    return load_texts(
        {
            "needs.yml": f'version: "3.1"\nflows:\n{ENGINE_NEEDS}{EMERGENCY}',
            "some.yml": f'version: "3.1"\nslots: {{{slots}}}\nflows:\n{flows}',
        }
    )


def faults_of(flows: str, slots: str = "") -> list[str]:
    return [str(fault) for fault in check(library_with(flows, slots))]


TRIGGER = "nlu_trigger: [{intent: {name: greet}}]"
SAFE = 'safe: {type: categorical, values: ["yes", "no"]}'


def test_the_real_definitions_have_no_faults() -> None:
    assert check(load()) == []


def test_the_least_that_the_engine_needs_has_no_faults() -> None:
    assert faults_of(f"  one: {{description: x, {TRIGGER}, steps: [{{action: utter_a}}]}}") == []


def test_a_step_that_nothing_leads_to() -> None:
    faults = faults_of(f"""
  one:
    description: x
    {TRIGGER}
    steps:
      - {{action: utter_a, next: END}}
      - {{id: lost, action: utter_b}}
""")

    assert faults == ["some.yml:5: flow 'one': step 'lost' is never reached"]


def test_a_circle_of_lost_steps_does_not_save_them() -> None:
    faults = faults_of(f"""
  one:
    description: x
    {TRIGGER}
    steps:
      - {{action: utter_a, next: END}}
      - {{id: lost, action: utter_b}}
      - {{id: lost_too, action: utter_b, next: lost}}
""")

    assert [fault.split(": ", 2)[2] for fault in faults] == [
        "step 'lost' is never reached",
        "step 'lost_too' is never reached",
    ]


def test_an_action_that_does_not_exist() -> None:
    faults = faults_of(f"  one: {{description: x, {TRIGGER}, steps: [{{action: action_fly}}]}}")

    assert faults == [
        "some.yml:4: flow 'one': there is no action 'action_fly'; texts begin with utter_"
    ]


@pytest.mark.parametrize("action", sorted(ACTIONS))
def test_actions_that_exist(action: str) -> None:
    assert faults_of(f"  one: {{description: x, {TRIGGER}, steps: [{{action: {action}}}]}}") == []


@pytest.mark.parametrize("first", ["{collect: safe}", "{link: emergency}", "{call: menu}"])
def test_an_emergency_that_asks_before_it_hands_over(first: str) -> None:
    handover = "{handover: {topic: a, urgency: emergency}}"
    faults = faults_of(
        f"  one: {{description: x, {TRIGGER}, steps: [{first}, {handover}, {{collect: safe}}]}}",
        SAFE,
    )

    assert "some.yml:4: flow 'one': asks before it hands over" in "\n".join(faults)


def test_other_handovers_may_ask_first() -> None:
    handover = "{handover: {topic: a, urgency: high}}"

    assert (
        faults_of(
            f"  one: {{description: x, {TRIGGER}, steps: [{{collect: safe}}, {handover}]}}", SAFE
        )
        == []
    )


def test_a_flow_that_nothing_starts() -> None:
    faults = faults_of("  one: {description: x, steps: [{action: utter_a}]}")

    assert faults == [
        "some.yml:4: flow 'one': nothing starts it: "
        "it has no trigger, and no flow links to it or calls it"
    ]


@pytest.mark.parametrize("step", ["link", "call"])
def test_a_flow_that_another_one_starts(step: str) -> None:
    assert (
        faults_of(
            f"  one: {{description: x, {TRIGGER}, steps: [{{{step}: two}}]}}\n"
            "  two: {description: x, steps: [{action: utter_a}]}"
        )
        == []
    )


@pytest.mark.parametrize(
    "steps",
    [
        "[{id: a, action: utter_a, next: a}]",
        "[{id: a, noop: true, next: b}, {id: b, noop: true, next: a}]",
        "[{link: one}]",
        "[{call: one}]",
        "[{link: two}]",
        "[{call: two}]",
        "[{collect: safe, next: a}, {id: a, noop: true, next: a}]",
    ],
)
def test_a_circle_without_a_question(steps: str) -> None:
    faults = faults_of(
        f"  one: {{description: x, {TRIGGER}, steps: {steps}}}\n"
        f"  two: {{description: x, steps: [{{noop: true}}, {{link: one}}]}}\n"
        f"  three: {{description: x, nlu_trigger: [{{intent: {{name: thank}}}}],"
        f" steps: [{{link: two}}, {{collect: safe}}]}}",
        SAFE,
    )

    assert "flow 'one': can walk 64 steps without a question or an end" in "\n".join(faults)


def test_a_circle_with_a_question_in_it_waits_for_the_person() -> None:
    assert (
        faults_of(
            f"  one: {{description: x, {TRIGGER}, steps: [{{action: utter_a}}, {{call: two}}]}}\n"
            "  two: {description: x, steps: [{collect: safe}, {link: one}]}",
            SAFE,
        )
        == []
    )


def test_a_slot_that_nothing_asks_for() -> None:
    faults = faults_of(f"  one: {{description: x, {TRIGGER}, steps: [{{action: utter_a}}]}}", SAFE)

    assert faults == ["definitions:1: no flow collects slot 'safe'"]


def test_a_date_without_buttons_may_be_counted_instead_of_asked() -> None:
    assert (
        faults_of(
            f"  one: {{description: x, {TRIGGER}, steps: [{{action: utter_a}}]}}",
            "day: {type: date}",
        )
        == []
    )


@pytest.mark.parametrize("name", sorted(ENGINE_FLOWS))
def test_a_flow_that_the_engine_needs(name: str) -> None:
    whole = library_with(f"  one: {{description: x, {TRIGGER}, steps: [{{action: utter_a}}]}}")
    flows = {flow_id: flow for flow_id, flow in whole.flows.items() if flow_id != name}

    faults = check(Library(flows, whole.slots))

    assert [str(fault) for fault in faults] == [f"definitions:1: the engine needs a flow {name!r}"]


def test_an_intent_that_no_message_can_have() -> None:
    library = library_with(f"  one: {{description: x, {TRIGGER}, steps: [{{action: utter_a}}]}}")

    assert check(library, frozenset({"greet"})) == []
    assert [str(fault) for fault in check(library, frozenset({"thank"}))] == [
        "some.yml:4: flow 'one': no message can have the intent 'greet'"
    ]


def test_faults_come_in_the_order_of_the_files() -> None:
    faults = check(
        library_with(
            "  b: {description: x, steps: [{action: fly}]}\n"
            "  a: {description: x, steps: [{action: swim}]}",
            SAFE,
        )
    )

    assert [(fault.file, fault.line) for fault in faults] == [
        ("definitions", 1),
        ("some.yml", 4),
        ("some.yml", 4),
        ("some.yml", 5),
        ("some.yml", 5),
    ]


def test_every_action_of_the_real_flows_is_known() -> None:
    used = {
        step.action
        for flow in load().flows.values()
        for step in flow.steps
        if isinstance(step, ActionStep) and step.action.startswith("action_")
    }

    assert used <= ACTIONS


def test_a_question_that_only_leads_to_itself() -> None:
    faults = faults_of(
        f"  one: {{description: x, {TRIGGER}, steps: [{{id: a, collect: safe, next: a}}]}}", SAFE
    )

    assert faults == ["some.yml:4: flow 'one': from step 'a' there is no way to the end"]


def test_a_question_with_one_way_out_can_be_left() -> None:
    step = '{id: a, collect: safe, next: [{if: slots.safe = "yes", then: END}, {else: a}]}'
    assert faults_of(f"  one: {{description: x, {TRIGGER}, steps: [{step}]}}", SAFE) == []


@pytest.mark.parametrize(
    "emergency",
    [
        "[{handover: {topic: a, urgency: emergency}}]",
        "[{action: utter_a}]",
        "[{handover: {topic: a, urgency: high}}, {action: utter_a}]",
    ],
)
def test_danger_must_reach_a_human_from_every_question(emergency: str) -> None:
    library = load_texts(
        {
            "needs.yml": f'version: "3.1"\nflows:\n{ENGINE_NEEDS}'
            f"  emergency: {{description: x, steps: {emergency}}}\n",
            "some.yml": f'version: "3.1"\nslots: {{{SAFE}}}\nflows:\n'
            f"  one: {{description: x, {TRIGGER}, steps: [{{id: a, collect: safe}}]}}",
        }
    )

    (fault,) = check(library)

    assert str(fault) == "some.yml:4: flow 'one': danger told at step 'a' reaches no human"
    assert fault.mend.startswith("Let the flow `emergency` begin with")


def test_every_fault_says_how_to_mend_it() -> None:
    library = library_with("  one: {description: x, steps: [{action: action_b, next: END}]}", SAFE)
    faults = check(library, frozenset())
    assert len(faults) == 3
    assert all(fault.mend and not fault.mend.endswith(".") for fault in faults)
