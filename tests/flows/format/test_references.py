"""A name in a definition leads somewhere, or the definition is refused."""

import pytest

from tests.flows.definitions import WHOLE, fault_in, with_change


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("link: two", "link: three", "flow 'one': there is no flow 'three'"),
        ("call: two", "call: three", "flow 'one': there is no flow 'three'"),
        ("collect: safe", "collect: mood", "there is no slot 'mood'"),
        ("- else: END", "- else: nowhere", "there is no step 'nowhere'"),
        ("- action: utter_a", "- {action: utter_a, next: nowhere}", "there is no step 'nowhere'"),
        (
            "collect: safe\n",
            "collect: safe\n        told_by: [nothing]\n",
            "told_by: 'nothing' is no intent",
        ),
        ("- action: utter_a", "- link: three", "there is no flow 'three'"),
        ('slots.safe = "yes"', "slots.mood", "there is no slot 'mood'"),
        ('slots.safe = "yes"', 'slots.safe = "maybe"', "slot 'safe' has no value 'maybe'"),
        ('slots.safe = "yes"', 'slots.day = "today"', "slot 'day' has no value 'today'"),
        ('- safe: "no"', '- mood: "no"', "there is no slot 'mood'"),
        ('- safe: "no"', '- safe: "maybe"', "slot 'safe' has no value 'maybe'"),
    ],
)
def test_refuses_names_that_lead_nowhere(old: str, new: str, complaint: str) -> None:
    fault = fault_in(with_change(old, new))

    assert complaint in fault.message
    assert (fault.file, fault.line) == ("some.yml", 6)  # the flow that holds the step


def test_an_intent_can_start_one_flow_only() -> None:
    fault = fault_in(
        with_change(
            "    description: another flow",
            "    description: another flow\n    nlu_trigger: [{intent: {name: greet}}]",
        )
    )

    assert fault.message == "intent 'greet' already starts flow 'one'"
    assert (fault.file, fault.line) == ("some.yml", 23)


def test_a_kind_of_follow_up_can_begin_one_flow_only() -> None:
    twice = WHOLE.replace("    steps:", "    begun_by: plan\n    steps:")

    assert fault_in(twice).message == "plan already begins flow 'one'"
