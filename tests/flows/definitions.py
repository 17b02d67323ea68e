"""Small definitions: one to put steps into, and one that is whole, to be spoilt in one place."""

import pytest

from flows.errors import FlowError
from flows.format.load import load_texts
from flows.format.model import Flow

SLOTS = """\
version: "3.1"
slots:
  safe: {type: categorical, values: ["yes", no, unsure]}
  day: {type: date, values: [later]}
  counted: {type: date}
"""

WHOLE = """\
version: "3.1"
slots:
  safe: {type: categorical, values: ["yes", "no"]}
  day: {type: date}
flows:
  one:
    description: the flow under test
    nlu_trigger:
      - intent: {name: greet, confidence_threshold: 0.4}
    steps:
      - id: ask
        collect: safe
        next:
          - if: slots.safe = "yes"
            then:
              - action: utter_a
          - else: END
      - set_slots:
          - safe: "no"
      - handover: {topic: danger, urgency: high}
      - call: two
      - link: two
  two:
    description: another flow
    steps:
      - action: utter_two
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


def fault_in(text: str) -> FlowError:
    with pytest.raises(FlowError) as refused:
        load_texts({"some.yml": text})
    return refused.value


def with_change(old: str, new: str) -> str:
    """The whole file with one thing changed."""
    assert WHOLE.count(old) == 1, f"{old!r} must be there exactly once"
    return WHOLE.replace(old, new)
