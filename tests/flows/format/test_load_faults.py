"""YAML → flows: what is refused. Every fault names its file and line, and how to mend it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.errors import FlowError
from flows.format.load import load_texts
from tests.flows.definitions import WHOLE, fault_in, with_change


def test_the_whole_file_is_right_to_begin_with() -> None:
    assert set(load_texts({"some.yml": WHOLE}).flows) == {"one", "two"}


@pytest.mark.parametrize(
    ("old", "new", "line", "complaint"),
    [
        # the file
        ('version: "3.1"', 'version: "3.0"', 1, "the first line must be"),
        ('version: "3.1"', "version: 3.1", 1, "the first line must be"),
        ("flows:\n", "flow:\n", 5, "a flow file has no key 'flow'; it may have: flows, slots"),
        # slots
        ("{type: date}", "date", 4, "slot 'day' must be a mapping"),
        ("{type: date}", "{type: text}", 4, "its type is one of: categorical, date"),
        ("{type: date}", "{values: [x]}", 4, "its type is one of"),
        ("{type: date}", "{type: []}", 4, "its type is one of"),
        ("{type: date}", "{type: date, initial: x}", 4, "slot 'day' has no key 'initial'"),
        ("{type: date}", "{type: categorical}", 4, "the values of slot 'day' must be a list"),
        ("{type: date}", "{type: categorical, values: []}", 4, "needs values, each once"),
        ("{type: date}", "{type: categorical, values: [a, a]}", 4, "needs values, each once"),
        ("{type: date}", "{type: categorical, values: [1]}", 4, 'put the value in quotes: "1"'),
        ("{type: date}", "{type: categorical, values: [true]}", 4, "put the value in quotes"),
        # flows
        ("    description: another flow\n", "", 24, "flow 'two' needs a word at 'description'"),
        ("description: another flow", "description: 7", 24, "needs a word at 'description'"),
        (
            "description: another flow",
            "description: another flow\n    begun_by: more",
            25,
            "flow 'two' is begun by one of: count_days, plan",
        ),
        ("      - action: utter_two", "      []", 25, "flow 'two' has no steps"),
        (
            "    steps:\n      - action: utter_two",
            "    colour: red",
            25,
            "flow 'two' has no key 'colour'",
        ),
        (
            "    steps:\n      - action: utter_two",
            "    brief: x",
            24,
            "the steps of flow 'two' must be a list",
        ),
        ("description: another flow", "description: x\n    evergreen: 1", 25, "true or false"),
        ("description: another flow", 'description: x\n    resumes: "yes"', 25, "true or false"),
        # triggers
        ("intent: {name: greet", "word: {name: greet", 9, "has no key 'word'"),
        ("{name: greet, confidence", "{nam: greet, confidence", 9, "has no key 'nam'"),
        ("{name: greet, ", "{", 9, "intent needs a word at 'name'"),
        ("confidence_threshold: 0.4", "confidence_threshold: 1.4", 9, "between 0 and 1"),
        ("confidence_threshold: 0.4", "confidence_threshold: high", 9, "between 0 and 1"),
        ("confidence_threshold: 0.4", "confidence_threshold: true", 9, "between 0 and 1"),
        ("intent: {name: greet, confidence_threshold: 0.4}", "greet", 9, "must be a mapping"),
    ],
)
def test_refuses_what_it_does_not_know(old: str, new: str, line: int, complaint: str) -> None:
    fault = fault_in(with_change(old, new))

    assert complaint in fault.message
    assert (fault.file, fault.line) == ("some.yml", line)
    assert str(fault) == f"some.yml:{line}: {fault.message}"


def test_two_flows_may_not_have_the_same_name_in_any_file() -> None:
    with pytest.raises(FlowError, match=r"^b\.yml:3: flow 'two' exists twice$"):
        load_texts(
            {"a.yml": WHOLE, "b.yml": 'version: "3.1"\nflows:\n  two: {description: x, steps: []}'}
        )


def test_two_slots_may_not_have_the_same_name_in_any_file() -> None:
    with pytest.raises(FlowError, match=r"^b\.yml:3: slot 'day' exists twice$"):
        load_texts({"a.yml": WHOLE, "b.yml": 'version: "3.1"\nslots:\n  day: {type: date}\n'})


def test_a_fault_without_a_place_is_told_without_one() -> None:
    assert str(FlowError("something is wrong")) == "something is wrong"


LINES = WHOLE.splitlines()


AWKWARD = st.sampled_from(
    ["", "- x", "  a: b", "    - link: two", "key: [", "      steps: {}", "\t", "~: ~", "? [a]"]
)


def fault_of(text: str) -> FlowError | None:
    try:
        load_texts({"some.yml": text})
    except FlowError as fault:
        return fault
    return None


@given(st.integers(0, len(LINES)), st.integers(0, 3), st.lists(AWKWARD | st.text(max_size=12)))
def test_whatever_an_editor_does_to_a_file_ends_in_flows_or_in_a_fault_with_its_place(
    start: int, removed: int, added: list[str]
) -> None:
    text = "\n".join([*LINES[:start], *added, *LINES[start + removed :]])

    fault = fault_of(text)

    if fault is not None:
        assert fault.message
        assert fault.file == "some.yml"
        assert 1 <= fault.line <= len(text.splitlines()) + 1
