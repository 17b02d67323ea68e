"""YAML → flows: what is read."""

from pathlib import Path

import pytest

from flows.errors import FlowError
from flows.format import conditions
from flows.format.load import DEFINITIONS, load, load_texts
from flows.format.model import (
    END,
    Branch,
    CollectStep,
    Slot,
    SlotType,
    Trigger,
)
from flows.urgency import Urgency
from tests.flows.definitions import SLOTS, read


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
